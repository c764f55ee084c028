"""A box to tick whose words end in dots where there is no room; its tip says the rest."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter

from ui.measures import scaled

LEAST_PX = 140


class Tick(QCheckBox):
    """A check box that may be narrower than its words; ``text`` stays the whole text."""

    def whole_text(self) -> str:
        """Return the text, also where it is not all shown."""
        return self.text()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which it still says something."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), scaled(LEAST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the tip what there is no room for."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as far as there is room."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._shown()
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_CheckBox, option)

    def _shown(self) -> str:
        lacking = self.sizeHint().width() - self.width()
        if lacking <= 0:
            return self.text()
        metrics = self.fontMetrics()
        room = metrics.horizontalAdvance(self.text()) - lacking
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0))
