"""Scrolling to what a person has to see: only Tab does that by itself."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.measures import scaled

MARGIN_PX = 20
"""Left free above and below what is scrolled into sight."""


def bring_into_sight(part: QWidget) -> None:
    """Scroll to a part once it has its place, in every area that it lies in; its top comes first.

    What is in full sight already stays where it is.
    """
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and part.isVisible():
            _scroll(above, part)
        above = above.parentWidget()


def _scroll(area: QScrollArea, part: QWidget) -> None:
    room = area.viewport().height()
    margin = max(0, min(scaled(MARGIN_PX), (room - part.height()) // 2))
    area.ensureWidgetVisible(part, 0, margin)
    inside = area.widget()
    if part.height() > room and inside is not None:
        area.verticalScrollBar().setValue(part.mapTo(inside, part.rect().topLeft()).y())
