"""Days as people type them."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from mediation_app.domain.months import MONTHS_A_YEAR, months_after
from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

DAYS_A_WEEK = 7
_WORDS = {
    "今天": 0, "今": 0, "今日": 0, "t": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
    "昨天": -1, "前天": -2,
}  # fmt: skip
_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_COUNTED = re.compile("(?<![周期拜])([〇零一二两三四五六七八九十]+)(?=[年月日号天周个点时分刻小])")
_BLANKS = re.compile(r"\s+")
_WEEKDAYS = {sign: no for no, sign in enumerate("一二三四五六日")} | {
    "天": 6, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
}  # fmt: skip
_WEEKS_AWAY = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_MONTHS_AWAY = {"上": -1, "本": 0, "这": 0, "": 0, "下": 1}
_YEARS_AWAY = {"去": -1, "今": 0, "明": 1, "后": 2}
_CENTURY = 2000

_DAYS_AWAY = re.compile(r"(?P<sign>[+-])(?P<count>\d{1,5})天?")
_DAYS_LATER = re.compile(r"(?P<count>\d{1,5})天后")
_WEEKS_LATER = re.compile(r"(?P<sign>[+-]?)(?P<count>\d{1,3})(?:周|个?星期)后?")
_MONTHS_LATER = re.compile(r"(?P<sign>[+-]?)(?P<count>\d{1,3})个月后?")
_YEARS_LATER = re.compile(r"(?P<sign>[+-]?)(?P<count>\d{1,2})年后")
_WEEKDAY = re.compile(
    r"(?P<week>上上|下下|[上本这下])?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天1-7])"
)
_EDGE_OF_MONTH = re.compile(r"(?P<month>[上本这下]?)个?月(?P<edge>[初底末])")
_IN_MONTH = re.compile(r"(?:(?P<month>[上本这下])个?月)?(?P<day>\d{1,2})[日号]")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_PARTS = re.compile(
    r"(?:(?P<year>\d{2}|\d{4}|[去今明后](?=年))[-/.年])?"
    r"(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?"
)


def read_day(text: str, today: date, *, looks_ahead: bool = False) -> date:
    """Read 2026-3-5, 20260305, 3.5, 2026年3月5日, 26日, 今天, +15, 下周三, 2周, 3个月, 月底.

    A weekday without its week is the coming one, today included; weeks begin on Monday.

    Args:
        text: What was typed.
        today: Where counting starts.
        looks_ahead: What is said without its year or month is the next such day, as for something
            planned; False means the one of this year or month, as for something that happened.

    Raises:
        InvalidValueError: The sentence says which part of the date does not exist.
    """
    typed = with_digits(half_width(text)).replace(" ", "").lower()
    try:
        if (found := _relative(typed, today)) is not None:
            return found
    except (OverflowError, ValueError) as error:
        raise InvalidValueError(say("“{text}”太远，请核对天数", text=shown(text))) from error
    if match := _IN_MONTH.fullmatch(typed):
        return _day_in_month(match, today, looks_ahead=looks_ahead)
    if match := _COMPACT.fullmatch(typed) or _PARTS.fullmatch(typed):
        return _day_in_year(match, today, looks_ahead=looks_ahead)
    raise InvalidValueError(
        say(
            "“{text}”不是日期，请写成 2026-3-5、20260305、3.5、今天、+15 或 下周三",
            text=shown(text),
        )
    )


def with_digits(text: str) -> str:
    """Return the text with its Chinese numbers in digits where they count something: 三点."""
    return _COUNTED.sub(lambda found: _digits(found[1]), _BLANKS.sub(" ", text.strip()))


def _digits(numeral: str) -> str:
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(str(_NUMERALS[sign]) for sign in numeral)
    if "十" in ones or max(len(tens), len(ones)) > 1:
        return numeral
    return str(_NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0))


def _relative(typed: str, today: date) -> date | None:
    """Return the day that is said by how far it is from today, None for any other."""
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    for form, read in _RELATIVE:
        if match := form.fullmatch(typed):
            return read(match, today)
    return None


def _count(match: re.Match[str]) -> int:
    count = int(match["count"])
    return -count if match.groupdict().get("sign") == "-" else count


def _weekday(match: re.Match[str], today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    weekday = _WEEKDAYS[match["day"]]
    if match["week"] is None:
        return today + timedelta(days=(weekday - today.weekday()) % DAYS_A_WEEK)
    return monday + timedelta(days=weekday + DAYS_A_WEEK * _WEEKS_AWAY[match["week"]])


def _edge_of_month(match: re.Match[str], today: date) -> date:
    first = months_after(today, _MONTHS_AWAY[match["month"]], 1)
    return first if match["edge"] == "初" else months_after(first, 0, 31)


_RELATIVE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...] = (
    (_DAYS_AWAY, lambda match, today: today + timedelta(days=_count(match))),
    (_DAYS_LATER, lambda match, today: today + timedelta(days=_count(match))),
    (_WEEKS_LATER, lambda match, today: today + timedelta(weeks=_count(match))),
    (_MONTHS_LATER, lambda match, today: months_after(today, _count(match))),
    (_YEARS_LATER, lambda match, today: months_after(today, MONTHS_A_YEAR * _count(match))),
    (_WEEKDAY, _weekday),
    (_EDGE_OF_MONTH, _edge_of_month),
    (re.compile("年[底末]"), lambda _, today: date(today.year, MONTHS_A_YEAR, 31)),
)
"""Forms that count from today."""


def _day_in_month(match: re.Match[str], today: date, *, looks_ahead: bool) -> date:
    month = match["month"]
    first = _first_of_month(today, _MONTHS_AWAY[month or ""])
    found = _date(first.year, first.month, int(match["day"]))
    if found < today and looks_ahead and month is None:
        later = _first_of_month(today, 1)
        return _date(later.year, later.month, int(match["day"]))
    return found


def _first_of_month(today: date, months: int) -> date:
    months += today.month - 1
    years, month = divmod(months, MONTHS_A_YEAR)
    if not 1 <= today.year + years <= MAXYEAR:
        raise InvalidValueError(say("没有{year}年", year=today.year + years))
    return date(today.year + years, month + 1, 1)


def _day_in_year(match: re.Match[str], today: date, *, looks_ahead: bool) -> date:
    month, day = int(match["month"]), int(match["day"])
    found = _date(_year(match["year"], today), month, day)
    if found < today and looks_ahead and match["year"] is None:
        return _date(today.year + 1, month, day)
    return found


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    if text in _YEARS_AWAY:
        return today.year + _YEARS_AWAY[text]
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
