"""The command that answers whoever shows a query code."""

from argparse import Namespace

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings


def status(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print the four neutral lines."""
    with open_desk(arguments, surroundings) as desk:
        told = desk.progress.of_code(arguments.code)
    if printer.is_json:
        printer.json(
            {
                "received": None if told.received_on is None else told.received_on.isoformat(),
                "step": told.step,
                "next": None if told.next_on is None else told.next_on.isoformat(),
                "next_what": told.next_what,
                "contact": told.contact,
            }
        )
    else:
        for line in told.lines():
            printer.line(str(line))
    return 0
