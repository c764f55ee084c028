"""A panel that floats above the page and belongs to the window.

It is a child of the window and no popup, so input methods work in and around it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.measures import scaled
from ui.styling import mark

MARGIN_PX = 8


class Panel(QFrame):
    """Opens beside a widget; closes by a click elsewhere, and by the window on Esc."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        mark(self, role="panel")
        application = QApplication.instance()
        assert application is not None
        self._application = application
        self._anchor: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.hide()

    def open_at(self, anchor: QWidget, *, takes_focus: bool = True) -> None:
        """Show the panel above or below the anchor, wherever there is room."""
        self._anchor = anchor
        self._focus_before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self._application.installEventFilter(self)
        if takes_focus:
            self.setFocus()
            self.focusNextChild()

    def place(self) -> None:
        """Take the size of the contents and the place beside the anchor."""
        window = self.parentWidget()
        if self._anchor is None or window is None:
            return
        self.adjustSize()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            # Qt measures before the width is cut to what the panel may have.
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        margin = scaled(MARGIN_PX)
        corner = self._anchor.mapTo(window, QPoint(0, 0))
        below = corner.y() + self._anchor.height() + margin // 2
        above = corner.y() - self.height() - margin // 2
        fits_below = below + self.height() + margin <= window.height()
        rightmost = window.width() - self.width() - margin
        x = max(margin, min(corner.x(), rightmost))
        lowest = max(margin, window.height() - self.height() - margin)
        self.move(x, min(below, lowest) if fits_below or above < margin else above)

    def close_panel(self) -> None:
        """Hide the panel and give the focus back."""
        if self.isHidden():
            return
        self._application.removeEventFilter(self)
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._focus_before is not None:
            self._focus_before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when somebody clicks elsewhere or the window changes its size."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            at_anchor = self._anchor is not None and (
                watched is self._anchor or self._anchor.isAncestorOf(watched)
            )
            if not inside and not at_anchor:
                self.close_panel()
        elif kind == QEvent.Type.Resize and watched is self.parentWidget():
            self.close_panel()
        return False
