"""Finds words that are cut off in a window."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QToolButton

TOLERANCE_PX = 1
LAYOUT_DEPTH = 4


def nothing_is_cut_off(qtbot, window):
    """Wait until the layouts have come to rest; what is cut off even then is told."""

    def told():
        assert cut_off(window) == []

    qtbot.waitUntil(told)


def cut_off(window):
    """Return what is cut off: each label or button with its text and what is wrong."""
    for _ in range(LAYOUT_DEPTH):
        QCoreApplication.sendPostedEvents()  # layouts that wait for their turn, and ask for more
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
    buttons = [each for each in window.findChildren(QAbstractButton) if _is_with_words(each)]
    found = [f"{_name(each)}: {what}" for each in labels if (what := _label_trouble(each))]
    found += [f"{_name(each)}: {what}" for each in buttons if (what := _button_trouble(each))]
    found += [
        f"{_name(each)}: reaches out of {type(each.parentWidget()).__name__}"
        for each in (*labels, *buttons)
        if _reaches_out(each)
    ]
    return found


def _is_with_words(button):
    is_icon_only = isinstance(button, QToolButton) and not button.text()
    return button.isVisible() and bool(button.text()) and not is_icon_only


def _name(widget):
    return f"{type(widget).__name__} {widget.text()!r}"


def _label_trouble(label):
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return (
            f"{label.height()} of {needed} px high"
            if needed > label.height() + TOLERANCE_PX
            else ""
        )
    needed = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
    if needed > label.contentsRect().width() + TOLERANCE_PX:
        return f"{label.contentsRect().width()} of {needed} px wide"
    lines = label.text().count("\n") + 1
    height = label.fontMetrics().height() * lines
    too_low = height > label.height() + TOLERANCE_PX
    return f"{label.height()} of {height} px high" if too_low else ""


def _button_trouble(button):
    if hasattr(button, "whole_text"):
        whole = button.whole_text()
        return "" if whole == button.text() or whole in button.toolTip() else "no tip"
    needed = button.sizeHint()
    if needed.width() > button.width() + TOLERANCE_PX:
        return f"{button.width()} of {needed.width()} px wide"
    if needed.height() > button.height() + TOLERANCE_PX:
        return f"{button.height()} of {needed.height()} px high"
    return ""


def _reaches_out(widget):
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QScrollArea):
        return False
    room = QRect(0, 0, parent.width(), parent.height()).adjusted(-1, -1, 1, 1)
    return not room.contains(widget.geometry())
