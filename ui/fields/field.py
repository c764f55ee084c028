"""A row of a form: its label, what one types into, and what is to be said about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QLineEdit, QPushButton, QWidget

from mediation_app.domain.findings import Finding
from ui.fields.entries import Entry
from ui.icons import set_icon
from ui.measures import limit, scaled, space
from ui.sentences import spoken
from ui.styling import button, mark, words

LABEL_PX = 84
TEXT_TOP_PX = 6
"""How far below the top of an editor its text stands."""
REQUIRED_MARK = "*"
CONFLICT_ICON_PX = 14


class Field(QWidget):
    """The base of all fields; a subclass shows an ``Entry`` in its editor and tells of edits."""

    edited = Signal(object)
    """An ``Entry``: a person changed what is in the field."""
    entered = Signal()
    left = Signal()
    conflict_chosen = Signal()
    """The person wants to see the values that others gave this field."""
    is_typed_into = False
    """True where a value comes letter by letter, and must not change under the caret."""

    def __init__(self, label: str, editor: QWidget, *, is_required: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self.label_text = label
        self.is_required = is_required
        self.label = words(label, tone="muted", wraps=True)
        self.star = words(REQUIRED_MARK if is_required else "", tone="error")
        self.remark = words("", role="caption", wraps=True)
        self._lack = ""
        self._conflict: QPushButton | None = None
        self._lay_out()
        self._name(label)
        self._say("", "")

    def entry(self) -> Entry:
        """Return what the field holds; a bare field holds nothing."""
        return Entry("", None)

    def show_value(self, value: object) -> None:
        """Show a value; nobody is told."""

    def show_text(self, text: str) -> None:
        """Show text that could not be read as a value; nobody is told."""

    def value(self) -> object:
        """Return the value, the field's empty one where the text cannot be read."""
        return self.entry().value

    @property
    def is_active(self) -> bool:
        """True while the person is in this field."""
        return self.editor.hasFocus()

    def activate(self) -> None:
        """Put the caret into the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lack(self, sentence: str) -> None:
        """Say that this fact is missing, until something is typed; empty text takes it back."""
        self._lack = sentence
        self.refresh_remark()

    def show_trouble(self, sentence: str) -> None:
        """Say what somebody else found wrong with what was typed, until it is edited."""
        self._say(sentence, "error")

    def show_conflict(self, text: str) -> None:
        """Say that others gave another value, with a way to it; empty text takes it back."""
        if self._conflict is None:
            if not text:
                return
            self._conflict = self._conflict_button()
        self._conflict.setText(text)
        self._conflict.setAccessibleName(self.tr("冲突：{text}").format(text=text))
        self._conflict.setVisible(bool(text))

    def refresh_remark(self, *, is_complete: bool = True) -> None:
        """Say what is wrong, or what follows from what was typed."""
        entry = self.entry()
        if entry.text.strip():
            self._lack = ""
        if self._lack:
            self._say(self._lack, "error")
        elif entry.findings and (is_complete or self.remark.property("tone") == "error"):
            self._say_findings(entry.findings)
        else:
            self._say(self.good_remark(entry), "muted")

    def good_remark(self, entry: Entry) -> str:
        """Return what is said under a good value; a subclass may know something."""
        del entry
        return ""

    def body(self) -> QWidget | QLayout:
        """Return what stands beside the label: the editor, and what belongs to it."""
        return self.editor

    def remark_apart(self) -> QLabel:
        """Return the remark for a place with more room than there is under the editor."""
        self._grid.removeWidget(self.remark)
        self.remark.setWordWrap(False)
        return self.remark

    def fill_height(self) -> None:
        """Let the editor take all the height that the field is given."""
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(3, 0)

    def _say_findings(self, findings: tuple[Finding, ...]) -> None:
        tone = "error" if any(each.is_error for each in findings) else "warning"
        self._say("；".join(spoken(each.sentence) for each in findings), tone)

    def _say(self, text: str, tone: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        mark(self.remark, tone=tone if text else "")
        mark(self.editor, tone=tone if tone in {"error", "warning"} and text else "")
        described = [self.tr("必填")] if self.is_required else []
        self.editor.setAccessibleDescription("；".join([*described, text] if text else described))

    def _lay_out(self) -> None:
        limit(self.label, minimumWidth=LABEL_PX, maximumWidth=LABEL_PX)
        limit(self.star, minimumWidth=8, maximumWidth=8)
        grid = QGridLayout()
        space(grid, 4, (0, 0, 0, 0))
        for no, each in enumerate((self.label, self.star)):
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            each.setContentsMargins(0, scaled(TEXT_TOP_PX), 0, 0)
            grid.addWidget(each, 0, no, 4, 1, Qt.AlignmentFlag.AlignTop)
        body = self.body()
        if isinstance(body, QLayout):
            grid.addLayout(body, 0, 2)
        else:
            grid.addWidget(body, 0, 2)
        grid.addWidget(self.remark, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(2, 1)
        grid.setVerticalSpacing(2)
        self._grid = grid
        self.setLayout(grid)

    def _conflict_button(self) -> QPushButton:
        made = button("", self.conflict_chosen.emit, kind="link")
        mark(made, tone="warning", density="small")
        set_icon(made, "conflict", CONFLICT_ICON_PX)
        made.setToolTip(self.tr("两个值都保留着，点这里选定一个"))
        self._grid.addWidget(made, 2, 2, Qt.AlignmentFlag.AlignLeft)
        return made

    def _name(self, label: str) -> None:
        self.editor.setAccessibleName(label)
        self.label.setBuddy(self.editor)
        self.star.setToolTip(self.tr("必填"))
        if self.is_required:
            self.star.setAccessibleName(self.tr("必填"))


def without_label(field: Field) -> Field:
    """Return the field with its label inside it while it is empty, for tables and pairs."""
    for part in (field.label, field.star):
        part.hide()
    if isinstance(field.editor, QLineEdit):
        field.editor.setPlaceholderText(field.label_text)
    return field
