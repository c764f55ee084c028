"""Events that come again, as the calendars of other programs write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.exchange.calendars import read_calendar
from mediation_app.exchange.recurrences import AHEAD, BACK
from tests.exchange.test_calendars import foreign

TODAY = date(2026, 11, 23)
NINE = ("DTSTART:20261126T090000", "DURATION:PT1H")
ABROAD = (
    "DTSTART;TZID=America/New_York:20261028T200000",
    "DTEND;TZID=America/New_York:20261028T210000",
)


def times(*lines, today=TODAY):
    return [(f"{each.on:%m-%d}", each.begins_min // 60) for each in read(*lines, today=today)]


def read(*lines, today=TODAY):
    return read_calendar(foreign(*lines), today)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((*NINE, "RRULE:FREQ=DAILY;COUNT=3"), [("11-26", 9), ("11-27", 9), ("11-28", 9)]),
        (
            (*NINE, "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3"),
            [("11-26", 9), ("11-30", 9), ("12-03", 9)],
        ),
        # Its end is given in UTC, by the day, or by the local clock.
        ((*NINE, "RRULE:FREQ=DAILY;UNTIL=20261127T010000Z"), [("11-26", 9), ("11-27", 9)]),
        ((*NINE, "RRULE:FREQ=DAILY;UNTIL=20261127"), [("11-26", 9), ("11-27", 9)]),
        ((*NINE, "RRULE:FREQ=DAILY;UNTIL=20261127T085959"), [("11-26", 9)]),
        # Left out, added, and both in several lines.
        (
            (
                *(*NINE, "RRULE:FREQ=DAILY;COUNT=4"),
                *("EXDATE:20261127T090000", "EXDATE:20261128T010000Z"),
            ),
            [("11-26", 9), ("11-29", 9)],
        ),
        ((*NINE, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20261127"), [("11-26", 9)]),
        (
            (*NINE, "RDATE:20261201T140000,20261202T150000"),
            [("11-26", 9), ("12-01", 14), ("12-02", 15)],
        ),
        (
            (*NINE, "RDATE;VALUE=PERIOD:20261201T060000Z/PT2H"),
            [("11-26", 9), ("12-01", 14)],
        ),
        (
            (*NINE, "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"),
            [("11-26", 9), ("11-27", 9), ("12-03", 9)],
        ),
        # The clock of the event goes back on 1 November: here it is an hour later.
        ((*ABROAD, "RRULE:FREQ=WEEKLY;COUNT=2"), [("10-29", 8), ("11-05", 9)]),
        ((*ABROAD, "RRULE:FREQ=WEEKLY;UNTIL=20261104T235959"), [("10-29", 8), ("11-05", 9)]),
        ((*ABROAD, "RRULE:FREQ=WEEKLY;UNTIL=20261105T005959Z"), [("10-29", 8)]),
        (
            ("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=MONTHLY;COUNT=2"),
            [("11-26", 0), ("12-26", 0)],
        ),
        (
            (
                "DTSTART;VALUE=DATE:20261126",
                *("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261127"),
            ),
            [("11-26", 0), ("11-28", 0)],
        ),
        (("DTSTART:20200229T090000", "DURATION:PT1H", "RRULE:FREQ=YEARLY"), []),
        ((*NINE, "rrule:freq=daily;count=2"), [("11-26", 9), ("11-27", 9)]),
    ],
)
def test_each_time_is_taken_by_the_clock_of_the_desk(lines, wanted):
    assert times(*lines) == wanted


def test_a_rule_without_end_is_taken_around_today():
    lines = ("DTSTART:20100101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY", "SUMMARY: 培训 ")
    found = read(*lines)
    assert (found[0].on, found[-1].on) == (TODAY - BACK, TODAY + AHEAD - timedelta(1))
    assert len(found) == (AHEAD + BACK).days
    assert {(each.text, each.is_one_of_many, each.is_repeating) for each in found} == {
        ("培训", True, False)
    }


def test_a_time_that_was_moved_or_called_off_is_taken_as_its_own_event_says():
    calendar = foreign(*NINE, "RRULE:FREQ=DAILY;COUNT=4").decode()
    other = "BEGIN:VEVENT\r\nUID:u1\r\n{}\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
    moved = other.format("RECURRENCE-ID:20261127T010000Z\r\nDTSTART:20261127T150000")
    off = other.format(
        "RECURRENCE-ID:20261128T090000\r\nDTSTART:20261128T090000\r\nSTATUS:CANCELLED"
    )
    content = calendar.replace("END:VCALENDAR", f"{moved}{off}END:VCALENDAR").encode()
    found = [each for each in read_calendar(content, TODAY) if not each.is_cancelled]
    assert sorted((each.on.day, each.begins_min // 60) for each in found) == [
        (26, 9), (27, 15), (29, 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=SECONDLY", "FREQ=HOURLY;COUNT=9", "FREQ=DAILY;BYDAY=XX", "BYDAY=MO"),
        *("FREQ=MONTHLY;SKIP=OMIT;RSCALE=CHINESE", "FREQ=DAILY;INTERVAL=0"),
    ],
)
def test_of_a_rule_that_cannot_be_reckoned_the_first_time_is_taken_and_it_is_said(rule):
    (found,) = read(*NINE, f"RRULE:{rule}")
    assert (found.is_repeating, found.is_one_of_many) == (True, False)
    assert found.on == date(2026, 11, 26)


def test_a_rule_that_never_fits_is_not_tried_until_the_end_of_time():
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"
    for lines in ((*NINE, never), (*NINE, f"{never};COUNT=2")):
        assert times(*lines) == [("11-26", 9)]


def test_an_appointment_of_ours_has_one_time_whatever_a_calendar_makes_of_it():
    content = foreign(*NINE, "RRULE:FREQ=DAILY").replace(b"UID:u1", b"UID:a1@mediation-app")
    (found,) = read_calendar(content, TODAY)
    assert (found.appointment_id, found.on) == ("a1", date(2026, 11, 26))


@settings(max_examples=25)
@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.dates(TODAY - timedelta(700), TODAY + timedelta(300)),
)
def test_every_time_lies_around_today_and_comes_once(freq, interval, first_on):
    found = read(
        f"DTSTART:{first_on:%Y%m%d}T090000", "DURATION:PT1H",
        f"RRULE:FREQ={freq};INTERVAL={interval}",
    )  # fmt: skip
    days = [each.on for each in found]
    assert days == sorted(set(days))
    assert all(TODAY - BACK <= each <= TODAY + AHEAD for each in days)
    assert first_on < TODAY - BACK or first_on in days
