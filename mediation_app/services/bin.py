"""The bin: what was deleted in the last thirty days, and the way back."""

from mediation_app.domain.bins import Binned, kept_since, with_file_back
from mediation_app.domain.cases import CaseId
from mediation_app.errors import InvalidValueError
from mediation_app.ports.bins import Bins
from mediation_app.ports.environment import Clock, Ids
from mediation_app.sentences import say
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage


class Bin:
    """Lists what was deleted, and brings it back."""

    def __init__(self, storage: Storage, bins: Bins, clock: Clock, ids: Ids) -> None:
        self._units = storage.units
        self._bins = bins
        self._clock = clock
        self._ids = ids

    def entries(self) -> tuple[Binned, ...]:
        """Return what is in the bin, newest first."""
        return self._bins.binned(kept_since(self._clock.now()))

    def delete(self, case_id: CaseId, reason: str) -> SavedCase:
        """Put a case into the bin, with everything that hangs on it.

        Raises:
            InvalidValueError: No reason was given, or the case is in the bin already.
        """
        if not reason.strip():
            raise InvalidValueError(say("请写明删除的理由"))
        if self._entry_of(case_id) is not None:
            raise InvalidValueError(say("案件已经在回收站中"))
        with self._units() as work:
            case = work.cases.get(case_id)
            work.cases.delete(case_id, reason.strip())
            return SavedCase(case, work.commit())

    def restore(self, entry_id: str) -> SavedCase:
        """Bring back a case as it was, or a file into its slot.

        Raises:
            InvalidValueError: It is not in the bin; a file is not while its case is.
        """
        entry = next((each for each in self.entries() if each.id == entry_id), None)
        if entry is None:
            raise InvalidValueError(say("回收站中没有这一项，可能已经恢复、清空或者超过30天"))
        if entry.material is None:
            return self.restore_case(entry.case_id)
        with self._units() as work:
            case = work.cases.get(entry.case_id)
            wanted = with_file_back(case, entry, self._ids.new())
            return SavedCase(work.cases.save(case, wanted, "restore_file"), work.commit())

    def restore_case(self, case_id: CaseId) -> SavedCase:
        """Bring a case back as it was.

        Raises:
            InvalidValueError: It is not in the bin.
        """
        if self._entry_of(case_id) is None:
            raise InvalidValueError(say("回收站中没有这一项，可能已经恢复、清空或者超过30天"))
        with self._units() as work:
            return SavedCase(work.cases.restore(case_id), work.commit())

    def empty(self) -> int:
        """Empty the bin of this machine; return how much was in it."""
        now = self._clock.now()
        count = self._bins.empty(kept_since(now), now)
        self._bins.free(kept_since(now))
        return count

    def tidy(self) -> int:
        """Free the room of files that were deleted more than thirty days ago; return how many."""
        return self._bins.free(kept_since(self._clock.now()))

    def _entry_of(self, case_id: CaseId) -> Binned | None:
        ofs = (each for each in self.entries() if each.case_id == case_id)
        return next((each for each in ofs if each.material is None), None)
