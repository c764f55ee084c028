"""What happens while a period runs: it stands still, it is extended, other days start."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pause:
    """A time during which the clock stands; its first and its last day are not counted."""

    id: str
    from_on: date | None = None
    """The first day on which it stands; before that is known nothing is counted otherwise."""
    to_on: date | None = None
    """The last day on which the clock stands; None while nobody knows it."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """More days, which count only where both sides agreed before the limit."""

    id: str
    days: int = 0
    """In the unit of the limit where that is days, else in calendar days."""
    agreed_on: date | None = None
    applicants_agree: bool = False
    respondents_agree: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day from which some limit runs, called as the tables of limits call it."""

    id: str
    event: str = ""
    happened_on: date | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """All that makes the limits of a case start, stand still and end later."""

    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
    milestones: tuple[Milestone, ...] = ()


UNDISTURBED = Course()
"""Of a period that simply runs."""
