"""The list under a field from which one chooses while the caret stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.fields.choices import Choice
from ui.measures import scaled
from ui.styling import mark

_MOST_ROWS = 9
_FRAME_PX = 10


class Suggestions(QListWidget):
    """A plain child of the window, no popup: input methods do not work inside popups."""

    chosen = Signal(object)
    """The ``Choice``."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, role="panel")
        self.itemClicked.connect(self._choose)
        self.hide()

    def offer(self, choices: Sequence[Choice], current: object, default_row: int) -> None:
        """Show the choices under the field, or hide where there are none.

        Args:
            choices: What can be chosen.
            current: The value that is marked if it is there.
            default_row: What is marked otherwise, -1 for nothing.
        """
        self.clear()
        for choice in choices:
            item = QListWidgetItem(f"{choice.label}　{choice.note}".rstrip("　"))
            item.setData(Qt.ItemDataRole.UserRole, choice)
            self.addItem(item)
        places = [row for row, choice in enumerate(choices) if choice.value == current]
        self.setCurrentRow(places[0] if places else default_row)
        self.setVisible(bool(choices))
        if choices:
            self._put_under_field()
            self.raise_()

    def move_by(self, steps: int) -> None:
        """Mark another choice."""
        if self.count():
            self.setCurrentRow(min(max(self.currentRow() + steps, 0), self.count() - 1))

    def choose_current(self) -> None:
        """Choose what is marked."""
        item = self.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _put_under_field(self) -> None:
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
            self.show()
        height = self.sizeHintForRow(0) * min(self.count(), _MOST_ROWS) + scaled(_FRAME_PX)
        width = max(self._field.width(), self.sizeHintForColumn(0) + scaled(_FRAME_PX * 3))
        place = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if place.y() + height > window.height():
            above = self._field.mapTo(window, QPoint(0, -height - 2))
            place = above if above.y() >= 0 else place
        left = min(place.x(), max(0, window.width() - width))
        self.setGeometry(left, place.y(), width, height)
