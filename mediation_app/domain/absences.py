"""Who stands in for whom, and from when to when (代班)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Absence:
    """A time in which a colleague does everything that a person owns.

    Nothing is moved: what is whose is asked anew each day, so everything comes back by itself.

    Attributes:
        person: Who is away.
        deputy: Who stands in.
        from_on: The first day.
        to_on: The last day; None until further notice.
    """

    id: str
    person: str = ""
    deputy: str = ""
    from_on: date | None = None
    to_on: date | None = None
    note: str = ""

    def covers(self, day: date) -> bool:
        """Return whether the person is away on this day."""
        is_begun = self.from_on is not None and self.from_on <= day
        return is_begun and (self.to_on is None or day <= self.to_on)


def acting_for(person: str, absences: Iterable[Absence], day: date) -> str:
    """Return who does on this day what the person owns; a deputy who is away is passed over.

    Deputies of deputies are followed; where they go round in a circle the person stays.
    """
    away = {each.person: each.deputy for each in absences if each.deputy and each.covers(day)}
    seen = [person]
    while (deputy := away.get(seen[-1], "")) and deputy not in seen:
        seen.append(deputy)
    return person if seen[-1] in away else seen[-1]
