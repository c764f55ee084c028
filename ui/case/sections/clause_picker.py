"""The panel in which a clause is chosen by typing a part of it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.clauses import Clause, read_clauses
from resources.wordings import clause_library
from ui.fields.line_edit import LineEdit
from ui.measures import limit
from ui.panel import Panel
from ui.sentences import term
from ui.styling import column, words

EDITION = "2026-01"
_SHOWN_LENGTH = 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ClausePicker(Panel):
    """A line to filter with, and the clauses that fit."""

    chosen = Signal(object)
    """The ``Clause``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._clauses = (*read_clauses(clause_library(EDITION)), Clause(TermKind.FREE, "", "qt"))
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("条款名称、拼音首字母或其中的字，例如 fqhk"))
        self.line.setAccessibleName(self.tr("查找条款"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("条款"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.line.textChanged.connect(self._show_fitting)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        heading = words(self.tr("添加条款"), role="heading")
        self.setLayout(column(heading, self.line, self.list, margins=16))
        limit(self, minimumWidth=460, maximumWidth=460, minimumHeight=420)
        self.closed.connect(self.deleteLater)
        self._show_fitting("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and choose in the list while the caret stays in the line."""
        if (
            watched is self.line
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not self.line.is_composing
        ):
            key = Qt.Key(event.key())
            if key in _MOVES:
                row = self.list.currentRow() + _MOVES[key]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in _ENTER:
                item = self.list.currentItem()
                if item is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _show_fitting(self, typed: str) -> None:
        self.list.clear()
        for clause in fitting_clauses(self._clauses, typed):
            plain = clause.text.replace("{", "").replace("}", "")
            item = QListWidgetItem(f"{term(clause.kind.value)}　{plain[:_SHOWN_LENGTH]}")
            item.setData(Qt.ItemDataRole.UserRole, clause)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        clause = item.data(Qt.ItemDataRole.UserRole)
        self.close_panel()
        self.chosen.emit(clause)


def fitting_clauses(clauses: Iterable[Clause], typed: str) -> tuple[Clause, ...]:
    """Return the clauses that fit, those whose name or initials begin with it first."""
    wanted = typed.strip().casefold()

    def rank(clause: Clause) -> int:
        name = term(clause.kind.value).casefold()
        if name.startswith(wanted) or clause.initials.startswith(wanted):
            return 0
        return 1 if wanted in name or wanted in clause.initials else 2

    fitting = (each for each in clauses if rank(each) < 2 or wanted in each.text)  # noqa: PLR2004
    return tuple(sorted(fitting, key=rank))
