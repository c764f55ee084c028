import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediation_app.domain.capitals import _pieces, capitals, read_capitals, rmb_capitals
from mediation_app.domain.money import MOST_CENTS, Money
from mediation_app.errors import InvalidAmountError

ROOT = Path(__file__).parents[2]
CASES = {
    case["案件编号"]: case
    for case in json.loads((ROOT / "resources/samples/cases.json").read_text(encoding="utf-8"))[
        "案例"
    ]
}
EXPECTED = json.loads((ROOT / "tests/data/cases.expected.json").read_text(encoding="utf-8"))
AMOUNTS = st.one_of(
    st.integers(0, MOST_CENTS),
    st.lists(st.sampled_from("0000123456789"), min_size=1, max_size=14).map(
        lambda digits: int("".join(digits))
    ),
).map(Money)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        # The official examples.
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        # Our choice among the official spellings.
        ("0", "零元整"),
        ("0.01", "壹分"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("0.55", "伍角伍分"),
        ("10.50", "壹拾元零伍角"),
        ("10", "壹拾元整"),
        ("1000.01", "壹仟元零壹分"),
        ("10006.05", "壹万零陆元零伍分"),
        ("100700", "壹拾万零柒佰元整"),
        ("105000", "壹拾万伍仟元整"),
        ("100000000", "壹亿元整"),
        ("100000005", "壹亿零伍元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("100050000", "壹亿零伍万元整"),
        ("120030405.67", "壹亿贰仟零叁万零肆佰零伍元陆角柒分"),
        ("1050000000", "壹拾亿伍仟万元整"),
        ("18000", "壹万捌仟元整"),
        ("26400.00", "贰万陆仟肆佰元整"),
        ("6200.08", "陆仟贰佰元零捌分"),
        ("309825", "叁拾万玖仟捌佰贰拾伍元整"),
        ("12000.01", "壹万贰仟元零壹分"),
        ("67348.18", "陆万柒仟叁佰肆拾捌元壹角捌分"),
        ("200000000", "贰亿元整"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        ("1000000000000", "壹万亿元整"),
    ],
)
def test_an_amount_has_one_spelling_in_capitals(amount, text):
    money = Money.parse(amount)
    assert capitals(money) == text
    assert rmb_capitals(money) == f"人民币{text}"
    assert read_capitals(text) == money


@pytest.mark.parametrize("expected", EXPECTED)
def test_the_amounts_of_the_sample_cases_are_written_as_expected(expected):
    claimed = CASES[expected["案件编号"]]["诉求金额"]["金额"]
    assert rmb_capitals(Money.parse(claimed)) == expected["诉求金额大写"]


@pytest.mark.parametrize("expected", [case for case in EXPECTED if "金额" in case.get("协议", {})])
def test_the_agreed_amounts_of_the_sample_cases_are_written_as_expected(expected):
    agreed = expected["协议"]
    money = Money.parse(CASES[expected["案件编号"]]["协议"]["金额"])
    assert str(money) == agreed["金额"]
    assert rmb_capitals(money) == agreed["金额大写"]
    assert read_capitals(agreed["金额大写"]) == money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("壹拾万柒仟元伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹拾万零柒仟元零伍角叁分", "107000.53"),
        ("壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("壹仟肆佰零玖元伍角整", "1409.5"),
        ("壹仟肆佰零玖元伍角正", "1409.5"),
        ("人民币：壹拾萬圆正", "100000"),
        ("人民币 壹億元整", "100000000"),
        ("壹亿伍仟元整", "100005000"),
        ("壹拾亿零伍仟万元整", "1050000000"),
        ("零元伍角", "0.5"),
        ("零元零伍分", "0.05"),
    ],
)
def test_every_official_spelling_is_read(text, amount):
    assert read_capitals(text) == Money.parse(amount)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("壹拾万元", "壹拾万元整"),
        ("拾万元整", "壹拾万元整"),
        ("壹拾元伍分", "壹拾元零伍分"),
        ("壹佰元零伍分整", "壹佰元零伍分"),
        ("壹万零伍仟零元整", "壹万伍仟元整"),
        ("壹佰零零伍元整", "壹佰零伍元整"),
        ("一千零五元三毛", "壹仟零伍元叁角"),
        ("两万块整", "贰万元整"),
        ("壹拾万 元整", "壹拾万元整"),
    ],
)
def test_a_loose_spelling_is_refused_with_the_right_one(text, right):
    with pytest.raises(InvalidAmountError, match=f"写法不规范，应为“{right}”"):
        read_capitals(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "整",
        "五百",
        "100元",
        "万元整",
        "壹佰壹仟元整",
        "甲仟元整",
        "壹元甲角",
        "壹亿亿元整",
        "壹元壹仟分",
        "玖万亿元整",
        "亿" * 5000 + "元",
    ],
)
def test_what_is_no_amount_in_capitals_is_refused(text):
    with pytest.raises(InvalidAmountError, match="不是大写金额"):
        read_capitals(text)


@pytest.mark.parametrize("cents", [-1, MOST_CENTS + 1])
def test_negative_and_absurd_amounts_have_no_capitals(cents):
    with pytest.raises(InvalidAmountError, match="不能写成大写"):
        capitals(Money(cents))


@given(AMOUNTS)
@example(Money(MOST_CENTS))
def test_capitals_read_back_to_the_same_amount(money):
    assert read_capitals(capitals(money)) == money


@given(AMOUNTS)
def test_all_official_spellings_of_an_amount_read_back_to_it(money):
    for choice in product(*_pieces(money)):
        assert read_capitals("".join(choice)) == money


@given(AMOUNTS)
def test_no_spelling_has_two_zeros_in_a_row_or_a_bare_ten(money):
    text = capitals(money)
    assert "零零" not in text
    assert not text.startswith("拾")
    assert "零元" not in text or money.is_zero
