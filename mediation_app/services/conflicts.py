"""Fields that hold more than one value, and how a person settles them."""

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import Changes, FieldValue
from mediation_app.domain.seals import is_under_seal, require_unchanged
from mediation_app.errors import InvalidValueError, SealedAgreementError
from mediation_app.sentences import say
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage


class Conflicts:
    """Lists conflicts and settles them; what was not chosen stays in the journal."""

    def __init__(self, storage: Storage) -> None:
        self._units = storage.units
        self._queries = storage.queries

    def open(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        """Return what waits for a person: in one case, in all and in the committee's record."""
        return self._queries.conflicts(case_id)

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str = "") -> SavedCase:
        """Settle a conflict by a value: one of its sides, or a third one.

        Raises:
            SealedAgreementError: The value is not the one that was signed.
        """
        with self._units() as work:
            stored = work.cases.get(conflict.case_id)
            is_closed = is_under_seal(stored, conflict.path)
            if is_closed and value != conflict.sides[0].value:
                raise SealedAgreementError
            case = work.cases.resolve(conflict, value, reason)
            require_unchanged(stored, case)
            return SavedCase(case, work.commit())

    def resolve_own(self, conflict: Conflict, value: FieldValue, reason: str = "") -> Changes:
        """Settle a conflict in the record of the committee itself: its people, rooms, address."""
        with self._units() as work:
            work.committees.resolve(conflict, value, reason)
            return work.commit()

    def rewrite_own(self, path: str, shown: FieldValue, value: FieldValue) -> Changes:
        """Give a field of the committee another value than the one that is shown.

        Raises:
            InvalidValueError: Somebody has changed the field since.
        """
        with self._units() as work:
            if not work.committees.rewrite(path, shown, value, "edit"):
                raise InvalidValueError(say("这一处后来又被改过，没有撤销；请在设置中核对"))
            return work.commit()
