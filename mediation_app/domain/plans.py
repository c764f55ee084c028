"""The instalments that a plan amounts to."""

from mediation_app.domain.agreements import InstalmentPlan
from mediation_app.domain.instalments import InstalmentLine, instalments
from mediation_app.domain.money import Money


def plan_lines(plan: InstalmentPlan | None) -> tuple[InstalmentLine, ...]:
    """Return the instalments, none where the plan is absent or not complete yet.

    Raises:
        InvalidValueError: The plan's rule cannot be carried out, such as 0 分 a period.
    """
    if plan is None:
        return ()
    if plan.lines:
        return _agreed_lines(plan)
    if plan.total is None or plan.first_due_on is None or plan.periods == 0:
        return ()
    return instalments(
        plan.total,
        plan.periods,
        plan.first_due_on,
        annual_rate=plan.annual_rate,
        method=plan.method,
    )


def _agreed_lines(plan: InstalmentPlan) -> tuple[InstalmentLine, ...]:
    return tuple(
        InstalmentLine(number, line.due_on, line.amount, line.amount, Money(0))
        for number, line in enumerate(plan.lines, start=1)
    )
