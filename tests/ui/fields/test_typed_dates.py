from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.errors import InvalidValueError
from ui.fields.typed_dates import read_date

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
    assert read_date(typed, TODAY) == day


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
        read_date(typed, TODAY)
    assert said in str(refused.value)


def test_an_offset_beyond_the_calendar_is_too_far():
    with pytest.raises(InvalidValueError, match="太远"):
        read_date("-99999", date(100, 1, 1))


@given(st.dates())
def test_every_date_reads_back_from_how_it_is_shown(day):
    assert read_date(day.isoformat(), TODAY) == day


@given(st.text(max_size=12))
def test_whatever_is_typed_gives_a_date_or_a_sentence(typed):
    with suppress(InvalidValueError):
        assert isinstance(read_date(typed, TODAY), date)
