"""The dialog of the system for a file, which begins where people keep theirs."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def file_dialog(
    parent: QWidget, title: str = "", name: str = "", filters: str = ""
) -> QFileDialog:
    """Return a dialog at the person's documents; left alone, it begins beside the program.

    Args:
        parent: What it stands over.
        title: What is asked.
        name: What a file that is saved would be called.
        filters: As Qt writes them: ``PDF (*.pdf)``.
    """
    dialog = QFileDialog(parent, title, str(documents_folder()), filters)
    if name:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
    return dialog


def documents_folder() -> Path:
    """Return the person's documents, or what there is of a home."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()
