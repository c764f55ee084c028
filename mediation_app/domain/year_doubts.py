"""What looks wrong in a table of rest days, though it can be read."""

from collections.abc import Iterator
from datetime import date

from mediation_app.domain.rest_days import YearTable
from mediation_app.sentences import Sentence, say

_DECREE_SINCE = 2025
"""The first whole year of the decree of 2024-11-10."""
_FIXED = (
    (1, 1, "元旦"),
    (5, 1, "劳动节"),
    (5, 2, "劳动节"),
    *((10, day, "国庆节") for day in (1, 2, 3)),
)
_MOVING = {"春节": 4, "清明节": 1, "端午节": 1, "中秋节": 1}
_WORKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五")


def doubts_about(table: YearTable) -> tuple[Sentence, ...]:
    """Return what a person should compare with the notice before trusting the table.

    Source: Regulation on Public Holidays for National Festivals (2024-11-10), art 2.
    """
    missing = _missing(table) if table.year >= _DECREE_SINCE else ()
    return (*_needless(table), *missing)


def _needless(table: YearTable) -> Iterator[Sentence]:
    for day in table.days:
        if not day.is_rest and day.on.weekday() < len(_WORKDAYS):
            yield say(
                "{day} 是{weekday}，本来就是工作日，却写成调休上班",
                day=day.on,
                weekday=_WORKDAYS[day.on.weekday()],
            )


def _missing(table: YearTable) -> Iterator[Sentence]:
    rest = {day.on: day.name for day in table.days if day.is_rest}
    for month, day_no, name in _FIXED:
        day = date(table.year, month, day_no)
        if day not in rest:
            yield say("{day} 是{name}，表中没有写成休息", day=day, name=name)
    for name, least in _MOVING.items():
        found = sum(name.removesuffix("节") in each for each in rest.values())
        if found < least:
            yield say(
                "{name}至少休息 {least} 天，表中有 {found} 天", name=name, least=least, found=found
            )
