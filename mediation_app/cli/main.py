"""Runs one command and says how it went by its exit status.

What a command needs is imported when it runs: writing an amount in capitals starts at once.
"""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mediation_app import __version__
from mediation_app.cli.parsing import parse
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.errors import InvalidValueError, MediationError
from mediation_app.sentences import say

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130
_SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_UNREADABLE = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes that are no text."""
Command = Callable[[Namespace, Surroundings, Printer], int]


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
    if _UNREADABLE.search("".join(words)):
        raise InvalidValueError(say("命令中有无法识别的文字，请核对终端的字符编码（应为 UTF-8）"))
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
    return _command(arguments.command)(arguments, surroundings, printer)


def _command(name: str) -> Command:
    """Return the command with this name."""
    found: Mapping[str, Command]
    if name in {"capitals", "deadline", "instalments"}:
        from mediation_app.cli import calculators, deadlines

        found = {**calculators.COMMANDS, **deadlines.COMMANDS}
    elif name in {"init", "demo", "verify", "calendar", "limits"}:
        from mediation_app.cli import stations, tables

        found = {**stations.COMMANDS, **tables.COMMANDS}
    elif name in {"central", "connect", "sync", "conflicts", "refused"}:
        from mediation_app.cli import central, refused_edits, syncing

        found = {**syncing.COMMANDS, **refused_edits.COMMANDS, "central": central.central}
    else:
        found = _commands_of_cases(name)
    return found[name]


def _commands_of_cases(name: str) -> Mapping[str, Command]:
    """Return the commands about the work of the desk, one of which has this name."""
    if name in {"bin", "delete", "step", "steps"}:
        from mediation_app.cli import bins, steps

        return {**bins.COMMANDS, **steps.COMMANDS}
    if name in {"handover", "status"}:
        from mediation_app.cli import handover, status

        return {"handover": handover.handover, "status": status.status}
    if name in {"schedule", "today"}:
        from mediation_app.cli import schedules, today

        return {"schedule": schedules.schedule, "today": today.today}
    if name == "forms":
        from mediation_app.cli import documents

        return {"forms": documents.forms}
    from mediation_app.cli import casework

    return casework.COMMANDS


def _open_window(arguments: Namespace, surroundings: Surroundings) -> int:
    from mediation_app.cli.options import read_day

    if sys.platform == "linux" and not _SCREENS & set(surroundings.environment):
        # Qt would abort the process with its own English words.
        raise InvalidValueError(
            say("这里没有显示器，打不开窗口；命令的写法见 mediation-app --help")
        )
    data_dir = getattr(arguments, "data_dir", None)
    today = getattr(arguments, "today", None)
    return surroundings.desktop(
        None if data_dir is None else Path(data_dir).expanduser(),
        None if today is None else read_day(today),
        is_demo=arguments.demo,
    )
