"""Editors that leave undo to their page and never disturb an input method."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.fields.composing import ComposingLine, ComposingText
from ui.measures import scaled

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FRAME_PX = 10
_DOCUMENT_MARGIN_PX = 4


def _is_undoing(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDOING)


if TYPE_CHECKING:

    class _Editor(QWidget):
        """What stands behind ``_OnPage`` in each editor."""

        entered = Signal()
        left = Signal()
else:
    _Editor = object


class _OnPage(_Editor):
    """What editors of one line and of several do alike; it stands before the editor."""

    def event(self, event: QEvent) -> bool:
        """Let the page's shortcuts have undo and redo."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_undoing(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo and redo on."""
        if _is_undoing(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was entered."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class LineEdit(_OnPage, ComposingLine):
    """One line; undo and redo go to the page, whose history spans all fields."""

    entered = Signal()
    left = Signal()


class TextEdit(_OnPage, ComposingText):
    """Several lines, as high as what is in them; Tab goes on to the next field."""

    entered = Signal()
    left = Signal()

    def __init__(self, least_lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._grows = True
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def stay(self) -> None:
        """Keep the given height and scroll inside, for screens that must not grow."""
        self._grows = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        lines = self._least_lines
        if self._grows:
            lines = max(lines, int(self.document().size().height()))
        height = (
            lines * self.fontMetrics().lineSpacing()
            + scaled(_FRAME_PX)
            + 2 * _DOCUMENT_MARGIN_PX
            + 2
        )
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the text, so that the page scrolls and not the field."""
        return QSize(scaled(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the new width wraps the text otherwise."""
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            # The layout that is resizing us now would not hear it.
            QTimer.singleShot(0, self, self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass undo, redo and Ctrl+Enter on to the page."""
        is_ctrl_enter = (
            event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        # Where there is no next field, Tab would end up in the text.
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if is_ctrl_enter or is_tab:
            event.ignore()
            return
        super().keyPressEvent(event)
