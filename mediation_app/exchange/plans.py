"""Instalment plans in the exchange format: by rule, or line by line (第1期, 第2期)."""

import re
from typing import Any

from mediation_app.domain.agreements import InstalmentPlan, PlannedLine
from mediation_app.domain.findings import Finding
from mediation_app.domain.instalments import MOST_PERIODS, Method, check_lines
from mediation_app.domain.money import Money
from mediation_app.domain.plans import plan_lines
from mediation_app.errors import MediationError
from mediation_app.exchange.decoding import JsonObject
from mediation_app.exchange.places import Place, quoted
from mediation_app.exchange.shapes import Facts, Key, Shape
from mediation_app.exchange.values import Amount, Choice, Day, Rate, Whole, refuse_kind
from mediation_app.sentences import say

LINE_PATTERN = "^第[1-9][0-9]{0,2}期$"
_LINE = re.compile(LINE_PATTERN)
_LINE_SCHEMA = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2} .+$",
    "description": "逐期约定时每期一项：到期日、空格、金额，例如 2026-09-30 40000000.00",
}
_DAY, _AMOUNT = Day(), Amount()
_TABLE = Shape(
    Key("总额", "total", _AMOUNT, "分期归还的总额（本金），元"),
    Key("期数", "periods", Whole(0, MOST_PERIODS), "期数"),
    Key("首期到期", "first_due_on", _DAY, "第1期的到期日；31日表示每月最后一日"),
    Key(
        "还款方式",
        "method",
        Choice({method.label: method for method in Method}),
        "缺省为等分",
    ),
    Key("年利率", "annual_rate", Rate(), "年利率，例如 3.85%；等分还款不计利息"),
)


class PlanValue:
    """The plan: its table of keys, and one key for every line agreed upon by hand."""

    def read(self, json: Any, place: Place) -> InstalmentPlan | None:
        """Return the plan."""
        if not isinstance(json, JsonObject):
            refuse_kind(json, place, "一组项目 {…}")
            return None
        rest = JsonObject({name: json[name] for name in json if not _LINE.fullmatch(name)})
        rest.doubled = json.doubled
        lines = [name for name in json if _LINE.fullmatch(name)]
        facts = _TABLE.read(rest, place) or {}
        plan = InstalmentPlan(**facts, lines=_read_lines(json, lines, place))
        if not place.notes.touches(place.path):
            _check(plan, place)
        return plan

    def write(self, value: InstalmentPlan) -> Facts:
        """Return the object."""
        is_plain = value.method is Method.EVEN
        written = _TABLE.write(
            {
                "total": value.total,
                "periods": value.periods or None,
                "first_due_on": value.first_due_on,
                "method": None if is_plain else value.method,
                "annual_rate": value.annual_rate or None,
            }
        )
        for number, line in enumerate(value.lines, start=1):
            written[f"第{number}期"] = f"{_DAY.write(line.due_on)} {_AMOUNT.write(line.amount)}"
        return written

    def schema(self) -> dict[str, Any]:
        """Return the schema of the object."""
        return _TABLE.schema() | {"patternProperties": {LINE_PATTERN: _LINE_SCHEMA}}


def _read_lines(json: JsonObject, names: list[str], place: Place) -> tuple[PlannedLine, ...]:
    """Return the lines 第1期, 第2期 … in the order of their numbers."""
    numbers = sorted(int(name[1:-1]) for name in names)
    missing = [number for number in range(1, len(numbers) + 1) if number not in numbers]
    if missing:
        place.refuse(
            say(
                "缺少{periods}，各期应从第1期起连续编号",
                periods="、".join(f"第{number}期" for number in missing),
            )
        )
    read = (_read_line(json[f"第{n}期"], place.key(f"第{n}期")) for n in numbers)
    return tuple(line for line in read if line is not None)


def _read_line(json: Any, place: Place) -> PlannedLine | None:
    parts = json.split(" ") if isinstance(json, str) else []
    if len(parts) != len(("due_on", "amount")):
        place.refuse(
            say(
                "应写成“到期日 金额”，例如 2026-09-30 40000000.00，文件中是“{text}”",
                text=quoted(str(json)),
            )
        )
        return None
    due_on, amount = _DAY.read(parts[0], place), _AMOUNT.read(parts[1], place)
    if due_on is None or amount is None:
        return None
    return PlannedLine(place.notes.ids.new(), due_on, amount)


def _check(plan: InstalmentPlan, place: Place) -> None:
    """Refuse a plan that contradicts itself or cannot be carried out."""
    if plan.lines and plan.periods not in (0, len(plan.lines)):
        place.key("期数").refuse(
            say(
                "期数写了{periods}期，逐期列出的有{count}期，应一致",
                periods=plan.periods,
                count=len(plan.lines),
            )
        )
    try:
        lines = plan_lines(plan)
    except MediationError as error:
        place.refuse(error.sentence)
        return
    if plan.lines:
        total = plan.total or Money.total(line.amount for line in plan.lines)
        _note(check_lines(lines, total), place)


def _note(findings: tuple[Finding, ...], place: Place) -> None:
    for finding in findings:
        (place.refuse if finding.is_error else place.warn)(finding.sentence)
