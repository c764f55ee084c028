"""The steps that people took with a case, as they are kept in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class LastingStep(Enum):
    """The steps that leave no other fact behind: the stage of a case is read off them too."""

    PREPARED = "备卷完成"
    PERFORMING = "开始履行"
    ARCHIVED = "归档"
    REOPENED = "重开"
    SUPPLEMENTING = "补录"
    SUPPLEMENTED = "补录完毕"


PREPARED = LastingStep.PREPARED.value
PERFORMING = LastingStep.PERFORMING.value
ARCHIVED = LastingStep.ARCHIVED.value
REOPENED = LastingStep.REOPENED.value
SUPPLEMENTING = LastingStep.SUPPLEMENTING.value
SUPPLEMENTED = LastingStep.SUPPLEMENTED.value


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


def last_of(steps: Iterable[StepTaken], *actions: str) -> str:
    """Return which of these actions was taken last; empty where none was."""
    return next((each for each in reversed([s.action for s in steps]) if each in actions), "")
