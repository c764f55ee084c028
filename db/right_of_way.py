"""Who saves goes first: what syncs begins no transaction while somebody at the desk waits."""

from threading import Condition


class RightOfWay:
    """Counts who is saving in this process; another process waits by SQLite's own lock."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._saving = 0

    def enter(self) -> None:
        """Begin to save, or to wait for it."""
        with self._changed:
            self._saving += 1

    def leave(self) -> None:
        """Be done with saving."""
        with self._changed:
            self._saving -= 1
            self._changed.notify_all()

    def give_way(self, longest_s: float) -> None:
        """Wait until nobody saves, but no longer than this: somebody may think for hours."""
        with self._changed:
            self._changed.wait_for(lambda: self._saving == 0, longest_s)
