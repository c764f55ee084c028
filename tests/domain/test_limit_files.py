import json
from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.deadlines import LimitUnit
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import Confidence, LimitRule
from mediation_app.errors import InvalidValueError

RULE = LimitRule(
    "answer",
    "答复期限",
    7,
    LimitUnit.WORKING_DAY,
    "收到投诉",
    "某办法第一条",
    date(2020, 3, 1),
    Confidence.SEEN,
)
FIELDS = (
    "key、name、length、unit、starts_from、after、source、valid_from、valid_to、shift、extendable、"
    "pausable、business_hours、estimate、warn、mark、note"
)


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
    assert read_limits(a_file(an_entry())) == (RULE,)
    assert read_limits(a_file(an_entry(valid_from=None, note="待核实"))) == (
        replace(RULE, valid_from=None, note="待核实"),
    )


def test_all_that_a_rule_may_say_is_read():
    entry = an_entry(
        shift=False,
        extendable=True,
        pausable=True,
        business_hours=True,
        estimate=True,
        after="earlier",
        warn=[1, 5, 5],
        valid_to="2027-12-31",
        note=None,
    )
    assert read_limits(a_file(entry)) == (
        replace(
            RULE,
            is_moved=False,
            is_extendable=True,
            is_pausable=True,
            ends_with_business=True,
            is_estimate=True,
            after="earlier",
            warned_days=(5, 1),
            valid_to=date(2027, 12, 31),
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "期限文件不是有效的 JSON，请重新下载或导出"),
        ("[1]", "期限文件缺少列表“limits”，请核对文件格式"),
        ('{"limits": []}', "期限文件缺少列表“limits”，请核对文件格式"),
        (a_file(1), "期限文件第1项的“key”应为文字，现为“”"),
        (a_file(an_entry(), an_entry(name=" ")), "期限文件第2项的“name”应为文字，现为“ ”"),
        (a_file(an_entry(length=0)), "期限文件第1项的“length”应为1 至 36500 的整数，现为“0”"),
        (
            a_file(an_entry(length=True)),
            "期限文件第1项的“length”应为1 至 36500 的整数，现为“True”",
        ),
        (a_file(an_entry(length="7")), "期限文件第1项的“length”应为1 至 36500 的整数，现为“7”"),
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
            a_file(an_entry(valid_from="2020-W10-7")),
            "期限文件第1项的“valid_from”应为2026-01-01 样子的日期或者 null，现为“2020-W10-7”",
        ),
        (
            a_file(an_entry(valid_to="2020-02-29")),
            "期限文件第1项的“valid_to”应为2020-03-01 或者以后的日期，现为“2020-02-29”",
        ),
        (
            a_file(an_entry(length=102, unit="year")),
            "期限文件第1项的“length”应为1 至 101 的整数，现为“102”",
        ),
        (
            a_file(an_entry(shift="yes")),
            "期限文件第1项的“shift”应为true（是）或者 false（否），现为“yes”",
        ),
        (
            a_file(an_entry(warn=[0])),
            "期限文件第1项的“warn”应为天数的列表，例如 [15, 7, 3]，现为“[0]”",
        ),
        (
            a_file(an_entry(warn=3)),
            "期限文件第1项的“warn”应为天数的列表，例如 [15, 7, 3]，现为“3”",
        ),
        (a_file(an_entry(note=1)), "期限文件第1项的“note”应为文字或者不写，现为“1”"),
        (
            a_file(an_entry(lenght=7)),
            f"期限文件第1项有不认识的项目“lenght”，可写：{FIELDS}",
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
