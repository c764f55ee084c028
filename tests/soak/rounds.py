"""Lets a machine do one real round over a given line to the centre."""

from typing import Any

from db.sync.line import Line, Tally
from db.sync.notes import Notes
from db.sync.round import Depth, Intent, Round
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Progress
from tests.soak.machine import Machine

YEAR = 2026


class Silence:
    """Nobody watches the round."""

    def progress(self, progress: Progress | None) -> None:
        """Hear how far a long step is."""

    def changed(self, changes: Changes) -> None:
        """Hear what came in."""

    def check(self) -> None:
        """Never end the round."""


def run_round(machine: Machine, central: Any) -> str:
    """Do one round; return what went wrong, empty where nothing did."""
    tally = Tally()
    line = Line(central, machine.replica, Notes(machine.engine), Silence(), tally)
    depth = Depth.AGAIN if machine.is_in_doubt else Depth.NEWS
    meeting = Round(line, Intent(machine.name, YEAR, machine.numbers_ahead, depth))
    meeting.run()
    machine.is_in_doubt = tally.is_feed_broken
    return " / ".join(str(each) for each in meeting.troubles())
