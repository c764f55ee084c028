"""A clock and ids that tests can foresee."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

CHINA = timedelta(hours=8)


class SteppingClock:
    """Each look at it is one second later."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)):
        self._next = start

    def now(self) -> datetime:
        self._next += timedelta(seconds=1)
        return self._next

    def today(self) -> date:
        return (self._next + CHINA).date()

    def jump_to(self, instant: datetime) -> None:
        """Go on from here, later or earlier."""
        self._next = instant


class CountedIds:
    """1, 2, 3 … in 32 hex digits, after a prefix that keeps two sources apart."""

    def __init__(self, prefix=0):
        self._numbers = count((prefix << 64) + 1)

    def new(self) -> str:
        return f"{next(self._numbers):032x}"
