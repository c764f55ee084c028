"""Files of limits: those that travel with the program, and those that a station brings."""

import json
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, TypeGuard, TypeVar

from mediation_app.domain.deadlines import WARNED_DAYS_AHEAD, LimitUnit, most_length
from mediation_app.domain.limits import Confidence, LimitRule
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

_Choice = TypeVar("_Choice", bound=Enum)
_FIELDS = (
    *("key", "name", "length", "unit", "starts_from", "after", "source", "valid_from"),
    *("valid_to", "shift", "extendable", "pausable", "business_hours", "estimate"),
    *("warn", "mark", "note"),
)
_MOST_WARNED_DAYS = 366


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
        self._refuse_unknown_fields()
        valid_from, valid_to = self._day("valid_from"), self._day("valid_to")
        if valid_from and valid_to and valid_to < valid_from:
            raise self._wrong("valid_to", f"{valid_from} 或者以后的日期")
        return LimitRule(
            key=self._text("key"),
            name=self._text("name"),
            length=self._length(),
            unit=self._one_of("unit", LimitUnit),
            starts_from=self._text("starts_from"),
            source=self._text("source"),
            valid_from=valid_from,
            confidence=self._one_of("mark", Confidence),
            note=self._text_or_nothing("note"),
            valid_to=valid_to,
            is_moved=self._answer("shift", usual=True),
            is_extendable=self._answer("extendable", usual=False),
            is_pausable=self._answer("pausable", usual=False),
            ends_with_business=self._answer("business_hours", usual=False),
            is_estimate=self._answer("estimate", usual=False),
            after=self._text_or_nothing("after"),
            warned_days=self._warned_days(),
        )

    def _refuse_unknown_fields(self) -> None:
        for field in self._entry:
            if field not in _FIELDS:
                raise InvalidValueError(
                    say(
                        "期限文件第{no}项有不认识的项目“{field}”，可写：{fields}",
                        no=self._no,
                        field=field,
                        fields="、".join(_FIELDS),
                    )
                )

    def _text(self, field: str) -> str:
        value = self._entry.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(field, "文字")
        return value.strip()

    def _text_or_nothing(self, field: str) -> str:
        value = self._entry.get(field)
        if value is not None and not isinstance(value, str):
            raise self._wrong(field, "文字或者不写")
        return (value or "").strip()

    def _length(self) -> int:
        value = self._entry.get("length")
        most = most_length(self._one_of("unit", LimitUnit))
        if not _is_count(value, most):
            raise self._wrong("length", f"1 至 {most} 的整数")
        return value

    def _answer(self, field: str, *, usual: bool) -> bool:
        value = self._entry.get(field, usual)
        if not isinstance(value, bool):
            raise self._wrong(field, "true（是）或者 false（否）")
        return value

    def _warned_days(self) -> tuple[int, ...]:
        value = self._entry.get("warn", list(WARNED_DAYS_AHEAD))
        if not isinstance(value, list) or not all(
            _is_count(each, _MOST_WARNED_DAYS) for each in value
        ):
            raise self._wrong("warn", "天数的列表，例如 [15, 7, 3]")
        return tuple(sorted(set(value), reverse=True))

    def _one_of(self, field: str, choices: type[_Choice]) -> _Choice:
        try:
            return choices(self._entry.get(field))
        except ValueError as fault:
            allowed = "、".join(choice.value for choice in choices)
            raise self._wrong(field, f"{allowed}之一") from fault

    def _day(self, field: str) -> date | None:
        value = self._entry.get(field)
        if value is None:
            return None
        wrong = self._wrong(field, "2026-01-01 样子的日期或者 null")
        try:
            day = date.fromisoformat(str(value))
        except ValueError as fault:
            raise wrong from fault
        if day.isoformat() != value:
            raise wrong
        return day

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


def _is_count(value: Any, most: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most


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
