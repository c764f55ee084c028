"""A field whose value is exactly one of a short list, such as an enum."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from ui.fields.choices import Choice
from ui.fields.entries import Entry
from ui.fields.field import Field


class OptionBox(QComboBox):
    """A box that the wheel does not change by accident while the page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class OptionField(Field):
    """One of a few options."""

    def __init__(
        self, label: str, choices: Sequence[Choice], *, is_required: bool = False
    ) -> None:
        self.box = OptionBox()
        self._choices = tuple(choices)
        for choice in self._choices:
            self.box.addItem(choice.label)
        super().__init__(label, self.box, is_required=is_required)
        self.box.activated.connect(lambda _: self.edited.emit(self.entry()))

    def entry(self) -> Entry:
        """Return what is chosen."""
        index = self.box.currentIndex()
        if index < 0:
            return Entry("", None)
        choice = self._choices[index]
        return Entry(choice.label, choice.value)

    def show_value(self, value: object) -> None:
        """Show a value; nobody is told."""
        places = [place for place, each in enumerate(self._choices) if each.value == value]
        self.box.setCurrentIndex(places[0] if places else -1)
