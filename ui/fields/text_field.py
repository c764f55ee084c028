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
        super().__init__(label, self.text_edit, is_required=is_required)
        need = self.tr("必填") if is_required else ""
        self.text_edit.setPlaceholderText("，".join(part for part in (need, hint) if part))
        self.text_edit.textChanged.connect(self._on_text_changed)
        self.text_edit.entered.connect(self.entered)
        self.text_edit.left.connect(self._on_left)

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
        """Show text with the caret where it was; nobody is told."""
        if text != self.text_edit.toPlainText():
            cursor = self.text_edit.textCursor()
            place = min(cursor.position(), len(text))
            self.text_edit.blockSignals(True)
            self.text_edit.setPlainText(text)
            self.text_edit.blockSignals(False)
            cursor.setPosition(place)
            self.text_edit.setTextCursor(cursor)
            self.text_edit.updateGeometry()
        self.refresh_remark()

    def _on_text_changed(self) -> None:
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
