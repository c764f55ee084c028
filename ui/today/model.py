"""The list of a board as an item model that holds only what is looked at."""

from dataclasses import dataclass, field
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
from PySide6.QtGui import QColor

from mediation_app.domain.boards import Board
from mediation_app.services.agenda import Agenda, View
from ui.colours import colours_now
from ui.tasks import Tasks
from ui.today.rows import Column, Looker, Row, column_titles, row_of

Index = QModelIndex | QPersistentModelIndex
WINDOW_ROWS = 100
LOADING = "…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which list, and who looks at it."""

    board: Board
    view: View
    looker: Looker


@dataclass(frozen=True, slots=True)
class Answer:
    """How long a list is, and some windows of it."""

    wanted: Wanted
    count: int
    windows: dict[int, tuple[Row, ...]] = field(default_factory=dict)


class BoardModel(QAbstractTableModel):
    """Knows how long the list is, and fetches windows of rows as they come into sight."""

    loaded = Signal()

    def __init__(self, agenda: Agenda, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agenda = agenda
        self._tasks = tasks
        self._titles = column_titles()
        self._windows: dict[int, tuple[Row, ...]] = {}
        self._asked: set[int] = set()
        self._count = 0
        self._wanted: Wanted | None = None
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch_asked)

    def load(self, wanted: Wanted, first_row: int = 0) -> None:
        """Fetch a list anew; what is shown stays until the answer is there."""
        agenda = self._agenda
        windows = {first_row // WINDOW_ROWS, (first_row + WINDOW_ROWS // 2) // WINDOW_ROWS}

        def work() -> Answer:
            count = agenda.count(wanted.board, wanted.view)
            return Answer(wanted, count, _fetched(agenda, wanted, windows))

        self._tasks.run_latest("list", self, work, self._on_list)

    def row(self, number: int) -> Row | None:
        """Return a row that is in memory."""
        rows = self._windows.get(number // WINDOW_ROWS, ())
        place = number % WINDOW_ROWS
        return rows[place] if number >= 0 and place < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of the board."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text; one that is not in memory yet is asked for."""
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._ask_for(index.row()) if row is None else row.texts[index.column()]
        is_day = index.column() == 0 and row is not None
        if role == Qt.ItemDataRole.ForegroundRole and is_day and row is not None and row.tone:
            return QColor(getattr(colours_now(), row.tone))
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
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _ask_for(self, row_number: int) -> str:
        self._asked.add(row_number // WINDOW_ROWS)
        if not self._fetch_soon.isActive():
            self._fetch_soon.start()
        return LOADING

    def _fetch_asked(self) -> None:
        agenda, wanted, windows = self._agenda, self._wanted, set(self._asked)
        self._asked.clear()
        if wanted is not None:
            self._tasks.run_latest(
                "windows",
                self,
                lambda: Answer(wanted, 0, _fetched(agenda, wanted, windows)),
                self._on_windows,
            )

    def _on_windows(self, answer: Answer) -> None:
        if answer.wanted != self._wanted:
            return
        self._windows |= answer.windows
        for number in answer.windows:
            last = min((number + 1) * WINDOW_ROWS, self._count) - 1
            first = self.index(number * WINDOW_ROWS, 0)
            self.dataChanged.emit(first, self.index(last, len(Column) - 1))

    def _on_list(self, answer: Answer) -> None:
        self.beginResetModel()
        self._wanted, self._count = answer.wanted, answer.count
        self._windows = answer.windows
        self.endResetModel()
        self.loaded.emit()


def _fetched(agenda: Agenda, wanted: Wanted, windows: set[int]) -> dict[int, tuple[Row, ...]]:
    return {
        each: tuple(
            row_of(line, wanted.looker)
            for line in agenda.lines(wanted.board, wanted.view, WINDOW_ROWS, each * WINDOW_ROWS)
        )
        for each in sorted(windows)
    }
