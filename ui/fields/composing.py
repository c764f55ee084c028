"""Editors that leave an input method alone while characters are composed.

What is composed belongs to the input method until it is committed: nothing sets another text, and
the keys with which one chooses among candidates do nothing else, whichever way they arrive. Most
systems keep these keys for the input method; some hand them on as well.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_KEYS = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace),
    }
)
"""With these one chooses, confirms or calls off what is composed."""
_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def is_for_input_method(event: QEvent) -> bool:
    """Return whether a key belongs to the input method while characters are composed."""
    return event.type() in _KINDS and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS


if TYPE_CHECKING:

    class _Editor(QWidget):
        """What stands behind ``_Composing`` in each editor."""

        composed = Signal()

        def _show_late(self, text: str) -> None:
            """Show a text that had to wait."""
else:
    _Editor = object


class _Composing(_Editor):
    """What editors of one line and of several do alike; it stands before the editor."""

    is_composing = False
    """True from the first letter of a composition to its end."""
    _waiting: str | None = None

    def event(self, event: QEvent) -> bool:
        """Keep keys from doing anything else while characters are composed."""
        if self.is_composing and is_for_input_method(event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether characters are being composed."""
        was_composing, self.is_composing = self.is_composing, bool(event.preeditString())
        if event.commitString():
            self._waiting = None
        super().inputMethodEvent(event)
        if was_composing and not self.is_composing:
            self._end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the composition with the focus."""
        super().focusOutEvent(event)
        if self.is_composing:
            self.is_composing = False
            self._end()

    def _has_to_wait(self, text: str) -> bool:
        """Return whether a text is kept for later; what is committed meanwhile wins over it."""
        if self.is_composing:
            self._waiting = text
        return self.is_composing

    def _end(self) -> None:
        """Show what had to wait."""
        if self._waiting is not None:
            text, self._waiting = self._waiting, None
            self._show_late(text)
        self.composed.emit()


class ComposingLine(_Composing, QLineEdit):
    """One line."""

    composed = Signal()
    """A composition has ended, with or without characters."""

    def setText(self, text: str | None) -> None:
        """Show a text; while characters are composed it waits, and what is committed wins."""
        if not self._has_to_wait(text or ""):
            super().setText(text)

    def _show_late(self, text: str) -> None:
        self.setText(text)


class ComposingText(_Composing, QPlainTextEdit):
    """Several lines, otherwise as ``ComposingLine``."""

    composed = Signal()

    def setPlainText(self, text: str | None) -> None:
        """Show a text; while characters are composed it waits, and what is committed wins."""
        if not self._has_to_wait(text or ""):
            super().setPlainText(text or "")

    def _show_late(self, text: str) -> None:
        """Show it as what nobody typed."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
