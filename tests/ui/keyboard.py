"""Types as a person does: letters by key, Chinese through an input method."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def compose(widget, preedit="", commit=""):
    """Send one event of an input method."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def type_into(widget, text):
    """Type a text into a widget."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    compose(widget, preedit="pinyin")
    compose(widget, commit=text)


def type_text(text):
    """Type into what has the focus."""
    focused = QApplication.focusWidget()
    assert focused
    type_into(focused, text)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
    """Press a key where the focus is."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key, modifiers)


def focused_name():
    """Return the accessible name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""
