"""What the program computes from a case, as it stands beside the facts under 推算."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from mediation_app.domain.agreements import Agreement, InstalmentPlan
from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.cases import Case
from mediation_app.domain.deadlines import Deadline, LimitUnit
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.instalments import InstalmentLine
from mediation_app.domain.limits import LimitRule
from mediation_app.domain.money import Money
from mediation_app.domain.plans import plan_lines
from mediation_app.errors import MediationError
from mediation_app.exchange.plans import PlanValue

RunningLimits: TypeAlias = Iterable[tuple[LimitRule, Deadline]]
_CONFIRMATION = "confirmation"
_LIMIT_NAMES = {
    "mediation": "调解期限届满日_受理后{length}",
    "court_assigned": "委派调解{length}届满",
    "complaint_simple": "投诉处理{length}",
    "complaint_complicated": "投诉处理{length}",
    "complaint_extended": "投诉处理{length}",
}
_SHOWN_PERIODS = (2, 12)


def computed(case: Case, limits: RunningLimits) -> dict[str, Any]:
    """Return the amounts in capitals, limits, copies and instalments of a case.

    Args:
        case: The facts.
        limits: The rules whose starting day the case knows, each with its deadline.
    """
    running = {rule.key: (rule, deadline) for rule, deadline in limits}
    found: dict[str, Any] = {}
    if case.claim is not None:
        found["诉求金额大写"] = rmb_capitals(case.claim)
    found["期限"] = {
        _LIMIT_NAMES[key].format(length=_length(rule)): deadline.limit_on.isoformat()
        for key, (rule, deadline) in running.items()
        if key in _LIMIT_NAMES
    }
    if case.agreement is not None:
        found["协议"] = _agreement(case, case.agreement)
    found["司法确认"] = {"是否申请": case.confirmation.is_requested}
    if _CONFIRMATION in running:
        found["司法确认"] |= _confirmation(case, *running[_CONFIRMATION])
    if case.agreement is not None and case.agreement.plan is not None:
        found["分期计划"] = _plan(case.agreement.plan)
    doubts = sorted({str(deadline.doubt) for _, deadline in running.values() if deadline.doubt})
    return found | ({"提示": doubts} if doubts else {})


def _length(rule: LimitRule) -> str:
    units = {
        LimitUnit.CALENDAR_DAY: "日",
        LimitUnit.WORKING_DAY: "个工作日",
        LimitUnit.MONTH: "个月",
        LimitUnit.YEAR: "年",
    }
    return f"{rule.length}{units[rule.unit]}"


def _agreement(case: Case, agreement: Agreement) -> dict[str, Any]:
    amount = agreement.amount
    money = {} if amount is None else {"金额": str(amount), "金额大写": rmb_capitals(amount)}
    return money | {"协议份数": copies_of(case)}


def _confirmation(case: Case, rule: LimitRule, deadline: Deadline) -> dict[str, str]:
    effective = effective_on(case)
    days = {} if effective is None else {"协议生效日": effective.isoformat()}
    days |= {
        f"第{_length(rule)}": deadline.last_day_on.isoformat(),
        "届满日": deadline.limit_on.isoformat(),
    }
    if deadline.limit_on == deadline.last_day_on:
        return days
    reason = f"第{_length(rule)}为休假日，顺延至休假结束后的第一个工作日"
    return days | {"顺延原因": reason}


def _plan(plan: InstalmentPlan) -> dict[str, Any]:
    written = PlanValue().write(plan)
    try:
        lines = plan_lines(plan)
    except MediationError as error:
        return written | {"提示": str(error)}
    return written if plan.lines or not lines else written | dict(_by_rule(lines))


def _by_rule(lines: tuple[InstalmentLine, ...]) -> Iterator[tuple[str, str]]:
    """Yield what a plan by rule amounts to, with the due days by which one checks it."""
    yield "每期", str(lines[0].amount)
    yield "末期", str(lines[-1].amount)
    yield "合计校验", str(Money.total(line.amount for line in lines))
    yield "首期到期", lines[0].due_on.isoformat()
    for period in _SHOWN_PERIODS:
        if len(lines) >= period:
            yield f"第{period}期到期", lines[period - 1].due_on.isoformat()
    yield "末期到期", lines[-1].due_on.isoformat()
