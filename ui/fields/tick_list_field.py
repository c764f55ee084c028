"""A field of ticks whose list can change, such as the people of a case."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.fields.choices import Choice
from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.tick import LEAST_PX, Tick
from ui.measures import limit, scaled, space

GAP_PX = 4


class TickListField(Field):
    """Ticks side by side; its value is the tuple of what is ticked, in the order of the list."""

    def __init__(self, label: str, choices: Sequence[Choice], *, columns: int = 3) -> None:
        self._most_columns = columns
        self._columns = 0
        self._boxes: list[tuple[object, Tick]] = []
        self._beside: tuple[object, ...] = ()
        self._ticks = QGridLayout()
        space(self._ticks, GAP_PX, (0, 0, 0, 0))
        self._holder = _Holder()
        self._holder.setLayout(self._ticks)
        limit(self._holder, minimumWidth=LEAST_PX)
        super().__init__(label, self._holder)
        self._holder.resized.connect(self._arrange)
        self.set_choices(choices)

    @property
    def boxes(self) -> tuple[Tick, ...]:
        """The ticks, in their order."""
        return tuple(box for _, box in self._boxes)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what is ticked stays ticked."""
        ticked = self.entry().value
        for _, box in self._boxes:
            self._ticks.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [(choice.value, self._box(choice)) for choice in choices]
        self._columns = 0
        self._arrange()
        self.show_value(ticked)

    def entry(self) -> Entry:
        """Return what is ticked, and what is held beside the list."""
        ticked = tuple(value for value, box in self._boxes if box.isChecked())
        return Entry("", (*ticked, *self._beside))

    def show_value(self, value: object) -> None:
        """Show the ticks; nobody is told. What no tick stands for is kept."""
        wanted = value if isinstance(value, tuple) else ()
        for each, box in self._boxes:
            box.setChecked(each in wanted)
        offered = [each for each, _ in self._boxes]
        self._beside = tuple(each for each in wanted if each not in offered)

    @property
    def is_active(self) -> bool:
        """True while the person is at one of the ticks."""
        return any(box.hasFocus() for box in self.boxes)

    def activate(self) -> None:
        """Go to the first tick."""
        for box in self.boxes[:1]:
            box.setFocus()

    def _arrange(self) -> None:
        """Put the ticks into as many columns as there is room for."""
        gap = scaled(GAP_PX)
        widest = max((box.sizeHint().width() for box in self.boxes), default=0)
        columns = (self._holder.width() + gap) // (widest + gap)
        columns = min(max(columns, 1), self._most_columns)
        if columns == self._columns:
            return
        self._columns = columns
        for number, box in enumerate(self.boxes):
            self._ticks.addWidget(box, number // columns, number % columns)

    def _box(self, choice: Choice) -> Tick:
        box = Tick(choice.label)
        box.setAccessibleName(f"{self.label_text}：{choice.label}")
        box.clicked.connect(lambda: self.edited.emit(self.entry()))
        return box


class _Holder(QWidget):
    """Tells when there is another room for the ticks."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell."""
        super().resizeEvent(event)
        self.resized.emit()
