"""The list of a board as an item model that holds only what is looked at."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from mediation_app.domain.boards import Board
from mediation_app.services.agenda import Agenda, View
from ui.colours import colours_now
from ui.rows import Index
from ui.tasks import Tasks
from ui.today.rows import Looker, Row, column_titles, row_of
from ui.windowed_model import WINDOW_ROWS, WindowedModel, windows_around


@dataclass(frozen=True, slots=True)
class WantedList:
    """Which list, and who looks at it."""

    board: Board
    view: View
    looker: Looker


@dataclass(frozen=True, slots=True)
class Answer:
    """How long a list is, and some windows of it."""

    wanted: WantedList
    count: int
    windows: dict[int, tuple[Row, ...]] = field(default_factory=dict)


class BoardModel(WindowedModel):
    """Knows how long the list is, and fetches windows of rows as they come into sight."""

    loaded = Signal()

    def __init__(self, agenda: Agenda, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(column_titles(), parent)
        self._agenda = agenda
        self._tasks = tasks
        self._windows: dict[int, tuple[Row, ...]] = {}
        self._list: WantedList | None = None
        self._fetch_soon.timeout.connect(self._fetch_wanted)

    def load(self, wanted: WantedList, first_row: int = 0) -> None:
        """Fetch a list anew; what is shown stays until the answer is there."""
        agenda = self._agenda
        windows = windows_around(first_row)

        def work() -> Answer:
            count = agenda.count(wanted.board, wanted.view)
            return Answer(wanted, count, _fetched(agenda, wanted, windows))

        self._tasks.run_latest("list", self, work, self._on_list)

    def row(self, number: int) -> Row | None:
        """Return a row that is in memory."""
        rows = self._windows.get(number // WINDOW_ROWS, ())
        place = number % WINDOW_ROWS
        return rows[place] if number >= 0 and place < len(rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text; one that is not in memory yet is asked for."""
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._ask_for(index.row()) if row is None else row.texts[index.column()]
        is_day = index.column() == 0 and row is not None
        if role == Qt.ItemDataRole.ForegroundRole and is_day and row is not None and row.tone:
            return QColor(getattr(colours_now(), row.tone))
        return None

    def _fetch_wanted(self) -> None:
        agenda, wanted, windows = self._agenda, self._list, tuple(self._wanted)
        self._wanted.clear()
        if wanted is not None:
            self._tasks.run_latest(
                "windows",
                self,
                lambda: Answer(wanted, 0, _fetched(agenda, wanted, windows)),
                self._on_windows,
            )

    def _on_windows(self, answer: Answer) -> None:
        if answer.wanted != self._list:
            return
        self._windows |= answer.windows
        for number in answer.windows:
            self._announce(number)

    def _on_list(self, answer: Answer) -> None:
        self.beginResetModel()
        self._list, self._count = answer.wanted, answer.count
        self._windows = answer.windows
        self.endResetModel()
        self.loaded.emit()


def _fetched(
    agenda: Agenda, wanted: WantedList, windows: tuple[int, ...]
) -> dict[int, tuple[Row, ...]]:
    return {
        each: tuple(
            row_of(line, wanted.looker)
            for line in agenda.lines(wanted.board, wanted.view, WINDOW_ROWS, each * WINDOW_ROWS)
        )
        for each in sorted(windows)
    }
