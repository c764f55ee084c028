"""The limits of a case that still matter."""

from collections.abc import Iterable
from datetime import date

from mediation_app.domain.cases import Case
from mediation_app.domain.deadlines import warning_days
from mediation_app.domain.effect import effective_on
from mediation_app.domain.stages import EXITS
from mediation_app.services.limits import CaseLimit

FROM_EFFECT = "协议生效"
FROM_APPLICATION = "申请司法确认"


def running_limits(case: Case, limits: Iterable[CaseLimit]) -> tuple[CaseLimit, ...]:
    """Return the limits that run on, the nearest first; none after the end.

    What ran before the agreement ends with it, and what ran from the agreement ends with the
    application to the court.
    """
    if case.outcome in EXITS or case.visit is not None:
        return ()
    effective, applied = effective_on(case), case.confirmation.applied_on
    is_at_court = effective is not None and applied is not None
    step = (FROM_APPLICATION, applied) if is_at_court else (FROM_EFFECT, effective)
    running = (each for each in limits if _runs_on(each, *step))
    return tuple(sorted(running, key=lambda each: each.deadline.limit_on))


def _runs_on(limit: CaseLimit, event: str, happened_on: date | None) -> bool:
    """Return whether a limit was started by the last step of a case, or after it."""
    if happened_on is None:
        return not limit.follows and limit.rule.starts_from != FROM_APPLICATION
    return limit.rule.starts_from == event or limit.started_on > happened_on


def tone_of(limit: CaseLimit, today: date) -> str:
    """Return how serious a limit is: passed, near, or far; a pause and others' limits wait."""
    if limit.deadline.is_standing or limit.rule.is_estimate:
        return "muted"
    if today > limit.deadline.limit_on:
        return "error"
    # From the last but one reminder on: of 15, 7 and 3 days the week before the limit.
    warned = warning_days(limit.deadline, limit.rule.warned_days)[-2:]
    is_near = not warned or today >= warned[0]
    return "warning" if is_near or not limit.deadline.is_certain else "muted"
