"""The boards one below the other, each with its number."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel

from mediation_app.domain.boards import TASKS, Board
from mediation_app.services.agenda import BOARD_NAMES
from ui.buttons import PushButton
from ui.measures import limit
from ui.sentences import spoken
from ui.styling import column, mark, row, words

WIDTH_PX = 168
HEIGHT_PX = 38
_WORRYING = {Board.OVERDUE: "error", Board.IDLE: "warning", Board.UNANSWERED: "warning"}


class BoardButton(PushButton):
    """A board and its number."""

    def __init__(self, board: Board, key: str) -> None:
        super().__init__()
        self.board = board
        self.setCheckable(True)
        self._name = spoken(BOARD_NAMES[board])
        self.setToolTip(f"{self._name}  {key}")
        mark(self, kind="quiet")
        self.number = _still(words("", role="strong"))
        self.setLayout(row(_still(words(self._name)), None, self.number, margins=(12, 4, 12, 4)))
        limit(self, minimumHeight=HEIGHT_PX)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Show how long the list is."""
        self.number.setText(f"{number:,}")
        mark(self.number, tone=_WORRYING.get(self.board, "accent") if number else "muted")
        self.setAccessibleName(f"{self._name} {number}")


class BoardList(QFrame):
    """All boards; one is chosen."""

    chosen = Signal(object)
    """The ``Board``."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("看板"))
        self.group = QButtonGroup(self)
        self.buttons = {
            board: BoardButton(board, f"Ctrl+{number}") for number, board in enumerate(TASKS, 1)
        }
        for board, each in self.buttons.items():
            self.group.addButton(each)
            each.clicked.connect(lambda _=False, board=board: self.chosen.emit(board))
        self.setLayout(column(*self.buttons.values(), None, spacing=2, margins=(0, 0, 8, 0)))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)

    def show_numbers(self, counts: Mapping[Board, int]) -> None:
        """Show the number of each board."""
        for board, each in self.buttons.items():
            each.show_number(counts.get(board, 0))

    def choose(self, board: Board) -> None:
        """Mark a board."""
        self.buttons[board].setChecked(True)


def _still(label: QLabel) -> QLabel:
    """Let clicks pass through to the button."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
