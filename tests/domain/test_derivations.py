from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.courses import Course, Extension, Pause
from mediation_app.domain.deadlines import LimitUnit, Period, deadline_after
from mediation_app.domain.derivations import derivation_of
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import deadline_of
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from resources.files import holiday_tables, limit_rules

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
RULES = {rule.key: rule for rule in read_limits(limit_rules())}
START = date(2026, 3, 2)


def told(deadline, rule=None, follows=""):
    return [str(each) for each in derivation_of(deadline, rule, follows).sentences]


def period(length, unit=LimitUnit.CALENDAR_DAY, course=None, start=START, *, is_moved=True):
    return deadline_after(start, Period(length, unit, is_moved), CALENDAR, course or Course())


def test_a_limit_tells_its_start_its_length_each_skipped_day_and_its_source():
    rule = RULES["confirmation"]
    assert told(deadline_of(rule, date(2026, 3, 5), CALENDAR), rule) == [
        "从 2026-03-05（协议生效）起算，当天不计",
        "期限 30 天",
        "最后一天 2026-04-04 是休息日，顺延到下一个工作日",
        "跳过 2026-04-04 清明节",
        "跳过 2026-04-05 清明节",
        "跳过 2026-04-06 清明节",
        "期限到 2026-04-07 停止业务活动时为止",
        "提醒：2026-03-23、2026-03-31、2026-04-04",
        "依据：《人民调解法》第三十三条；《民事诉讼法》第二百零五条",
    ]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (LimitUnit.CALENDAR_DAY, "期限 2 天"),
        (LimitUnit.WORKING_DAY, "期限 2 个工作日"),
        (LimitUnit.MONTH, "期限 2 个月"),
        (LimitUnit.YEAR, "期限 2 年"),
    ],
)
def test_a_plain_period_ends_at_midnight(unit, words):
    said = told(period(2, unit))
    assert said[:2] == ["从 2026-03-02 起算，当天不计", words]
    assert "24 时为止" in "".join(said)


def test_each_pause_is_told_with_its_days_and_its_reason():
    course = Course(
        (
            Pause("1", date(2026, 3, 10), date(2026, 3, 11), "鉴定"),
            Pause("2", date(2026, 3, 20), date(2026, 3, 20)),
        )
    )
    said = told(period(30, course=course))
    assert said[2:4] == [
        "2026-03-10 至 2026-03-11 中止（鉴定），2 天不计入",
        "2026-03-20 至 2026-03-20 中止，1 天不计入",
    ]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (LimitUnit.CALENDAR_DAY, "仍在中止，恢复后还剩 3 天，最早 2026-03-13 届满"),
        (LimitUnit.WORKING_DAY, "仍在中止，恢复后还剩 4 个工作日，最早 2026-03-16 届满"),
    ],
)
def test_while_the_clock_stands_the_rest_is_told(unit, words):
    course = Course((Pause("1", date(2026, 3, 10)),))
    length = 10 if unit is LimitUnit.CALENDAR_DAY else 9
    assert words in told(period(length, unit, course))


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (LimitUnit.CALENDAR_DAY, "双方 2026-03-03 同意延长 5 天"),
        (LimitUnit.WORKING_DAY, "双方 2026-03-03 同意延长 5 个工作日"),
    ],
)
def test_each_extension_is_told_and_why_one_does_not_count(unit, words):
    good = Extension("1", 5, date(2026, 3, 3), applicants_agree=True, respondents_agree=True)
    bad = replace(good, days=9, respondents_agree=False)
    said = told(period(10, unit, Course(extensions=(good, bad))))
    assert said[2:4] == [words, "延长 9 天不计入：没有双方当事人的同意"]


def test_a_doubt_a_fixed_end_and_an_assumed_start_are_told():
    said = told(period(30, start=date(2031, 1, 1)))
    assert "2031年节假日未导入，只按周末推算，导入后可能变化" in said
    assert "末日遇休息日不顺延" in told(period(30, is_moved=False))
    rule = RULES["court_decision"]
    said = told(deadline_of(rule, START, CALENDAR), rule, "法院决定是否受理司法确认")
    assert said[1] == "起算日按“法院决定是否受理司法确认”届满的那天推定，有了实际日期以实际为准"
    assert "这是对方的期限，仅供估计" in said
    assert not [each for each in said if each.startswith("提醒")]


def test_a_limit_that_no_lawyer_checked_says_so_and_what_else_to_know():
    rule = RULES["complaint_extended"]
    assert told(deadline_of(rule, START, CALENDAR), rule)[-2:] == [
        "说明：须经批准并告知投诉人",
        "这一期限还没有由律师核对",
    ]


def test_a_limit_too_short_for_reminders_tells_none():
    rule = RULES["first_contact"]
    said = told(deadline_of(rule, START, CALENDAR), rule)
    assert not [each for each in said if each.startswith("提醒")]


def test_the_working_days_of_a_short_period_are_counted_up():
    days = period(5, LimitUnit.WORKING_DAY, start=date(2026, 11, 23))
    assert "计入 11-24、11-25、11-26、11-27、11-30" in told(days)
    pause = Pause("1", date(2026, 11, 25), date(2026, 11, 26), "鉴定")
    paused = period(3, LimitUnit.WORKING_DAY, Course((pause,)), start=date(2026, 11, 23))
    assert "计入 11-24、11-27、11-30" in told(paused)


@pytest.mark.parametrize(
    ("length", "unit"), [(11, LimitUnit.WORKING_DAY), (5, LimitUnit.CALENDAR_DAY)]
)
def test_a_long_period_and_other_units_are_told_by_what_was_skipped(length, unit):
    assert not any("计入 " in each for each in told(period(length, unit)))


def test_nothing_is_counted_up_while_a_period_stands():
    standing = Course((Pause("1", date(2026, 3, 4)),))
    assert not any("计入 " in each for each in told(period(5, LimitUnit.WORKING_DAY, standing)))
