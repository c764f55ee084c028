from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.money import MOST_CENTS, Money
from mediation_app.errors import InvalidAmountError

AMOUNTS = st.integers(0, MOST_CENTS).map(Money)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("8765.43", 876543),
        ("8,765.43", 876543),
        ("¥8765.43", 876543),
        ("￥ 8,765.43", 876543),
        ("人民币8765.43元", 876543),
        ("８７６５．４３", 876543),
        ("８，７６５．４３", 876543),
        ("  100000 ", 10000000),
        ("0.5", 50),
        ("0", 0),
        ("007.10", 710),
        ("1,000,000,000,000.00", MOST_CENTS),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, cents):
    assert Money.parse(text) == Money(cents)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.234", "金额“1.234”有3位小数，最多两位（精确到分）"),
        ("-5", "金额“-5”是负数，金额不能小于 0"),
        ("－５.00", "金额“－５.00”是负数，金额不能小于 0"),
        ("12,34.5", "金额“12,34.5”的千位逗号位置不对，应每三位一个，例如 8,765.43"),
        ("五百", "“五百”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("1.5万", "“1.5万”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("5²", "“5²”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("1e5", "“1e5”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("-", "“-”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("5.", "“5.”不是金额，请填写以元为单位的数字，例如 8765.43"),
        ("  ", "没有填写金额，请填写以元为单位的数字，例如 8765.43"),
        (
            "1000000000000.01",
            "金额“1000000000000.01”过大，不能超过 1,000,000,000,000.00 元（一万亿元）",
        ),
        (
            "9" * 5000,
            f"金额“{'9' * 30}…”过大，不能超过 1,000,000,000,000.00 元（一万亿元）",
        ),
    ],
)
def test_a_wrong_amount_is_refused_with_what_would_be_right(text, sentence):
    with pytest.raises(InvalidAmountError) as refusal:
        Money.parse(text)
    assert str(refusal.value) == sentence


@given(AMOUNTS)
def test_every_amount_is_read_back_from_both_spellings(money):
    assert Money.parse(str(money)) == money
    assert Money.parse(money.grouped) == money


def test_a_negative_difference_is_shown_with_its_sign():
    assert str(Money(5) - Money(123456)) == "-1234.51"
    assert (Money(5) - Money(123456)).grouped == "-1,234.51"


def test_amounts_add_up_compare_and_divide_in_whole_cents():
    assert Money(100) + Money(5) == Money(105)
    assert sum([Money(1), Money(2)]) == Money(3)
    assert Money.total([]) == Money.zero()
    assert Money.total([Money(1), Money(2)]) == Money(3)
    assert Money(10_000_000) // 60 == Money(166666)
    assert Money(7) * 3 == Money(21)
    assert Money(1) < Money(2)
    assert Money.zero().is_zero
    assert not Money(1).is_zero


@pytest.mark.parametrize(
    ("cents", "factor", "expected"),
    [
        (105, Decimal("0.5"), 53),
        (104, Decimal("0.5"), 52),
        (100, Fraction(1, 3), 33),
        (1, Decimal("0.5"), 1),
        (100, Decimal(0), 0),
    ],
)
def test_a_scaled_amount_is_rounded_half_up(cents, factor, expected):
    assert Money(cents).scaled(factor) == Money(expected)
