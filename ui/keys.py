"""How keys are written: as on the keyboard, the same in every language and on every screen."""

from PySide6.QtGui import QAction, QKeySequence


def key_text(action: QAction) -> str:
    """Return the key of an action, as in Ctrl+Enter; empty where it has none."""
    portable = QKeySequence.SequenceFormat.PortableText
    return action.shortcut().toString(portable).replace("Return", "Enter")
