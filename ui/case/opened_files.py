"""Copies of files for the programs that show them: read-only, and gone when the program ends."""

from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from stat import S_IRUSR, S_IRWXU
from tempfile import gettempdir

from PySide6.QtCore import QCoreApplication, QLockFile, QObject

from mediation_app.domain.materials import safe_file_name

PREFIX = "mediation-app-open-"
_LOCKED = ".lock"


class OpenedFiles(QObject):
    """A folder for this person alone; what a crash left behind goes when the next one is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._count = 0
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.remove)

    def write(self, file_name: str, content: bytes) -> Path:
        """Write a copy that nobody can mistake for the file itself; return where it is."""
        self._count += 1
        folder = self._made() / str(self._count)
        folder.mkdir()
        path = folder / safe_file_name(file_name)
        path.write_bytes(content)
        path.chmod(S_IRUSR)
        return path

    def remove(self) -> None:
        """Remove all copies; one that another program holds open goes at the next sweep."""
        if self._folder is not None and self._lock is not None:
            _remove(self._folder)
            self._lock.unlock()
        self._folder, self._lock = None, None

    def _made(self) -> Path:
        if self._folder is None:
            sweep()
            folder = Path(gettempdir()) / f"{PREFIX}{token_hex(8)}"
            # The lock is there before the folder, so that no sweep takes it for left behind.
            self._lock = _lock_of(folder)
            self._lock.lock()
            folder.mkdir(mode=S_IRWXU)
            self._folder = folder
        return self._folder


def sweep() -> None:
    """Remove the folders of programs that are not there any more."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        lock = _lock_of(folder)
        if folder.is_dir() and lock.tryLock(0):
            _remove(folder)
            lock.unlock()


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(f"{folder}{_LOCKED}")
    lock.setStaleLockTime(0)  # Only the end of its program makes a lock stale.
    return lock


def _remove(folder: Path) -> None:
    for file in folder.rglob("*"):
        file.chmod(S_IRWXU)  # Some systems do not remove what is read-only.
    rmtree(folder, ignore_errors=True)
