"""A real desk over a real encrypted database, on a day of our own."""

from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations

TODAY = date(2026, 11, 23)


@pytest.fixture
def stations():
    return LocalStations(TODAY)


@pytest.fixture
def desk(stations, tmp_path):
    """A desk that is quite empty."""
    stations.create_demo(tmp_path / "station", 0)
    desk = stations.open(tmp_path / "station", None)
    yield desk
    desk.close()


@pytest.fixture
def sample_desk(stations, tmp_path):
    """A desk with the twelve invented disputes."""
    stations.create_demo(tmp_path / "samples", 12)
    desk = stations.open(tmp_path / "samples", None)
    yield desk
    desk.close()
