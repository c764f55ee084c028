from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.typed_days import read_day
from mediation_app.errors import InvalidValueError

TODAY = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-3-5", date(2026, 3, 5)),
        ("20260305", date(2026, 3, 5)),
        ("2026.3.5", date(2026, 3, 5)),
        ("2026/03/05", date(2026, 3, 5)),
        ("2026年3月5日", date(2026, 3, 5)),
        ("26-3-5", date(2026, 3, 5)),
        ("3.5", date(2026, 3, 5)),
        ("3月5日", date(2026, 3, 5)),
        ("３月５号", date(2026, 3, 5)),
        (" 今天 ", TODAY),
        ("t", TODAY),
        ("昨天", date(2026, 3, 5)),
        ("+15", date(2026, 3, 21)),
        ("-6", date(2026, 2, 28)),
        ("2024-2-29", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_in_the_ways_people_type_it(typed, day):
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-13-5", "2026年没有13月"),
        ("20260230", "2026年2月没有30日，这个月是1至28日"),
        ("2026-4-0", "2026年4月没有0日"),
        ("0000-1-1", "没有0年"),
        ("明年", "“明年”不是日期"),
        ("2026-3", "“2026-3”不是日期"),
        ("-99999999", "不是日期"),
    ],
)
def test_a_date_that_cannot_be_says_which_part_is_wrong(typed, said):
    with pytest.raises(InvalidValueError) as refused:
        read_day(typed, TODAY)
    assert said in str(refused.value)


def test_an_offset_beyond_the_calendar_is_too_far():
    with pytest.raises(InvalidValueError, match="太远"):
        read_day("-99999", date(100, 1, 1))


@given(st.dates())
def test_every_date_reads_back_from_how_it_is_shown(day):
    assert read_day(day.isoformat(), TODAY) == day


@given(st.text(max_size=12))
def test_whatever_is_typed_gives_a_date_or_a_sentence(typed):
    with suppress(InvalidValueError):
        assert isinstance(read_day(typed, TODAY), date)


FRIDAY = TODAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("周五", FRIDAY),
        ("周四", date(2026, 3, 12)),
        ("星期日", date(2026, 3, 8)),
        ("礼拜天", date(2026, 3, 8)),
        ("本周三", date(2026, 3, 4)),
        ("下周三", date(2026, 3, 11)),
        ("下周3", date(2026, 3, 11)),
        ("下下个星期一", date(2026, 3, 16)),
        ("上周五", date(2026, 2, 27)),
        ("1周", date(2026, 3, 13)),
        ("两周后", date(2026, 3, 20)),
        ("10天后", date(2026, 3, 16)),
        ("1个月", date(2026, 4, 6)),
        ("三个月", date(2026, 6, 6)),
        ("12个月", date(2027, 3, 6)),
        ("-1个月", date(2026, 2, 6)),
        ("2年后", date(2028, 3, 6)),
        ("月底", date(2026, 3, 31)),
        ("本月末", date(2026, 3, 31)),
        ("下个月初", date(2026, 4, 1)),
        ("上月底", date(2026, 2, 28)),
        ("年底", date(2026, 12, 31)),
        ("26日", date(2026, 3, 26)),
        ("下月5号", date(2026, 4, 5)),
        ("二〇二六年三月十五日", date(2026, 3, 15)),
        ("明年3月5日", date(2027, 3, 5)),
        ("去年十二月二十号", date(2025, 12, 20)),
        ("大后天", date(2026, 3, 9)),
        ("+15天", date(2026, 3, 21)),
    ],
)
def test_a_day_is_read_as_people_speak_of_it(typed, day):
    assert read_day(typed, FRIDAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3-5", date(2027, 3, 5)),
        ("3-6", date(2026, 3, 6)),
        ("5日", date(2026, 4, 5)),
        ("本月5日", date(2026, 3, 5)),
        ("2026-3-5", date(2026, 3, 5)),
    ],
)
def test_what_is_planned_lies_ahead_unless_its_year_or_month_is_said(typed, day):
    assert read_day(typed, FRIDAY, looks_ahead=True) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("十一一十月3日", "不是日期"),
        ("一十一二日", "不是日期"),
        ("32日", "没有32日"),
        ("下周", "不是日期"),
        ("下周八", "不是日期"),
    ],
)
def test_what_is_no_day_is_refused_with_the_ways_to_write_one(typed, said):
    with pytest.raises(InvalidValueError, match=said):
        read_day(typed, FRIDAY)


@pytest.mark.parametrize("typed", ["+99999", "99999天后", "明天", "下月5日", "月底", "下月初"])
def test_no_day_lies_beyond_the_calendar(typed):
    last = date.max
    if typed == "月底":
        assert read_day(typed, last) == last
        return
    with pytest.raises(InvalidValueError):
        read_day(typed, last)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 6), st.integers(1, 60))
def test_weekdays_and_weeks_count_from_the_day_one_stands_on(today, weekday, weeks):
    sign = "一二三四五六日"[weekday]
    coming = read_day(f"周{sign}", today)
    assert 0 <= (coming - today).days <= 6
    assert coming.weekday() == weekday
    in_next_week = read_day(f"下周{sign}", today)
    assert in_next_week.isocalendar()[:2] == (today + timedelta(7)).isocalendar()[:2]
    assert read_day(f"{weeks}周", today) == read_day(f"+{weeks * 7}", today)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_day_without_its_year_is_the_next_one_ahead(today, day):
    with suppress(InvalidValueError):  # the 29th of February of another year
        found = read_day(f"{day.month}-{day.day}", today, looks_ahead=True)
        assert today <= found <= today + timedelta(366)
        assert (found.month, found.day) == (day.month, day.day)
