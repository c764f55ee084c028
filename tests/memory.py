"""A folder in memory for what tests write and nobody keeps."""

import os
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM_BYTES = 3 << 30


def fast_folder() -> str | None:
    """Return the folder, or None: not every system has one with room that lets programs start.

    Tests save thousands of times, each time waiting for the disk, and would wear it out. What a
    program had written when it was killed is there either way; only a power cut would differ.
    """
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        return None
    found = os.statvfs(MEMORY)
    has_room = found.f_bavail * found.f_frsize >= ROOM_BYTES
    return str(MEMORY) if has_room and not found.f_flag & os.ST_NOEXEC else None
