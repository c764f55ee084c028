"""The committee describes itself."""

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.ports.storage import UnitsOfWork


class Setup:
    """Reads and changes what the letterhead and the case numbers are made of."""

    def __init__(self, units: UnitsOfWork) -> None:
        self._units = units

    def committee(self) -> Committee:
        """Return the committee whose desk this is."""
        with self._units() as work:
            return work.committees.get()

    def save(self, shown: Committee, wanted: Committee) -> Changes:
        """Store what was changed."""
        with self._units() as work:
            work.committees.save(shown, wanted, "edit")
            return work.commit()
