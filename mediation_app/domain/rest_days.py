"""Which days people rest, by the yearly notices of the State Council."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeGuard

from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

ONE_DAY = timedelta(days=1)
_WEEKEND = {5: "星期六", 6: "星期日"}
_DECEMBER = 12
_NEW_YEAR_REACHES_BACK_TO = 25
"""The notice of a year may move the last days of December before it (2023 began on 31-12-2022)."""


@dataclass(frozen=True, slots=True)
class RestDay:
    """A day named by a notice: a rest day, or a weekend day that is worked instead."""

    on: date
    name: str
    is_rest: bool


@dataclass(frozen=True, slots=True)
class YearTable:
    """What the notice of one year says; it may reach back into the last week of December."""

    year: int
    days: tuple[RestDay, ...]

    def __post_init__(self) -> None:
        for day in self.days:
            if day.on.year != self.year and not (
                day.on.year == self.year - 1 and _may_be_moved_later(day.on)
            ):
                raise InvalidValueError(
                    say(
                        "{year}年节假日表中有其他年份的日期 {day}，请核对文件",
                        year=self.year,
                        day=day.on,
                    )
                )


class RestCalendar:
    """Rest days of all years whose tables are known; elsewhere only weekends are."""

    def __init__(self, tables: Iterable[YearTable]) -> None:
        """Take the tables; of two for the same year the later given one counts."""
        self._tables = tuple(tables)
        by_year = {table.year: table for table in self._tables}
        self._years = frozenset(by_year)
        # In order of years: the notice of a year knows better about the December before it.
        self._days = {day.on: day for year in sorted(by_year) for day in by_year[year].days}

    def is_rest(self, day: date) -> bool:
        """Return whether nobody needs to work on this day."""
        return bool(self.reason(day))

    def reason(self, day: date) -> str:
        """Return why the day is a rest day, as in 国庆节 or 星期六; empty for a workday."""
        named = self._days.get(day)
        if named is not None:
            return named.name if named.is_rest else ""
        return _WEEKEND.get(day.weekday(), "")

    def with_table(self, table: YearTable) -> "RestCalendar":
        """Return a calendar that knows this table too, in place of another of its year."""
        return RestCalendar([*self._tables, table])

    @property
    def tables(self) -> tuple[YearTable, ...]:
        """The tables, as they were given."""
        return self._tables

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose tables are there."""
        return tuple(sorted(self._years))

    def unknown_years(self, days: Iterable[date]) -> tuple[int, ...]:
        """Return the years whose missing tables might change what is said about these days."""
        years = set()
        for day in days:
            years.add(day.year)
            if _may_be_moved_later(day):
                years.add(day.year + 1)
        return tuple(sorted(years - self._years))

    def next_working_day(self, day: date) -> date:
        """Return the first workday after the day."""
        day += ONE_DAY
        while self.is_rest(day):
            day += ONE_DAY
        return day


def read_year_table(text: str) -> YearTable:
    """Read a table in the layout of holiday-cn: ``{"year": …, "days": [{"name", "date", …}]}``.

    Raises:
        InvalidValueError: The sentence says what is wrong with the file, and where.
    """
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InvalidValueError(say("节假日文件不是有效的 JSON，请重新下载或导出")) from fault
    year = table.get("year") if isinstance(table, dict) else None
    days = table.get("days") if isinstance(table, dict) else None
    if not _is_whole(year) or not isinstance(days, list) or not days:
        raise InvalidValueError(say("节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式"))
    read = tuple(_read_day(no, day) for no, day in enumerate(days, start=1))
    _refuse_doubles(read)
    return YearTable(year, read)


def _refuse_doubles(days: Iterable[RestDay]) -> None:
    places: dict[date, int] = {}
    for no, day in enumerate(days, start=1):
        if day.on in places:
            raise InvalidValueError(
                say(
                    "节假日文件第{no}项的日期 {day} 与第{earlier}项重复，请删去一项",
                    no=no,
                    day=day.on,
                    earlier=places[day.on],
                )
            )
        places[day.on] = no


def _read_day(no: int, entry: Any) -> RestDay:
    """Read one entry of the list."""
    found = entry if isinstance(entry, dict) else {}
    name, on, is_rest = found.get("name"), found.get("date"), found.get("isOffDay")
    if not (isinstance(name, str) and name.strip() and isinstance(is_rest, bool)):
        raise InvalidValueError(
            say("节假日文件第{no}项缺少名称“name”或者是否休息“isOffDay”（true 或 false）", no=no)
        )
    wrong = say("节假日文件第{no}项的日期“{on}”不正确，应写成 2026-10-01 的样子", no=no, on=on)
    try:
        day = date.fromisoformat(str(on))
    except ValueError as fault:
        raise InvalidValueError(wrong) from fault
    if day.isoformat() != on:
        raise InvalidValueError(wrong)
    return RestDay(day, name.strip(), is_rest)


def _is_whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _may_be_moved_later(day: date) -> bool:
    """Return whether the notice of the following year may still move this day."""
    return day.month == _DECEMBER and day.day >= _NEW_YEAR_REACHES_BACK_TO
