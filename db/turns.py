"""Those who write in one program take turns, in the order in which they came.

SQLite lets one writer in at a time, and the others ask again and again: who comes back at once
always wins against who waits. So neither a long import nor a first sync may keep others out.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

LONGEST_S = 10.0
"""After this long nobody waits for his turn any more, and takes his chance with SQLite's lock."""


class Turns:
    """A queue; another program is kept out by SQLite's own lock."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._queue: deque[object] = deque()

    def come(self, longest_s: float = LONGEST_S) -> object:
        """Wait for one's turn; return what has to be given back by ``go``."""
        turn = object()
        with self._changed:
            self._queue.append(turn)
            self._changed.wait_for(lambda: self._queue[0] is turn, longest_s)
        return turn

    def go(self, turn: object) -> None:
        """Let the next one in."""
        with self._changed:
            self._queue.remove(turn)
            self._changed.notify_all()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and let the next one in at the end."""
        turn = self.come()
        try:
            yield
        finally:
            self.go(turn)
