from datetime import date

import pytest

from mediation_app.domain.identifiers.foreign_permanent_resident import (
    check_new_card,
    check_old_card,
)

TODAY = date(2026, 11, 22)


def sentences(findings):
    return [str(finding.sentence) for finding in findings]


def test_both_generations_of_cards_are_good():
    assert check_old_card("usa110119850614") == ()
    assert check_old_card("SWE310085061401") == ()
    assert check_new_card("900752198506140013", TODAY) == ()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("US1110119850614", "第3位“1”应为字母"),
        ("USA11011985061", "应为15位，现为14位"),
        ("USA1101198506AB", "第14位“A”应为数字"),
        (
            "900752198506140013",
            "应为15位（3个字母加12位数字）；9开头的18位号码是2023版证件，请核对证件类型",
        ),
    ],
)
def test_a_wrong_old_card_is_named(number, sentence):
    assert sentences(check_old_card(number)) == [sentence]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("90075219850614001", "应为18位，现为17位"),
        ("800752198506140013", "第1位应为 9，现为 8"),
        ("900752198513140013", "第11–12位“13”不是月份"),
        ("900752198506140014", "校验位应为 3，现为 4，请逐位核对号码"),
    ],
)
def test_a_wrong_new_card_is_named(number, sentence):
    assert sentences(check_new_card(number, TODAY)) == [sentence]
