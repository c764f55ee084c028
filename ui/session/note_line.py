"""The line for quick notes: @甲 #诉求 …, with what can stand behind @ and #."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_app.domain.quick_notes import completed, completions
from ui.fields.choices import Choice
from ui.fields.line_edit import LineEdit
from ui.fields.suggestions import Suggestions
from ui.styling import button, mark, row

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteLine(QWidget):
    """Enter takes the note; Tab or Enter takes what is marked in the list; Esc closes the list."""

    entered = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEdit()
        self.line.setAccessibleName(self.tr("快记"))
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_edited)
        self.line.left.connect(self._close)
        self.take = button(self.tr("记下"), self._enter, hint=self.tr("Enter"))
        self.suggestions = Suggestions(self.line)
        self.suggestions.chosen.connect(self.complete)
        self.destroyed.connect(self.suggestions.deleteLater)
        layout = row(self.line, self.take, spacing=6)
        layout.setStretchFactor(self.line, 1)
        self.setLayout(layout)
        self.show_apart(is_apart=False)

    def show_apart(self, *, is_apart: bool) -> None:
        """Say for whom the next note is."""
        mark(self.line, tone="apart" if is_apart else "")
        self.line.setPlaceholderText(
            self.tr("只有您能看到：@甲 #底线 …")
            if is_apart
            else self.tr("@甲 #诉求 …　@乙 #方案 1100*24　@我 只有您能看到")
        )

    def rest(self, *, is_over: bool) -> None:
        """Take notes no longer where the case is over, or take them again."""
        if is_over is self.isEnabled():
            self.setEnabled(not is_over)
            self.line.setToolTip(self.tr("案件已经结束，不能再记") if is_over else "")

    def show_text(self, text: str) -> None:
        """Show text, as what was being typed when the session was left."""
        self.line.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list with the keys that reach the line."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if event.type() is QEvent.Type.ShortcutOverride:
            if self.suggestions.isVisible() and key is Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        if event.type() is not QEvent.Type.KeyPress or self.line.is_composing:
            return False
        return self._steer(key) if self.suggestions.isVisible() else self._take(key)

    def _steer(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self.suggestions.move_by(_MOVES[key])
        elif key in (*_ENTER, Qt.Key.Key_Tab):
            self.suggestions.choose_current()
        elif key is Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _take(self, key: Qt.Key) -> bool:
        if key in _ENTER:
            self._enter()
        return key in _ENTER

    def _enter(self) -> None:
        text = self.line.text()
        if text.strip():
            self.line.clear()
            self.entered.emit(text)

    def _on_edited(self, text: str) -> None:
        self.typed.emit(text)
        marks = completions(text) if self.line.cursorPosition() == len(text) else ()
        self.suggestions.offer([Choice(each, each) for each in marks], None, 0)

    def complete(self, choice: Choice) -> None:
        """Put a mark in place of the word begun."""
        self.line.setText(completed(self.line.text(), str(choice.value)))
        self.typed.emit(self.line.text())

    def _close(self) -> None:
        self.suggestions.hide()
