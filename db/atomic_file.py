"""Small files that are either the old or the new one, whatever happens in between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mediation_app.errors import StorageError
from mediation_app.sentences import say

_OWNER_ONLY = 0o600


def write_whole(path: Path, content: str) -> None:
    """Write a text file that only its owner may read; it reaches the disk before this returns.

    Raises:
        StorageError: The folder cannot be written or the disk is full.
    """
    with (
        made_whole(path) as unfinished,
        open(unfinished, "w", encoding="utf-8", opener=_open_private) as file,
    ):
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def made_whole(path: Path) -> Iterator[Path]:
    """Give the place where a file is to be made; it gets its name when all of it is on the disk.

    Who makes it syncs its content; the name is lasting when this is over.

    Raises:
        StorageError: The folder cannot be written or the disk is full.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        yield unfinished
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StorageError(say("无法写入 {path}，请检查磁盘空间和权限", path=path)) from error
    finally:
        # A disk that refuses this, too, must not hide what was wrong in the first place.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


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
