"""The limits of a case that still matter."""

from collections.abc import Iterable
from datetime import date

from mediation_app.domain.cases import Case
from mediation_app.domain.effect import effective_on
from mediation_app.domain.stages import EXITS
from mediation_app.services.limits import CaseLimit

FROM_EFFECT = "协议生效"
NEAR_DAYS = 3


def running_limits(case: Case, limits: Iterable[CaseLimit]) -> tuple[CaseLimit, ...]:
    """Return the limits that run on: none after the end, those of the agreement after signing."""
    if case.outcome in EXITS or case.visit is not None:
        return ()
    has_effect = effective_on(case) is not None
    if has_effect and case.confirmation.applied_on is not None:
        return ()
    running = (each for each in limits if (each.rule.starts_from == FROM_EFFECT) == has_effect)
    return tuple(sorted(running, key=lambda each: each.deadline.limit_on))


def tone_of(limit: CaseLimit, today: date) -> str:
    """Return how serious a limit is: passed, near, or far."""
    left = (limit.deadline.limit_on - today).days
    if left < 0:
        return "error"
    return "warning" if left <= NEAR_DAYS or not limit.deadline.is_certain else "muted"
