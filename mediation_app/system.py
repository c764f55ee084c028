"""The machine's time and ids."""

import secrets
import threading
from datetime import UTC, date, datetime
from uuid import UUID


class SystemClock:
    """The one real clock; everything else is given a clock."""

    def now(self) -> datetime:
        """Return the instant, in UTC."""
        return datetime.now(tz=UTC)  # noqa: TID251 - the one real clock

    def today(self) -> date:
        """Return the local date."""
        return self.now().astimezone().date()


class DayClock:
    """A clock that stands on one day and keeps the time of day; for trials and checks."""

    def __init__(self, day: date, clock: SystemClock) -> None:
        self._day = day
        self._clock = clock

    def now(self) -> datetime:
        """Return the real time of day on the chosen day, in UTC."""
        return datetime.combine(self._day, self._clock.now().timetz())

    def today(self) -> date:
        """Return the chosen day."""
        return self._day


class TimeOrderedIds:
    """UUIDs of version 7 (RFC 9562): unique everywhere, ascending on one machine.

    Ids of one process ascend strictly, also within a millisecond and when the machine's clock is
    set back, so that the order of ids is the order of events.
    """

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()
        self._clock = SystemClock()

    def new(self) -> str:
        """Return an id nobody has had, as 32 lower-case hex digits."""
        with self._lock:
            self._last = max(self._fresh(), self._last + 1)
            return UUID(int=self._last).hex

    def _fresh(self) -> int:
        milliseconds = int(self._clock.now().timestamp() * 1000)
        return (
            milliseconds << 80
            | 0x7 << 76
            | secrets.randbits(12) << 64
            | 0b10 << 62
            | secrets.randbits(62)
        )
