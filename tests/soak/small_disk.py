"""A disk of a few megabytes that can be filled up and made read-only; mounting it needs root."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A file system of its own in memory."""

    folder: Path

    @property
    def _filler(self) -> Path:
        return self.folder / "filler"

    def fill(self, left_bytes: int) -> None:
        """Leave so much room, rounded down to whole pages."""
        self.empty()
        found = os.statvfs(self.folder)
        free = found.f_bavail * found.f_frsize
        with self._filler.open("wb") as file:
            file.write(bytes(max(0, free - left_bytes)))

    def empty(self) -> None:
        """Give the room back."""
        self._filler.unlink(missing_ok=True)

    def remount(self, mode: str) -> None:
        """Make it read-only (``ro``) or not (``rw``)."""
        subprocess.run(["mount", "-o", f"remount,{mode}", self.folder], check=True)


def why_none() -> str:
    """Say why no disk can be mounted here, empty where one can."""
    if os.name == "nt" or os.geteuid() != 0:
        return "only root can mount a small disk"
    tried = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
        capture_output=True,
        text=True,
        check=False,
    )
    return f"no disk can be mounted here: {tried.stderr.strip()}" if tried.returncode else ""


@contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[SmallDisk]:
    """Mount a disk for as long as somebody needs it."""
    folder.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size_bytes}", "tmpfs", folder], check=True
    )
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
