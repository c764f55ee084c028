"""When the people of a case are to meet: the day, the time, the room, who was invited."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Appointment:
    """One planned meeting (排期); what came of it is a ``Meeting``.

    Attributes:
        on: The local day.
        begins_min: Local time of its beginning, in minutes after midnight.
        lasts_min: How long it is to last, in minutes.
        room: Which room; empty where people meet by video or telephone.
        way: How people meet: 现场, 视频, 电话.
        mediators: Who leads it, by name.
        invited: The ids of the parties that were or are to be told.
        answered: The ids of those that said they will come.
        cancelled_on: The day on which it was called off; None while it stands.
        reason: Why it was called off, moved, or planned although something else is planned then.
        revision: How often it was changed since others were first told of it.
    """

    id: str
    on: date | None = None
    begins_min: int = 540
    lasts_min: int = 60
    room: str = ""
    way: str = "现场"
    mediators: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    note: str = ""
    cancelled_on: date | None = None
    reason: str = ""
    revision: int = 0

    @property
    def ends_min(self) -> int:
        """Return the local time of its end, in minutes after midnight."""
        return self.begins_min + self.lasts_min
