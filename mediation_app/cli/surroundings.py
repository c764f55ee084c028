"""What the command line is given by the program that starts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO

if TYPE_CHECKING:  # Computing a limit must not take the time to load all services.
    from mediation_app.domain.case_limits import Limits
    from mediation_app.ports.central import Administration, Trial
    from mediation_app.services.desk import Stations


class DesktopStart(Protocol):
    """Opens the window; returns its exit status when it was closed."""

    def __call__(self, data_dir: Path | None, today: date | None, *, is_demo: bool) -> int:
        """Open the station in the folder, or this person's own one, or the samples."""
        ...


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes."""

    input: BinaryIO
    output: TextIO
    errors: TextIO


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The streams, the environment, and what opens databases and windows.

    Attributes:
        streams: Standard input, output and errors.
        environment: The variables, for the password.
        ask_password: Asks a person at a terminal; None where there is no terminal.
        stations: The stations of this machine, seen on a day or today.
        limits: Reads the limits and rest days of a station; None for this person's own one.
        desktop: Opens the window.
        administration: The central database at an address (DSN).
        trial: A central database on this machine, in a folder or in the usual one.
    """

    streams: Streams
    environment: Mapping[str, str]
    ask_password: Callable[[str], str] | None
    stations: Callable[[date | None], Stations]
    limits: Callable[[Path | None], Limits]
    desktop: DesktopStart
    administration: Callable[[str], Administration]
    trial: Callable[[Path | None], Trial]
