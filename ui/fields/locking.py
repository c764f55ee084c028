"""Fields that can be read and copied, but not changed any more."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.fields.field import Field


def lock(field: Field, *, is_locked: bool) -> None:
    """Let a field be read only, or changed again."""
    editor = field.editor
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.setReadOnly(is_locked)
    else:
        editor.setEnabled(not is_locked)
