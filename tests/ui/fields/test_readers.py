from datetime import date
from decimal import Decimal

import pytest

from mediation_app.domain.identifiers.identity import Identity, IdentityKind
from mediation_app.domain.money import Money
from ui.fields.entries import Entry, Reader
from ui.fields.readers import (
    CreditCodeReader,
    DateReader,
    IdentityReader,
    MoneyReader,
    PhoneReader,
    RateReader,
    WholeReader,
)


def today():
    return date(2026, 3, 6)


def said(entry):
    return "；".join(str(each.sentence) for each in entry.findings)


def test_a_plain_reader_takes_everything_as_it_is():
    reader = Reader()
    assert reader.read(" a ") == Entry(" a ", " a ")
    assert reader.write(None) == ""
    assert reader.shape("x") == "x"
    assert reader.remark(reader.read("x")) is None


def test_a_month_that_does_not_exist_is_kept_as_text_and_explained():
    entry = DateReader(today).read("2026-13-5")
    assert (entry.text, entry.value, entry.is_read) == ("2026-13-5", None, False)
    assert "没有13月" in said(entry)


def test_an_empty_date_is_no_date_and_nothing_wrong():
    assert DateReader(today).read("  ") == Entry("  ", None)
    assert DateReader(today).write(None) == ""


def test_a_day_at_the_weekend_is_remarked_on_but_not_where_it_lies_far_back():
    saturday = DateReader(today).read("2026-3-7")
    assert str(DateReader(today).remark(saturday)) == "星期六"
    assert DateReader(today, is_past=True).remark(saturday) is None
    assert DateReader(today).remark(DateReader(today).read("2026-3-6")) is None


def test_an_amount_has_its_capitals_under_it():
    entry = MoneyReader().read("6200.08")
    assert entry.value == Money(620008)
    assert str(MoneyReader().remark(entry)) == "陆仟贰佰元零捌分"
    assert MoneyReader().write(entry.value) == "6,200.08"


def test_an_amount_with_three_decimals_is_kept_and_explained():
    entry = MoneyReader().read("1.234")
    assert not entry.is_read
    assert "3位小数" in said(entry)
    assert MoneyReader().remark(entry) is None


def test_a_whole_number_is_read_with_its_limits():
    reader = WholeReader(empty=0, most=360)
    assert reader.read("６0").value == 60
    assert reader.read("").value == 0
    assert not reader.read("六十").is_read
    assert "最多为 360" in said(reader.read("361"))
    assert "最多为 360" in said(reader.read("9" * 6000))
    assert reader.write(0) == ""
    assert reader.write(60) == "60"


@pytest.mark.parametrize(("typed", "rate"), [("3.85", "0.0385"), ("3.6%", "0.036"), ("", "0")])
def test_a_rate_is_typed_in_percent(typed, rate):
    assert RateReader().read(typed).value == Decimal(rate)


@pytest.mark.parametrize("typed", ["abc", "NaN", "-1", "101", "1e400"])
def test_a_rate_outside_the_possible_is_explained(typed):
    entry = RateReader().read(typed)
    assert not entry.is_read
    assert said(entry)


def test_a_rate_is_shown_without_needless_zeros():
    assert RateReader().write(Decimal("0.0360")) == "3.6"
    assert RateReader().write(Decimal(0)) == ""


def test_a_phone_is_stored_without_gaps_and_shown_in_groups():
    reader = PhoneReader()
    assert reader.read("154 0000 0001").value == "15400000001"
    assert reader.write("15400000001") == "154 0000 0001"
    assert reader.shape("0999-1234567") == "0999-1234567"
    assert reader.is_full("154 0000 0001")
    assert "11位" in said(reader.read("1540000000"))
    assert reader.write("") == ""


def test_a_credit_code_with_a_forbidden_letter_says_what_it_may_be():
    entry = CreditCodeReader().read("9199OOOOMA00CC0211")
    assert entry.is_read
    assert "O" in said(entry)
    assert CreditCodeReader().is_full("91990000MA00CC0211")


def test_a_wrong_check_digit_says_what_would_be_right():
    reader = IdentityReader(IdentityKind.RESIDENT_ID, today)
    entry = reader.read("370000195901124514")
    assert "8" in said(entry)
    assert entry.value == Identity(number="370000195901124514")
    assert reader.remark(entry) is None


def test_a_right_number_tells_sex_and_birth():
    reader = IdentityReader(IdentityKind.RESIDENT_ID, today)
    entry = reader.read("370000 19590112 4518")
    assert not entry.findings
    assert str(reader.remark(entry)) == "男 · 1959-01-12 出生"
    assert reader.write(entry.value) == "370000 19590112 4518"
    assert reader.write(None) == ""
