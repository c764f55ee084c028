"""When a period ends, and how the day was found.

Source: Civil Code arts 200-204; Civil Procedure Law art 85.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import Enum
from itertools import islice

from mediation_app.domain.courses import UNDISTURBED, Course, Extension, Pause
from mediation_app.domain.months import MONTHS_A_YEAR, months_after
from mediation_app.domain.rest_days import ONE_DAY, RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import Sentence, say

WARNED_DAYS_AHEAD = (15, 7, 3)
_MOST_DAYS = 36_500
_SPARE_YEARS = 400
"""Room for the longest period, its extensions, pauses and rest days before dates end."""


class LimitUnit(Enum):
    """What the length of a limit counts."""

    CALENDAR_DAY = "calendar"
    WORKING_DAY = "working"
    MONTH = "month"
    YEAR = "year"


_DAYS_EACH = {LimitUnit.MONTH: 30, LimitUnit.YEAR: 30 * MONTHS_A_YEAR}


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time, and what happens where its last day is a rest day."""

    length: int
    unit: LimitUnit = LimitUnit.CALENDAR_DAY
    is_moved: bool = True
    """True where the law moves a last day that is a rest day to the next workday."""


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A rest day that was passed over, and why it is one."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class PausedTime:
    """What of a pause fell into a period."""

    from_on: date
    to_on: date
    reason: str
    days: int
    """How many days the clock stood; those of an earlier pause are counted there."""


@dataclass(frozen=True, slots=True)
class RefusedExtension:
    """An extension that does not count, and why."""

    extension: Extension
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a period, with everything that led to it.

    Attributes:
        started_on: The day of the event, which is not counted.
        period: The length that was counted.
        limit_on: The last day on which the thing may be done; while the clock stands, the
            earliest day that this can be.
        last_day_on: The last day of the period before it moved off rest days.
        skipped: Every rest day passed over on the way, with its reason.
        paused: Every time the clock stood.
        extended: The extensions that count.
        refused: The extensions that do not.
        left: How many days are still to be counted where the clock stands, else None.
        unknown_years: Years whose tables are missing though they might change the limit.
    """

    started_on: date
    period: Period
    limit_on: date
    last_day_on: date
    skipped: tuple[SkippedDay, ...] = ()
    paused: tuple[PausedTime, ...] = ()
    extended: tuple[Extension, ...] = ()
    refused: tuple[RefusedExtension, ...] = ()
    left: int | None = None
    unknown_years: tuple[int, ...] = ()

    @property
    def is_standing(self) -> bool:
        """True while the clock stands and nobody knows until when."""
        return self.left is not None

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


def most_length(unit: LimitUnit) -> int:
    """Return how long a period in this unit may be."""
    return _MOST_DAYS // _DAYS_EACH.get(unit, 1)


def deadline_after(
    started_on: date, period: Period, calendar: RestCalendar, course: Course = UNDISTURBED
) -> Deadline:
    """Return when a period ends that began with this day, which is not counted.

    The days of a pause are not counted. An extension continues the period: what moves off rest
    days is the end of the whole, once.

    Raises:
        InvalidValueError: The length or the day is beyond all sense.
    """
    _check_length(started_on, period)
    counting = _Counting(started_on, period, calendar, _stops(course.pauses))
    deadline = counting.deadline(())
    for extension in sorted(course.extensions, key=_agreed_on):
        reason = _refusal(extension, deadline)
        if reason is None:
            found = counting.deadline((*deadline.extended, extension))
            deadline = replace(found, refused=deadline.refused)
        else:
            refused = RefusedExtension(extension, reason)
            deadline = replace(deadline, refused=(*deadline.refused, refused))
    return deadline


def warning_days(
    deadline: Deadline, days_ahead: Iterable[int] = WARNED_DAYS_AHEAD
) -> tuple[date, ...]:
    """Return the days within the period on which people are reminded, the earliest first."""
    days = (deadline.limit_on - timedelta(days=days) for days in sorted(days_ahead, reverse=True))
    return tuple(day for day in days if day > deadline.started_on)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A pause whose first day is known."""

    from_on: date
    to_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts the days of one period; the stops are in their order."""

    started_on: date
    period: Period
    calendar: RestCalendar
    stops: tuple[_Stop, ...]

    def deadline(self, extensions: tuple[Extension, ...]) -> Deadline:
        total = self._length() + sum(each.days for each in extensions)
        paused = self._paused_days()
        last_day_on, left = self._last_day(total, paused)
        limit_on = self._moved(last_day_on) if self.period.is_moved else last_day_on
        paused = {day: stop for day, stop in paused.items() if day <= last_day_on}
        passed = self._days_that_matter(last_day_on, limit_on)
        return Deadline(
            self.started_on,
            self.period,
            limit_on,
            last_day_on,
            skipped=tuple(
                SkippedDay(day, self.calendar.reason(day))
                for day in passed
                if day not in paused and self.calendar.is_rest(day)
            ),
            paused=tuple(self._paused_times(paused)),
            extended=extensions,
            left=left,
            unknown_years=self.calendar.unknown_years(passed),
        )

    def _length(self) -> int:
        """Return how many days are to be counted; months and years are as long as they come."""
        length = self.period.length
        match self.period.unit:
            case LimitUnit.MONTH:
                return (months_after(self.started_on, length) - self.started_on).days
            case LimitUnit.YEAR:
                ends_on = months_after(self.started_on, length * MONTHS_A_YEAR)
                return (ends_on - self.started_on).days
            case _:
                return length

    def _last_day(self, total: int, paused: Mapping[date, _Stop]) -> tuple[date, int | None]:
        """Return the day on which the count is full, and what was left when the clock stopped."""
        left_standing: int | None = None
        day, left = self.started_on, total
        for paused_on in sorted(paused):
            reached = self._counted(day, paused_on - ONE_DAY, left)
            if reached >= left:
                break
            day, left = paused_on, left - reached
            if paused[paused_on].to_on is None and left_standing is None:
                left_standing = left
        return self._after(day, left), left_standing

    def _counted(self, after: date, until: date, most: int) -> int:
        """Return how many days after the one and until the other count, no more than so many."""
        if not self._counts_workdays:
            return (until - after).days
        days = _days_between(after + ONE_DAY, until)
        return sum(1 for _ in islice(filter(self._is_workday, days), most))

    def _after(self, day: date, number: int) -> date:
        """Return the day so many counted days after another one."""
        if not self._counts_workdays:
            return day + timedelta(days=number)
        while number:
            day += ONE_DAY
            number -= self._is_workday(day)
        return day

    def _is_workday(self, day: date) -> bool:
        return not self.calendar.is_rest(day)

    def _moved(self, last_day_on: date) -> date:
        limit_on = last_day_on
        while self.calendar.is_rest(limit_on):
            limit_on += ONE_DAY
        return limit_on

    def _days_that_matter(self, last_day_on: date, limit_on: date) -> tuple[date, ...]:
        """Return the days of which it matters whether they are rest days."""
        if self._counts_workdays:
            return tuple(_days_between(self.started_on + ONE_DAY, limit_on))
        return tuple(_days_between(last_day_on, limit_on)) if self.period.is_moved else ()

    @property
    def _counts_workdays(self) -> bool:
        return self.period.unit is LimitUnit.WORKING_DAY

    def _paused_days(self) -> dict[date, _Stop]:
        """Return the days on which the clock stands, each with the first stop it belongs to.

        Of a stop without an end only one day is known for certain.
        """
        paused: dict[date, _Stop] = {}
        latest_on = self.started_on + timedelta(days=_MOST_DAYS)
        # Those without an end come last: they go on from where the others stop.
        for stop in sorted(self.stops, key=lambda each: each.to_on is None):
            first_on = max(stop.from_on, self.started_on + ONE_DAY)
            while stop.to_on is None and first_on in paused:
                first_on += ONE_DAY
            last_on = min(stop.to_on or first_on, latest_on)
            for day in _days_between(first_on, last_on):
                paused.setdefault(day, stop)
        return paused

    def _paused_times(self, paused: Mapping[date, _Stop]) -> Iterator[PausedTime]:
        for stop in self.stops:
            days = [day for day, why in paused.items() if why is stop]
            if days:
                yield PausedTime(min(days), max(days), stop.reason, len(days))


def _stops(pauses: Iterable[Pause]) -> tuple[_Stop, ...]:
    known = (
        _Stop(each.from_on, each.to_on, each.reason) for each in pauses if each.from_on is not None
    )
    return tuple(sorted(known, key=lambda each: each.from_on))


def _agreed_on(extension: Extension) -> date:
    return extension.agreed_on or date.max


def _refusal(extension: Extension, deadline: Deadline) -> Sentence | None:
    """Return why an extension does not count."""
    if not 1 <= extension.days <= _MOST_DAYS - sum(each.days for each in deadline.extended):
        return say("延长的天数不在允许的范围内")
    if not (extension.applicants_agree and extension.respondents_agree):
        return say("没有双方当事人的同意")
    if extension.agreed_on is None:
        return say("没有写同意的日期")
    if extension.agreed_on > deadline.limit_on and not deadline.is_standing:
        return say("同意时期限已经届满")
    return None


def _days_between(first_on: date, last_on: date) -> Iterator[date]:
    return (first_on + timedelta(days=days) for days in range((last_on - first_on).days + 1))


def _check_length(started_on: date, period: Period) -> None:
    most = most_length(period.unit)
    if not 1 <= period.length <= most:
        raise InvalidValueError(
            say("期限长度为 {number}，应在 1 至 {most} 之间", number=period.length, most=most)
        )
    if started_on.year > MAXYEAR - _SPARE_YEARS:
        raise InvalidValueError(say("起算日 {day} 太远，请核对年份", day=started_on))
