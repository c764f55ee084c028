"""The card of cases that may be about the same person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from mediation_app.ports.queries import CaseLine
from ui.measures import space
from ui.sentences import term
from ui.styling import button, column, mark, words

_MOST_SHOWN = 3


class SimilarCard(QFrame):
    """Says that this person was here before, and opens the case."""

    case_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="notice", tone="warning")
        self.lines: tuple[CaseLine, ...] = ()
        self.heading = words("", role="strong", wraps=True)
        self._list = QVBoxLayout()
        space(self._list, 2, (0, 0, 0, 0))
        self.setLayout(column(self.heading, self._list, spacing=4, margins=(12, 8, 12, 8)))
        # The card takes the width it is given and never pushes the columns apart.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Show these cases; hide where there are none."""
        if lines == self.lines:
            return
        self.lines = lines
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.heading.setText(
            self.tr("可能重复：已有 {count} 件　打开第一件 Alt+L").format(count=len(lines))
        )
        for line in lines[:_MOST_SHOWN]:
            self._list.addWidget(button(_words_of(line), self._opener(line.id), kind="link"))
        self.setVisible(bool(lines))

    def open_first(self) -> None:
        """Open the first of them."""
        if self.lines:
            self.case_chosen.emit(self.lines[0].id)

    def _opener(self, case_id: str) -> Callable[[], None]:
        return lambda: self.case_chosen.emit(case_id)


def _words_of(line: CaseLine) -> str:
    """Return what tells the cases of one person apart; the name they have in common."""
    filed_on = line.filed_on.isoformat() if line.filed_on else ""
    parts = (line.number, term(line.stage.value), filed_on)
    return " · ".join(each for each in parts if each)
