"""Calendars of other programs (iCalendar, RFC 5545): appointments out, taken times in.

What leaves the desk says when and where, and the number of the case: no name of a party, no
number of a paper, no reason and no note, for calendars are read by many.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.committees import Committee
from mediation_app.domain.schedule import Booking
from mediation_app.domain.typed_times import MINUTES_A_DAY
from mediation_app.errors import InvalidValueError
from mediation_app.exchange.recurrences import beginnings, comes_again, local, moved_times
from mediation_app.sentences import say

ZONE = "Asia/Shanghai"
MOST_BYTES = 8 << 20
"""Of a calendar that is read: more is no calendar of a person."""
MOST_DAYS = 62
"""So many days of one event are taken; a longer one is no time that somebody is busy."""
_OURS = "@mediation-app"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_PRODUCT = "-//mediation-app//schedule//ZH"


@dataclass(frozen=True, slots=True)
class CalendarTime:
    """A time that a calendar takes.

    Attributes:
        appointment_id: Of ours, where it is one that this program wrote; else empty.
        is_repeating: True where it comes again by a rule that cannot be reckoned, so that only
            its first time was read.
        is_one_of_many: True for each time of an event that comes again.
    """

    uid: str
    on: date
    begins_min: int
    lasts_min: int
    text: str = ""
    appointment_id: str = ""
    is_cancelled: bool = False
    is_repeating: bool = False
    is_one_of_many: bool = False


def write_calendar(bookings: Iterable[Booking], committee: Committee, now: datetime) -> bytes:
    """Return a calendar with these appointments; same input, same bytes.

    Args:
        bookings: Those without a day and those of other calendars are left out.
        committee: Where a room is.
        now: In UTC.
    """
    from icalendar import Calendar  # noqa: PLC0415  a tenth of a second that no start pays

    ours = [each for each in bookings if not each.calendar and each.appointment.on is not None]
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add_component(_zone())
    for each in ours:
        calendar.add_component(_event(each, committee, now))
    return bytes(calendar.to_ical())


def read_calendar(content: bytes, today: date) -> tuple[CalendarTime, ...]:
    """Return the times that a calendar takes, each day of a longer one by itself.

    Args:
        content: The file.
        today: Events that come again are taken for some time around this day.

    Raises:
        InvalidValueError: It is no calendar.
    """
    from icalendar import Calendar  # noqa: PLC0415  as above

    if len(content) > MOST_BYTES:
        raise InvalidValueError(
            say("日历文件超过 {most} MB，请只导出需要的日子", most=MOST_BYTES >> 20)
        )
    try:
        calendars = Calendar.from_ical(content, multiple=True)
        events = [each for calendar in calendars for each in calendar.walk("VEVENT")]
        moved = moved_times(events)
        found = tuple(one for each in events for one in _times_of(each, moved, today))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError) as error:
        raise InvalidValueError(say("文件不是有效的日历（.ics），请重新导出后再导入")) from error
    if not calendars:
        raise InvalidValueError(say("文件中没有日历，请选择扩展名为 .ics 的文件"))
    return found


def _zone() -> Any:
    """Return the time zone of the desk: since 1991 it knows no summer time."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415  as above

    standard = TimezoneStandard()
    standard.add("TZNAME", "CST")
    standard.add("DTSTART", datetime(1991, 9, 15, 1))  # noqa: DTZ001  local, as the standard wants it
    standard.add("TZOFFSETFROM", timedelta(hours=8))
    standard.add("TZOFFSETTO", timedelta(hours=8))
    zone = Timezone()
    zone.add("TZID", ZONE)
    zone.add_component(standard)
    return zone


def _event(booking: Booking, committee: Committee, now: datetime) -> Any:
    from icalendar import Alarm, Event  # noqa: PLC0415  as above

    planned = booking.appointment
    assert planned.on is not None
    begins = datetime.combine(planned.on, time()) + timedelta(minutes=planned.begins_min)
    event = Event()
    event.add("UID", f"{planned.id}{_OURS}")
    event.add("SEQUENCE", planned.revision)
    event.add("DTSTAMP", now.astimezone(UTC).replace(microsecond=0))
    zone = {"TZID": ZONE}
    event.add("DTSTART", begins, parameters=zone)
    event.add("DTEND", begins + timedelta(minutes=planned.lasts_min), parameters=zone)
    event.add("SUMMARY", _plain(f"调解会 {booking.number}".strip()))
    event.add("LOCATION", _plain(_place(planned, committee)))
    event.add("STATUS", "CONFIRMED" if planned.cancelled_on is None else "CANCELLED")
    event.add("CLASS", "PRIVATE")
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(days=-1))
    alarm.add("DESCRIPTION", "调解会")
    event.add_component(alarm)
    return event


def _plain(text: str) -> str:
    """Return a text without control characters, which no calendar may hold (RFC 5545, 3.1)."""
    return _CONTROL.sub(" ", text)


def _place(planned: Appointment, committee: Committee) -> str:
    if not planned.room:
        return planned.way
    return "，".join(each for each in (planned.room, committee.address) if each)


def _times_of(
    event: Any, moved: Mapping[str, frozenset[date]], today: date
) -> Iterator[CalendarTime]:
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT" or event.get("DTSTART") is None:
        return
    first, last = local(event.decoded("DTSTART")), _end(event)
    plain = _time(event, is_unread=False, is_one_of_many=_is_many(event))
    begins: list[datetime] = [first]
    if plain.is_one_of_many:
        others = moved.get(plain.uid, frozenset())
        try:
            begins = list(beginnings(event, others, today))
        except (ValueError, TypeError, OverflowError):
            # What no rule can be read from is still a time: the first.
            plain = _time(event, is_unread=True, is_one_of_many=False)
    for each in begins:
        yield from _by_day(plain, each, each + (last - first))


def _is_many(event: Any) -> bool:
    """Return whether each time of an event counts; an appointment of ours has but one."""
    is_moved = event.get("RECURRENCE-ID") is not None
    return comes_again(event) and not is_moved and not str(event.get("UID", "")).endswith(_OURS)


def _by_day(plain: CalendarTime, begins: datetime, ends: datetime) -> Iterator[CalendarTime]:
    day = begins.date()
    for _ in range(MOST_DAYS):
        midnight = datetime.combine(day, time())
        first = max(0, int((begins - midnight).total_seconds()) // 60)
        last = min(MINUTES_A_DAY, int((ends - midnight).total_seconds()) // 60)
        if last > first:
            yield replace(plain, on=day, begins_min=first, lasts_min=last - first)
        day += timedelta(days=1)
        if datetime.combine(day, time()) >= ends:
            return


def _time(event: Any, *, is_unread: bool, is_one_of_many: bool) -> CalendarTime:
    """Return what a calendar says of an event, but for its time."""
    uid = str(event.get("UID", ""))
    return CalendarTime(
        uid,
        date.min,
        0,
        0,
        str(event.get("SUMMARY", "")).strip(),
        uid.removesuffix(_OURS) if uid.endswith(_OURS) else "",
        str(event.get("STATUS", "")).upper() == "CANCELLED",
        is_unread,
        is_one_of_many,
    )


def _end(event: Any) -> datetime:
    if event.get("DTEND") is not None:
        return local(event.decoded("DTEND"))
    begins = event.decoded("DTSTART")
    if event.get("DURATION") is not None:
        return local(begins) + _length(event.decoded("DURATION"))
    return local(begins) + timedelta(days=0 if isinstance(begins, datetime) else 1)


def _length(value: Any) -> timedelta:
    return value if isinstance(value, timedelta) else timedelta()
