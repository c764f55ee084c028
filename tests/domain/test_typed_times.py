from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.typed_times import When, clock_text, read_length, read_when
from mediation_app.errors import InvalidValueError

TODAY = date(2026, 11, 20)
"""A Friday."""


@pytest.mark.parametrize(
    ("typed", "on", "time"),
    [
        ("下周三 9:30", date(2026, 11, 25), "9:30"),
        ("11-26 9:30", date(2026, 11, 26), "9:30"),
        ("明天下午3点", date(2026, 11, 21), "15:00"),
        ("2026年11月26日 14:00", date(2026, 11, 26), "14:00"),
        ("2026年11月26日14:00", date(2026, 11, 26), "14:00"),
        ("2026-11-26T14:00", date(2026, 11, 26), "14:00"),
        ("11月26日9点半", date(2026, 11, 26), "9:30"),
        ("十一月二十六日上午九点一刻", date(2026, 11, 26), "9:15"),
        ("周二十点", date(2026, 11, 24), "10:00"),
        ("下周三三点", date(2026, 11, 25), "3:00"),
        ("+15 14：00", date(2026, 12, 5), "14:00"),
        ("明早8点", date(2026, 11, 21), "8:00"),
        ("今晚7点30分", TODAY, "19:30"),
        ("t 9:05", TODAY, "9:05"),
        ("月底 中午12点", date(2026, 11, 30), "12:00"),
        ("明天中午1点", date(2026, 11, 21), "13:00"),
        ("明天下午15点", date(2026, 11, 21), "15:00"),
        ("明天凌晨12点", date(2026, 11, 21), "0:00"),
        ("周五 10时", TODAY, "10:00"),
        ("1-5, 9:30", date(2027, 1, 5), "9:30"),
    ],
)
def test_a_day_and_its_time_are_read_as_people_type_them(typed, on, time):
    read = read_when(typed, TODAY)
    assert read.begins_min is not None
    assert (read.on, clock_text(read.begins_min)) == (on, time)
    assert read.remark is None


def test_a_mere_day_leaves_the_time_open_and_a_mere_time_keeps_the_day():
    there = date(2026, 11, 26)
    assert read_when("周四", TODAY) == When(there)
    assert read_when("14:00", TODAY, there) == When(there, 840)
    assert read_when("下午2点", TODAY) == When(TODAY, 840)


@pytest.mark.parametrize("typed", ["昨天 9:30", "2025-11-26", "本周一 9:00"])
def test_a_day_that_is_over_is_said_to_be(typed):
    read = read_when(typed, TODAY)
    assert read.on < TODAY
    assert "已经过去" in str(read.remark)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "请写日期和时间"),
        ("   ", "请写日期和时间"),
        ("11-26 25:00", "时间不存在"),
        ("11-26 9:75", "时间不存在"),
        ("11-26 9:3", "时间不存在"),
        ("11-26 24:00", "第二天的 0:00"),
        ("明天晚上12点", "晚上没有12点"),
        ("明天上午3点钟吧", "不是日期"),
        ("明天上午15点", "上午没有15点"),
        ("11-269点", "不是日期"),
        ("2-30 9:30", "没有30日"),
        ("尽快", "不是日期"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_be_right(typed, said):
    with pytest.raises(InvalidValueError, match=said):
        read_when(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90), ("90分钟", 90), ("45分", 45), ("1.5小时", 90), ("一个半小时", 90),
        ("两小时", 120), ("1小时30分", 90), ("半小时", 30), ("2h", 120), ("９０", 90),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_type_it(typed, minutes):
    assert read_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "4", "721", "13小时", "一上午", "1.2小时"])
def test_what_is_no_length_is_refused(typed):
    with pytest.raises(InvalidValueError, match="时长"):
        read_length(typed)


@given(st.dates(), st.integers(0, 1439))
def test_every_day_and_time_reads_back_from_how_it_is_shown(day, minutes):
    read = read_when(f"{day.isoformat()} {clock_text(minutes)}", TODAY)
    assert (read.on, read.begins_min) == (day, minutes)
    spoken = f"{day.year:04d}年{day.month}月{day.day}日{minutes // 60}点{minutes % 60}分"
    assert read_when(spoken, TODAY) == read


@given(st.text(alphabet="下周三本上午月底年日号点半 +-:0123456789", max_size=12))
def test_whatever_is_typed_gives_a_time_with_its_remark_or_a_sentence(typed):
    with suppress(InvalidValueError):
        read = read_when(typed, TODAY)
        assert (read.on < TODAY) == (read.remark is not None)
        assert read.begins_min is None or 0 <= read.begins_min < 1440
