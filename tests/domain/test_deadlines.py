from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.deadlines import (
    Deadline,
    SkippedDay,
    calendar_days,
    months,
    warning_days,
    working_days,
    years,
)
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable, read_year_table
from mediation_app.errors import InvalidValueError
from resources.files import holiday_tables

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
KINDS = st.sampled_from([calendar_days, working_days, months, years])
STARTS = st.dates(date(2021, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("effective", "last_day", "limit"),
    [
        ("2026-01-16", "2026-02-15", "2026-02-24"),
        ("2026-01-24", "2026-02-23", "2026-02-24"),
        ("2026-03-05", "2026-04-04", "2026-04-07"),
        ("2026-04-01", "2026-05-01", "2026-05-06"),
        ("2026-08-21", "2026-09-20", "2026-09-20"),
        ("2026-09-02", "2026-10-02", "2026-10-08"),
        ("2026-09-10", "2026-10-10", "2026-10-10"),
        ("2026-09-11", "2026-10-11", "2026-10-12"),
    ],
)
def test_thirty_days_for_confirmation_move_off_rest_days_only(effective, last_day, limit):
    deadline = calendar_days(date.fromisoformat(effective), 30, CALENDAR)
    assert str(deadline.last_day_on) == last_day
    assert str(deadline.limit_on) == limit
    assert deadline.is_certain


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
    assert str(working_days(date.fromisoformat(start), days, CALENDAR).limit_on) == limit


def test_every_skipped_day_is_named_with_its_reason():
    deadline = calendar_days(date(2026, 9, 2), 30, CALENDAR)
    assert deadline.skipped == tuple(
        SkippedDay(date(2026, 10, day), "国庆节") for day in range(2, 8)
    )
    assert working_days(date(2026, 11, 20), 1, CALENDAR).skipped == (
        SkippedDay(date(2026, 11, 21), "星期六"),
        SkippedDay(date(2026, 11, 22), "星期日"),
    )


def test_a_limit_beyond_the_tables_is_given_with_a_doubt():
    deadline = calendar_days(date(2026, 12, 10), 30, CALENDAR)
    assert deadline.limit_on == date(2027, 1, 11)
    assert not deadline.is_certain
    assert str(deadline.doubt) == "2027年节假日未导入，只按周末推算，导入后可能变化"
    assert calendar_days(date(2026, 9, 2), 30, CALENDAR).doubt is None


def test_importing_the_next_year_may_move_an_uncertain_limit_and_makes_it_certain():
    start = date(2026, 12, 2)
    new_year = YearTable(2027, (RestDay(date(2027, 1, 1), "元旦", True),))
    known = RestCalendar([*map(read_year_table, holiday_tables()), new_year])
    before, after = calendar_days(start, 30, CALENDAR), calendar_days(start, 30, known)
    assert (before.limit_on, before.is_certain) == (date(2027, 1, 1), False)
    assert (after.limit_on, after.is_certain) == (date(2027, 1, 4), True)


def test_months_end_on_the_corresponding_day_or_at_the_month_end():
    assert months(date(2026, 1, 31), 1, CALENDAR).last_day_on == date(2026, 2, 28)
    assert months(date(2026, 1, 31), 1, CALENDAR).limit_on == date(2026, 2, 28)
    assert months(date(2026, 4, 4), 6, CALENDAR).limit_on == date(2026, 10, 8)


def test_years_end_on_the_corresponding_day():
    assert years(date(2024, 2, 29), 2, CALENDAR).limit_on == date(2026, 2, 28)
    assert years(date(2024, 10, 5), 2, CALENDAR).limit_on == date(2026, 10, 8)


def test_reminders_come_fifteen_seven_and_three_days_ahead():
    limit = date(2026, 4, 7)
    assert warning_days(limit) == (date(2026, 3, 23), date(2026, 3, 31), date(2026, 4, 4))
    assert warning_days(limit, (1,)) == (date(2026, 4, 6),)


@pytest.mark.parametrize(
    ("kind", "start", "number", "sentence"),
    [
        (calendar_days, date(2026, 1, 1), 0, "期限长度为 0，应在 1 至 36500 之间"),
        (working_days, date(2026, 1, 1), 36501, "期限长度为 36501，应在 1 至 36500 之间"),
        (months, date(2026, 1, 1), -1, "期限长度为 -1，应在 1 至 1216 之间"),
        (years, date(2026, 1, 1), 102, "期限长度为 102，应在 1 至 101 之间"),
        (calendar_days, date(9999, 12, 31), 1, "起算日 9999-12-31 太远，请核对年份"),
    ],
)
def test_a_period_that_cannot_be_is_refused(kind, start, number, sentence):
    with pytest.raises(InvalidValueError) as refusal:
        kind(start, number, CALENDAR)
    assert str(refusal.value) == sentence


def test_the_longest_period_from_the_latest_start_still_ends():
    assert working_days(date(9699, 12, 31), 36_500, CALENDAR).limit_on.year < 9999


@given(KINDS, STARTS, st.integers(1, 90))
def test_no_limit_ends_on_a_rest_day_or_before_its_period(kind, start, number):
    deadline = kind(start, number, CALENDAR)
    assert not CALENDAR.is_rest(deadline.limit_on)
    assert start < deadline.last_day_on <= deadline.limit_on
    assert all(CALENDAR.is_rest(skipped.on) for skipped in deadline.skipped)
    assert all(start < skipped.on < deadline.limit_on for skipped in deadline.skipped)


@given(STARTS, st.integers(1, 90))
def test_the_days_of_a_working_period_are_all_accounted_for(start, number):
    deadline = working_days(start, number, CALENDAR)
    assert (deadline.limit_on - start).days == number + len(deadline.skipped)


@st.composite
def later_tables(draw):
    first = date(2026, 12, 25)
    offsets = draw(st.sets(st.integers(0, 370), max_size=60))
    days = tuple(
        RestDay(first + timedelta(days=offset), "节日", draw(st.booleans()))
        for offset in sorted(offsets)
    )
    return YearTable(2027, days)


@given(KINDS, st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 60), later_tables())
def test_the_table_of_a_later_year_never_changes_a_certain_limit(kind, start, number, table):
    before: Deadline = kind(start, number, CALENDAR)
    richer = RestCalendar([*map(read_year_table, holiday_tables()), table])
    if before.is_certain:
        assert kind(start, number, richer) == before
