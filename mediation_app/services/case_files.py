"""One case on the desk: open it, change it, read what happened to it."""

from mediation_app.domain.bins import is_file_removed
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import JournalEntry
from mediation_app.domain.lawful_changes import Hand, unlawful_change
from mediation_app.domain.seals import (
    is_under_seal,
    refuse_edit_of_sealed,
    require_unchanged,
    sealed,
)
from mediation_app.domain.transitions import Action, refusal, rows_of
from mediation_app.errors import InvalidValueError, UnlawfulStepError
from mediation_app.ports.environment import Clock
from mediation_app.sentences import say
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage
from mediation_app.services.workers import ALONE, Worker


class CaseFiles:
    """Opens and saves cases."""

    def __init__(self, storage: Storage, clock: Clock, worker: Worker = ALONE) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._clock = clock
        self._worker = worker

    def open(self, case_id: CaseId) -> Case:
        """Return the case as it is stored."""
        with self._units() as work:
            return work.cases.get(case_id)

    def find(self, number: str) -> Case:
        """Return the case with this number, or the only one whose number contains it."""
        with self._units() as work:
            return work.cases.find(number)

    def save(self, shown: Case, wanted: Case, marks: tuple[Conflict, ...] = ()) -> SavedCase:
        """Store what was changed on a screen that showed one state and now wants another.

        The ``marks`` are the conflicts that the person had before his eyes where he wrote: writing
        there settles them. Of others he knew nothing, and they stay open.

        Raises:
            SealedAgreementError: The edit touches an agreement that is closed.
            UnlawfulStepError: It would be a step that is not lawful, or that only a step can be.
        """
        with self._units() as work:
            stored = work.cases.get(wanted.id)
            refuse_edit_of_sealed(stored, shown, wanted)
            self._require_lawful(shown, wanted)
            case = work.cases.save(shown, wanted, _action(shown, wanted), marks=marks)
            # Whatever the memory did with an edit from before the closing.
            require_unchanged(stored, case)
            return SavedCase(case, work.commit())

    def seal(self, case_id: CaseId) -> SavedCase:
        """Close the agreement that all have signed: from now on nobody edits it.

        Raises:
            InvalidValueError: Somebody has not signed, or something in it is still open.
        """
        conflicts = self._queries.conflicts(case_id)
        with self._units() as work:
            case = work.cases.get(case_id)
            if case.sealed is None:
                self._require_seal(case)
            closed = sealed(case, self._clock.now())
            if closed != case and any(is_under_seal(closed, each.path) for each in conflicts):
                raise InvalidValueError(say("协议中还有两个值没有选定，请先处理冲突再签署完成"))
            return SavedCase(work.cases.save(case, closed, "seal"), work.commit())

    def hand(self, case_id: CaseId) -> Hand:
        """Return the person at the desk as the one who edits a case today."""
        issued = frozenset(each.kind for each in self._queries.issued(case_id))
        return self._worker.hand(case_id, self._clock.today(), issued)

    def _require_lawful(self, shown: Case, wanted: Case) -> None:
        is_step = shown.steps != wanted.steps
        hand = (
            self.hand(wanted.id) if is_step else self._worker.hand(wanted.id, self._clock.today())
        )
        if reasons := unlawful_change(shown, wanted, hand):
            raise UnlawfulStepError(reasons)

    def _require_seal(self, case: Case) -> None:
        """Let an agreement be closed by whom the table allows it; what it lacks is said later."""
        duty = self._worker.duty(case.id)
        if not any(duty in row.duties for row in rows_of(Action.SEAL)):
            raise UnlawfulStepError(refusal(case, Action.SEAL, duty, ""))

    def delete(self, case_id: CaseId, reason: str) -> SavedCase:
        """Take a case out of lists and search; it stays in the journal and can come back."""
        with self._units() as work:
            case = work.cases.get(case_id)
            work.cases.delete(case_id, reason)
            return SavedCase(case, work.commit())

    def restore(self, case_id: CaseId) -> SavedCase:
        """Bring a deleted case back."""
        with self._units() as work:
            return SavedCase(work.cases.restore(case_id), work.commit())

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        """Return what happened to the case, oldest first."""
        return self._queries.history(case_id)


def _action(shown: Case, wanted: Case) -> str:
    """Return what an edit is called in the journal; the bin lists those that remove a file."""
    return "remove_file" if is_file_removed(shown, wanted) else "edit"
