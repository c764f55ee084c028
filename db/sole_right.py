"""Only one program at a time does what a lock file stands for, however many want to."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]


class SoleRight:
    """The right to do something alone; it ends with the process, however the process ends.

    An empty SQLite file is locked, since SQLite knows how to do that on every system.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: Any = None

    def take(self) -> bool:
        """Take the right, unless another program has it; return whether it is here now."""
        if self._connection is not None:
            return True
        connection = dbapi2.connect(
            str(self._path), timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except dbapi2.OperationalError:
            connection.close()
            return False
        self._connection = connection
        return True

    def give_up(self) -> None:
        """Let others have it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
