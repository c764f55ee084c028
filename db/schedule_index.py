"""The index of what is planned when, and the times that other calendars take."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from db.canonical import canonical
from db.journal import Row
from db.tables import APPOINTMENT_LINE, BUSY_TIME, CASE_LINE, AnyRow
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.schedule import Attendee, Booking, bookings_of

_FACTS = ("room", "way", "note", "reason", "revision")
_LISTS = ("mediators", "invited", "answered")


def appointment_rows(case: Case) -> list[Row]:
    """Return what the appointments of a case add to the index."""
    return [_row_of(each) for each in bookings_of(case)]


def bookings_wanted(first_on: date, last_on: date) -> Select[tuple[Any, ...]]:
    """Return the statement for the appointments of some days, with what tells their cases."""
    facts = (CASE_LINE.c.number, CASE_LINE.c.applicants, CASE_LINE.c.respondents)
    line = CASE_LINE.c.case_id == APPOINTMENT_LINE.c.case_id
    days = APPOINTMENT_LINE.c.on_day.between(first_on.isoformat(), last_on.isoformat())
    return select(APPOINTMENT_LINE, *facts).join(CASE_LINE, line).where(days)


def booking_of_row(row: AnyRow) -> Booking:
    """Return the booking that a row of ``bookings_wanted`` holds."""
    facts = json.loads(row.facts)
    called_off = facts["cancelled_on"]
    rest: dict[str, Any] = {name: facts[name] for name in _FACTS}
    rest |= {name: tuple(facts[name]) for name in _LISTS}
    appointment = Appointment(
        row.appointment_id,
        date.fromisoformat(row.on_day),
        row.begins_min,
        row.lasts_min,
        cancelled_on=None if called_off is None else date.fromisoformat(called_off),
        **rest,
    )
    return Booking(
        appointment,
        CaseId(row.case_id),
        row.number,
        tuple(json.loads(row.applicants)),
        tuple(json.loads(row.respondents)),
        attendees=tuple(Attendee(*each) for each in json.loads(row.attendees)),
    )


def busy_wanted(first_on: date, last_on: date) -> Select[tuple[Any, ...]]:
    """Return the statement for the times that other calendars take on some days."""
    days = BUSY_TIME.c.on_day.between(first_on.isoformat(), last_on.isoformat())
    return select(BUSY_TIME).where(days)


def busy_of_row(row: AnyRow) -> Booking:
    """Return the booking that a row of ``busy_wanted`` holds."""
    appointment = Appointment(
        row.uid,
        date.fromisoformat(row.on_day),
        row.begins_min,
        row.lasts_min,
        way="",
        mediators=(row.person,) if row.person else (),
        note=row.text,
    )
    return Booking(appointment, calendar=row.calendar)


class SqlCalendars:
    """Other calendars, inside one unit of work: they stay on this machine."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, calendar: str, bookings: Iterable[Booking]) -> None:
        """Store the times that a calendar takes, in place of those it took before."""
        self._connection.execute(delete(BUSY_TIME).where(BUSY_TIME.c.calendar == calendar))
        rows = [_busy_row(calendar, each.appointment) for each in bookings]
        if rows:
            self._connection.execute(insert(BUSY_TIME), rows)


def _row_of(booking: Booking) -> Row:
    each = booking.appointment
    day = each.cancelled_on
    facts = {name: getattr(each, name) for name in _FACTS}
    lists = {name: list(getattr(each, name)) for name in _LISTS}
    called_off = {"cancelled_on": None if day is None else day.isoformat()}
    people = [[one.name, one.identity, one.phone_tail] for one in booking.attendees]
    return {
        "case_id": booking.case_id,
        "appointment_id": each.id,
        **_times_of(each),
        "attendees": canonical(people),
        "facts": canonical(facts | lists | called_off),
    }


def _busy_row(calendar: str, each: Appointment) -> Row:
    person = next(iter(each.mediators), "")
    names = {"calendar": calendar, "uid": each.id, "person": person, "text": each.note}
    return names | _times_of(each)


def _times_of(each: Appointment) -> Row:
    return {
        "on_day": None if each.on is None else each.on.isoformat(),
        "begins_min": each.begins_min,
        "lasts_min": each.lasts_min,
    }
