"""Stations in temporary folders, cheap to open."""

from pathlib import Path

from keyring.backends.fail import Keyring as NoKeyring

from db.key_slots import Cost
from db.remembered import Remembered
from db.station import Station, Surroundings
from mediation_app.system import SystemClock, TimeOrderedIds
from tests.fakes.environment import CountedIds, SteppingClock

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "临江-2026-调解"


def surroundings(backend=None, ids=None, busy_timeout_ms=200):
    """Return a machine with a foreseeable clock; without a keyring unless one is given."""
    remembered = Remembered(backend or NoKeyring())
    return Surroundings(
        SteppingClock(), ids or CountedIds(), lambda: remembered, CHEAP, busy_timeout_ms
    )


def a_station(folder: Path, **around) -> Station:
    return Station(folder / "station", surroundings(**around))


def make_cheap(folder: Path, password: str) -> str:
    """Make a station like the program's own, but cheap to open; return its recovery code."""
    remembered = Remembered(NoKeyring())
    around = Surroundings(SystemClock(), TimeOrderedIds(), lambda: remembered, CHEAP)
    return Station(folder, around).create(password)


def an_open_station(folder: Path, **around):
    """Create a station and return its open database."""
    station = a_station(folder, **around)
    station.create(PASSWORD)
    return station.open(PASSWORD)
