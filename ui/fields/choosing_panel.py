"""A panel with a line to type a part into, and below it the things that fit."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.buttons import is_enter
from ui.fields.line_edit import LineEdit
from ui.panel import Panel

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChoosingPanel(Panel):
    """Goes through the list and chooses from it while the caret stays in the line."""

    chosen = Signal(object)
    """What was given with the words that were chosen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.line = LineEdit()
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._choose)
        self.closed.connect(self.deleteLater)

    def show_choices(self, choices: Iterable[tuple[str, object]]) -> None:
        """Show what fits, each with its words; the first of them is chosen by Enter."""
        self.list.clear()
        for text, what in choices:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, what)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

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

    def _choose(self, item: QListWidgetItem) -> None:
        what = item.data(Qt.ItemDataRole.UserRole)
        self.close_panel()
        self.chosen.emit(what)
