"""How serious a limit of a case is."""

from datetime import date

from mediation_app.domain.case_limits import CaseLimit
from mediation_app.domain.deadlines import warning_days


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
