"""Chooses the case to which a file belongs that came into the wrong one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import CaseLine
from ui.buttons import is_enter
from ui.fields.line_edit import LineEdit
from ui.measures import limit
from ui.pages import Workplace
from ui.panel import Panel
from ui.styling import column, words

_MOST_SHOWN = 12
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class MovePanel(Panel):
    """A line to find a case with, and the cases that fit."""

    chosen = Signal(str)
    """The id of the case."""

    def __init__(self, window: QWidget, place: Workplace, own_id: str, name: str) -> None:
        super().__init__(window)
        self._place = place
        self._own_id = own_id
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("姓名 / 拼音 / 案号 / 电话尾号"))
        self.line.setAccessibleName(self.tr("查找案件"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("移到哪一件案件"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._choose)
        what = self.tr("“{name}”移到其他案件").format(name=name)
        heading = words(what, role="heading", wraps=True)
        told = words(self.tr("两件案件的流水都会记下这次移动"), tone="muted", wraps=True)
        self.setLayout(column(heading, told, self.line, self.list, margins=16))
        limit(self, minimumWidth=440, maximumWidth=440, minimumHeight=360)
        self.closed.connect(self.deleteLater)
        self._search()

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
            if is_enter(event):
                item = self.list.currentItem()
                if item is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        typed, lines = self.line.text().strip(), self._place.desk.lookup.lines
        self._place.tasks.run_latest(
            "move", self, lambda: lines(typed, _MOST_SHOWN), self._show_lines
        )

    def _show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        self.list.clear()
        for line in lines:
            if line.id != self._own_id:
                names = "、".join(mask_name(name) for name in line.applicants)
                item = QListWidgetItem(f"{line.number or self.tr('草稿')}　{names}")
                item.setData(Qt.ItemDataRole.UserRole, line.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        case_id = str(item.data(Qt.ItemDataRole.UserRole))
        self.close_panel()
        self.chosen.emit(case_id)
