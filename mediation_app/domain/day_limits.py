"""Which limits of a case were entered on a day, and which came to their end on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.case_limits import CaseLimit

LIMIT_KINDS = frozenset({AgendaKind.LIMIT, AgendaKind.RIGHT, AgendaKind.ESTIMATE})
"""What of the agenda is a limit, whoever has to keep it."""


@dataclass(frozen=True, slots=True)
class DayLimits:
    """What a day has brought.

    Attributes:
        entered: Limits that began to run, or whose last day is another one now.
        ended: Limits that ran before and run no longer.
    """

    entered: tuple[CaseLimit, ...]
    ended: tuple[CaseLimit, ...]


def limits_of_day(before: Iterable[CaseLimit], now: Iterable[CaseLimit]) -> DayLimits:
    """Return what of the running limits of a case changed.

    Args:
        before: The limits that ran when the day began; none where the case was not there.
        now: The limits that run.
    """
    former = {each.rule.key: each for each in before}
    present = {each.rule.key: each for each in now}
    entered = (each for key, each in present.items() if _days(former.get(key)) != _days(each))
    ended = (each for key, each in former.items() if key not in present)
    return DayLimits(tuple(entered), tuple(ended))


def _days(limit: CaseLimit | None) -> tuple[object, ...]:
    return () if limit is None else (limit.started_on, limit.deadline.limit_on)
