"""What a case usually needs."""

import json
from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.demands import Dossier, materials_there
from mediation_app.domain.material_lists import (
    Ground,
    read_material_rules,
    suggested_materials,
)
from mediation_app.domain.materials import Material
from mediation_app.domain.parties import PartyKind, PartyRole
from mediation_app.errors import InvalidValueError
from resources import files
from resources.wordings import code_table
from tests.builders import a_branch, a_case, a_guardian, a_person

RULES = read_material_rules(files.usual_materials())
DAY = date(2026, 11, 22)


def names(case, day=DAY):
    return [each.name for each in suggested_materials(case, RULES, day)]


def test_a_person_and_a_branch_bring_what_proves_who_they_are():
    assert names(a_case())[-5:] == [
        "授权委托书（骆闻笙）",
        "代理人身份证明复印件（骆闻笙）",
        "身份证明复印件（顾喆安）",
        "营业执照复印件（云汀银行股份有限公司临江支行）",
        "法定代表人或负责人身份证明（云汀银行股份有限公司临江支行）",
    ]


def test_what_the_dispute_is_about_goes_before_who_the_people_are():
    assert names(a_case())[0] == "合同或交易凭证"


def test_a_child_is_there_with_its_guardian():
    child = a_person(guardians=(a_guardian(),))
    found = names(a_case(parties=(child, a_branch())))
    assert "监护关系证明（林知夏）" in found


@pytest.mark.parametrize(
    ("dispute", "name"),
    [
        ("信用卡纠纷", "信用卡领用合约"),
        ("住房贷款纠纷", "借款合同"),
        ("理财产品纠纷", "销售录音录像"),
        ("个人信息与催收纠纷", "催收录音与短信记录"),
        ("银行卡盗刷纠纷", "报警回执"),
    ],
)
def test_each_dispute_brings_its_own_papers(dispute, name):
    assert name in names(a_case(dispute=dispute))
    assert name not in names(a_case(dispute="其他"))


def test_a_case_that_a_court_sent_comes_with_its_papers():
    assert "法院委派或委托材料" in names(a_case(source="人民法院诉前委派"))
    assert "法院委派或委托材料" not in names(a_case())


def test_what_is_on_the_list_already_is_not_suggested_again():
    first, second, *rest = names(a_case())
    listed = a_case(materials=(Material("m1", f" {first} "),))
    assert names(listed) == [second, *rest]


def test_two_of_one_name_get_one_line():
    twice = a_case(parties=(a_person(), a_person(id="p3"), a_branch()))
    assert names(twice).count("身份证明复印件（顾喆安）") == 1


def test_a_party_without_a_name_is_called_by_its_side():
    nameless = a_case(parties=(a_person(name=" "),))
    assert names(nameless)[-1] == f"身份证明复印件（{PartyRole.APPLICANT.value}）"


def test_a_list_holds_from_its_first_day_on():
    assert "信用卡领用合约" not in names(a_case(), date(2026, 11, 21))


def test_every_party_of_every_kind_has_something_to_prove_it():
    for kind in PartyKind:
        assert "顾喆安" in names(a_case(parties=(a_person(kind=kind),)))[-1]


def test_no_rule_speaks_of_a_source_that_no_case_has():
    known = {each["name"] for each in json.loads(code_table("sources"))["entries"]}
    assert {each for rule in RULES for each in rule.sources} <= known


def test_a_habit_is_not_passed_off_as_law():
    for rule in RULES:
        assert (rule.ground is Ground.HABIT) == (rule.source == "办案习惯")


GOOD = {"name": "甲", "owner": "case", "mark": "H", "source": "办案习惯", "valid_from": None}


@pytest.mark.parametrize(
    "entry",
    [
        "x",
        None,
        {},
        GOOD | {"name": " "},
        GOOD | {"name": 3},
        GOOD | {"owner": "bank"},
        GOOD | {"mark": "?"},
        GOOD | {"valid_from": "2026-13-01"},
        GOOD | {"valid_from": 2026},
        GOOD | {"party_kinds": ["公司"]},
        GOOD | {"disputes": 3},
        GOOD | {"sources": [""]},
    ],
)
def test_a_wrong_entry_is_named(entry):
    with pytest.raises(InvalidValueError, match="第2项"):
        read_material_rules(json.dumps({"materials": [GOOD, entry]}))


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(InvalidValueError, match="JSON"):
        read_material_rules(text)


@pytest.mark.parametrize("text", ["[]", "{}", '{"materials": 1}'])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(InvalidValueError, match="materials"):
        read_material_rules(text)


def test_a_shorter_entry_holds_always():
    (rule,) = read_material_rules(json.dumps({"materials": [GOOD]}))
    case = replace(a_case(), dispute="")
    assert [e.name for e in suggested_materials(case, [rule], date(1, 1, 1))] == ["甲"]


def test_a_need_that_nobody_knows_is_refused():
    entry = {"name": "流水", "owner": "case", "mark": "H", "source": "办案习惯"}
    text = json.dumps({"materials": [entry | {"need": "随便"}]})
    with pytest.raises(InvalidValueError, match="第1项"):
        read_material_rules(text)
    (rule,) = read_material_rules(json.dumps({"materials": [entry | {"need": "必须"}]}))
    assert (rule.need, rule.owed_by) == ("必须", "")


def test_a_file_is_complete_only_with_every_needed_line():
    lines = (
        Material("m1", "催收录音", need="必须"),
        Material("m2", "账单", need="必须", is_received=True),
        Material("m3", "合同", need="按需"),
        Material("m4", "流水"),
    )
    (missing,) = materials_there(Dossier(a_case(materials=lines)))
    assert (missing.place, str(missing.sentence)) == ("materials/m1/is_received", "催收录音")
