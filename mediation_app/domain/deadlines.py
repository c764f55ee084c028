"""When a period ends, and how the day was found.

Source: Civil Code arts 200-204; Civil Procedure Law art 85.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from mediation_app.domain.months import MONTHS_A_YEAR, months_after
from mediation_app.domain.rest_days import ONE_DAY, RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import Sentence, say

WARNED_DAYS_AHEAD = (15, 7, 3)
_MOST_DAYS = 36_500
_DAYS_A_MONTH = 30
_SPARE_YEARS = 300
"""Room for the longest period and its rest days before the calendar of the machine ends."""


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A rest day that was passed over, and why it is one."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a period.

    Attributes:
        limit_on: The last day on which the thing may be done.
        last_day_on: The last day of the period before it moved off rest days.
        skipped: Every rest day passed over on the way, with its reason.
        unknown_years: Years whose tables are missing though they might change the limit.
    """

    limit_on: date
    last_day_on: date
    skipped: tuple[SkippedDay, ...]
    unknown_years: tuple[int, ...] = ()

    @property
    def is_certain(self) -> bool:
        """False while the table of a year that matters has not been imported."""
        return not self.unknown_years

    @property
    def doubt(self) -> Sentence | None:
        """What to say beside a limit that is not certain."""
        if self.is_certain:
            return None
        years = "、".join(str(year) for year in self.unknown_years)
        return say("{years}年节假日未导入，只按周末推算，导入后可能变化", years=years)


def calendar_days(start_on: date, days: int, calendar: RestCalendar) -> Deadline:
    """Return the limit so many calendar days after the start, which is not counted.

    A last day that is a rest day moves to the next workday.
    """
    _check_length(start_on, days)
    return _moved(start_on + timedelta(days=days), calendar)


def months(start_on: date, number: int, calendar: RestCalendar) -> Deadline:
    """Return the limit on the corresponding day so many months later, or at the month's end."""
    _check_length(start_on, number, _DAYS_A_MONTH)
    return _moved(months_after(start_on, number), calendar)


def years(start_on: date, number: int, calendar: RestCalendar) -> Deadline:
    """Return the limit on the corresponding day so many years later, or at the month's end."""
    _check_length(start_on, number, _DAYS_A_MONTH * MONTHS_A_YEAR)
    return _moved(months_after(start_on, number * MONTHS_A_YEAR), calendar)


def working_days(start_on: date, days: int, calendar: RestCalendar) -> Deadline:
    """Return the limit so many workdays after the start, which is not counted."""
    _check_length(start_on, days)
    limit_on, left = start_on, days
    while left:
        limit_on += ONE_DAY
        left -= not calendar.is_rest(limit_on)
    passed = _days_between(start_on + ONE_DAY, limit_on)
    return Deadline(
        limit_on, limit_on, _rest_days(passed, calendar), calendar.unknown_years(passed)
    )


def warning_days(
    limit_on: date, days_ahead: Iterable[int] = WARNED_DAYS_AHEAD
) -> tuple[date, ...]:
    """Return the days on which people are reminded of a limit, the earliest first."""
    return tuple(limit_on - timedelta(days=days) for days in days_ahead)


def _moved(last_day_on: date, calendar: RestCalendar) -> Deadline:
    limit_on = last_day_on
    while calendar.is_rest(limit_on):
        limit_on += ONE_DAY
    passed = _days_between(last_day_on, limit_on)
    return Deadline(
        limit_on, last_day_on, _rest_days(passed, calendar), calendar.unknown_years(passed)
    )


def _days_between(first_on: date, last_on: date) -> tuple[date, ...]:
    return tuple(first_on + timedelta(days=days) for days in range((last_on - first_on).days + 1))


def _rest_days(days: Iterable[date], calendar: RestCalendar) -> tuple[SkippedDay, ...]:
    return tuple(SkippedDay(day, calendar.reason(day)) for day in days if calendar.is_rest(day))


def _check_length(start_on: date, number: int, days_each: int = 1) -> None:
    most = _MOST_DAYS // days_each
    if not 1 <= number <= most:
        raise InvalidValueError(
            say("期限长度为 {number}，应在 1 至 {most} 之间", number=number, most=most)
        )
    if start_on.year > MAXYEAR - _SPARE_YEARS:
        raise InvalidValueError(say("起算日 {day} 太远，请核对年份", day=start_on))
