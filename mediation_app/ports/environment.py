"""What the services take from the machine: time, new ids."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """The time; frozen in tests and by ``--today``."""

    def now(self) -> datetime:
        """Return the instant, in UTC."""
        ...

    def today(self) -> date:
        """Return the local date."""
        ...


class Ids(Protocol):
    """A source of ids that are unique on all machines and ascend in time."""

    def new(self) -> str:
        """Return an id nobody has had: 32 lower-case hex digits of a UUID version 7."""
        ...
