import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.identifiers.bank_card import _luhn, check_bank_card


@pytest.mark.parametrize(
    "number",
    ["6299990000000000012", "629999000000000017", "6219990000000006", "6219 9900 0000 0006"],
)
def test_a_card_number_is_good(number):
    assert check_bank_card(number) == ()


@pytest.mark.parametrize(
    ("number", "is_error", "sentence"),
    [
        ("6219990000000007", False, "卡号末位应为 6，现为 7，请核对（存折和对公账号可不符合）"),
        ("621999000000", False, "银行卡号应为13至19位，现为12位，存折或对公账号请核对"),
        ("62199900000000060000", False, "银行卡号应为13至19位，现为20位，存折或对公账号请核对"),
        ("1234", True, "银行卡号应为13至19位，现为4位"),
        ("1" * 33, True, "银行卡号应为13至19位，现为33位"),
        ("62199900000000O6", True, "第15位“O”应为数字"),
    ],
)
def test_a_number_unlike_a_card_is_pointed_out_and_rubbish_is_refused(number, is_error, sentence):
    (finding,) = check_bank_card(number)
    assert finding.is_error is is_error
    assert str(finding.sentence) == sentence


@given(st.text("0123456789", min_size=12, max_size=18), st.integers(0, 18), st.integers(1, 9))
def test_any_single_wrong_digit_is_caught(body, place, shift):
    number = body + str(-_luhn(body + "0") % 10)
    assert check_bank_card(number) == ()
    place %= len(number)
    wrong = (int(number[place]) + shift) % 10
    assert check_bank_card(number[:place] + str(wrong) + number[place + 1 :])
