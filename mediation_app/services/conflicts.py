"""Fields that hold more than one value, and how a person settles them."""

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import FieldValue
from mediation_app.domain.seals import is_under_seal, require_unchanged
from mediation_app.errors import SealedAgreementError
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage


class Conflicts:
    """Lists conflicts and settles them; what was not chosen stays in the journal."""

    def __init__(self, storage: Storage) -> None:
        self._units = storage.units
        self._queries = storage.queries

    def open(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        """Return what waits for a person, in one case or in all."""
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
