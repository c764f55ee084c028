"""Events of a calendar that come again (RFC 5545, 3.8.5), each of their times by itself."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import islice
from typing import Any

BACK, AHEAD = timedelta(days=31), timedelta(days=400)
"""So much around today is taken of what comes again; the next import takes more."""
_EACH_DAY_AT_MOST = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_ENDS = ("UNTIL=", "COUNT=")
_END_OF_DAY = time(23, 59, 59)
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""The most days that a shorter month has."""
_LOCAL = timezone(timedelta(hours=8), "Asia/Shanghai")


def local(value: date) -> datetime:
    """Return a time as the clock of the desk shows it; one without a zone is local already."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value if value.tzinfo is None else value.astimezone(_LOCAL).replace(tzinfo=None)


def comes_again(event: Any) -> bool:
    """Return whether an event has more times than its first."""
    return any(event.get(name) is not None for name in ("RRULE", "RDATE"))


def beginnings(event: Any, moved: frozenset[date], today: date) -> Iterator[datetime]:
    """Yield when an event that comes again begins, by the clock of the desk, in order.

    Args:
        event: Of the library.
        moved: The days and local times that another event of the same name stands for.
        today: Around this day times are wanted.

    Raises:
        ValueError: Its rule is none that can be reckoned, or comes more than once a day.
    """
    start = event.decoded("DTSTART")
    left_out = {*moved, *(_key(each) for each in _days(event, "EXDATE"))}
    midnight = datetime.combine(today, time())
    first, last = midnight - BACK, midnight + AHEAD
    begins = {local(start)}
    begins |= {local(each) for each in _days(event, "RDATE")}
    for rule in _rules(event):
        begins |= set(_by_rule(rule, start, last))
    for each in sorted(begins):
        if first <= each <= last and not {each, each.date()} & left_out:
            yield each


def moved_times(events: list[Any]) -> Mapping[str, frozenset[date]]:
    """Return the times of repeating events that events of their own stand for, by their names."""
    found: dict[str, frozenset[date]] = {}
    for event in events:
        if event.get("RECURRENCE-ID") is not None:
            name = str(event.get("UID", ""))
            key = _key(event.decoded("RECURRENCE-ID"))
            found[name] = found.get(name, frozenset()) | {key}
    return found


def _by_rule(rule: Any, start: date, last: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415  no start pays for it

    facts = {name.upper(): rule[name] for name in rule}
    is_seldom = str(facts.get("FREQ", [""])[0]).upper() in _EACH_DAY_AT_MOST
    if not is_seldom or min(facts.get("INTERVAL", [1])) < 1:
        raise ValueError(facts)
    if _never_fits(facts):
        return iter(())
    begins = start if isinstance(start, datetime) else datetime.combine(start, time())
    ends = min(_until(each, begins) for each in (last, *facts.get("UNTIL", [])))
    parts = [each for each in _text(rule).split(";") if not each.startswith(_ENDS)]
    times = rrulestr(";".join((*parts, f"UNTIL={_stamp(ends)}")), dtstart=begins)
    return (local(each) for each in islice(times, *facts.get("COUNT", [None])))


def _never_fits(facts: Mapping[str, Any]) -> bool:
    """Return whether no month has such a day: the library would look until the year 9999."""
    months, days = facts.get("BYMONTH") or range(1, 13), facts.get("BYMONTHDAY") or []
    return bool(days) and all(
        abs(int(day)) > _DAYS.get(int(month), 31) for month in months for day in days
    )


def _text(rule: Any) -> str:
    text: str = rule.to_ical().decode()
    return text.upper()


def _until(value: date, begins: datetime) -> datetime:
    """Return the end of a rule: in UTC where the event has a zone, else by the local clock."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, _END_OF_DAY)
    if begins.tzinfo is None:
        return local(value)
    aware = value if value.tzinfo else value.replace(tzinfo=begins.tzinfo)
    return aware.astimezone(UTC)


def _stamp(instant: datetime) -> str:
    return f"{instant:%Y%m%dT%H%M%S}{'Z' if instant.tzinfo else ''}"


def _rules(event: Any) -> list[Any]:
    found = event.get("RRULE")
    return [] if found is None else found if isinstance(found, list) else [found]


def _days(event: Any, name: str) -> Iterator[date]:
    """Yield the days or times of a list of them; of a period its beginning."""
    found = event.get(name)
    lists = [] if found is None else found if isinstance(found, list) else [found]
    for each in (one for some in lists for one in some.dts):
        yield each.dt[0] if isinstance(each.dt, tuple) else each.dt


def _key(value: date) -> date:
    """Return what a left-out time is known by: a whole day, or a local time."""
    return local(value) if isinstance(value, datetime) else value
