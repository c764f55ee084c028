import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_app.domain.instalments import (
    InstalmentLine,
    Method,
    check_lines,
    due_on_rest_days,
    instalments,
)
from mediation_app.domain.money import Money
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable
from mediation_app.errors import InvalidValueError

EXPECTED = json.loads(
    (Path(__file__).parents[1] / "data" / "cases.expected.json").read_text(encoding="utf-8")
)
FIRST = date(2026, 3, 31)


def interest_of(lines):
    return Money.total(line.interest for line in lines)


@pytest.mark.parametrize("case", [case for case in EXPECTED if "总额" in case.get("分期计划", {})])
def test_the_sample_plans_come_out_as_expected(case):
    plan = case["分期计划"]
    lines = instalments(
        Money.parse(plan["总额"]), plan["期数"], date.fromisoformat(plan["首期到期"])
    )
    assert {str(line.amount) for line in lines[:-1]} == {plan["每期"]}
    assert str(lines[-1].amount) == plan["末期"]
    assert str(Money.total(line.amount for line in lines)) == plan["合计校验"]
    assert str(lines[1].due_on) == plan["第2期到期"]
    assert str(lines[11].due_on) == plan["第12期到期"]
    assert str(lines[-1].due_on) == plan["末期到期"]


def test_equal_payments_are_rounded_half_up_and_the_last_takes_the_difference():
    lines = instalments(
        Money.parse("120000"), 36, FIRST, annual_rate=Decimal("0.036"), method=Method.EQUAL_PAYMENT
    )
    assert {str(line.amount) for line in lines[:-1]} == {"3521.57"}
    assert str(lines[-1].amount) == "3521.37"
    assert str(interest_of(lines)) == "6776.32"


def test_equal_principal_pays_less_interest_every_month():
    lines = instalments(
        Money.parse("120000"),
        36,
        FIRST,
        annual_rate=Decimal("0.036"),
        method=Method.EQUAL_PRINCIPAL,
    )
    assert str(lines[0].amount) == "3693.33"
    assert str(lines[-1].amount) == "3343.45"
    assert str(interest_of(lines)) == "6660.00"
    assert all(later.interest < earlier.interest for earlier, later in pairwise(lines))


def test_equal_payments_without_interest_are_shares_rounded_half_up():
    lines = instalments(Money(10_000_000), 60, FIRST, method=Method.EQUAL_PAYMENT)
    assert [str(lines[0].amount), str(lines[-1].amount)] == ["1666.67", "1666.47"]


def test_due_days_fall_on_month_ends_and_return_to_the_first_day():
    lines = instalments(Money(1200), 12, date(2026, 1, 31))
    assert [line.due_on.day for line in lines[:5]] == [31, 28, 31, 30, 31]


def test_a_first_day_in_a_short_month_keeps_its_number_unless_told_otherwise():
    first = date(2027, 2, 28)
    assert [line.due_on.day for line in instalments(Money(400), 4, first)] == [28] * 4
    ends = instalments(Money(400), 4, first, due_day=31)
    assert [line.due_on.day for line in ends] == [28, 31, 30, 31]


def test_a_first_day_may_differ_from_the_monthly_day():
    lines = instalments(Money(300), 3, date(2026, 3, 5), due_day=20)
    assert [line.due_on.day for line in lines] == [5, 20, 20]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"periods": 0}, "期数为 0，应在 1 至 360 之间"),
        ({"periods": 361}, "期数为 361，应在 1 至 360 之间"),
        ({"due_day": 32}, "每月还款日为 32，应在 1 至 31 之间"),
        ({"due_day": 0}, "每月还款日为 0，应在 1 至 31 之间"),
        ({"first_due_on": date(9990, 1, 1)}, "首期到期日 9990-01-01 太远，请核对年份"),
        (
            {"total": Money(59)},
            "总额 0.59 元按此方式分 60 期，有一期不足 0.01 元，请减少期数或增加总额",
        ),
        (
            {"total": Money(100), "method": Method.EQUAL_PRINCIPAL, "periods": 360},
            "总额 1.00 元按此方式分 360 期，有一期不足 0.01 元，请减少期数或增加总额",
        ),
        (
            {"annual_rate": Decimal("3.6"), "method": Method.EQUAL_PAYMENT},
            "年利率为 3.6，应在 0（0%）至 1（100%）之间，例如 3.6% 写作 0.036",
        ),
        (
            {"annual_rate": Decimal("NaN"), "method": Method.EQUAL_PAYMENT},
            "年利率为 NaN，应在 0（0%）至 1（100%）之间，例如 3.6% 写作 0.036",
        ),
        (
            {"annual_rate": Decimal("0.03")},
            "等分还款不计利息，请改用等额本息或等额本金，或者将年利率填为 0",
        ),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_refused(change, sentence):
    plan = {"total": Money(10_000_000), "periods": 60, "first_due_on": FIRST}
    with pytest.raises(InvalidValueError) as refusal:
        instalments(**(plan | change))
    assert str(refusal.value) == sentence


@given(
    st.integers(1, 10**12).map(Money),
    st.integers(1, 360),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.decimals(0, Decimal("0.24"), places=4),
    st.sampled_from(Method),
)
def test_instalments_repay_the_sum_to_the_cent_on_ascending_days(
    total, periods, first_due_on, rate, method
):
    if method is Method.EVEN:
        rate = Decimal(0)
    try:
        lines = instalments(total, periods, first_due_on, rate, method)
    except InvalidValueError:
        assume(total.cents >= 10_000_000)
        raise
    assert [line.no for line in lines] == list(range(1, periods + 1))
    assert sum(line.principal.cents for line in lines) == total.cents
    assert all(line.amount == line.principal + line.interest for line in lines)
    assert all(line.principal >= Money.zero() for line in lines)
    assert all(earlier.due_on < later.due_on for earlier, later in pairwise(lines))
    assert check_lines(lines, total) == ()
    assert len({line.amount for line in lines[:-1]}) <= 1 or method is Method.EQUAL_PRINCIPAL


def a_schedule():
    dues = [(date(2026, 9, 30), 4_000_000_000), (date(2027, 3, 31), 6_000_000_000)]
    return tuple(
        InstalmentLine(no, due_on, Money(cents), Money(cents), Money.zero())
        for no, (due_on, cents) in enumerate(dues, start=1)
    )


def test_a_schedule_written_line_by_line_must_reach_the_total():
    assert check_lines(a_schedule(), Money.parse("100000000")) == ()
    for total, comparison in (("100000000.01", "少"), ("99999999.99", "多")):
        (finding,) = check_lines(a_schedule(), Money.parse(total))
        assert finding.is_error
        assert str(finding.sentence).endswith(f"{comparison} 0.01 元")


def test_a_schedule_must_go_forward_and_pay_something_each_time():
    first, second = a_schedule()
    nothing = replace(second, due_on=first.due_on, amount=Money(0), principal=Money(0))
    sentences = [
        str(finding.sentence) for finding in check_lines((first, nothing), first.principal)
    ]
    assert sentences == [
        "第2期金额为 0.00 元，应大于 0",
        "第2期到期日 2026-09-30 应晚于第1期的 2026-09-30",
    ]


def test_a_due_day_on_a_rest_day_is_pointed_out_and_not_moved():
    calendar = RestCalendar([YearTable(2026, (RestDay(date(2026, 9, 30), "国庆节", True),))])
    (finding,) = due_on_rest_days(a_schedule(), calendar)
    assert not finding.is_error
    assert "第1期到期日 2026-09-30 是休息日（国庆节）" in str(finding.sentence)


def test_every_method_has_a_chinese_name():
    assert [method.label for method in Method] == ["等分", "等额本息", "等额本金"]
