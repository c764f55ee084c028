import json
from datetime import date
from pathlib import Path

import pytest

from mediation_app.domain.identifiers.credit_code import check_credit_code
from mediation_app.domain.identifiers.identity import (
    Identity,
    IdentityFacts,
    IdentityKind,
    check_identity,
    identity_facts,
)
from mediation_app.domain.identifiers.phone import check_phone

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[3] / "resources" / "samples" / "cases.json"


def records(node):
    """Every object anywhere in the samples."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from records(child)


def test_the_numbers_of_all_sample_people_are_good_and_tell_their_birth_and_sex():
    people = [
        record
        for record in records(json.loads(SAMPLES.read_text(encoding="utf-8")))
        if "证件号码" in record
    ]
    assert people
    for person in people:
        identity = Identity(IdentityKind(person["证件类型"]), person["证件号码"])
        facts = identity_facts(identity)
        assert check_identity(identity, TODAY) == ()
        assert str(facts.born_on) == person.get("出生日期", str(facts.born_on))
        assert facts.sex in {person["性别"], ""}


def test_the_codes_and_telephones_of_all_samples_are_good():
    found = list(records(json.loads(SAMPLES.read_text(encoding="utf-8"))))
    codes = [record["统一社会信用代码"] for record in found if "统一社会信用代码" in record]
    phones = [
        record[key] for record in found for key in ("联系方式", "联系电话") if record.get(key)
    ]
    assert codes
    assert phones
    assert [code for code in codes if check_credit_code(code)] == []
    assert [phone for phone in phones if check_phone(phone)] == []


@pytest.mark.parametrize(
    ("kind", "number", "facts"),
    [
        ("居民身份证", "11010519491231002X", IdentityFacts(date(1949, 12, 31), "女")),
        ("港澳居民居住证", "810000199003070111", IdentityFacts(date(1990, 3, 7), "男")),
        ("台湾居民居住证", "830000199003070115", IdentityFacts(date(1990, 3, 7), "男")),
        ("港澳居民来往内地通行证", "H12345678", IdentityFacts()),
        ("台湾居民来往大陆通行证", "12345678", IdentityFacts()),
        ("外国人永久居留身份证", "SWE310085061401", IdentityFacts()),
        (
            "外国人永久居留身份证（2023版）",
            "900752198506140013",
            IdentityFacts(date(1985, 6, 14)),
        ),
        ("护照", "E12345678", IdentityFacts()),
        ("外国护照", "C01X00T47", IdentityFacts()),
        ("军官证", "军字第0000001号", IdentityFacts()),
        ("警官证", "000001", IdentityFacts()),
        ("户口簿", "第 1 页", IdentityFacts()),
        ("出入境通行证", "任何", IdentityFacts()),
        ("其他证件", "任何", IdentityFacts()),
    ],
)
def test_each_kind_has_its_own_rule_and_tells_what_it_can(kind, number, facts):
    identity = Identity(IdentityKind(kind), number)
    assert check_identity(identity, TODAY) == ()
    assert identity_facts(identity) == facts


@pytest.mark.parametrize("kind", list(IdentityKind)[:9])
def test_a_kind_with_a_rule_refuses_rubbish(kind):
    assert any(finding.is_error for finding in check_identity(Identity(kind, "甲"), TODAY))


def test_a_number_not_given_yet_is_not_wrong():
    assert check_identity(Identity(), TODAY) == ()
    assert check_identity(Identity(number="  "), TODAY) == ()
