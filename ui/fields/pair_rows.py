"""Rows of a form: two fields side by side, or one below the other where there is little room."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.measures import scaled

LEAST_PX = 230
"""Narrower than this, a field has no room beside its label."""
GAP_PX = 20
LINE_GAP_PX = 8


class PairRows(QLayout):
    """Pairs share a row where each gets ``LEAST_PX``; whatever is no pair takes the whole row."""

    def __init__(self, rows: Iterable[QWidget | tuple[QWidget, QWidget]]) -> None:
        super().__init__()
        self._rows: list[list[QLayoutItem]] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        for row in rows:
            self._rows.append([])
            for widget in row if isinstance(row, tuple) else (row,):
                self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more into the last row."""
        self._rows[-1].append(item)

    def count(self) -> int:
        """Return how many fields there are."""
        return sum(map(len, self._rows))

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, None behind the last."""
        items = list(self._all())
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go."""
        found = self.itemAt(index)
        for row in self._rows:
            if found in row:
                row.remove(found)
        return found

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high its rows are together."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the room of two columns."""
        widest = max((each.sizeHint().width() for each in self._all()), default=0)
        width = 2 * widest + scaled(GAP_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return the room of one column."""
        heights = (
            max((each.minimumSize().height() for each in row), default=0) for row in self._rows
        )
        return QSize(_least_width(self._all()), sum(heights))

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _all(self) -> Iterator[QLayoutItem]:
        return (each for row in self._rows for each in row)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        half = (rect.width() - scaled(GAP_PX)) // 2
        paired = (each for row in self._rows if len(row) > 1 for each in row)
        has_room = half >= max(scaled(LEAST_PX), _least_width(paired))
        y, gap = rect.top(), 0
        for row in self._lines(has_room=has_room):
            is_pair = len(row) > 1
            width = half if is_pair else rect.width()
            height = max(_height(each, width) for each in row)
            if not height:
                continue
            y += gap
            for number, item in enumerate(row):
                if moves:
                    x = rect.left() + number * (rect.width() - half)
                    item.setGeometry(QRect(x, y, width, height))
            y, gap = y + height, scaled(LINE_GAP_PX)
        return y - rect.top()

    def _lines(self, *, has_room: bool) -> Iterator[list[QLayoutItem]]:
        """Yield what stands side by side; in a pair the place of a hidden field stays empty."""
        for row in self._rows:
            if has_room and not all(each.isEmpty() for each in row):
                yield row
            elif not has_room:
                yield from ([each] for each in row if not each.isEmpty())


def _least_width(items: Iterable[QLayoutItem]) -> int:
    return max((each.minimumSize().width() for each in items if not each.isEmpty()), default=0)


def _height(item: QLayoutItem, width: int) -> int:
    if item.isEmpty():
        return 0
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
