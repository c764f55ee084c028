"""The instalments of an agreement as a table, with sums where it runs over pages."""

from collections.abc import Callable
from itertools import accumulate

from forms.house_style import DENSE, DENSE_LABEL
from forms.typesetting.lines import Align
from forms.typesetting.tables import Column, Row, Table
from forms.typesetting.text import Inlines, Run
from forms.wording import Wording
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.instalments import InstalmentLine
from mediation_app.domain.money import Money

MOST_LINES_IN_BODY = 12
_LEADING_PT = 17.0

Sum = Callable[[int, int], Money]
Amount = Callable[[InstalmentLine], Money]


def instalment_table(lines: tuple[InstalmentLine, ...], wording: Wording) -> Table:
    """Return one row a line; interest has columns only where interest is owed."""
    has_interest = any(not line.interest.is_zero for line in lines)
    amounts: list[Amount] = [lambda line: line.amount]
    keys = ["instalments.amount"]
    if has_interest:
        amounts = [lambda line: line.principal, lambda line: line.interest, *amounts]
        keys = ["instalments.principal", "instalments.interest", *keys]
    columns = (Column(2), Column(4), *(Column(4, Align.RIGHT) for _ in amounts))
    head = ("instalments.no", "instalments.due_on", *keys)
    sums = [_running(lines, amount) for amount in amounts]

    def summed(label: str) -> Callable[[int, int], Row]:
        text = _text(wording.text(label))
        return lambda first, end: (text, (), *(_money(each(first, end)) for each in sums))

    return Table(
        columns,
        tuple((Run(wording.text(key), DENSE_LABEL),) for key in head),
        tuple(
            (
                _text(str(line.no)),
                _text(chinese_date(line.due_on)),
                *(_money(amount(line)) for amount in amounts),
            )
            for line in lines
        ),
        _LEADING_PT,
        total=summed("instalments.total")(0, len(lines)),
        closing=summed("instalments.page_sum"),
        opening=summed("instalments.carried"),
    )


def total_of(lines: tuple[InstalmentLine, ...]) -> Money:
    """Return the sum of what is paid."""
    return Money.total(line.amount for line in lines)


def _running(lines: tuple[InstalmentLine, ...], amount: Amount) -> Sum:
    """Return how much any stretch of lines comes to."""
    reached = list(accumulate(map(amount, lines), initial=Money.zero()))
    last = len(lines)
    return lambda first, end: reached[min(end, last)] - reached[min(first, last)]


def _text(text: str) -> Inlines:
    return (Run(text, DENSE, whole=True),)


def _money(amount: Money) -> Inlines:
    return _text(str(amount))
