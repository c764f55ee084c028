"""Values of options, read by the rules of the domain."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from mediation_app.domain.courses import Pause
from mediation_app.domain.money import Money
from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_RATE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)%?")
_MONTHS = 12


def read_day(text: str) -> date:
    """Return the date of an option.

    Raises:
        InvalidValueError: It is no date; the sentence says why.
    """
    match = _DAY.fullmatch(half_width(text).strip())
    if match is None:
        raise InvalidValueError(
            say("“{text}”不是有效日期，应写成 2026-03-05 的样子", text=shown(text))
        )
    year, month, day = map(int, match.groups())
    if not 1 <= month <= _MONTHS:
        raise InvalidValueError(say("{text} 不是有效日期：没有{month}月", text=text, month=month))
    if year == 0 or not 1 <= day <= monthrange(year, month)[1]:
        raise InvalidValueError(
            say(
                "{text} 不是有效日期：{year}年{month}月没有{day}日",
                text=text,
                year=year,
                month=month,
                day=day,
            )
        )
    return date(year, month, day)


def read_pause(text: str) -> Pause:
    """Return the pause of an option, as in 2026-03-10..2026-03-19; without an end it lasts.

    Raises:
        InvalidValueError: It is no pair of dates, or they are in the wrong order.
    """
    first, dots, last = half_width(text).partition("..")
    if not dots:
        raise InvalidValueError(
            say("“{text}”不是一段时间，应写成 2026-03-10..2026-03-19 的样子", text=shown(text))
        )
    from_on, to_on = read_day(first), read_day(last) if last.strip() else None
    if to_on is not None and to_on < from_on:
        raise InvalidValueError(
            say("中止的结束日期 {last} 早于开始日期 {first}", last=to_on, first=from_on)
        )
    return Pause("", from_on, to_on)


def read_rate(text: str) -> Decimal:
    """Return a rate in per cent a year as a fraction.

    Raises:
        InvalidValueError: It is no percentage.
    """
    match = _RATE.fullmatch(half_width(text).strip())
    if match is None:
        raise InvalidValueError(
            say("“{text}”不是年利率，应写成百分数，例如 3.6 或者 3.6%", text=shown(text))
        )
    return Decimal(match[1]).scaleb(-2)


def read_amount(text: str) -> Money:
    """Return the amount of an option.

    Raises:
        InvalidAmountError: It is no amount; the sentence says why.
    """
    return Money.parse(text)
