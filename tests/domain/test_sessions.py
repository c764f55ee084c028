"""Rounds, the clock of a session, what is asked for before somebody signs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.cases import Meeting
from mediation_app.domain.rounds import Round, next_round_no, rounds_of
from mediation_app.domain.session_time import elapsed_s, ended, is_running, paused, resumed
from mediation_app.domain.sessions import Offer
from mediation_app.domain.understanding import (
    CAPACITY,
    noticed,
    safeguards_lacking,
    safeguards_wanted,
)
from tests.builders import a_case

BEGAN = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
MEETING = Meeting("m1", date(2026, 11, 25), began_at=BEGAN)


def offer(name, number, side, meeting="m1"):
    return Offer(name, meeting, number, side)


def after(minutes):
    return BEGAN + timedelta(minutes=minutes)


def test_offers_stand_round_by_round():
    offers = (
        offer("a", 1, "甲"),
        offer("b", 1, "乙"),
        offer("c", 2, "甲"),
        offer("x", 1, "甲", "m2"),
    )
    assert rounds_of(offers, "m1") == (
        Round(1, (offers[0],), (offers[1],)),
        Round(2, (offers[2],)),
    )
    assert next_round_no(offers, "m1", "甲") == 3
    assert next_round_no(offers, "m1", "乙") == 2
    assert next_round_no((), "m1", "乙") == 1


def test_breaks_are_not_counted():
    meeting = resumed(paused(MEETING, after(10)), after(25))
    assert elapsed_s(meeting, after(30)) == 15 * 60
    assert elapsed_s(paused(meeting, after(31)), after(90)) == 16 * 60
    assert elapsed_s(ended(meeting, after(40)), after(99)) == 25 * 60


def test_what_does_not_fit_changes_nothing():
    over = ended(MEETING, after(5))
    assert not is_running(over)
    assert paused(over, after(6)) == over == ended(over, after(7))
    assert resumed(MEETING, after(1)) == MEETING
    halted = paused(MEETING, after(1))
    assert paused(halted, after(2)) == halted
    assert ended(halted, after(9)).ended_at == after(1)
    assert elapsed_s(Meeting("m", date(2026, 11, 25)), BEGAN) == 0


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 50)), max_size=8))
def test_the_clock_never_runs_backwards(steps):
    meeting, minute, shown = MEETING, 0, 0
    for pauses, more in steps:
        minute += more
        meeting = (paused if pauses else resumed)(meeting, after(minute))
        now = elapsed_s(meeting, after(minute))
        assert shown <= now <= minute * 60
        shown = now


def test_weak_hearing_asks_for_large_print_and_for_saying_it_again():
    case, meeting = a_case(needs=("听力弱",)), MEETING
    assert safeguards_wanted(case, meeting) == ("大字版", "复述确认")
    meeting = replace(meeting, safeguards=("大字版",))
    assert safeguards_lacking(case, meeting) == ("复述确认",)
    assert safeguards_lacking(case, replace(meeting, safeguards=("复述确认", "大字版"))) == ()


def test_doubtful_capacity_asks_for_the_guardian_or_a_note_of_the_head():
    meeting = replace(MEETING, doubts=(CAPACITY, "方言"))
    assert noticed(a_case(needs=("方言",)), meeting) == ("方言", CAPACITY)
    assert safeguards_lacking(a_case(), meeting) == ("法定代理人到场",)
    assert safeguards_lacking(a_case(), replace(meeting, doubt_note="站长同意")) == ()
