"""The program as it is started by hand on one computer, and the desk of its window."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from keyring.backends.fail import Keyring as NoKeyring

from db.remembered import Remembered
from db.station import Station, Surroundings
from mediation_app.bootstrap import LocalStations
from mediation_app.system import SystemClock, TimeOrderedIds
from tests.db.stations import CHEAP

ROOT = Path(__file__).parents[2]
PASSWORD = "Kai-2026-Men"


class Program:
    """One computer: a station folder, a person, and where the centre is."""

    def __init__(self, folder, centre, person, port=None):
        self.folder = folder
        self.centre = centre
        self.person = person
        self.port = port or centre.database.port
        # As ``init`` does, but with a cheap key: each command and each desk derives it again.
        remembered = Remembered(NoKeyring())
        around = Surroundings(SystemClock(), TimeOrderedIds(), lambda: remembered, CHEAP)
        Station(folder, around).create(PASSWORD)

    def __call__(self, *words, status=0):
        """Run a command as a process of its own; return what it printed as JSON."""
        ran = subprocess.run(
            self._words(*words, "--json"),
            cwd=ROOT,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert ran.returncode == status, ran.stderr.decode()
        return json.loads(ran.stdout) if ran.stdout else None

    def start(self, *words):
        """Start a command that goes on until somebody ends it."""
        return subprocess.Popen(
            self._words(*words),
            cwd=ROOT,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def connect(self):
        """Connect with the centre."""
        return self(
            "connect",
            *("--host", self.centre.database.host, "--port", self.port),
            *("--database", self.centre.database.name, "--login", self.person.login),
            *("--certificate", self.centre.database.ca),
        )

    @contextmanager
    def desk(self):
        """Open the desk, as the window does."""
        desk = LocalStations().open(self.folder, PASSWORD)
        try:
            yield desk
        finally:
            desk.close()

    def _words(self, *words):
        return [
            *(sys.executable, "-m", "mediation_app"),
            *map(str, words),
            *("--data-dir", str(self.folder)),
        ]

    def _environment(self):
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder.parent),
            "LANG": "C.UTF-8",
            "MEDIATION_PASSWORD": PASSWORD,
            "MEDIATION_CENTRAL_PASSWORD": self.person.password,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        } | {name: value for name, value in os.environ.items() if name.startswith("COV_")}
