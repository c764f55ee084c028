"""The limits that laws and authorities set, as dated data rather than code."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from mediation_app.domain.deadlines import Deadline, calendar_days, months, working_days, years
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

_Choice = TypeVar("_Choice", bound=Enum)


class LimitUnit(Enum):
    """What the length of a limit counts."""

    CALENDAR_DAY = "calendar"
    WORKING_DAY = "working"
    MONTH = "month"
    YEAR = "year"


class Confidence(Enum):
    """How sure we are of a limit."""

    VERIFIED = "V"
    """Read in the official text."""
    SEEN = "S"
    """Seen in secondary material."""
    REMEMBERED = "M"
    """From memory: a lawyer must check it."""


@dataclass(frozen=True, slots=True)
class LimitRule:
    """One edition of a limit."""

    key: str
    name: str
    length: int
    unit: LimitUnit
    starts_from: str
    """The event from whose day on time runs; the day itself is not counted."""
    source: str
    valid_from: date | None
    """First day of this edition; None where it is not established."""
    confidence: Confidence
    note: str = ""


_COUNTED: Mapping[LimitUnit, Callable[[date, int, RestCalendar], Deadline]] = {
    LimitUnit.CALENDAR_DAY: calendar_days,
    LimitUnit.WORKING_DAY: working_days,
    LimitUnit.MONTH: months,
    LimitUnit.YEAR: years,
}


def deadline_of(rule: LimitRule, start_on: date, calendar: RestCalendar) -> Deadline:
    """Return when the limit ends that started on this day."""
    return _COUNTED[rule.unit](start_on, rule.length, calendar)


def limits_in_force(rules: Iterable[LimitRule], day: date) -> tuple[LimitRule, ...]:
    """Return the edition of every limit that is in force on the day, in the given order."""
    editions: dict[str, LimitRule] = {}
    for rule in rules:
        known = editions.get(rule.key)
        if _since(rule) <= day and (known is None or _since(known) <= _since(rule)):
            editions[rule.key] = rule
    return tuple(editions.values())


def read_limits(text: str) -> tuple[LimitRule, ...]:
    """Read a file of limits.

    Raises:
        InvalidValueError: The sentence names the entry and what is wrong with it.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InvalidValueError(say("期限文件不是有效的 JSON，请重新下载或导出")) from fault
    entries = found.get("limits") if isinstance(found, dict) else None
    if not isinstance(entries, list) or not entries:
        raise InvalidValueError(say("期限文件缺少列表“limits”，请核对文件格式"))
    rules = tuple(_Entry(no, entry).rule() for no, entry in enumerate(entries, start=1))
    _refuse_doubles(rules)
    return rules


class _Entry:
    """One entry of the file, with its place for messages."""

    def __init__(self, no: int, entry: Any) -> None:
        self._no = no
        self._entry = entry if isinstance(entry, dict) else {}

    def rule(self) -> LimitRule:
        return LimitRule(
            key=self._text("key"),
            name=self._text("name"),
            length=self._length(),
            unit=self._one_of("unit", LimitUnit),
            starts_from=self._text("starts_from"),
            source=self._text("source"),
            valid_from=self._valid_from(),
            confidence=self._one_of("mark", Confidence),
            note=str(self._entry.get("note") or ""),
        )

    def _text(self, field: str) -> str:
        value = self._entry.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(field, "文字")
        return value.strip()

    def _length(self) -> int:
        value = self._entry.get("length")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._wrong("length", "大于0的整数")
        return value

    def _one_of(self, field: str, choices: type[_Choice]) -> _Choice:
        try:
            return choices(self._entry.get(field))
        except ValueError as fault:
            allowed = "、".join(choice.value for choice in choices)
            raise self._wrong(field, f"{allowed}之一") from fault

    def _valid_from(self) -> date | None:
        value = self._entry.get("valid_from")
        if value is None:
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError as fault:
            raise self._wrong("valid_from", "2026-01-01 样子的日期或者 null") from fault

    def _wrong(self, field: str, right: str) -> InvalidValueError:
        return InvalidValueError(
            say(
                "期限文件第{no}项的“{field}”应为{right}，现为“{value}”",
                no=self._no,
                field=field,
                right=right,
                value=self._entry.get(field, ""),
            )
        )


def _since(rule: LimitRule) -> date:
    return rule.valid_from or date.min


def _refuse_doubles(rules: Iterable[LimitRule]) -> None:
    seen = set()
    for rule in rules:
        edition = (rule.key, rule.valid_from)
        if edition in seen:
            raise InvalidValueError(
                say(
                    "期限文件中“{name}”（{key}）有两项同日生效，请删去一项",
                    name=rule.name,
                    key=rule.key,
                )
            )
        seen.add(edition)
