"""A disk that refuses something while a station is made: it says so, and nothing half stays."""

import pytest

from mediation_app.errors import StorageError
from tests.db.stations import PASSWORD, a_station
from tests.soak.watched import watched, why_none

REASON = why_none()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON or "SQLite's files can be watched")


class Refusal:
    """Refuses the n-th sync."""

    def __init__(self, place):
        self.left = place

    def __call__(self, kind):
        self.left -= kind == "sync"
        return kind == "sync" and self.left == 0


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "station"
    folder.mkdir()
    return folder


def made(folder, refusal):
    """Make a station on a disk that refuses; return what one is told, empty for nothing."""
    with watched(folder) as watch:
        watch.fails = refusal
        try:
            a_station(folder.parent).create(PASSWORD)
        except StorageError as error:
            return str(error)
    return ""


def syncs(folder):
    """Return how many syncs there are."""
    refusal = Refusal(0)
    made(folder, refusal)
    for each in folder.iterdir():
        each.unlink()
    return -refusal.left


@pytest.mark.parametrize("from_behind", range(6))
def test_a_refused_sync_is_told_and_a_whole_station_can_be_made_then(folder, from_behind):
    assert made(folder, Refusal(syncs(folder) - from_behind))

    station = a_station(folder.parent)
    assert not station.exists
    assert station.create(PASSWORD)
    station.open(PASSWORD).dispose()


def test_a_file_does_not_go_on_without_its_log(folder):
    # The third sync is that of the file itself, whose failure SQLite answers with "delete".
    assert "读写数据库文件时出错" in made(folder, Refusal(3))
    assert not a_station(folder.parent).exists
