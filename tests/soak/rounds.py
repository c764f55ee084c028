"""Lets a machine do one real round over a given line to the centre."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from db.sync import pulling
from db.sync.line import Line, Tally
from db.sync.notes import Notes
from db.sync.round import Depth, Intent, Round
from db.sync.stride import Stride
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Progress
from tests.soak.machine import Machine

YEAR = 2026
FEW = 4
"""So few entries come at once over a slow line, and so many are a long pull."""


class Silence:
    """Nobody watches the round."""

    def progress(self, progress: Progress | None) -> None:
        """Hear how far a long step is."""

    def changed(self, changes: Changes) -> None:
        """Hear what came in."""

    def check(self) -> None:
        """Never end the round."""


@contextmanager
def slow_lines() -> Iterator[None]:
    """Let pages be small, and what waits be sent after each of them."""
    usual = pulling.LONG
    pulling.LONG = FEW
    try:
        yield
    finally:
        pulling.LONG = usual


def run_round(machine: Machine, central: Any) -> str:
    """Do one round; return what went wrong, empty where nothing did."""
    tally = Tally()
    line = Line(central, machine.replica, Notes(machine.engine), Silence(), tally)
    if pulling.LONG == FEW:
        line = replace(line, pages=Stride(FEW, FEW))
    depth = Depth.AGAIN if machine.is_in_doubt else Depth.NEWS
    meeting = Round(line, Intent(machine.name, YEAR, machine.numbers_ahead, depth))
    meeting.run()
    machine.is_in_doubt = tally.is_feed_broken
    return " / ".join(str(each) for each in meeting.troubles())
