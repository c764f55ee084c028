"""Dates as people type them."""

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from mediation_app.domain.months import MONTHS_A_YEAR
from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

_WORDS = {"今天": 0, "今": 0, "今日": 0, "明天": 1, "后天": 2, "昨天": -1, "前天": -2, "t": 0}
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<days>\d{1,5})")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_PARTS = re.compile(
    r"(?:(?P<year>\d{2}|\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?"
)
_CENTURY = 2000


def read_date(text: str, today: date) -> date:
    """Read 2026-3-5, 20260305, 26.3.5, 3.5 (this year), 2026年3月5日, 今天, +15 (from today).

    Raises:
        InvalidValueError: The sentence says which part of the date does not exist.
    """
    typed = half_width(text).strip().replace(" ", "").lower()
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    if offset := _OFFSET.fullmatch(typed):
        return _moved(text, today, int(offset["sign"] + offset["days"]))
    match = _COMPACT.fullmatch(typed) or _PARTS.fullmatch(typed)
    if match is None:
        raise InvalidValueError(
            say("“{text}”不是日期，请写成 2026-3-5、20260305、3.5、今天 或 +15", text=shown(text))
        )
    return _date(_year(match["year"], today), int(match["month"]), int(match["day"]))


def _moved(text: str, today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError as error:
        raise InvalidValueError(say("“{text}”太远，请核对天数", text=shown(text))) from error


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    return int(text) if len(text) > len("26") else _CENTURY + int(text)


def _date(year: int, month: int, day: int) -> date:
    if not 1 <= year <= MAXYEAR:
        raise InvalidValueError(say("没有{year}年", year=year))
    if not 1 <= month <= MONTHS_A_YEAR:
        raise InvalidValueError(say("{year}年没有{month}月，月份是1至12", year=year, month=month))
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise InvalidValueError(
            say(
                "{year}年{month}月没有{day}日，这个月是1至{last}日",
                year=year,
                month=month,
                day=day,
                last=last,
            )
        )
    return date(year, month, day)
