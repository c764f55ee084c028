"""The way to the desk of a session, and a hand that ticks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest


def begun(window, place):
    """Open the case, press the key of the session, begin."""
    window.open_case("wang")
    place.tasks.finish()
    page = window.stack.page_in_front()
    (begin,) = (each for each in page.actions() if each.shortcut() == QKeySequence("Ctrl+M"))
    begin.trigger()
    place.tasks.finish()
    session = window.stack.page_in_front()
    QTest.keyClick(session.start.begin, Qt.Key.Key_Return)
    place.tasks.finish()
    return session


def tick(field, *labels):
    """Click the boxes with these labels."""
    for box in field.boxes:
        if box.text() in labels:
            box.click()
