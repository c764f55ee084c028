"""A fact that is so or is not."""

from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.tick import Tick


class CheckField(Field):
    """A tick; its words stand beside it."""

    def __init__(self, label: str, words_beside: str) -> None:
        self.box = Tick(words_beside)
        super().__init__(label, self.box)
        self.box.setAccessibleName(f"{label}：{words_beside}")
        self.box.clicked.connect(lambda: self.edited.emit(self.entry()))

    def entry(self) -> Entry:
        """Return whether it is ticked."""
        return Entry("", self.box.isChecked())

    def show_value(self, value: object) -> None:
        """Show the tick; nobody is told."""
        self.box.setChecked(bool(value))
