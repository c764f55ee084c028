"""Keeps the agenda worked out in the background, and tells how much of it is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_app.domain.boards import Board
from mediation_app.domain.journal import Changes
from mediation_app.services.agenda import View
from mediation_app.services.desk import Desk
from ui.tasks import Tasks

AGAIN_MS = 10 * 60 * 1000
"""So often the boards are counted again though nobody saved anything."""
TOGETHER_MS = 300
"""Saves that follow each other within this time are worked out in one go."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each board, and how many cases are still to be worked out."""

    counts: Mapping[Board, int] = field(default_factory=dict)
    left: int = 0


class AgendaWatch(QObject):
    """Works out what changed, a portion at a time, so that others get their turn between."""

    told = Signal(object)
    """Numbers: the boards were counted again."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.numbers = Numbers()
        self.view = View()
        self._desk = desk
        self._tasks = tasks
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._soon.timeout.connect(self.look)
        # Another day begins, too, while the window is left open.
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        self._again.start()
        tasks.changed.connect(self._on_changed)

    def look(self) -> None:
        """Work out what changed, and count."""
        agenda, view = self._desk.agenda, self.view

        def work() -> Numbers:
            left = agenda.arrange()
            return Numbers(agenda.counts(view), left)

        # What cannot be stored is told by whoever stores it; the numbers stay as they were.
        self._tasks.run_latest("agenda", self, work, self._show, lambda _: None)

    def show_of(self, view: View) -> None:
        """Count for somebody else from now on."""
        if view != self.view:
            self.view = view
            self.look()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.case_ids or changes.is_committee_changed) and not self._soon.isActive():
            self._soon.start()

    def _show(self, numbers: Numbers) -> None:
        self.numbers = numbers
        if numbers.left and not self._soon.isActive():
            self._soon.start(0)
        self.told.emit(numbers)
