"""Fields that can be read and copied, but not changed any more."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.fields.field import Field


def lock(field: Field, *, is_locked: bool) -> None:
    """Let a field be read only, or changed again."""
    editor = field.editor
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.setReadOnly(is_locked)
        if is_locked and not field.label.isHidden():
            editor.setPlaceholderText("")  # Nobody is asked to type something here.
    else:
        editor.setEnabled(not is_locked)
