"""What a memory says of what is planned, whichever it is."""

from dataclasses import replace
from datetime import date

from sqlalchemy import delete

from db.tables import APPOINTMENT_LINE
from db.upgrading import index_appointments
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId
from mediation_app.domain.schedule import Booking, booking_of
from tests.builders import NUMBER, a_case
from tests.db.desks import CASE
from tests.db.stored_cases import added

DAY, NEXT_DAY = date(2026, 11, 26), date(2026, 11, 27)
PLANNED = Appointment(
    "a1",
    DAY,
    630,
    90,
    "调解室1",
    mediators=("刘洋",),
    invited=("p1",),
    answered=("p1",),
    revision=2,
)


def planned(*appointments, **facts):
    return a_case(appointments=appointments, **facts)


def test_bookings_of_some_days_come_with_what_tells_their_case(units, queries):
    early = replace(PLANNED, id="a2", begins_min=540, cancelled_on=DAY, reason="改期")
    case = planned(PLANNED, early, replace(PLANNED, id="a3", on=NEXT_DAY), Appointment("a4"))
    added(units, case)
    assert queries.bookings(DAY, DAY) == (booking_of(case, early), booking_of(case, PLANNED))
    assert [each.appointment.id for each in queries.bookings(DAY, NEXT_DAY)] == ["a2", "a1", "a3"]
    assert queries.bookings(date(2026, 1, 1), date(2026, 11, 25)) == ()
    assert queries.bookings(DAY, DAY)[0].number == NUMBER


def test_a_booking_follows_its_case(units, queries):
    case = planned(PLANNED)
    added(units, case)
    moved = replace(case, appointments=(replace(PLANNED, on=NEXT_DAY),))
    with units() as work:
        work.cases.save(case, moved, "edit")
        work.commit()
    assert queries.bookings(DAY, DAY) == ()
    assert queries.bookings(NEXT_DAY, NEXT_DAY) == (booking_of(moved, moved.appointments[0]),)
    with units() as work:
        work.cases.delete(case.id, "重复登记")
        work.commit()
    assert queries.bookings(DAY, NEXT_DAY) == ()
    assert queries.case_of_appointment("a1") is None
    with units() as work:
        work.cases.restore(case.id)
        work.commit()
    assert queries.case_of_appointment("a1") == case.id


def test_another_calendar_takes_times_until_it_is_brought_again(units, queries):
    busy = Appointment("u1", DAY, 480, 60, way="", mediators=("周静",), note="培训")
    for some in ([busy, replace(busy, id="u2", mediators=(), note="")], [busy]):
        with units() as work:
            work.calendars.replace("周静", [Booking(each) for each in some])
            work.commit()
        assert queries.bookings(DAY, DAY) == tuple(Booking(each, calendar="周静") for each in some)
    with units() as work:
        work.calendars.replace("周静", [])
        work.commit()
    assert queries.bookings(DAY, DAY) == ()


def test_what_was_not_committed_is_not_planned(units, queries):
    with units() as work:
        work.calendars.replace("周静", [Booking(PLANNED)])
    assert queries.bookings(DAY, DAY) == ()


def test_appointments_come_to_other_desks(a, b, shared):
    case = a.queries
    stored = a.case(CASE.id)
    with a.units() as work:
        work.cases.save(stored, replace(stored, appointments=(PLANNED,)), "edit")
        work.commit()
    for each in (a, b):
        each.sync(shared)
    (found,) = b.queries.bookings(DAY, DAY)
    assert found.appointment == PLANNED
    assert found.case_id == CaseId(CASE.id)
    assert case.bookings(DAY, DAY) == (found,)


def test_appointments_that_came_before_the_index_are_listed_by_the_upgrade(a, b, shared):
    a.edit(appointments=(PLANNED,))
    for each in (a, b):
        each.sync(shared)
    there = b.queries.bookings(DAY, DAY)
    with b.database.engine.connect() as connection:
        connection.execute(delete(APPOINTMENT_LINE))
        index_appointments(connection)
        connection.commit()
    assert b.queries.bookings(DAY, DAY) == there != ()
