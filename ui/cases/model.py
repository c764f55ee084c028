"""The list of cases as an item model that holds only what is looked at."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from mediation_app.services.lookup import Lookup
from ui.cases.listing import (
    WINDOW_ROWS,
    Listing,
    WindowStore,
    fetch_listing,
    fetch_windows,
)
from ui.cases.rows import Column, Row, column_titles
from ui.tasks import Tasks

Index = QModelIndex | QPersistentModelIndex
LOADING = "…"
MOST_ROWS = 2_000_000_000
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CasesModel(QAbstractTableModel):
    """Knows how many cases fit, and fetches windows of rows as they come into sight."""

    loaded = Signal(str)
    """The list for this text is there."""

    def __init__(self, lookup: Lookup, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._tasks = tasks
        self._titles = column_titles()
        self._store = WindowStore()
        self._count = 0
        self._text = ""
        self._wanted: set[int] = set()
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch_wanted)

    @property
    def text(self) -> str:
        """What the cases fit."""
        return self._text

    def load(self, text: str, first_row: int = 0) -> None:
        """Fetch the list for a text anew; what is shown stays until the answer is there."""
        windows = tuple({first_row // WINDOW_ROWS, (first_row + WINDOW_ROWS // 2) // WINDOW_ROWS})
        self._tasks.run_latest(
            "list", self, lambda: fetch_listing(self._lookup, text, windows), self._on_listing
        )

    def row(self, number: int) -> Row | None:
        """Return a row that is in memory."""
        return self._store.row(number)

    def place_of(self, case_id: str) -> int | None:
        """Return the row number of a case that is in memory."""
        return self._store.place_of(case_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many cases fit."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

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

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_amount = section == _AMOUNT
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return RIGHT if is_amount else left
        return None

    def _ask_for(self, row_number: int) -> str:
        self._wanted.add(row_number // WINDOW_ROWS)
        if not self._fetch_soon.isActive():
            self._fetch_soon.start()
        return LOADING

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
            self._announce(number * WINDOW_ROWS, (number + 1) * WINDOW_ROWS - 1)

    def _on_listing(self, listing: Listing) -> None:
        count = min(listing.count, MOST_ROWS)
        if listing.text == self._text and count == self._count:
            self._store.replace(listing.windows)
            self._announce(0, self._count - 1)
        else:
            self.beginResetModel()
            self._text, self._count = listing.text, count
            self._store.replace(listing.windows)
            self.endResetModel()
        self.loaded.emit(listing.text)

    def _announce(self, first: int, last: int) -> None:
        last = min(last, self._count - 1)
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


_AMOUNT = tuple(Column).index(Column.AMOUNT)
