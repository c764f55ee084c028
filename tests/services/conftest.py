"""A real desk over a real encrypted database, on a day of our own."""

import shutil
from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations

TODAY = date(2026, 11, 23)


@pytest.fixture
def stations():
    return LocalStations(TODAY)


@pytest.fixture(scope="session")
def new_station(tmp_path_factory):
    """The folder of an empty station, made once and copied for each test."""
    return _made(tmp_path_factory, 0)


@pytest.fixture(scope="session")
def sample_station(tmp_path_factory):
    return _made(tmp_path_factory, 12)


def _made(tmp_path_factory, case_count):
    folder = tmp_path_factory.mktemp("made") / "station"
    LocalStations(TODAY).create_demo(folder, case_count)
    return folder


@pytest.fixture
def desk(stations, new_station, tmp_path):
    """A desk that is quite empty."""
    shutil.copytree(new_station, tmp_path / "station")
    desk = stations.open(tmp_path / "station", None)
    yield desk
    desk.close()


@pytest.fixture
def sample_desk(stations, sample_station, tmp_path):
    """A desk with the twelve invented disputes."""
    shutil.copytree(sample_station, tmp_path / "samples")
    desk = stations.open(tmp_path / "samples", None)
    yield desk
    desk.close()
