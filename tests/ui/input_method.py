"""Chinese as it comes from an input method."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication


def compose(field, text):
    """Compose the text, then commit it, as an input method does."""
    QApplication.sendEvent(field, QInputMethodEvent("pinyin", []))
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(field, commit)
