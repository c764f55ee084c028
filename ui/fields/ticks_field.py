"""A field that takes several of a few words, each with a tick."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from ui.fields.choices import Choice
from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.wrapping_row import WrappingRow


class TicksField(Field):
    """Ticks side by side; words that it does not offer are kept."""

    def __init__(self, label: str, choices: Sequence[Choice]) -> None:
        self.boxes = {str(each.value): QCheckBox(each.label) for each in choices}
        self._others: tuple[str, ...] = ()
        first = next(iter(self.boxes.values()))
        super().__init__(label, first)
        for box in self.boxes.values():
            box.setAccessibleName(f"{label}：{box.text()}")
            box.clicked.connect(lambda: self.edited.emit(self.entry()))

    @property
    def is_active(self) -> bool:
        """True while the person is at one of the ticks."""
        return any(box.hasFocus() for box in self.boxes.values())

    def body(self) -> QWidget | QLayout:
        """Return the ticks, side by side as far as there is room."""
        return WrappingRow(self.boxes.values())

    def entry(self) -> Entry:
        """Return the words that are ticked, in the order of the ticks."""
        ticked = tuple(word for word, box in self.boxes.items() if box.isChecked())
        return Entry("、".join(ticked), (*ticked, *self._others))

    def show_value(self, value: object) -> None:
        """Show the ticks; nobody is told."""
        ticked = tuple(value) if isinstance(value, tuple) else ()
        self._others = tuple(str(word) for word in ticked if word not in self.boxes)
        for word, box in self.boxes.items():
            box.setChecked(word in ticked)
