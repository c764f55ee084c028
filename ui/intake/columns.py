"""As many columns as there is room for."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.measures import scaled, space

LEAST_PX = 300
GAP_PX = 24


class Columns(QWidget):
    """Parts side by side, or one below the other where the window is narrow or the zoom high."""

    def __init__(self, parts: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._parts = parts
        self._count = 0
        self._grid = QGridLayout(self)
        space(self._grid, GAP_PX, (20, 12, 20, 12))
        self._arrange(len(parts))

    @property
    def count(self) -> int:
        """The number of columns now."""
        return self._count

    def minimumSizeHint(self) -> QSize:
        """Ask for one column only; the others come when there is room."""
        width = max(each.minimumSizeHint().width() for each in self._parts)
        return QSize(width + scaled(2 * 20), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew where the room has changed."""
        super().resizeEvent(event)
        room = (self.width() - scaled(2 * 20) + scaled(GAP_PX)) // scaled(LEAST_PX + GAP_PX)
        self._arrange(min(max(room, 1), len(self._parts)))

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for no, part in enumerate(self._parts):
            self._grid.addWidget(part, no // count, no % count)
        for no in range(len(self._parts)):
            self._grid.setColumnStretch(no, 1 if no < count else 0)
        self.updateGeometry()
