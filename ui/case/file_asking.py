"""Asks a person for files, without blocking the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.file_dialog import file_dialog


class FileAsking(Protocol):
    """Asks for files to take in, or where to put one; calls on only where it is not called off."""

    def files(self, go_on: Callable[[list[Path]], None]) -> None:
        """Ask for files."""
        ...

    def folder(self, go_on: Callable[[list[Path]], None]) -> None:
        """Ask for a folder, whose files are meant."""
        ...

    def target(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask where to save a file."""
        ...


class FileDialogs:
    """Asks with the dialogs of the system."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def files(self, go_on: Callable[[list[Path]], None]) -> None:
        """Ask for files."""
        title = QCoreApplication.translate("FileDialogs", "选择材料文件")
        dialog = file_dialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: go_on([Path(each) for each in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def folder(self, go_on: Callable[[list[Path]], None]) -> None:
        """Ask for a folder, whose files are meant."""
        title = QCoreApplication.translate("FileDialogs", "选择材料文件夹")
        dialog = file_dialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: go_on(files_of([Path(path)])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def target(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask where to save a file."""
        title = QCoreApplication.translate("FileDialogs", "材料另存为")
        dialog = file_dialog(self._parent, title, name)
        dialog.fileSelected.connect(lambda path: go_on(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def files_of(paths: list[Path]) -> list[Path]:
    """Return the files, with those that lie in a folder in its place; hidden ones are left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [each for each in inside if each == path or _is_seen(each)]
    return found


def _is_seen(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")
