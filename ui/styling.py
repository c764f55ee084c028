"""Building blocks in the look of ``ui.theme``: words, buttons, rows and columns."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.buttons import PushButton, ToolButton
from ui.icons import set_icon
from ui.measures import space

Item = QWidget | QLayout | int | None
"""A widget, a layout, a number (stretch), or None (stretch 1)."""


def mark(widget: QWidget, **properties: str) -> None:
    """Set dynamic properties of the style sheet, see ``ui.theme``; an empty text takes one off."""
    if all((widget.property(name) or "") == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def words(text: str, *, role: str = "", tone: str = "", wraps: bool = False) -> QLabel:
    """Return a label; long texts that may run over several lines say ``wraps``."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    mark(label, role=role, tone=tone)
    return label


def button(
    text: str, slot: Callable[[], object], *, kind: str = "", icon: str = "", hint: str = ""
) -> QPushButton:
    """Return a push button; ``hint`` is its tooltip, with its key."""
    made = PushButton(text)
    made.clicked.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
    made.setToolTip(hint)
    mark(made, kind=kind)
    if icon:
        set_icon(made, icon)
    return made


def icon_button(icon: str, name: str, slot: Callable[[], object]) -> QToolButton:
    """Return a button that is only an icon; the name is its tooltip and for screen readers."""
    made = ToolButton()
    made.clicked.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    mark(made, kind="quiet")
    set_icon(made, icon)
    return made


def frame(role: str, *, tone: str = "") -> QFrame:
    """Return a frame of the style sheet's roles."""
    made = QFrame()
    mark(made, role=role, tone=tone)
    return made


def empty_out(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets vanish at once, and go when Qt lets them."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def line() -> QFrame:
    """Return a horizontal hair line."""
    return frame("line")


Margins = int | tuple[int, int, int, int]
Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


def column(*items: Item, spacing: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Return the items one below the other; lengths are those of the 100 % design."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def row(*items: Item, spacing: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Return the items side by side."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def _filled(box: Box, items: tuple[Item, ...], spacing: int, margins: Margins) -> Box:
    for item in items:
        if item is None or isinstance(item, int):
            box.addStretch(1 if item is None else item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
    space(box, spacing, (margins,) * 4 if isinstance(margins, int) else margins)
    return box
