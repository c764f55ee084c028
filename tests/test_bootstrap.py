"""The stations of this machine."""

from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.errors import StorageError, WrongPasswordError

PASSWORD = "海岳-2026-调解"


@pytest.fixture
def stations():
    return LocalStations(date(2026, 11, 23))


def test_a_new_station_opens_with_its_password_only(stations, tmp_path):
    folder = tmp_path / "站 一"
    assert not stations.exists(folder)
    stations.create(folder, PASSWORD)
    assert stations.exists(folder)
    assert stations.needs_password(folder)
    with pytest.raises(WrongPasswordError):
        stations.open(folder, "错误的密码")
    desk = stations.open(folder, PASSWORD)
    assert (desk.lookup.count(), desk.is_demo) == (0, False)
    desk.close()


def test_the_recovery_code_sets_a_new_password(stations, tmp_path):
    code = stations.create(tmp_path, PASSWORD)
    next_code = stations.recover(tmp_path, code, "新的密码-2026")
    assert next_code != code
    stations.open(tmp_path, "新的密码-2026").close()
    with pytest.raises(WrongPasswordError):
        stations.open(tmp_path, PASSWORD)


def test_a_second_station_in_one_folder_is_refused(stations, tmp_path):
    stations.create(tmp_path, PASSWORD)
    with pytest.raises(StorageError):
        stations.create(tmp_path, PASSWORD)
    with pytest.raises(StorageError, match="已有数据库"):
        stations.create_demo(tmp_path, 12)


@pytest.mark.parametrize("count", [0, 5, 12, 30])
def test_a_demo_has_the_cases_that_were_asked_for(stations, tmp_path, count):
    stations.create_demo(tmp_path, count)
    desk = stations.open(tmp_path, None)
    assert desk.is_demo
    assert desk.lookup.count() == count
    assert desk.verify().is_ok
    desk.close()


def test_an_interrupted_demo_leaves_no_station_and_is_begun_again(stations, tmp_path):
    making = tmp_path / ".making"
    making.mkdir()
    (making / "station.db").write_bytes(b"half")
    assert not stations.exists(tmp_path)
    stations.create_demo(tmp_path, 1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["demo.key", "station.db"]


def test_the_demo_never_lies_in_the_persons_own_station(stations):
    assert stations.demo_dir() != stations.default_dir()
    assert not stations.demo_dir().is_relative_to(stations.default_dir())
