"""Small files that are either the old or the new one, whatever happens in between."""

import os
from pathlib import Path

from mediation_app.errors import StorageError
from mediation_app.sentences import say

_OWNER_ONLY = 0o600


def write_whole(path: Path, content: str) -> None:
    """Write a text file that only its owner may read; it reaches the disk before this returns.

    Raises:
        StorageError: The folder cannot be written or the disk is full.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with open(unfinished, "w", encoding="utf-8", opener=_open_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise StorageError(say("无法写入 {path}，请检查磁盘空间和权限", path=path)) from error


def sync_folder(folder: Path) -> None:
    """Make names in a folder lasting; only POSIX systems need and can do this."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, _OWNER_ONLY)
