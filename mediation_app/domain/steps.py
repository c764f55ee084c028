"""The steps that people took with a case, as they are kept in it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step on the way of a case; the facts that it brought stand in the case itself.

    Attributes:
        action: As the table of transitions calls it; a newer version may know more of them.
        by: Who took it.
        reason: Why, where the table asks for a reason.
        came_from: The stage in which the case was, as the desk calls it.
    """

    id: str
    action: str = ""
    taken_on: date | None = None
    by: str = ""
    reason: str = ""
    came_from: str = ""
