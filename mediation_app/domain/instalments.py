"""How a sum is paid off month by month, to the 分."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.money import Money
from mediation_app.domain.months import MONTHS_A_YEAR, months_after
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

MOST_PERIODS = 360
LAST_DAY_OF_MONTH = 31


class Method(Enum):
    """How the instalments are computed."""

    EVEN = "even"
    EQUAL_PAYMENT = "payment"
    EQUAL_PRINCIPAL = "principal"

    @property
    def label(self) -> str:
        """The name used on screen and paper."""
        return _LABELS[self]


_LABELS = {
    Method.EVEN: "等分",
    Method.EQUAL_PAYMENT: "等额本息",
    Method.EQUAL_PRINCIPAL: "等额本金",
}


@dataclass(frozen=True, slots=True)
class InstalmentLine:
    """One instalment: what is due on a day, and what of it is principal and interest."""

    no: int
    due_on: date
    amount: Money
    principal: Money
    interest: Money


def instalments(
    total: Money,
    periods: int,
    first_due_on: date,
    annual_rate: Decimal = Decimal(0),
    method: Method = Method.EVEN,
    due_day: int | None = None,
) -> tuple[InstalmentLine, ...]:
    """Return the monthly instalments of a principal; the last one takes the difference.

    An even split is rounded down to the 分, payments with interest half-up. The monthly interest
    is the remaining principal times a twelfth of the annual rate.

    Args:
        total: The principal.
        periods: Number of months, 1 to 360.
        first_due_on: Day of the first instalment.
        annual_rate: A fraction: 0.036 is 3.6 % a year. An even split bears no interest.
        method: How the instalments are computed.
        due_day: Day of the month of the later instalments where it is not that of the first
            one; 31 asks for every month end.

    Raises:
        InvalidValueError: The sentence says which of these facts cannot be, and what could.
    """
    _check_plan(periods, first_due_on, due_day)
    _check_rate(annual_rate, method)
    monthly_rate = Fraction(annual_rate) / MONTHS_A_YEAR
    share = _regular_share(total, periods, monthly_rate, method)
    lines: list[InstalmentLine] = []
    remaining = total
    for no in range(1, periods + 1):
        interest = remaining.scaled(monthly_rate)
        if no == periods:
            principal = remaining
        elif method is Method.EQUAL_PAYMENT:
            principal = share - interest
        else:
            principal = share
        if share.is_zero or principal < Money.zero() or (principal + interest).is_zero:
            raise _too_small(total, periods)
        due_on = months_after(first_due_on, no - 1, due_day) if no > 1 else first_due_on
        lines.append(InstalmentLine(no, due_on, principal + interest, principal, interest))
        remaining -= principal
    return tuple(lines)


def check_lines(lines: Sequence[InstalmentLine], total: Money) -> tuple[Finding, ...]:
    """Return what is wrong with a schedule that people wrote line by line."""
    findings = [
        error(say("第{no}期金额为 {amount} 元，应大于 0", no=line.no, amount=line.amount.grouped))
        for line in lines
        if line.amount <= Money.zero()
    ]
    findings += [
        error(
            say(
                "第{no}期到期日 {day} 应晚于第{before}期的 {earlier}",
                no=line.no,
                day=line.due_on,
                before=previous.no,
                earlier=previous.due_on,
            )
        )
        for previous, line in pairwise(lines)
        if line.due_on <= previous.due_on
    ]
    return (*findings, *_wrong_sum(lines, total))


def due_on_rest_days(
    lines: Iterable[InstalmentLine], calendar: RestCalendar
) -> tuple[Finding, ...]:
    """Return a warning for every due day that is a rest day; due days are never shifted."""
    return tuple(
        warning(
            say(
                "第{no}期到期日 {day} 是休息日（{reason}），到期日不自动顺延，请确认",
                no=line.no,
                day=line.due_on,
                reason=calendar.reason(line.due_on),
            )
        )
        for line in lines
        if calendar.is_rest(line.due_on)
    )


def _wrong_sum(lines: Sequence[InstalmentLine], total: Money) -> tuple[Finding, ...]:
    paid = Money.total(line.principal for line in lines)
    if paid == total:
        return ()
    sums = {
        "paid": paid.grouped,
        "total": total.grouped,
        "difference": Money(abs(paid.cents - total.cents)).grouped,
    }
    if paid < total:
        return (
            error(
                say("各期本金合计 {paid} 元，应等于总额 {total} 元，少 {difference} 元", **sums)
            ),
        )
    return (
        error(say("各期本金合计 {paid} 元，应等于总额 {total} 元，多 {difference} 元", **sums)),
    )


def _regular_share(total: Money, periods: int, monthly_rate: Fraction, method: Method) -> Money:
    """Return what every line but the last one pays: principal, or principal and interest."""
    if method is Method.EVEN:
        return total // periods
    if method is Method.EQUAL_PRINCIPAL or monthly_rate == 0:
        return total.scaled(Fraction(1, periods))
    growth = (1 + monthly_rate) ** periods
    return total.scaled(monthly_rate * growth / (growth - 1))


def _check_plan(periods: int, first_due_on: date, due_day: int | None) -> None:
    if not 1 <= periods <= MOST_PERIODS:
        raise InvalidValueError(
            say("期数为 {periods}，应在 1 至 {most} 之间", periods=periods, most=MOST_PERIODS)
        )
    if due_day is not None and not 1 <= due_day <= LAST_DAY_OF_MONTH:
        raise InvalidValueError(say("每月还款日为 {day}，应在 1 至 31 之间", day=due_day))
    if first_due_on.year > MAXYEAR - MOST_PERIODS // MONTHS_A_YEAR:
        raise InvalidValueError(say("首期到期日 {day} 太远，请核对年份", day=first_due_on))


def _check_rate(annual_rate: Decimal, method: Method) -> None:
    if not annual_rate.is_finite() or not 0 <= annual_rate <= 1:
        raise InvalidValueError(
            say(
                "年利率为 {rate}，应在 0（0%）至 1（100%）之间，例如 3.6% 写作 0.036",
                rate=annual_rate,
            )
        )
    if annual_rate and method is Method.EVEN:
        raise InvalidValueError(
            say("等分还款不计利息，请改用等额本息或等额本金，或者将年利率填为 0")
        )


def _too_small(total: Money, periods: int) -> InvalidValueError:
    return InvalidValueError(
        say(
            "总额 {total} 元按此方式分 {periods} 期，有一期不足 0.01 元，请减少期数或增加总额",
            total=total.grouped,
            periods=periods,
        )
    )
