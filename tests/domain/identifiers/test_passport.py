import pytest

from mediation_app.domain.identifiers.passport import (
    check_chinese_passport,
    check_foreign_passport,
)


def sentences(findings):
    return [str(finding.sentence) for finding in findings]


@pytest.mark.parametrize("number", ["E12345678", "ea1234567", "G12345678"])
def test_an_ordinary_chinese_passport_is_good(number):
    assert check_chinese_passport(number) == ()


@pytest.mark.parametrize("number", ["D12345678", "EI1234567", "KJ1234567", "GA1234567"])
def test_other_beginnings_are_pointed_out_since_service_passports_have_them(number):
    (finding,) = check_chinese_passport(number)
    assert not finding.is_error
    assert f"现为“{number}”" in str(finding.sentence)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("E1234567", "应为9位，现为8位"),
        ("112345678", "第1位“1”应为字母"),
        ("E1234567O", "第9位“O”应为数字"),
    ],
)
def test_a_wrong_chinese_passport_is_named(number, sentence):
    assert sentences(check_chinese_passport(number)) == [sentence]


def test_a_foreign_passport_has_five_to_twenty_letters_and_digits():
    assert check_foreign_passport("c01x-00t47") == ()
    assert sentences(check_foreign_passport("A123")) == ["应为5至20位，现为4位"]
    assert sentences(check_foreign_passport("1" * 21)) == ["应为5至20位，现为21位"]
    assert sentences(check_foreign_passport("A123/5")) == ["第5位“/”应为数字或字母"]
