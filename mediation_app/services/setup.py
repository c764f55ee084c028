"""The committee describes itself."""

from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import OF_COMMITTEE
from mediation_app.domain.journal import Changes, JournalEntry
from mediation_app.services.storage import Storage


class Setup:
    """Reads and changes what the letterhead and the case numbers are made of."""

    def __init__(self, storage: Storage) -> None:
        self._units = storage.units
        self._queries = storage.queries

    def committee(self) -> Committee:
        """Return the committee whose desk this is."""
        with self._units() as work:
            return work.committees.get()

    def history(self) -> tuple[JournalEntry, ...]:
        """Return what happened to the committee's record, oldest first."""
        return self._queries.history(OF_COMMITTEE)

    def save(self, shown: Committee, wanted: Committee) -> Changes:
        """Store what was changed."""
        with self._units() as work:
            work.committees.save(shown, wanted, "edit")
            return work.commit()
