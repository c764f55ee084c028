"""Lengths that follow the zoom.

The zoom is the size of the application's font against the body size, so nobody needs to be told.
Lengths set through here are set again when the zoom changes (``rescale``).
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QLayout, QWidget

BODY_PT = 10.5
"""The size of ordinary words at 100 %."""

_SPACING = "design_spacing"
_MARGINS = "design_margins"
_LENGTHS = ("minimumWidth", "maximumWidth", "minimumHeight", "maximumHeight")


def zoom() -> float:
    """Return the zoom, 1.0 for 100 %."""
    return QApplication.font().pointSizeF() / BODY_PT


def scaled(length_px: float) -> int:
    """Return a length of the 100 % design at the present zoom."""
    return round(length_px * zoom())


def space(layout: QLayout, spacing: int, margins: tuple[int, int, int, int]) -> None:
    """Give a layout its spacing and its margins (left, top, right, bottom) of the design."""
    layout.setProperty(_SPACING, spacing)
    layout.setProperty(_MARGINS, list(margins))
    _rescale_layout(layout)


def limit(widget: QWidget, **lengths_px: int) -> None:
    """Set ``minimumWidth``, ``maximumWidth``, ``minimumHeight``, ``maximumHeight``."""
    for name, length_px in lengths_px.items():
        widget.setProperty(f"design_{name}", length_px)
    _rescale_widget(widget)


def rescale(root: QObject) -> None:
    """Set every length below the root again, after the zoom has changed."""
    for layout in root.findChildren(QLayout):
        _rescale_layout(layout)
    for widget in root.findChildren(QWidget):
        _rescale_widget(widget)


def _rescale_layout(layout: QLayout) -> None:
    margins = layout.property(_MARGINS)
    if margins is None:
        return
    now = zoom()  # asked once: a page has thousands of layouts
    layout.setContentsMargins(*(round(each * now) for each in margins))
    spacing = round(layout.property(_SPACING) * now)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(spacing)
        layout.setVerticalSpacing(spacing)
    elif isinstance(layout, QBoxLayout):
        layout.setSpacing(spacing)


def _rescale_widget(widget: QWidget) -> None:
    for name in _LENGTHS:
        length_px = widget.property(f"design_{name}")
        if length_px is not None:
            widget.setProperty(name, scaled(length_px))
