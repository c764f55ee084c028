"""Runs commands in this process, on real databases."""

import json
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from db.station_tables import limits_of
from mediation_app.bootstrap import LocalStations, open_administration, open_trial
from mediation_app.cli.main import run
from mediation_app.cli.surroundings import Streams, Surroundings
from resources import files
from tests.db.stations import make_cheap

SAMPLES = Path(files.__file__).parent / "samples" / "cases.json"
PASSWORD = "Kai-2026-Men"


@dataclass
class Ran:
    """How a command went."""

    status: int
    output: str
    errors: str

    @property
    def json(self):
        return json.loads(self.output)


class Hand:
    """Types commands about one folder."""

    def __init__(self, data_dir=None, environment=None, answers=None):
        self.data_dir = data_dir
        self.environment = {"MEDIATION_PASSWORD": PASSWORD} if environment is None else environment
        self.answers = answers
        self.windows = []
        self.trial: Any = open_trial

    def __call__(self, *words, given=b""):
        output, errors = StringIO(), StringIO()
        folder = () if self.data_dir is None else ("--data-dir", str(self.data_dir))
        surroundings = self.surroundings(Streams(BytesIO(given), output, errors))
        status = run([*map(str, words), *folder], surroundings)
        return Ran(status, output.getvalue(), errors.getvalue())

    def sit_down(self):
        """Be where ``init`` ends, at a new desk whose password is cheap to try."""
        make_cheap(self.data_dir, PASSWORD)
        return self

    def surroundings(self, streams):
        """Return what the program would be given."""
        return Surroundings(
            streams=streams,
            environment=self.environment,
            ask_password=self._answer if self.answers is not None else None,
            stations=LocalStations,
            limits=_limits,
            desktop=self._open,
            administration=open_administration,
            trial=self.trial,
        )

    def _answer(self, _prompt):
        return self.answers.pop(0)

    def _open(self, data_dir, today, *, is_demo):
        self.windows.append((data_dir, today, is_demo))
        return 0


def _limits(data_dir):
    return limits_of(data_dir or Path("nowhere"))
