"""FEATURES L1: ≤ 6,000 and ≤ 24 periods: 6,000.01 or 25 periods flips the badge."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.authorities import Reach, within_authority
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority, Offer

TODAY = date(2026, 11, 25)
SPREADS = Authority(waives_up_to=Money(600000), periods_up_to=24, valid_until_on=TODAY)
PAYS = Authority(pays_up_to=Money(2000000))
GENEROUS = Authority(Money(1), Money(1), 1)


def reach(authority=PAYS, today=TODAY, **offered):
    return within_authority(Offer("o", **offered), authority, today).reach


@pytest.mark.parametrize(
    ("authority", "offered", "wanted"),
    [
        (PAYS, {"amount": Money(2000000)}, Reach.WITHIN),
        (PAYS, {"amount": Money(2000001)}, Reach.BEYOND),
        (SPREADS, {"waives": Money(600000), "periods": 24}, Reach.WITHIN),
        (SPREADS, {"waives": Money(600001)}, Reach.BEYOND),
        (SPREADS, {"periods": 25}, Reach.BEYOND),
        (SPREADS, {"amount": Money(2640000), "periods": 24}, Reach.WITHIN),
        (SPREADS, {"amount": Money(2640000)}, Reach.UNKNOWN),
        (PAYS, {"waives": Money(1)}, Reach.UNKNOWN),
        (PAYS, {"periods": 2}, Reach.UNKNOWN),
        (PAYS, {}, Reach.WITHIN),
        (None, {"amount": Money(1)}, Reach.UNKNOWN),
    ],
)
def test_an_offer_is_measured_against_the_card(authority, offered, wanted):
    assert reach(authority, **offered) is wanted


def test_the_last_day_of_an_authority_belongs_to_it():
    assert reach(SPREADS, TODAY, periods=1) is Reach.WITHIN
    assert reach(SPREADS, date(2026, 11, 26), periods=1) is Reach.BEYOND


def test_the_badge_says_by_how_much():
    verdict = within_authority(Offer("o", amount=Money(2000001)), PAYS, TODAY)
    assert str(verdict.reason) == "最多可付 20,000.00 元，超出 0.01 元"
    verdict = within_authority(Offer("o", waives=Money(600001), periods=25), SPREADS, TODAY)
    assert str(verdict.reason) == "最多可减免 6,000.00 元，超出 0.01 元"
    verdict = within_authority(Offer("o", periods=25), SPREADS, TODAY)
    assert str(verdict.reason) == "最多可分 24 期，方案为 25 期"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_what_is_within_stays_within_for_less(amount, less):
    if reach(amount=Money(amount)) is Reach.WITHIN:
        assert reach(amount=Money(max(0, amount - less))) is Reach.WITHIN
