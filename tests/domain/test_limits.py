import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mediation_app.domain.limits import (
    Confidence,
    LimitRule,
    LimitUnit,
    deadline_of,
    limits_in_force,
    read_limits,
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


def test_every_shipped_limit_names_its_source_and_ends_on_a_workday():
    for rule in RULES.values():
        assert rule.source
        assert rule.name
        for offset in range(0, 365, 7):
            start = date(2022, 1, 1) + timedelta(days=offset)
            assert not CALENDAR.is_rest(deadline_of(rule, start, CALENDAR).limit_on)


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


def an_entry(**change):
    entry = {
        "key": "answer",
        "name": "答复期限",
        "length": 7,
        "unit": "working",
        "starts_from": "收到投诉",
        "source": "某办法第一条",
        "valid_from": "2020-03-01",
        "mark": "S",
    }
    return entry | change


def a_file(*entries):
    return json.dumps({"limits": entries})


def test_a_file_of_limits_is_read():
    assert read_limits(a_file(an_entry())) == (a_rule(),)
    assert read_limits(a_file(an_entry(valid_from=None, note="待核实"))) == (
        a_rule(valid_from=None, note="待核实"),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "期限文件不是有效的 JSON，请重新下载或导出"),
        ("[1]", "期限文件缺少列表“limits”，请核对文件格式"),
        ('{"limits": []}', "期限文件缺少列表“limits”，请核对文件格式"),
        (a_file(1), "期限文件第1项的“key”应为文字，现为“”"),
        (a_file(an_entry(), an_entry(name=" ")), "期限文件第2项的“name”应为文字，现为“ ”"),
        (a_file(an_entry(length=0)), "期限文件第1项的“length”应为大于0的整数，现为“0”"),
        (a_file(an_entry(length=True)), "期限文件第1项的“length”应为大于0的整数，现为“True”"),
        (a_file(an_entry(length="7")), "期限文件第1项的“length”应为大于0的整数，现为“7”"),
        (
            a_file(an_entry(unit="week")),
            "期限文件第1项的“unit”应为calendar、working、month、year之一，现为“week”",
        ),
        (a_file(an_entry(mark=["V"])), "期限文件第1项的“mark”应为V、S、M之一，现为“['V']”"),
        (
            a_file(an_entry(valid_from="2020-3-1")),
            "期限文件第1项的“valid_from”应为2026-01-01 样子的日期或者 null，现为“2020-3-1”",
        ),
        (
            a_file(an_entry(), an_entry()),
            "期限文件中“答复期限”（answer）有两项同日生效，请删去一项",
        ),
    ],
)
def test_a_wrong_file_of_limits_is_refused_and_the_place_is_named(text, sentence):
    with pytest.raises(InvalidValueError) as refusal:
        read_limits(text)
    assert str(refusal.value) == sentence
