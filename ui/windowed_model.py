"""A long list as an item model that holds only what is looked at."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)

from ui.rows import Index

WINDOW_ROWS = 100
LOADING = "…"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WindowedModel(QAbstractTableModel):
    """Knows how long its list is, and asks for windows of rows as they come into sight."""

    def __init__(self, titles: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._count = 0
        self._wanted: set[int] = set()
        """Numbers of windows that came into sight and are not in memory."""
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        """Its ``timeout`` is connected to what fetches the windows in ``_wanted``."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the length of the list."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment_of(section)
        return None

    def _alignment_of(self, column: int) -> Qt.AlignmentFlag:  # noqa: ARG002 - for those that differ
        return LEFT

    def _ask_for(self, row_number: int) -> str:
        """Have a row fetched; return what is shown until it is there."""
        self._wanted.add(row_number // WINDOW_ROWS)
        if not self._fetch_soon.isActive():
            self._fetch_soon.start()
        return LOADING

    def _announce(self, window: int) -> None:
        """Have the rows of a window shown anew."""
        self._announce_rows(window * WINDOW_ROWS, (window + 1) * WINDOW_ROWS - 1)

    def _announce_rows(self, first: int, last: int) -> None:
        last = min(last, self._count - 1)
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._titles) - 1))


def windows_around(first_row: int) -> tuple[int, ...]:
    """Return the windows that are in sight when a row stands at the top."""
    return tuple({first_row // WINDOW_ROWS, (first_row + WINDOW_ROWS // 2) // WINDOW_ROWS})
