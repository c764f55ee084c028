"""Words that are shortened where there is no room, and tell all in their tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.buttons import PushButton
from ui.measures import scaled
from ui.styling import mark

ROUNDING_PX = 2
"""Widths of letters are fractions; what just fits must not be cut."""


class Elided(QLabel):
    """One line, cut with … at its end."""

    def __init__(self, *, role: str = "", tone: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        mark(self, role=role, tone=tone)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._text) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Let the text be cut."""
        return QSize(self.fontMetrics().horizontalAdvance("汉汉…"), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown)
        self.setToolTip(self._text if shown != self._text else "")


class ElidedButton(PushButton):
    """A button; where there is no room its words have dots, and its tip says the rest."""

    def __init__(
        self, least_px: int, dots: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self._dots = dots
        self._whole = self._hint = ""
        self._least_px = least_px
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, hint: str = "") -> None:
        """Show a text; the hint is what its tip says besides."""
        self._whole, self._hint = text, hint
        self.setAccessibleName(text)
        self.setText(text)
        self.updateGeometry()
        self._fit()

    def cut(self, dots: Qt.TextElideMode) -> None:
        """Put the dots elsewhere from now on."""
        self._dots = dots
        self._fit()

    def whole_text(self) -> str:
        """Return the text, also where it is not all shown."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Return the size that the whole text wants."""
        shown = super().sizeHint()
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(self.text())
        return QSize(shown.width() + more + ROUNDING_PX, shown.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which it still says something."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), scaled(self._least_px)), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the letters change their size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        whole = metrics.horizontalAdvance(self._whole)
        around = self.sizeHint().width() - ROUNDING_PX - whole
        room = self.width() - around
        shown = metrics.elidedText(self._whole, self._dots, max(0, room))
        if shown != self.text():
            self.setText(shown)
        is_whole = shown == self._whole and bool(self._hint)
        tip = self._hint if is_whole else f"{self._whole}\n{self._hint}".strip()
        self.setToolTip(tip)
