"""Commands that compute and need no database: capitals, instalments."""

from argparse import Namespace

from mediation_app.cli.options import read_amount, read_day, read_rate
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.capitals import capitals, rmb_capitals
from mediation_app.domain.instalments import InstalmentLine, Method, instalments
from mediation_app.domain.money import Money


def capitals_of(arguments: Namespace, _surroundings: Surroundings, printer: Printer) -> int:
    """Print an amount in capitals."""
    amount = read_amount(arguments.amount)
    if printer.is_json:
        printer.json(
            {"amount": str(amount), "capitals": capitals(amount), "rmb": rmb_capitals(amount)}
        )
    else:
        printer.line(capitals(amount))
    return 0


def instalments_of(arguments: Namespace, _surroundings: Surroundings, printer: Printer) -> int:
    """Print how a sum is paid off."""
    rate = read_rate(arguments.rate)
    usual = Method.EQUAL_PAYMENT if rate else Method.EVEN
    total = read_amount(arguments.total)
    lines = instalments(
        total,
        arguments.periods,
        read_day(arguments.first),
        annual_rate=rate,
        method=Method(arguments.method) if arguments.method else usual,
    )
    interest = Money.total(line.interest for line in lines)
    if printer.is_json:
        printer.json(
            {
                "lines": [_line(line) for line in lines],
                "total": str(total),
                "interest": str(interest),
                "paid": str(total + interest),
            }
        )
    else:
        _tell_lines(lines, interest, printer)
    return 0


def _line(line: InstalmentLine) -> dict[str, object]:
    return {
        "no": line.no,
        "due_on": line.due_on.isoformat(),
        "amount": str(line.amount),
        "principal": str(line.principal),
        "interest": str(line.interest),
    }


def _tell_lines(lines: tuple[InstalmentLine, ...], interest: Money, printer: Printer) -> None:
    rows: list[tuple[str, ...]] = [("期次", "到期日", "金额", "本金", "利息")]
    for line in lines:
        sums = (line.amount, line.principal, line.interest)
        rows.append((str(line.no), line.due_on.isoformat(), *(each.grouped for each in sums)))
    principal = Money.total(line.principal for line in lines)
    sums = (principal + interest, principal, interest)
    rows.append(("合计", "", *(each.grouped for each in sums)))
    printer.table(rows)


COMMANDS = {"capitals": capitals_of, "instalments": instalments_of}
