"""Runs one command and says how it went by its exit status."""

import os
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mediation_app import __version__
from mediation_app.cli import calculators, casework, documents, stations
from mediation_app.cli.options import read_day
from mediation_app.cli.parsing import parse
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.errors import MediationError

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130
Command = Callable[[Namespace, Surroundings, Printer], int]

COMMANDS: Mapping[str, Command] = {
    "init": stations.init,
    "import": casework.import_file,
    "list": casework.list_cases,
    "show": casework.show,
    "forms": documents.forms,
    "deadline": calculators.deadline,
    "capitals": calculators.capitals_of,
    "instalments": calculators.instalments_of,
    "demo": stations.demo,
    "verify": stations.verify,
}


def run(words: Sequence[str], surroundings: Surroundings) -> int:
    """Run the command that the words ask for, or open the window; return the exit status."""
    streams = surroundings.streams
    try:
        status = _run(words, surroundings)
        streams.output.flush()
    except MediationError as error:
        streams.errors.write(f"{error}\n")
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing is left to be flushed into the void.
        os.dup2(os.open(os.devnull, os.O_WRONLY), streams.output.fileno())
        return DONE
    return status


def _run(words: Sequence[str], surroundings: Surroundings) -> int:
    try:
        arguments = parse(words)
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else USAGE
    printer = Printer(surroundings.streams, is_json=getattr(arguments, "json", False))
    if arguments.version:
        printer.line(__version__)
        return DONE
    if arguments.command is None:
        return _open_window(arguments, surroundings)
    return COMMANDS[arguments.command](arguments, surroundings, printer)


def _open_window(arguments: Namespace, surroundings: Surroundings) -> int:
    data_dir = getattr(arguments, "data_dir", None)
    today = getattr(arguments, "today", None)
    return surroundings.desktop(
        None if data_dir is None else Path(data_dir).expanduser(),
        None if today is None else read_day(today),
        is_demo=arguments.demo,
    )
