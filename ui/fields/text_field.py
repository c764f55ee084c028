"""Fields of several lines: long text, and lists with one item a line."""

from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.line_edit import TextEdit


class LongTextField(Field):
    """Several lines of text; the field grows with what is in it."""

    is_typed_into = True

    def __init__(
        self, label: str, *, is_required: bool = False, least_lines: int = 3, hint: str = ""
    ) -> None:
        self.text_edit = TextEdit(least_lines)
        self._text = ""
        super().__init__(label, self.text_edit, is_required=is_required)
        need = self.tr("必填") if is_required else ""
        self.text_edit.setPlaceholderText("，".join(part for part in (need, hint) if part))
        self.text_edit.textChanged.connect(self._on_text_changed)
        self.text_edit.entered.connect(self.entered)
        self.text_edit.left.connect(self._on_left)
        self.text_edit.composed.connect(self._on_composed)

    def entry(self) -> Entry:
        """Return what the field holds."""
        text = self.text_edit.toPlainText()
        return Entry(text, self.read(text))

    def read(self, text: str) -> object:
        """Return what the text stands for: itself."""
        return text

    def write(self, value: object) -> str:
        """Return how the value is typed."""
        return "" if value is None else str(value)

    def show_value(self, value: object) -> None:
        """Show a value; nobody is told."""
        self.show_text(self.write(value))

    def show_text(self, text: str) -> None:
        """Show text with the caret where it was; nobody is told. A composition comes first."""
        if self.text_edit.is_composing:
            self.text_edit.setPlainText(text)  # It waits.
            return
        if text != self.text_edit.toPlainText():
            cursor = self.text_edit.textCursor()
            place = min(cursor.position(), len(text))
            self._text = text
            self.text_edit.blockSignals(True)
            self.text_edit.setPlainText(text)
            self.text_edit.blockSignals(False)
            cursor.setPosition(place)
            self.text_edit.setTextCursor(cursor)
            self.text_edit.updateGeometry()
        self.refresh_remark()

    def _on_composed(self) -> None:
        """Take what was shown in the end; nobody typed it."""
        self._text = self.text_edit.toPlainText()
        self.refresh_remark()

    def _on_text_changed(self) -> None:
        text = self.text_edit.toPlainText()
        if text == self._text:
            return  # Characters under composition are no text yet.
        self._text = text
        self.refresh_remark()
        self.edited.emit(self.entry())

    def _on_left(self) -> None:
        self.refresh_remark()
        self.left.emit()


class ListField(LongTextField):
    """A list of texts, one a line."""

    def read(self, text: str) -> object:
        """Return the lines that are not empty."""
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def write(self, value: object) -> str:
        """Return one item a line."""
        return "\n".join(value) if isinstance(value, tuple) else ""
