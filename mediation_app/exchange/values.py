"""Single values of the exchange format: how each is read, written and described."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol

from mediation_app.domain.money import Money
from mediation_app.errors import InvalidAmountError
from mediation_app.exchange.decoding import JsonObject, Number
from mediation_app.exchange.nearness import near
from mediation_app.exchange.places import Place, quoted
from mediation_app.sentences import say

FIRST_YEAR, LAST_YEAR = 1900, 2199
_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_WHOLE = re.compile(r"[0-9]{1,9}")
_RATE = re.compile(r"(?P<percent>[0-9]{1,3}(?:\.[0-9]{1,12})?)%")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MONTHS = 12


class Value(Protocol):
    """A kind of value: ``read`` returns None after refusing what stands at the place."""

    def read(self, json: Any, place: Place) -> Any:
        """Return the value that the JSON means."""
        ...

    def write(self, value: Any) -> Any:
        """Return the JSON of a value."""
        ...

    def schema(self) -> dict[str, Any]:
        """Return its JSON Schema."""
        ...


class Text:
    """Any text."""

    def read(self, json: Any, place: Place) -> str | None:
        """Return the text as it is."""
        if not isinstance(json, str):
            refuse_kind(json, place, "文字（写在英文双引号里）")
            return None
        bad = _CONTROLS.search(json)
        if bad is not None:
            code = f"U+{ord(bad.group()):04X}"
            place.refuse(say("文字中有不能使用的字符 {code}，请删去后重新填写", code=code))
            return None
        return json

    def write(self, value: str) -> str:
        """Return the text as it is."""
        return value

    def schema(self) -> dict[str, Any]:
        """Return the schema of a string."""
        return {"type": "string"}


class Day:
    """A local date, as in 2026-03-05."""

    def read(self, json: Any, place: Place) -> date | None:
        """Return the date."""
        if not isinstance(json, str):
            refuse_kind(json, place, '日期，例如 "2026-03-05"')
            return None
        match = _DATE.fullmatch(json)
        if match is None:
            place.refuse(say("“{text}”不是有效日期，应写成 2026-03-05 的样子", text=quoted(json)))
            return None
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        if not _is_possible(year, month, day, place):
            return None
        return date(year, month, day)

    def write(self, value: date) -> str:
        """Return the date in its one spelling."""
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        """Return the schema of a date."""
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _is_possible(year: int, month: int, day: int, place: Place) -> bool:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        place.refuse(
            say(
                "{text} 的年份应在 {first} 至 {last} 之间",
                text=text,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        )
    elif not 1 <= month <= _MONTHS:
        place.refuse(say("{text} 不是有效日期：没有{month}月", text=text, month=month))
    elif not 1 <= day <= monthrange(year, month)[1]:
        place.refuse(
            say(
                "{text} 不是有效日期：{year}年{month}月没有{day}日",
                text=text,
                year=year,
                month=month,
                day=day,
            )
        )
    else:
        return True
    return False


class Instant:
    """An instant with its distance from UTC, as in 2026-03-09T08:00:00+00:00."""

    def read(self, json: Any, place: Place) -> datetime | None:
        """Return the instant in UTC."""
        if not isinstance(json, str):
            refuse_kind(json, place, '时刻，例如 "2026-03-09T16:00:00+08:00"')
            return None
        instant = _instant(json)
        if instant is None:
            place.refuse(
                say(
                    "“{text}”不是有效时刻，应写成 2026-03-09T16:00:00+08:00 的样子",
                    text=quoted(json),
                )
            )
            return None
        return instant.astimezone(UTC)

    def write(self, value: datetime) -> str:
        """Return the instant in its one spelling."""
        return value.astimezone(UTC).isoformat()

    def schema(self) -> dict[str, Any]:
        """Return the schema of an instant."""
        return {"type": "string", "format": "date-time"}


def _instant(text: str) -> datetime | None:
    """Return the instant, None where there is none or nobody knows in which zone."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    is_told = instant.tzinfo is not None and FIRST_YEAR <= instant.year <= LAST_YEAR
    return instant if is_told else None


class Digest:
    """The id of contents: a SHA-256 as 64 hexadecimal digits."""

    def read(self, json: Any, place: Place) -> str | None:
        """Return the digits."""
        if not isinstance(json, str):
            refuse_kind(json, place, "文字（写在英文双引号里）")
            return None
        if not _DIGEST.fullmatch(json):
            place.refuse(say("“{text}”不是文件摘要，应为64位小写十六进制数字", text=quoted(json)))
            return None
        return json

    def write(self, value: str) -> str:
        """Return the digits."""
        return value

    def schema(self) -> dict[str, Any]:
        """Return the schema of a digest."""
        return {"type": "string", "pattern": f"^{_DIGEST.pattern}$"}


class Amount:
    """Yuan with at most two decimals, as text or as a number."""

    def read(self, json: Any, place: Place) -> Money | None:
        """Return the amount."""
        text = json.text if isinstance(json, Number) else json
        if not isinstance(text, str):
            refuse_kind(json, place, '金额，例如 "8765.43"')
            return None
        if not text.isprintable():
            place.refuse(say("“{text}”不是金额，应写成 8765.43 的样子", text=quoted(text)))
            return None
        try:
            return Money.parse(text)
        except InvalidAmountError as error:
            place.refuse(error.sentence)
            return None

    def write(self, value: Money) -> str:
        """Return the amount with two decimals."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """Return the schema of an amount."""
        return {
            "anyOf": [
                {"type": "string", "pattern": "[0-9]"},
                {"type": "number", "minimum": 0},
            ]
        }


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds."""

    least: int
    most: int

    def read(self, json: Any, place: Place) -> int | None:
        """Return the number."""
        if not isinstance(json, Number):
            refuse_kind(json, place, "整数（不加引号）")
            return None
        if not _WHOLE.fullmatch(json.text) or not self.least <= int(json.text) <= self.most:
            place.refuse(
                say(
                    "{number} 应为 {least} 至 {most} 的整数",
                    number=quoted(json.text),
                    least=self.least,
                    most=self.most,
                )
            )
            return None
        return int(json.text)

    def write(self, value: int) -> int:
        """Return the number."""
        return value

    def schema(self) -> dict[str, Any]:
        """Return the schema of a bounded integer."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Flag:
    """Yes or no."""

    def read(self, json: Any, place: Place) -> bool | None:
        """Return the answer."""
        if not isinstance(json, bool):
            refuse_kind(json, place, "true（是）或者 false（否）")
            return None
        return json

    def write(self, value: bool) -> bool:  # noqa: FBT001 - the value itself
        """Return the answer."""
        return value

    def schema(self) -> dict[str, Any]:
        """Return the schema of a boolean."""
        return {"type": "boolean"}


class Rate:
    """A yearly rate in per cent, as in 3.85%; a fraction in the domain."""

    def read(self, json: Any, place: Place) -> Decimal | None:
        """Return the rate as a fraction."""
        match = _RATE.fullmatch(json) if isinstance(json, str) else None
        if match is None:
            refuse_kind(json, place, '百分数，例如 "3.85%"')
            return None
        return Decimal(match["percent"]).scaleb(-2)

    def write(self, value: Decimal) -> str:
        """Return the rate in per cent."""
        return f"{value.scaleb(2).normalize():f}%"

    def schema(self) -> dict[str, Any]:
        """Return the schema of a percentage."""
        return {"type": "string", "pattern": f"^{_RATE.pattern.replace('?P<percent>', '?:')}$"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list of words, each standing for a member."""

    members: Mapping[str, Enum]

    def read(self, json: Any, place: Place) -> Enum | None:
        """Return the member."""
        if isinstance(json, str) and json in self.members:
            return self.members[json]
        if not isinstance(json, str):
            refuse_kind(json, place, "文字（写在英文双引号里）")
            return None
        meant = near(json, self.members)
        place.refuse(
            say("没有“{word}”这一选项，是否应为“{meant}”？", word=quoted(json), meant=meant)
            if meant
            else say(
                "没有“{word}”这一选项，可选：{words}",
                word=quoted(json),
                words="、".join(self.members),
            )
        )
        return None

    def write(self, value: Enum) -> str:
        """Return the word of the member."""
        return next(word for word, member in self.members.items() if member is value)

    def schema(self) -> dict[str, Any]:
        """Return the schema of an enumeration."""
        return {"enum": list(self.members)}


def words_of(kind: type[Enum]) -> Choice:
    """Return the choice among all members of an enumeration whose values are their words."""
    return Choice({str(member.value): member for member in kind})


def refuse_kind(json: Any, place: Place, wanted: str) -> None:
    """Refuse a value of the wrong type."""
    place.refuse(say("应为{wanted}，文件中是{found}", wanted=wanted, found=_called(json)))


def _called(json: Any) -> str:
    """Return what a value of the file is called, with the value where it is short."""
    match json:
        case None:
            called = "空值 null"
        case bool():
            called = str(json).lower()
        case Number():
            called = f"数字 {quoted(json.text)}"
        case JsonObject():
            called = "一组项目 {…}"
        case list():
            called = "列表 […]"
        case _:
            called = f"“{quoted(str(json))}”"
    return called
