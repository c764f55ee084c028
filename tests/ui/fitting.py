"""Finds what has no room in a window: what scrolls sideways, and next steps out of sight."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QScrollArea

from tests.ui.clipping import cut_off
from ui.schedule.board import Board


def misfits(window, page):
    """Return what does not fit on the page in front: each widget and what is wrong with it."""
    cut = cut_off(window)
    areas = [page, *page.findChildren(QScrollArea)]
    found = [_scrolled(each) for each in areas if _scrolls_sideways(each)]
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    found += [
        f"{each.text()!r} is out of sight"
        for each in buttons
        if each.property("kind") == "primary" and not _is_in_sight(each, page)
    ]
    return found + cut


def _scrolls_sideways(area):
    is_board = isinstance(area.widget(), Board)
    return area.isVisible() and not is_board and area.horizontalScrollBar().maximum() > 0


def _scrolled(area):
    far = area.horizontalScrollBar().maximum()
    return f"{type(area).__name__} of {type(area.widget()).__name__} scrolls sideways by {far}"


def _is_in_sight(button, page):
    """Tell whether the button can be seen; at the end of a form, once one has scrolled there."""
    area = button.parentWidget()
    while not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    viewport = area.viewport()
    place = QRect(button.mapTo(viewport, QPoint(0, 0)), button.size())
    left, right = place.left() >= 0, place.right() <= viewport.width()
    is_form = area is not page
    return left and right and (is_form or viewport.rect().contains(place))
