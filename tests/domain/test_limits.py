import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mediation_app.domain.courses import Course, Extension, Pause
from mediation_app.domain.deadlines import LimitUnit
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import (
    Confidence,
    LimitRule,
    LimitTable,
    deadline_of,
    limits_in_force,
)
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from mediation_app.errors import InvalidValueError
from resources.files import holiday_tables, limit_rules

ROOT = Path(__file__).parents[2]
CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
RULES = {rule.key: rule for rule in read_limits(limit_rules())}
CASES = json.loads((ROOT / "resources/samples/cases.json").read_text(encoding="utf-8"))["案例"]
EXPECTED = json.loads((ROOT / "tests/data/cases.expected.json").read_text(encoding="utf-8"))
KEYS = {
    "调解期限届满日_受理后30日": "mediation",
    "投诉处理15日": "complaint_simple",
    "投诉处理30日": "complaint_complicated",
    "投诉处理60日": "complaint_extended",
    "委派调解30日届满": "court_assigned",
}


def starting_day(case, rule):
    names = {
        "受理": "受理日期",
        "收到投诉": "银行收到投诉日期",
        "签收委派材料": "签收委派材料日期",
    }
    days = case["期限"]
    if rule.starts_from in names and names[rule.starts_from] in days:
        return date.fromisoformat(days[names[rule.starts_from]])
    (signed,) = (value for name, value in days.items() if "签收" in name)
    return date.fromisoformat(signed)


@pytest.mark.parametrize(
    ("number", "name"), [(case["案件编号"], name) for case in EXPECTED for name in case["期限"]]
)
def test_the_limits_of_the_sample_cases_come_out_as_expected(number, name):
    (case,) = (case for case in CASES if case["案件编号"] == number)
    (expected,) = (case for case in EXPECTED if case["案件编号"] == number)
    rule = RULES[KEYS[name]]
    deadline = deadline_of(rule, starting_day(case, rule), CALENDAR)
    assert str(deadline.limit_on) == expected["期限"][name]


@pytest.mark.parametrize("case", [case for case in EXPECTED if "协议生效日" in case["司法确认"]])
def test_the_confirmation_limits_of_the_sample_cases_come_out_as_expected(case):
    wanted = case["司法确认"]
    deadline = deadline_of(
        RULES["confirmation"], date.fromisoformat(wanted["协议生效日"]), CALENDAR
    )
    assert str(deadline.last_day_on) == wanted["第30日"]
    assert str(deadline.limit_on) == wanted["届满日"]
    assert bool(deadline.skipped) == ("顺延原因" in wanted)


@pytest.mark.parametrize(
    ("key", "start", "limit"),
    [
        ("court_assigned", date(2026, 3, 5), date(2026, 4, 7)),
        ("department_answer", date(2026, 9, 29), date(2026, 10, 14)),
        ("third_party_objection", date(2026, 4, 4), date(2026, 10, 8)),
        ("execution", date(2024, 10, 5), date(2026, 10, 8)),
    ],
)
def test_each_unit_is_counted_in_its_own_way(key, start, limit):
    assert deadline_of(RULES[key], start, CALENDAR).limit_on == limit


def test_every_shipped_limit_names_its_source_and_ends_on_a_workday_where_it_is_moved():
    for rule in RULES.values():
        assert rule.source
        assert rule.name
        for offset in range(0, 365, 7):
            start = date(2022, 1, 1) + timedelta(days=offset)
            deadline = deadline_of(rule, start, CALENDAR)
            if rule.is_moved:
                assert not CALENDAR.is_rest(deadline.limit_on)
            else:
                assert deadline.limit_on == deadline.last_day_on


@pytest.mark.parametrize(
    ("key", "length", "unit", "is_moved", "starts_from"),
    [
        ("confirmation", 30, LimitUnit.CALENDAR_DAY, True, "协议生效"),
        ("mediation", 30, LimitUnit.CALENDAR_DAY, True, "受理"),
        ("court_assigned", 30, LimitUnit.CALENDAR_DAY, True, "签收委派材料"),
        ("court_entrusted", 15, LimitUnit.CALENDAR_DAY, True, "签收委托材料（普通程序）"),
        (
            "court_entrusted_simplified",
            7,
            LimitUnit.CALENDAR_DAY,
            True,
            "签收委托材料（简易程序）",
        ),
        ("complaint_simple", 15, LimitUnit.CALENDAR_DAY, True, "收到投诉"),
        ("complaint_complicated", 30, LimitUnit.CALENDAR_DAY, True, "收到投诉"),
        ("complaint_extended", 60, LimitUnit.CALENDAR_DAY, True, "收到投诉"),
        ("pboc_complaint", 15, LimitUnit.CALENDAR_DAY, True, "收到人民银行转办投诉"),
        ("pboc_complaint_extended", 60, LimitUnit.CALENDAR_DAY, True, "收到人民银行转办投诉"),
        ("review_request", 30, LimitUnit.CALENDAR_DAY, False, "收到投诉处理决定"),
        ("review_decision", 30, LimitUnit.CALENDAR_DAY, False, "收到核查申请"),
        ("department_answer", 7, LimitUnit.WORKING_DAY, True, "行政部门收到投诉"),
        ("acceptance", 5, LimitUnit.WORKING_DAY, True, "收到申请"),
        ("online_acceptance", 3, LimitUnit.WORKING_DAY, True, "收到平台案件"),
        ("first_contact", 2, LimitUnit.WORKING_DAY, True, "小额快速机制受理"),
        ("execution", 2, LimitUnit.YEAR, True, "履行期间届满"),
        ("limitation", 3, LimitUnit.YEAR, True, "知道权利受到损害"),
    ],
)
def test_the_table_of_limits_is_what_the_law_says(key, length, unit, is_moved, starts_from):
    rule = RULES[key]
    assert (rule.length, rule.unit, rule.is_moved) == (length, unit, is_moved)
    assert rule.starts_from == starts_from


def test_only_the_time_for_mediating_can_be_extended_by_consent():
    extendable = {rule.key for rule in RULES.values() if rule.is_extendable}
    assert extendable == {
        *("mediation", "court_assigned", "court_entrusted", "court_entrusted_simplified"),
        *("online_assigned", "online_entrusted", "online_entrusted_simplified"),
    }
    assert {rule.key for rule in RULES.values() if rule.is_pausable} == {"mediation"}


def a_rule(**change):
    rule = LimitRule(
        "answer",
        "答复期限",
        7,
        LimitUnit.WORKING_DAY,
        "收到投诉",
        "某办法第一条",
        date(2020, 3, 1),
        Confidence.SEEN,
    )
    return replace(rule, **change)


def test_the_edition_of_the_day_counts_and_an_undated_one_counts_always():
    old, new, undated = (
        a_rule(),
        a_rule(length=10, valid_from=date(2027, 1, 1)),
        a_rule(key="contact", valid_from=None),
    )
    for order in ((old, new, undated), (new, old, undated)):
        assert limits_in_force(order, date(2026, 12, 31)) == (old, undated)
        assert limits_in_force(order, date(2027, 1, 1)) == (new, undated)
    assert limits_in_force((old, undated), date(2020, 2, 29)) == (undated,)


COURSE = Course(
    (Pause("p", date(2026, 3, 10), date(2026, 3, 19)),),
    (Extension("e", 5, date(2026, 3, 10), applicants_agree=True, respondents_agree=True),),
)


@pytest.mark.parametrize(
    ("change", "days"),
    [
        ({}, 30),
        ({"is_pausable": True}, 40),
        ({"is_extendable": True}, 35),
        ({"is_pausable": True, "is_extendable": True}, 45),
    ],
)
def test_only_what_the_rule_allows_stops_or_lengthens_it(change, days):
    rule = a_rule(length=30, unit=LimitUnit.CALENDAR_DAY, **change)
    deadline = deadline_of(rule, date(2026, 3, 2), CALENDAR, COURSE)
    assert (deadline.last_day_on - date(2026, 3, 2)).days == days


def test_an_edition_ends_with_its_last_day():
    old = a_rule(valid_to=date(2026, 12, 31))
    assert limits_in_force((old,), date(2026, 12, 31)) == (old,)
    assert limits_in_force((old,), date(2027, 1, 1)) == ()


def test_the_limit_of_the_station_goes_before_the_shipped_one_while_it_is_valid():
    shipped, other = a_rule(), a_rule(key="other")
    own = a_rule(length=5, valid_from=date(2021, 1, 1), valid_to=date(2021, 12, 31))
    table = LimitTable((shipped, other), (own, a_rule(key="more")))
    assert table.rule("answer", date(2020, 12, 31)) is shipped
    assert table.rule("answer", date(2021, 6, 1)) is own
    assert table.rule("answer", date(2022, 1, 1)) is shipped
    assert [rule.key for rule in table.in_force(date(2021, 6, 1))] == ["answer", "other", "more"]


def test_a_limit_that_is_not_there_is_asked_for_in_vain():
    table = LimitTable((a_rule(), a_rule(key="other")))
    with pytest.raises(InvalidValueError) as refusal:
        table.rule("lost", date(2026, 1, 1))
    assert str(refusal.value) == "2026-01-01 没有“lost”这一期限，可选：answer、other"


def test_several_limits_may_start_after_the_same_one():
    rules = (a_rule(key="b", after="a"), a_rule(key="c", after="b"), a_rule(key="a"))
    assert LimitTable(rules).in_force(date(2026, 1, 1)) == rules


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ([a_rule(after="lost")], "期限“answer”接在“lost”之后起算，没有这一期限"),
        ([a_rule(after="answer")], "期限“answer”绕了一圈接在自己之后起算，请核对“after”"),
        (
            [a_rule(key="c", after="b"), a_rule(key="b", after="c"), a_rule(key="d", after="b")],
            "期限“b”绕了一圈接在自己之后起算，请核对“after”",
        ),
    ],
)
def test_a_chain_of_limits_has_a_beginning(rules, sentence):
    with pytest.raises(InvalidValueError) as refusal:
        LimitTable((), tuple(rules))
    assert str(refusal.value) == sentence
