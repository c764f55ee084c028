"""The frame of the screens before the desk: one column in the middle of a calm window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QScrollArea, QWidget

from ui.fields.composing import ComposingLine
from ui.icons import set_icon
from ui.measures import limit, scaled
from ui.styling import column, icon_button, mark, row, words

COLUMN_PX = 460
MARK_PX = 40
LOW_PX = 440
WHOLE = 1000
"""A stretch that leaves nothing to the others until the column is as wide as it may be."""


class Screen(QWidget):
    """A heading, a sentence and what comes below."""

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(heading)
        self._logo = QLabel()
        mark(self._logo, tone="accent")
        set_icon(self._logo, "mark", MARK_PX)
        self._body = column(
            self._logo,
            words(heading, role="title", wraps=True),
            words(sentence, tone="muted", wraps=True),
            spacing=12,
        )
        middle = QWidget()
        middle.setLayout(self._body)
        limit(middle, maximumWidth=COLUMN_PX)
        line = row(None, middle, None)
        line.setStretchFactor(middle, WHOLE)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setLayout(column(2, line, 3, spacing=0, margins=(24, 16, 24, 16)))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        self.setLayout(column(area, spacing=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sign out of a low window: what comes next is wanted more."""
        super().resizeEvent(event)
        self._logo.setVisible(self.height() >= scaled(LOW_PX))

    def add(self, *items: QWidget | QLayout) -> None:
        """Add something below."""
        for item in items:
            if isinstance(item, QLayout):
                self._body.addLayout(item)
            else:
                self._body.addWidget(item)


class SecretField(QWidget):
    """A field for a password, with an eye to look at it and a line for what is wrong."""

    entered = Signal()
    edited = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.line = ComposingLine()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(title)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._on_edited)
        self._eye = icon_button("eye", self.tr("显示密码"), self._on_eye)
        # Tab goes from one password to the next; whoever wants to look takes the mouse.
        self._eye.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.trouble = words("", role="caption", wraps=True)
        self.trouble.hide()
        label = words(title)
        label.setBuddy(self.line)
        field = row(self.line, self._eye, spacing=4)
        self.setLayout(column(label, field, self.trouble, spacing=4))
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def say(self, text: str, tone: str = "error") -> None:
        """Say beside the field what is wrong, or nothing."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        mark(self.trouble, tone=tone if text else "")
        mark(self.line, tone=tone if text and tone in {"error", "warning"} else "")

    def _on_edited(self, text: str) -> None:
        self.say("")
        self.edited.emit(text)

    def _on_eye(self) -> None:
        is_hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if is_hidden else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        name = self.tr("隐藏密码") if is_hidden else self.tr("显示密码")
        self._eye.setToolTip(name)
        self._eye.setAccessibleName(name)
        set_icon(self._eye, "eye-off" if is_hidden else "eye")
