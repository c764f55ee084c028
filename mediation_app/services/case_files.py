"""One case on the desk: open it, change it, read what happened to it."""

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import JournalEntry
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage


class CaseFiles:
    """Opens and saves cases."""

    def __init__(self, storage: Storage) -> None:
        self._units = storage.units
        self._queries = storage.queries

    def open(self, case_id: CaseId) -> Case:
        """Return the case as it is stored."""
        with self._units() as work:
            return work.cases.get(case_id)

    def find(self, number: str) -> Case:
        """Return the case with this number, or the only one whose number contains it."""
        with self._units() as work:
            return work.cases.find(number)

    def save(self, shown: Case, wanted: Case) -> SavedCase:
        """Store what was changed on a screen that showed one state and now wants another."""
        with self._units() as work:
            case = work.cases.save(shown, wanted, "edit")
            return SavedCase(case, work.commit())

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        """Return what happened to the case, oldest first."""
        return self._queries.history(case_id)
