"""The list of cases as an item model that holds only what is looked at."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from mediation_app.services.lookup import Lookup
from ui.cases.listing import Listing, WindowStore, fetch_listing, fetch_windows
from ui.cases.rows import Column, Row, column_titles
from ui.rows import Index
from ui.tasks import Tasks
from ui.windowed_model import LEFT, WindowedModel, windows_around

MOST_ROWS = 2_000_000_000
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CasesModel(WindowedModel):
    """Knows how many cases fit, and fetches windows of rows as they come into sight."""

    loaded = Signal(str)
    """The list for this text is there."""

    def __init__(self, lookup: Lookup, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(column_titles(), parent)
        self._lookup = lookup
        self._tasks = tasks
        self._store = WindowStore()
        self._text = ""
        self._fetch_soon.timeout.connect(self._fetch_wanted)

    @property
    def text(self) -> str:
        """What the cases fit."""
        return self._text

    def load(self, text: str, first_row: int = 0) -> None:
        """Fetch the list for a text anew; what is shown stays until the answer is there."""
        windows = windows_around(first_row)
        self._tasks.run_latest(
            "list", self, lambda: fetch_listing(self._lookup, text, windows), self._on_listing
        )

    def row(self, number: int) -> Row | None:
        """Return a row that is in memory."""
        return self._store.row(number)

    def place_of(self, case_id: str) -> int | None:
        """Return the row number of a case that is in memory."""
        return self._store.place_of(case_id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text; one that is not in memory yet is asked for."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            row = self._store.row(index.row())
            if row is not None:
                return row.texts[index.column()]
            return self._ask_for(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _AMOUNT:
            return RIGHT
        return None

    def _alignment_of(self, column: int) -> Qt.AlignmentFlag:
        return RIGHT if column == _AMOUNT else LEFT

    def _fetch_wanted(self) -> None:
        windows, text = tuple(sorted(self._wanted)), self._text
        self._wanted.clear()
        self._tasks.run_latest(
            "windows",
            self,
            lambda: Listing(text, 0, fetch_windows(self._lookup, text, windows)),
            self._on_windows,
        )

    def _on_windows(self, listing: Listing) -> None:
        if listing.text != self._text:
            return
        self._store.keep(listing.windows)
        for number in listing.windows:
            self._announce(number)

    def _on_listing(self, listing: Listing) -> None:
        count = min(listing.count, MOST_ROWS)
        if listing.text == self._text and count == self._count:
            self._store.replace(listing.windows)
            self._announce_rows(0, self._count - 1)
        else:
            self.beginResetModel()
            self._text, self._count = listing.text, count
            self._store.replace(listing.windows)
            self.endResetModel()
        self.loaded.emit(listing.text)


_AMOUNT = tuple(Column).index(Column.AMOUNT)
