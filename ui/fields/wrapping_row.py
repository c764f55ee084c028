"""Widgets side by side that go on in the next line where there is no room."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.measures import scaled


class WrappingRow(QLayout):
    """Breaks lines as a text does; what is wider than a line gets the whole of it.

    What is less high than others in its line stands in the middle of it; where ``from_top`` is
    set, at its top, beside fields under which a remark may appear.
    """

    def __init__(
        self, widgets: Iterable[QWidget], gap_px: int = 10, *, from_top: bool = False
    ) -> None:
        super().__init__()
        self._gap_px = gap_px
        self._from_top = from_top
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high its lines are together."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """Return the room of a single line."""
        hints = [each.sizeHint() for each in self._items]
        gaps = (len(hints) - 1) * scaled(self._gap_px)
        width = sum(hint.width() for hint in hints) + max(gaps, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room without which the widest one says nothing."""
        width = max((each.minimumSize().width() for each in self._items), default=0)
        return QSize(width, max((each.sizeHint().height() for each in self._items), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        y = rect.top()
        for line in self._lines(rect.width()):
            x, height_px = rect.left(), max(size.height() for _, size in line)
            for item, size in line:
                if moves:
                    lower = 0 if self._from_top else (height_px - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + lower), size))
                x += size.width() + scaled(self._gap_px)
            y += height_px
        return y - rect.top()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """Yield what stands in each line, with the size it gets."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + scaled(self._gap_px)
        if line:
            yield line
