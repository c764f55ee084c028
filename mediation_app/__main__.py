"""Starts the desktop, or one command."""

import os
import sys
from getpass import getpass
from io import TextIOWrapper

from mediation_app import bootstrap
from mediation_app.cli.main import run
from mediation_app.cli.surroundings import Streams, Surroundings
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from resources import files


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Whatever the machine's language is: our sentences are Chinese.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run(
        sys.argv[1:],
        Surroundings(
            streams=Streams(sys.stdin.buffer, sys.stdout, sys.stderr),
            environment=os.environ,
            ask_password=getpass if sys.stdin.isatty() else None,
            stations=bootstrap.LocalStations,
            calendar=_calendar,
            desktop=bootstrap.open_desktop,
        ),
    )


def _calendar() -> RestCalendar:
    return RestCalendar(read_year_table(text) for text in files.holiday_tables())


if __name__ == "__main__":
    sys.exit(main())
