from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable
from mediation_app.domain.schedule import (
    Attendee,
    Booking,
    DayLoad,
    Ground,
    attendees_of,
    booking_of,
    bookings_of,
    day_load,
    in_order,
    overlaps_of,
)
from tests.builders import a_branch, a_case, a_person, an_agent

DAY = date(2026, 11, 26)


def a_booking(at=570, lasts=90, case_id="c2", **facts):
    """Return a booking of half past nine that has nothing to do with any other."""
    usual = {"id": f"of-{case_id}", "on": DAY, "begins_min": at, "lasts_min": lasts}
    return Booking(Appointment(**(usual | facts)), CaseId(case_id))


WANTED = a_booking(case_id="c1", room="调解室1", mediators=("刘洋",))


@pytest.mark.parametrize(
    ("other", "ground"),
    [
        (a_booking(630, 60, room="调解室1"), (Ground.ROOM, ("调解室1",))),
        (a_booking(540, 31, mediators=("周静", "刘洋")), (Ground.MEDIATOR, ("刘洋",))),
    ],
)
def test_a_room_or_a_mediator_cannot_be_had_twice_at_a_time(other, ground):
    (found,) = overlaps_of(WANTED, [other])
    assert (found.other, found.grounds) == (other, (ground,))


def test_a_party_cannot_be_in_two_rooms():
    wang = a_person(name="王桂兰", phone="15400000077")
    one = booking_of(a_case(parties=(wang,)), Appointment("a1", DAY))
    two = booking_of(a_case(id=CaseId("c2"), parties=(wang,)), Appointment("a2", DAY, 580))
    (found,) = overlaps_of(one, [two])
    assert found.grounds == ((Ground.PARTY, ("王桂兰",)),)


@pytest.mark.parametrize(
    "other",
    [
        WANTED,
        a_booking(660, room="调解室1"),
        a_booking(480, 90, room="调解室1"),
        a_booking(room="调解室2", mediators=("周静",)),
        a_booking(room="调解室1", on=date(2026, 11, 27)),
        a_booking(room="调解室1", on=None),
        a_booking(room="调解室1", cancelled_on=DAY),
    ],
)
def test_what_ends_before_stands_elsewhere_or_was_called_off_is_in_nobodys_way(other):
    assert overlaps_of(WANTED, [other]) == ()
    assert overlaps_of(replace(other, case_id=CaseId("c3")), [WANTED]) == () or other is WANTED


def test_a_meeting_by_video_takes_no_room():
    one, two = a_booking(case_id="c1"), a_booking()
    assert overlaps_of(one, [two]) == ()


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        (Attendee("王桂兰", "X1"), Attendee("王桂兰", "X1"), True),
        (Attendee("王桂兰", "X1"), Attendee("王桂兰", "X2"), False),
        (Attendee("王桂兰", "X1"), Attendee("王桂兰"), True),
        (Attendee("王桂兰", "", "0001"), Attendee("王桂兰", "", "0001"), True),
        (Attendee("王桂兰", "", "0001"), Attendee("王桂兰", "", "0002"), False),
        (Attendee("王桂兰"), Attendee("孙浩"), False),
        (Attendee("", "X1"), Attendee("", ""), False),
    ],
)
def test_people_are_told_apart_by_their_papers_then_by_their_phones(one, two, is_same):
    assert one.is_perhaps(two) is two.is_perhaps(one) is is_same


def test_people_of_flesh_and_blood_attend_and_agents_of_banks_with_them():
    person = a_person(identity=Identity(number=" 33000019880312137x "), phone="154-0000-0001")
    case = a_case(parties=(person, a_branch(agents=(an_agent(phone="12"),))))
    everybody = (Attendee("顾喆安", "33000019880312137X", "0001"), Attendee("骆闻笙"))
    assert attendees_of(case, Appointment("a")) == everybody
    assert attendees_of(case, Appointment("a", invited=("p2",))) == everybody[1:]
    nameless = a_case(parties=(a_person(name=" ", identity=Identity()),))
    assert attendees_of(nameless, Appointment("a")) == ()


def test_a_case_tells_of_its_appointments_that_have_a_day():
    planned = Appointment("a2", DAY)
    case = a_case(appointments=(Appointment("a1"), planned))
    (found,) = bookings_of(case)
    assert (found.appointment, found.number, found.key) == (planned, case.number, ("c1", "a2"))
    assert found.applicants == ("顾喆安",)
    assert found.respondents == ("云汀银行股份有限公司临江支行",)


def test_the_load_of_a_day_counts_what_stands_on_it():
    feast = YearTable(2026, (RestDay(DAY, "厂庆", is_rest=True),))
    bookings = [
        a_booking(),
        a_booking(660, 30, "c3"),
        a_booking(case_id="c4", cancelled_on=DAY),
        a_booking(case_id="c5", on=date(2026, 11, 27)),
        replace(a_booking(), calendar="周静的日历"),
    ]
    assert day_load(DAY, bookings, RestCalendar([feast])) == DayLoad(DAY, 2, 120, "厂庆")
    assert day_load(DAY, [], RestCalendar([])) == DayLoad(DAY, is_certain=False)


times = st.builds(
    a_booking,
    st.integers(0, 1439),
    st.integers(1, 300),
    st.sampled_from(["c2", "c3", "c4"]),
    id=st.sampled_from(["a", "b", "c"]),
    room=st.sampled_from(["", "调解室1", "调解室2"]),
    mediators=st.sets(st.sampled_from(["刘洋", "周静"])).map(tuple),
)


@given(times, times)
def test_one_is_in_the_way_of_the_other_as_the_other_is_in_its(one, two):
    there = {ground for each in overlaps_of(one, [two]) for ground, _ in each.grounds}
    assert there == {ground for each in overlaps_of(two, [one]) for ground, _ in each.grounds}
    minutes = [set(range(e.appointment.begins_min, e.appointment.ends_min)) for e in (one, two)]
    if not minutes[0] & minutes[1] or one.key == two.key:
        assert not there


@given(st.lists(times, max_size=6))
def test_bookings_come_by_the_time_at_which_they_begin(bookings):
    ordered = in_order(bookings)
    begins = [each.appointment.begins_min for each in ordered]
    assert begins == sorted(begins)
    assert [each.other for each in overlaps_of(WANTED, ordered)] == [
        each.other for each in overlaps_of(WANTED, bookings)
    ]
