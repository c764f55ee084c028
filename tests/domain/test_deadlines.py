from datetime import date

import pytest

from mediation_app.domain.courses import Course, Extension, Pause
from mediation_app.domain.deadlines import (
    LimitUnit,
    PausedTime,
    Period,
    SkippedDay,
    deadline_after,
    warning_days,
)
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable, read_year_table
from mediation_app.errors import InvalidValueError
from resources.files import holiday_tables

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
DAY, WORKDAY, MONTH, YEAR = LimitUnit


def after(start, length, unit=DAY, *, course=None, calendar=CALENDAR, is_moved=True):
    start = date.fromisoformat(start) if isinstance(start, str) else start
    return deadline_after(start, Period(length, unit, is_moved), calendar, course or Course())


def paused(*times):
    pauses = (
        Pause(str(no), date.fromisoformat(first), last and date.fromisoformat(last), "鉴定")
        for no, (first, last) in enumerate(times)
    )
    return Course(tuple(pauses))


def extended(*extensions):
    return Course(extensions=tuple(extensions))


def agreed(days, agreed_on="2026-03-06", *, by=(True, True)):
    day = agreed_on and date.fromisoformat(agreed_on)
    return Extension(f"e{days}", days, day, *by)


# --- calendar days ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effective", "last_day", "limit"),
    [
        pytest.param("2026-01-16", "2026-02-15", "2026-02-24", id="Spring Festival"),
        pytest.param("2026-01-24", "2026-02-23", "2026-02-24", id="last rest day"),
        pytest.param("2026-03-05", "2026-04-04", "2026-04-07", id="Qingming"),
        pytest.param("2026-04-01", "2026-05-01", "2026-05-06", id="Labour Day"),
        pytest.param("2026-08-21", "2026-09-20", "2026-09-20", id="make-up workday in September"),
        pytest.param("2026-09-02", "2026-10-02", "2026-10-08", id="National Day"),
        pytest.param("2026-09-10", "2026-10-10", "2026-10-10", id="make-up workday in October"),
        pytest.param("2026-09-11", "2026-10-11", "2026-10-12", id="weekend"),
    ],
)
def test_thirty_days_for_confirmation_move_off_rest_days_only(effective, last_day, limit):
    deadline = after(effective, 30)
    assert str(deadline.last_day_on) == last_day
    assert str(deadline.limit_on) == limit
    assert deadline.is_certain


def test_a_last_day_stays_where_the_law_does_not_move_it():
    deadline = after("2026-09-02", 30, is_moved=False)
    assert deadline.limit_on == deadline.last_day_on == date(2026, 10, 2)
    assert deadline.skipped == ()
    assert after("2031-01-01", 30, is_moved=False).is_certain


# --- working days -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "days", "limit"),
    [
        ("2025-09-26", 3, "2025-09-30"),
        ("2025-09-29", 5, "2025-10-13"),
        ("2026-09-18", 3, "2026-09-22"),
        ("2026-09-29", 5, "2026-10-12"),
    ],
)
def test_working_days_count_make_up_workdays_and_pass_holidays(start, days, limit):
    assert str(after(start, days, WORKDAY).limit_on) == limit


def test_every_skipped_day_is_named_with_its_reason():
    assert after("2026-09-02", 30).skipped == tuple(
        SkippedDay(date(2026, 10, day), "国庆节") for day in range(2, 8)
    )
    assert after("2026-11-20", 1, WORKDAY).skipped == (
        SkippedDay(date(2026, 11, 21), "星期六"),
        SkippedDay(date(2026, 11, 22), "星期日"),
    )


# --- months and years ---------------------------------------------------------------


def test_months_end_on_the_corresponding_day_or_at_the_month_end():
    assert after("2026-01-31", 1, MONTH).last_day_on == date(2026, 2, 28)
    assert after("2026-01-31", 1, MONTH).limit_on == date(2026, 2, 28)
    assert after("2026-04-04", 6, MONTH).limit_on == date(2026, 10, 8)


def test_years_end_on_the_corresponding_day():
    assert after("2024-02-29", 2, YEAR).limit_on == date(2026, 2, 28)
    assert after("2024-10-05", 2, YEAR).limit_on == date(2026, 10, 8)


# --- pauses -------------------------------------------------------------------------


def test_the_days_of_a_pause_are_not_counted_neither_its_first_nor_its_last():
    deadline = after("2026-03-02", 30, course=paused(("2026-03-10", "2026-03-19")))
    assert deadline.last_day_on == date(2026, 4, 11)
    assert deadline.paused == (PausedTime(date(2026, 3, 10), date(2026, 3, 19), "鉴定", 10),)
    assert not deadline.is_standing


def test_only_what_falls_into_the_period_is_told_of_a_pause():
    early = after("2026-03-02", 30, course=paused(("2026-02-20", "2026-03-04")))
    assert early.paused == (PausedTime(date(2026, 3, 3), date(2026, 3, 4), "鉴定", 2),)
    late = after("2026-03-02", 30, course=paused(("2026-04-02", "2026-04-20")))
    assert (late.paused, late.last_day_on) == ((), date(2026, 4, 1))


def test_pauses_that_overlap_stop_the_clock_once():
    course = paused(("2026-03-12", "2026-03-20"), ("2026-03-10", "2026-03-14"))
    deadline = after("2026-03-02", 30, course=course)
    assert deadline.last_day_on == date(2026, 4, 12)
    assert [(each.from_on.day, each.to_on.day, each.days) for each in deadline.paused] == [
        (10, 14, 5),
        (15, 20, 6),
    ]


def test_a_pause_that_ends_before_it_begins_stops_nothing():
    deadline = after("2026-03-02", 30, course=paused(("2026-03-10", "2026-03-05")))
    assert deadline == after("2026-03-02", 30)


def test_a_pause_costs_a_working_period_only_its_workdays():
    # Friday to Monday: two workdays.
    deadline = after("2026-11-16", 10, WORKDAY, course=paused(("2026-11-20", "2026-11-23")))
    assert deadline.limit_on == date(2026, 12, 2)
    assert after("2026-11-16", 10, WORKDAY).limit_on == date(2026, 11, 30)


def test_months_go_on_after_a_pause_by_the_days_it_took():
    deadline = after("2026-01-31", 1, MONTH, course=paused(("2026-02-02", "2026-02-04")))
    assert deadline.last_day_on == date(2026, 3, 3)


@pytest.mark.parametrize(("since", "left"), [("2026-03-03", 30), ("2026-03-10", 23)])
def test_while_the_clock_stands_what_is_left_is_told_and_the_earliest_end(since, left):
    deadline = after("2026-03-02", 30, course=paused((since, None)))
    assert (deadline.is_standing, deadline.left) == (True, left)
    assert deadline.last_day_on == date(2026, 4, 2)


def test_a_pause_without_an_end_goes_on_where_another_one_stops():
    course = paused(("2026-03-10", None), ("2026-03-08", "2026-03-12"), ("2026-03-11", None))
    deadline = after("2026-03-02", 30, course=course)
    # Five days are known, and one day of each that nobody ended.
    assert (deadline.left, deadline.last_day_on) == (25, date(2026, 4, 8))


def test_a_pause_that_began_before_the_period_stops_its_first_day():
    deadline = after("2026-03-02", 7, course=paused(("2026-02-01", None)))
    assert (deadline.left, deadline.last_day_on) == (7, date(2026, 3, 10))


def test_a_pause_whose_first_day_is_not_known_stops_nothing():
    course = Course((Pause("p", None, date(2026, 3, 10)), Pause("q")))
    assert after("2026-03-02", 30, course=course) == after("2026-03-02", 30)


def test_after_the_end_the_clock_cannot_stand():
    deadline = after("2026-03-02", 7, course=paused(("2026-03-10", None)))
    assert (deadline.is_standing, deadline.limit_on) == (False, date(2026, 3, 9))


def test_a_pause_until_the_end_of_time_still_gives_an_answer():
    course = paused(("2026-03-10", "9999-12-31"), ("9999-12-31", None), ("9999-12-31", None))
    assert after("2026-03-02", 30, course=course).limit_on.year == 2126


# --- extensions ---------------------------------------------------------------------


def test_an_extension_continues_the_period_and_only_the_whole_moves_off_rest_days():
    # The thirtieth day is in the holiday; it is no day of its own any more.
    deadline = after("2026-03-05", 30, course=extended(agreed(10)))
    assert deadline.last_day_on == date(2026, 4, 14)
    assert [each.days for each in deadline.extended] == [10]
    assert deadline.skipped == ()


def test_an_extension_counts_in_workdays_where_the_limit_does():
    deadline = after("2026-09-29", 5, WORKDAY, course=extended(agreed(2, "2026-10-09")))
    assert deadline.limit_on == date(2026, 10, 14)


@pytest.mark.parametrize(
    ("extension", "reason"),
    [
        (agreed(10, by=(True, False)), "没有双方当事人的同意"),
        (agreed(10, by=(False, True)), "没有双方当事人的同意"),
        (agreed(10, None), "没有写同意的日期"),
        (agreed(10, "2026-04-08"), "同意时期限已经届满"),
        (agreed(0), "延长的天数不在允许的范围内"),
        (agreed(36_501), "延长的天数不在允许的范围内"),
    ],
)
def test_an_extension_counts_only_with_both_consents_before_the_limit(extension, reason):
    deadline = after("2026-03-05", 30, course=extended(extension))
    assert (deadline.limit_on, deadline.extended) == (date(2026, 4, 7), ())
    ((refused, why),) = [(each.extension, str(each.reason)) for each in deadline.refused]
    assert (refused, why) == (extension, reason)


def test_consent_on_the_very_last_day_is_in_time():
    deadline = after("2026-03-05", 30, course=extended(agreed(10, "2026-04-07")))
    assert deadline.refused == ()


def test_a_second_extension_may_be_agreed_within_the_first():
    course = extended(agreed(5, "2026-04-15"), agreed(10, "2026-04-01"))
    deadline = after("2026-03-05", 30, course=course)
    assert [each.days for each in deadline.extended] == [10]
    assert [each.extension.days for each in deadline.refused] == [5]
    course = extended(agreed(5, "2026-04-14"), agreed(10, "2026-04-01"))
    assert after("2026-03-05", 30, course=course).last_day_on == date(2026, 4, 19)


def test_while_the_clock_stands_it_is_never_too_late_to_extend():
    course = Course(paused(("2026-03-10", None)).pauses, (agreed(10, "2027-01-01"),))
    deadline = after("2026-03-02", 30, course=course)
    assert (deadline.left, deadline.refused) == (33, ())


# --- tables of other years ----------------------------------------------------------


def test_a_limit_beyond_the_tables_is_given_with_a_doubt():
    deadline = after("2026-12-10", 30)
    assert deadline.limit_on == date(2027, 1, 11)
    assert not deadline.is_certain
    assert str(deadline.doubt) == "2027年节假日未导入，只按周末推算，导入后可能变化"
    assert after("2026-09-02", 30).doubt is None


def test_importing_the_next_year_may_move_an_uncertain_limit_and_makes_it_certain():
    known = CALENDAR.with_table(YearTable(2027, (RestDay(date(2027, 1, 1), "元旦", True),)))
    before, now = after("2026-12-02", 30), after("2026-12-02", 30, calendar=known)
    assert (before.limit_on, before.is_certain) == (date(2027, 1, 1), False)
    assert (now.limit_on, now.is_certain) == (date(2027, 1, 4), True)


# --- reminders ----------------------------------------------------------------------


def test_reminders_come_fifteen_seven_and_three_days_ahead():
    deadline = after("2026-03-05", 30)
    assert warning_days(deadline) == (date(2026, 3, 23), date(2026, 3, 31), date(2026, 4, 4))
    assert warning_days(deadline, (1, 2)) == (date(2026, 4, 5), date(2026, 4, 6))


def test_nobody_is_reminded_before_the_period_began():
    assert warning_days(after("2026-03-05", 4)) == (date(2026, 3, 6),)


# --- what cannot be -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "start", "number", "sentence"),
    [
        (DAY, date(2026, 1, 1), 0, "期限长度为 0，应在 1 至 36500 之间"),
        (WORKDAY, date(2026, 1, 1), 36501, "期限长度为 36501，应在 1 至 36500 之间"),
        (MONTH, date(2026, 1, 1), -1, "期限长度为 -1，应在 1 至 1216 之间"),
        (YEAR, date(2026, 1, 1), 102, "期限长度为 102，应在 1 至 101 之间"),
        (DAY, date(9999, 12, 31), 1, "起算日 9999-12-31 太远，请核对年份"),
    ],
)
def test_a_period_that_cannot_be_is_refused(unit, start, number, sentence):
    with pytest.raises(InvalidValueError) as refusal:
        after(start, number, unit)
    assert str(refusal.value) == sentence


def test_the_longest_course_from_the_latest_start_still_ends():
    course = Course(
        (Pause("p", date(9599, 1, 1), date(9999, 12, 31)),),
        (Extension("e", 36_500, date(9599, 1, 1), True, True),),
    )
    assert after(date(9599, 12, 31), 36_500, WORKDAY, course=course).limit_on.year < 9999
