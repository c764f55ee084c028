from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.identifiers.birth_numbers import _right_digit
from mediation_app.domain.identifiers.resident_id import birth_on, check_resident_id, sex
from mediation_app.domain.identifiers.spelling import normalise

TODAY = date(2026, 11, 22)
GOOD = "11010519491231002X"


def with_check_digit(front):
    return front + _right_digit(front)


NUMBERS = st.builds(
    lambda province, born_on, sequence: with_check_digit(
        f"{province}0000{born_on:%Y%m%d}{sequence:03d}"
    ),
    st.sampled_from(["11", "23", "33", "46", "54", "65", "71"]),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(0, 999),
)


@pytest.mark.parametrize(
    "number",
    [GOOD, "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231-002X"],
)
def test_the_textbook_number_is_good_however_it_is_typed(number):
    assert check_resident_id(number, TODAY) == ()
    assert normalise(number) == GOOD
    assert birth_on(number) == date(1949, 12, 31)
    assert sex(number) == "女"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("11010519491231002", "应为18位，现为17位"),
        ("11010519491231002XX", "应为18位，现为19位"),
        ("110105491231002", "15位的旧号码自2013年1月1日起无效，应填写18位号码"),
        ("11010519491231002A", "第18位“A”应为数字或X"),
        ("1101051949123100OX", "第17位“O”应为数字"),
        (
            "99010519491231002X",
            "前两位“99”不是省级行政区划代码，应为11–15、21–23、31–37、41–46、50–54、61–65、71、81、82之一",
        ),
        ("11010500001231002X", "第7–10位“0000”不是年份"),
        ("11010519491331002X", "第11–12位“13”不是月份"),
        ("11010519490231002X", "第13–14位“31”不是日期：1949年2月没有这一天"),
        ("110105194912310028", "校验位应为 X，现为 8，请逐位核对号码"),
        (with_check_digit("11010520270101002"), "第7–14位的出生日期 2027-01-01 晚于今天，请核对"),
        (
            with_check_digit("11010518951121002"),
            "第7–10位“1895”：按此出生年份已131岁，超过130岁，请核对",
        ),
    ],
)
def test_a_wrong_number_gets_one_sentence_with_what_would_be_right(number, sentence):
    (finding,) = check_resident_id(number, TODAY)
    assert finding.is_error
    assert str(finding.sentence) == sentence


def test_a_swapped_pair_of_digits_is_caught():
    (finding,) = check_resident_id("11010519491231020X", TODAY)
    assert "校验位应为" in str(finding.sentence)


@pytest.mark.parametrize(
    ("front", "kind"),
    [("810000", "港澳居民居住证"), ("820000", "港澳居民居住证"), ("830000", "台湾居民居住证")],
)
def test_the_number_of_a_residence_permit_is_pointed_out(front, kind):
    (finding,) = check_resident_id(with_check_digit(f"{front}19900101001"), TODAY)
    assert not finding.is_error
    assert str(finding.sentence) == f"{front}开头的是{kind}的号码，请核对证件类型"


def test_a_wrong_number_tells_neither_birth_nor_sex():
    for number in ("110105194912310028", "1101", with_check_digit("11010519490231002")):
        assert birth_on(number) is None
        assert sex(number) == ""


@given(NUMBERS)
def test_every_number_made_by_the_rule_is_good(number):
    assert check_resident_id(number, TODAY) == ()
    assert sex(number) == ("男" if number[16] in "13579" else "女")
    assert f"{birth_on(number):%Y%m%d}" == number[6:14]


@given(NUMBERS, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_wrong_digit_is_caught(number, place, sign):
    corrupted = number[:place] + sign + number[place + 1 :]
    assert bool(check_resident_id(corrupted, TODAY)) == (corrupted != number)
    assert birth_on(corrupted) is None or corrupted == number
