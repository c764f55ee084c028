"""What the bank says is owed."""

from dataclasses import replace

from mediation_app.domain.money import Money
from mediation_app.domain.receivables import Receivable

OWED = Receivable(Money(3_186_075), Money(2_640_000), Money(420_025), Money(126_050))


def test_the_parts_make_up_the_total():
    assert OWED.gap == Money.zero()


def test_what_is_missing_is_told_to_the_cent():
    assert replace(OWED, interest=Money(126_005)).gap == Money(45)
    assert replace(OWED, interest=Money(126_095)).gap == Money(-45)


def test_nothing_is_told_before_all_sums_are_there():
    for name in ("total", "principal", "penalty", "interest"):
        assert replace(OWED, **{name: None}).gap is None
    assert Receivable(principal=Money(5)).parts_total == Money(5)
