"""Which rows of the list are in memory, and which must be fetched."""

from collections import OrderedDict
from dataclasses import dataclass, field

from mediation_app.services.lookup import Lookup
from ui.cases.rows import Row, row_of
from ui.windowed_model import WINDOW_ROWS

MOST_WINDOWS = 30


@dataclass(frozen=True, slots=True)
class Listing:
    """An answer: how many cases fit, and some windows of them."""

    text: str
    count: int
    windows: dict[int, tuple[Row, ...]] = field(default_factory=dict)


def fetch_listing(lookup: Lookup, text: str, windows: tuple[int, ...]) -> Listing:
    """Return how many cases fit the text, and these windows of rows."""
    return Listing(text, lookup.count(text), fetch_windows(lookup, text, windows))


def fetch_windows(
    lookup: Lookup, text: str, windows: tuple[int, ...]
) -> dict[int, tuple[Row, ...]]:
    """Return these windows of rows."""
    return {
        each: tuple(row_of(line) for line in lookup.lines(text, WINDOW_ROWS, each * WINDOW_ROWS))
        for each in windows
    }


class WindowStore:
    """Keeps the windows that were looked at last."""

    def __init__(self) -> None:
        self._windows: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    def row(self, number: int) -> Row | None:
        """Return the row, or None where it is not in memory."""
        window, place = divmod(number, WINDOW_ROWS)
        rows = self._windows.get(window)
        return rows[place] if rows is not None and place < len(rows) else None

    def keep(self, windows: dict[int, tuple[Row, ...]]) -> None:
        """Keep these windows; the ones that were fetched longest ago make room."""
        for number, rows in windows.items():
            self._windows[number] = rows
            self._windows.move_to_end(number)
        while len(self._windows) > MOST_WINDOWS:
            self._windows.popitem(last=False)

    def replace(self, windows: dict[int, tuple[Row, ...]]) -> None:
        """Forget everything but these windows."""
        self._windows.clear()
        self.keep(windows)

    def place_of(self, case_id: str) -> int | None:
        """Return the row number of a case that is in memory."""
        for number, rows in self._windows.items():
            for place, row in enumerate(rows):
                if row.line.id == case_id:
                    return number * WINDOW_ROWS + place
        return None
