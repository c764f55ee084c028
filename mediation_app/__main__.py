"""Starts the desktop, or one command."""

import os
import signal
import sys
from datetime import date
from getpass import getpass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_app.cli.main import run
from mediation_app.cli.surroundings import Streams, Surroundings

if TYPE_CHECKING:  # What opens databases and windows is loaded when a command asks for it.
    from mediation_app.domain.case_limits import Limits
    from mediation_app.ports.central import Administration, Trial
    from mediation_app.services.desk import Stations


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Whatever the machine's language is: our sentences are Chinese.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Ctrl+C ends a command at once and quietly; what was committed stays. Python's own way may
    # be swallowed by a callback of a library, and the command would go on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(
        sys.argv[1:],
        Surroundings(
            streams=Streams(sys.stdin.buffer, sys.stdout, sys.stderr),
            environment=os.environ,
            ask_password=_ask_password if sys.stdin.isatty() else None,
            stations=_stations,
            limits=_limits,
            desktop=_desktop,
            administration=_administration,
            trial=_trial,
        ),
    )


def _ask_password(prompt: str) -> str:
    """Ask at the terminal; Ctrl+C gives back the terminal as it was."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return getpass(prompt)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stations(today: date | None) -> "Stations":
    from mediation_app.bootstrap import LocalStations

    return LocalStations(today)


def _limits(data_dir: Path | None) -> "Limits":
    from db.station_tables import limits_of
    from mediation_app.bootstrap import LocalStations

    return limits_of(data_dir or LocalStations().default_dir())


def _desktop(data_dir: Path | None, today: date | None, *, is_demo: bool) -> int:
    from mediation_app.bootstrap import open_desktop

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return open_desktop(data_dir, today, is_demo=is_demo)


def _administration(dsn: str) -> "Administration":
    from mediation_app.bootstrap import open_administration

    return open_administration(dsn)


def _trial(folder: Path | None) -> "Trial":
    from mediation_app.bootstrap import open_trial

    return open_trial(folder)


if __name__ == "__main__":
    sys.exit(main())
