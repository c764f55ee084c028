"""Starts the desktop, or one command."""

import os
import sys
from datetime import date
from getpass import getpass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_app.cli.main import run
from mediation_app.cli.surroundings import Streams, Surroundings

if TYPE_CHECKING:  # What opens databases and windows is loaded when a command asks for it.
    from mediation_app.domain.rest_days import RestCalendar
    from mediation_app.services.desk import Stations


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
            stations=_stations,
            calendar=_calendar,
            desktop=_desktop,
        ),
    )


def _stations(today: date | None) -> "Stations":
    from mediation_app.bootstrap import LocalStations

    return LocalStations(today)


def _calendar() -> "RestCalendar":
    from mediation_app.domain.rest_days import RestCalendar, read_year_table
    from resources import files

    return RestCalendar(read_year_table(text) for text in files.holiday_tables())


def _desktop(data_dir: Path | None, today: date | None, *, is_demo: bool) -> int:
    from mediation_app.bootstrap import open_desktop

    return open_desktop(data_dir, today, is_demo=is_demo)


if __name__ == "__main__":
    sys.exit(main())
