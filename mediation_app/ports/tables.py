"""The tables that a station brought itself: rest days of a year, and limits."""

from collections.abc import Sequence
from typing import Protocol


class StationTables(Protocol):
    """Keeps the imported tables of one station as the texts they came in."""

    def year_tables(self) -> Sequence[str]:
        """Return the texts of all tables of rest days, in order of years."""
        ...

    def limits(self) -> str | None:
        """Return the text of the station's own limits; None where it has none."""
        ...

    def keep_year_table(self, year: int, text: str) -> None:
        """Keep the table of a year in place of another one of that year.

        Raises:
            StorageError: The folder cannot be written.
        """
        ...

    def keep_limits(self, text: str) -> None:
        """Keep the station's own limits in place of those it had.

        Raises:
            StorageError: The folder cannot be written.
        """
        ...
