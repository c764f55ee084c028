"""What became of the cases of this month, each number with the list behind it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from mediation_app.domain.boards import RESULTS, Board
from mediation_app.services.agenda import BOARD_NAMES
from ui.buttons import PushButton
from ui.fields.wrapping_row import WrappingRow
from ui.sentences import spoken
from ui.styling import mark, words


class ResultButton(PushButton):
    """A result, and how many cases of the month it became."""

    def __init__(self, board: Board, key: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self._name = spoken(BOARD_NAMES[board])
        self.setToolTip(f"{self._name}  {key}")
        mark(self, kind="quiet")
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Show how long the list is."""
        self.setText(f"{self._name} {number:,}")
        self.setAccessibleName(f"{self._name} {number}")


class ResultLine(QFrame):
    """All results in a line; one is chosen at most, and none while a board is."""

    chosen = Signal(object)
    """The ``Board``."""

    def __init__(self, group: QButtonGroup) -> None:
        super().__init__()
        heading = self.tr("本月结果")
        self.setAccessibleName(heading)
        self.buttons = {
            board: ResultButton(board, f"Ctrl+Alt+{number}")
            for number, board in enumerate(RESULTS, 1)
        }
        for board, each in self.buttons.items():
            group.addButton(each)
            each.clicked.connect(lambda _=False, board=board: self.chosen.emit(board))
        name = words(heading, role="caption")
        self.setLayout(WrappingRow((name, *self.buttons.values()), gap_px=2))

    def show_numbers(self, counts: Mapping[Board, int]) -> None:
        """Show the number of each result."""
        for board, each in self.buttons.items():
            each.show_number(counts.get(board, 0))

    def choose(self, board: Board) -> None:
        """Mark a result."""
        self.buttons[board].setChecked(True)
