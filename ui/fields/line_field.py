"""Fields of one line: text, dates, amounts, numbers, phones, codes."""

from PySide6.QtGui import QKeyEvent

from ui.fields.entries import Entry, Reader
from ui.fields.field import Field
from ui.fields.grouping import moved_caret
from ui.fields.line_edit import LineEdit
from ui.sentences import spoken


class LineField(Field):
    """One line whose reader knows the form of the value."""

    is_typed_into = True

    def __init__(
        self,
        label: str,
        reader: Reader | None = None,
        *,
        is_required: bool = False,
        editor: LineEdit | None = None,
    ) -> None:
        self.line = editor or LineEdit()
        self.reader = reader or Reader()
        super().__init__(label, self.line, is_required=is_required)
        self.set_reader(self.reader)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.entered.connect(self.entered)
        self.line.left.connect(self._on_left)
        self.line.composed.connect(self.refresh_remark)

    def set_reader(self, reader: Reader) -> None:
        """Read the text in another way from now on."""
        self.reader = reader
        sample = self.tr("例如 {sample}").format(sample=reader.sample) if reader.sample else ""
        if self.is_required:
            sample = self.tr("必填") + ("，" + sample if sample else "")
        self.line.setPlaceholderText(sample)
        self.refresh_remark()

    def entry(self) -> Entry:
        """Return what the field holds."""
        return self.reader.read(self.line.text())

    def show_value(self, value: object) -> None:
        """Show a value; nobody is told."""
        self.show_text(self.reader.write(value))

    def show_text(self, text: str) -> None:
        """Show text; nobody is told. What is being composed comes first, and keeps it waiting."""
        if text != self.line.text():
            self.line.setText(text)
            if not self.line.is_composing:
                self.line.setCursorPosition(len(text) if self.is_active else 0)
        self.refresh_remark()

    def good_remark(self, entry: Entry) -> str:
        """Return what the reader has to say about a good value."""
        remark = self.reader.remark(entry)
        return spoken(remark) if remark else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key that the line did not want to the page."""
        event.ignore()

    def _on_text_edited(self, text: str) -> None:
        # While characters are composed, setting the text would throw the composition away.
        if not self.line.is_composing:
            shaped = self.reader.shape(text)
            if shaped != text:
                caret = moved_caret(text, self.line.cursorPosition(), shaped)
                self.line.setText(shaped)
                self.line.setCursorPosition(caret)
        self.refresh_remark(is_complete=self.reader.is_full(self.line.text()))
        self.edited.emit(self.entry())

    def _on_left(self) -> None:
        entry = self.entry()
        if entry.is_read:
            self.show_text(self.reader.write(entry.value))
        self.line.setCursorPosition(0)  # a long text shows its beginning
        self.refresh_remark()
        self.left.emit()
