"""Meetings are planned, moved and called off; what is in the way is told before."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import CaseId, Meeting, Outcome
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.journal import Changes
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.schedule import Ground
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Duty
from mediation_app.errors import InvalidValueError, OverlapError, UnlawfulStepError
from mediation_app.exchange.calendars import read_calendar
from mediation_app.services.scheduling import CalendarReport, Scheduling
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker, everywhere
from tests.builders import a_branch, a_case, a_committee, a_person
from tests.fakes.environment import CountedIds, SteppingClock
from tests.fakes.memory import Memory

DAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 28)
NOON_BEFORE = datetime(2026, 11, 20, 4, tzinfo=UTC)
WANG = a_person(id="w", name="王桂兰", identity=Identity(number="X1"))
SUN = a_person(id="s", name="孙浩", identity=Identity(number="X2"))


class Station:
    """Two accepted cases; in that of 王桂兰 a meeting is planned already."""

    def __init__(self, duty=Duty.LEADER):
        memory = Memory(SteppingClock(NOON_BEFORE), CountedIds())
        self.units = memory.units_of_work("刘洋")
        self.queries = memory.queries()
        self.clock = memory.clock
        self.service = Scheduling(
            Storage(self.units, self.queries),
            Limits(LimitTable(()), RestCalendar([])),
            Worker(everywhere(lambda: duty), lambda: "刘洋"),
            memory.clock,
            memory.ids,
        )
        self.wang = an_accepted_case("c1", WANG, "1")
        self.sun = an_accepted_case("c2", SUN, "2")
        there = Appointment(
            "a1", DAY, 630, 60, "调解室1", mediators=("刘洋",), invited=("w",), answered=("w",)
        )
        self.add(replace(self.wang, appointments=(there,)), self.sun)

    def add(self, *cases):
        with self.units() as work:
            for each in cases:
                work.cases.add(each, "begin")
            work.commit()

    def case(self, case_id="c1"):
        with self.units() as work:
            return work.cases.get(CaseId(case_id))

    def appointment(self, case_id="c1"):
        return self.case(case_id).appointments[-1]

    def edit(self, **facts):
        case = self.case()
        with self.units() as work:
            work.cases.save(case, replace(case, **facts), "edit")
            work.commit()


def an_accepted_case(case_id, person, number):
    return a_case(
        id=CaseId(case_id),
        number=f"（2026）云临金人调字第{number}号",
        accepted_on=date(2026, 11, 18),
        filed_on=date(2026, 11, 17),
        parties=(person, a_branch()),
        mediators=("刘洋",),
        agreement=None,
    )


@pytest.fixture
def station():
    return Station()


def wanted(begins_min=570, room="调解室1", **facts):
    return Appointment("a2", DAY, begins_min, 90, room, **facts)


def test_what_one_usually_plans_is_proposed(station):
    committee = a_committee(rooms=("调解室2", "调解室1"))
    proposed = station.service.proposal(station.sun, committee)
    assert (proposed.room, proposed.mediators, proposed.invited) == (
        "调解室2", ("刘洋",), ("s", "p2"),
    )  # fmt: skip
    assert proposed.on is None
    assert station.service.proposal(station.sun, a_committee()).room == ""


def test_what_is_in_the_way_is_told_before_with_its_case(station):
    found = station.service.conflicts_of(station.sun, wanted(mediators=("刘洋",)))
    assert [each.other.number for each in found] == [station.wang.number]
    assert dict(found[0].grounds) == {Ground.ROOM: ("调解室1",), Ground.MEDIATOR: ("刘洋",)}
    assert station.service.conflicts_of(station.sun, wanted(840)) == ()
    assert station.service.conflicts_of(station.sun, replace(wanted(), on=None)) == ()


def test_nothing_is_planned_over_another_meeting_without_a_reason(station):
    with pytest.raises(OverlapError) as refused:
        station.service.plan(station.sun.id, wanted())
    assert "冲突：王桂兰 11-26 10:30 调解室1（调解室 调解室1）" in str(refused.value)
    assert station.case("c2").appointments == ()
    saved = station.service.plan(station.sun.id, wanted(), " 上一场会提前结束 ")
    assert saved.case.appointments[0].reason == "上一场会提前结束"
    assert station.queries.history(station.sun.id)[-1].note == "上一场会提前结束"


def test_a_planned_meeting_is_a_step_of_the_case(station):
    saved = station.service.plan(station.sun.id, wanted(840))
    assert stage_of(saved.case) is Stage.SCHEDULED
    (step,) = saved.case.steps
    assert (step.action, step.by, step.taken_on) == ("排期", "刘洋", date(2026, 11, 20))
    assert saved.changes == Changes(frozenset({"c2"}))
    assert [each.number for each in station.service.between(DAY, DAY)] == [
        station.wang.number,
        station.sun.number,
    ]


def test_only_from_where_the_table_lets_one_meet_a_meeting_is_planned():
    station = Station()
    draft = replace(station.sun, id=CaseId("c3"), number="x", accepted_on=None)
    station.add(draft)
    with pytest.raises(UnlawfulStepError, match="排期"):
        station.service.plan(draft.id, wanted(840))
    with pytest.raises(UnlawfulStepError, match="排期"):
        Station(Duty.READER).service.plan(CaseId("c2"), wanted(840))


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (Appointment("a2"), "日期"),
        (Appointment("a2", DAY, 1400, 90), "当天结束"),
        (Appointment("a2", DAY, 600, 0), "当天结束"),
    ],
)
def test_a_meeting_has_a_day_and_ends_on_it(station, planned, said):
    for change in (station.service.plan, station.service.move):
        with pytest.raises(InvalidValueError, match=said):
            change(station.sun.id, planned)


def test_answers_lapse_when_the_meeting_is_moved_and_others_are_told_anew(station):
    was = station.appointment()
    station.service.move(station.wang.id, replace(was, note="带合同"))
    assert station.appointment() == replace(was, note="带合同")
    station.service.move(station.wang.id, replace(was, begins_min=840), "银行改期")
    now = station.appointment()
    assert (now.begins_min, now.answered, now.revision, now.reason) == (840, (), 1, "银行改期")
    assert station.queries.history(station.wang.id)[-1].note == "银行改期"


def test_a_meeting_is_not_moved_over_another_one_silently(station):
    station.service.plan(station.sun.id, wanted(840))
    planned = station.appointment("c2")
    with pytest.raises(OverlapError, match="王桂兰"):
        station.service.move(station.sun.id, replace(planned, begins_min=600))
    assert station.appointment("c2") == planned


def test_a_meeting_is_called_off_with_a_reason_and_frees_its_room(station):
    with pytest.raises(InvalidValueError, match="理由"):
        station.service.cancel(station.wang.id, "a1", " ")
    station.service.cancel(station.wang.id, "a1", "当事人住院")
    now = station.appointment()
    assert (now.cancelled_on, now.reason, now.revision) == (date(2026, 11, 20), "当事人住院", 1)
    assert station.service.conflicts_of(station.sun, wanted()) == ()
    assert station.service.days(DAY, DAY)[0].bookings == ()
    assert stage_of(station.case()) is Stage.ACCEPTED
    with pytest.raises(InvalidValueError, match="已取消"):
        station.service.move(station.wang.id, now)


def test_what_is_gone_or_was_held_is_not_changed_any_more(station):
    with pytest.raises(InvalidValueError, match="没有这次排期"):
        station.service.cancel(station.wang.id, "a9", "x")
    station.edit(meetings=(Meeting("m1", DAY, appointment_id="a1"),))
    with pytest.raises(InvalidValueError, match="已经开过"):
        station.service.cancel(station.wang.id, "a1", "x")


def test_nothing_is_planned_anew_in_a_case_that_is_over(station):
    station.edit(outcome=Outcome.WITHDRAWN)
    with pytest.raises(UnlawfulStepError):
        station.service.cancel(station.wang.id, "a1", "撤回申请")


def test_an_answer_is_noted_and_taken_back(station):
    for is_coming, answered in ((True, ("w", "p2")), (True, ("w", "p2")), (False, ("w",))):
        station.service.answer(station.wang.id, "a1", "p2", is_coming=is_coming)
        assert station.appointment().answered == answered


def test_each_day_tells_how_full_it_is(station):
    station.service.plan(station.sun.id, replace(wanted(840), on=SATURDAY))
    days = station.service.days(DAY, SATURDAY)
    assert [(each.load.count, each.load.minutes, each.load.rest) for each in days] == [
        (1, 60, ""), (0, 0, ""), (1, 90, "星期六"),
    ]  # fmt: skip
    assert station.service.day_load(DAY) == days[0].load


def test_a_calendar_goes_out_and_comes_back_as_it_was(station):
    content = station.service.exported(station.service.between(DAY, DAY))
    (found,) = read_calendar(content, DAY)
    assert (found.appointment_id, found.on, found.begins_min) == ("a1", DAY, 630)
    assert station.service.take_calendar(content, "刘洋") == CalendarReport()


def test_a_calendar_moves_and_calls_off_what_it_knows_of_ours(station):
    (booking,) = station.service.between(DAY, DAY)
    moved = replace(booking, appointment=replace(booking.appointment, begins_min=840))
    content = station.service.exported((moved,))
    report = station.service.take_calendar(content, "刘洋")
    assert (report.moved, report.changes.case_ids) == ((station.wang.number,), {"c1"})
    assert station.appointment().begins_min == 840
    off = replace(moved, appointment=replace(moved.appointment, cancelled_on=DAY))
    content = station.service.exported((off,))
    assert station.service.take_calendar(content, "刘洋").cancelled == (station.wang.number,)
    assert station.service.take_calendar(content, "刘洋") == CalendarReport()


def test_a_calendar_does_not_move_a_meeting_over_another_one(station):
    station.service.plan(station.sun.id, wanted(840))
    (_, booking) = station.service.between(DAY, DAY)
    moved = replace(booking, appointment=replace(booking.appointment, begins_min=600))
    report = station.service.take_calendar(station.service.exported((moved,)), "刘洋")
    assert station.appointment("c2").begins_min == 840
    assert "冲突：王桂兰" in str(report.refused[0])


def test_appointments_of_other_desks_are_passed_over(station):
    (booking,) = station.service.between(DAY, DAY)
    foreign = replace(booking, appointment=replace(booking.appointment, id="elsewhere"))
    report = station.service.take_calendar(station.service.exported((foreign,)), "刘洋")
    assert report == CalendarReport()


BUSY = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:training
DTSTAMP:20261101T000000Z
DTSTART:20261126T010000Z
DTEND:20261126T023000Z
SUMMARY:\xe5\x9f\xb9\xe8\xae\xad
RRULE:FREQ=WEEKLY
END:VEVENT
END:VCALENDAR
"""


def test_what_another_calendar_takes_is_in_the_way_of_its_mediator(station):
    report = station.service.take_calendar(BUSY.replace(b"\n", b"\r\n"), "刘洋")
    assert (report.taken, report.repeating) == (57, 0)
    assert report.until_on > DAY + timedelta(390)
    (later,) = station.service.between(DAY + timedelta(7), DAY + timedelta(7))
    assert later.appointment.begins_min == 540
    planned = wanted(540, "调解室2", mediators=("刘洋",))
    (found,) = station.service.conflicts_of(station.sun, planned)
    assert (found.other.calendar, found.other.appointment.begins_min) == ("刘洋", 540)
    with pytest.raises(OverlapError, match="冲突：刘洋 11-26 9:00 培训"):
        station.service.plan(station.sun.id, planned)
    nobody = station.service.take_calendar(BUSY, "")
    assert nobody.taken == 57
    hourly = station.service.take_calendar(BUSY.replace(b"WEEKLY", b"HOURLY"), "刘洋")
    assert (hourly.taken, hourly.repeating, hourly.until_on) == (1, 1, None)


def test_days_of_no_length_are_no_days(station):
    assert station.service.days(DAY, DAY - timedelta(1)) == ()
