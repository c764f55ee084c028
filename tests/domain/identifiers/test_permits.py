from datetime import date

import pytest

from mediation_app.domain.identifiers.birth_numbers import _right_digit
from mediation_app.domain.identifiers.permits import (
    check_hk_macao_permit,
    check_hk_macao_residence_permit,
    check_taiwan_permit,
    check_taiwan_residence_permit,
)

TODAY = date(2026, 11, 22)


def a_permit(front, born="19900307", sequence="011"):
    body = f"{front}{born}{sequence}"
    return body + _right_digit(body)


def sentences(findings):
    return [str(finding.sentence) for finding in findings]


@pytest.mark.parametrize("front", ["810000", "820000"])
def test_a_residence_permit_of_hong_kong_or_macao_is_good(front):
    assert check_hk_macao_residence_permit(a_permit(front), TODAY) == ()


def test_a_residence_permit_of_taiwan_is_good():
    assert check_taiwan_residence_permit(a_permit("830000"), TODAY) == ()


def test_a_residence_permit_begins_with_the_code_of_its_region():
    assert sentences(check_hk_macao_residence_permit(a_permit("830000"), TODAY)) == [
        "前六位应为810000或820000，现为“830000”"
    ]
    assert sentences(check_taiwan_residence_permit(a_permit("110105"), TODAY)) == [
        "前六位应为830000，现为“110105”"
    ]


def test_a_residence_permit_follows_the_rules_of_the_identity_card():
    wrong_month = a_permit("830000", born="19901307")
    assert sentences(check_taiwan_residence_permit(wrong_month, TODAY)) == [
        "第11–12位“13”不是月份"
    ]
    assert sentences(check_taiwan_residence_permit("83", TODAY)) == ["应为18位，现为2位"]
    good = a_permit("830000")
    bad = good[:-1] + ("0" if good[-1] != "0" else "1")
    assert "校验位应为" in sentences(check_taiwan_residence_permit(bad, TODAY))[0]


@pytest.mark.parametrize(
    "number", ["H12345678", "m12345678", "H1234567801", "HA1234567", "MA123456702"]
)
def test_a_permit_of_hong_kong_or_macao_has_eight_digits_or_a_and_seven(number):
    assert check_hk_macao_permit(number) == ()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("X12345678", "第1位应为 H（香港）或 M（澳门），现为“X”"),
        ("H1234567", "应为9位（带换证次数的为11位），现为8位"),
        ("H1234567890", None),
        ("H123456789", "应为9位（带换证次数的为11位），现为10位"),
        ("HB1234567", "第2位“B”应为数字"),
        ("HA12345O7", "第8位“O”应为数字"),
    ],
)
def test_a_wrong_permit_of_hong_kong_or_macao_is_named(number, sentence):
    assert sentences(check_hk_macao_permit(number)) == ([sentence] if sentence else [])


def test_a_taiwan_permit_has_eight_digits():
    assert check_taiwan_permit("12345678") == ()
    assert sentences(check_taiwan_permit("1234567")) == ["应为8位，现为7位"]
    assert sentences(check_taiwan_permit("1234567A")) == ["第8位“A”应为数字"]
    assert sentences(check_taiwan_permit("123456780A")) == ["应为8位，现为10位"]


def test_an_old_taiwan_permit_with_renewals_is_only_pointed_out():
    (finding,) = check_taiwan_permit("12345678(01)".replace("(", "").replace(")", ""))
    assert not finding.is_error
    assert str(finding.sentence) == "应为8位，现为10位；旧证末两位是换证次数，请核对"
