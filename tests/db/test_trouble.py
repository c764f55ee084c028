"""What goes wrong with a file ends in one Chinese sentence, and nothing half done stays."""

import os
import random
import subprocess
from threading import Event, Thread

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from db.engine import create_file
from db.station import Station
from db.trouble import told_trouble
from mediation_app.errors import InvalidValueError, StorageError
from tests.builders import a_case
from tests.db.stations import PASSWORD, a_station, surroundings
from tests.db.stored_cases import added, numbered
from tests.fakes.environment import CountedIds


@pytest.fixture
def database(tmp_path):
    station = a_station(tmp_path)
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    yield database
    database.dispose()


def test_a_second_writer_waits_and_is_told_when_it_takes_too_long(database, tmp_path):
    units = database.units_of_work("甲")
    other = a_station(tmp_path, ids=CountedIds(2)).open(PASSWORD)
    others = other.units_of_work("乙")
    with units() as work:
        work.cases.add(numbered(1), "begin")
        with pytest.raises(StorageError, match="正被另一个程序占用"), others():
            pass
        work.commit()
    added(others, numbered(2))
    other.dispose()
    assert database.queries().count() == 2


def test_a_second_writer_gets_its_turn(tmp_path):
    station = a_station(tmp_path, busy_timeout_ms=10_000)
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    units = database.units_of_work("甲")
    waits = Event()

    def write_later():
        waits.set()
        added(units, numbered(2))

    second = Thread(target=write_later)
    with units() as work:
        second.start()
        waits.wait()
        work.cases.add(numbered(1), "begin")
        work.commit()
    second.join()
    assert database.queries().count() == 2
    assert database.queries().verify().is_ok
    database.dispose()


def test_reading_goes_on_while_somebody_writes(database):
    units = database.units_of_work("甲")
    added(units, numbered(1))
    with units() as work:
        work.cases.add(numbered(2), "begin")
        assert database.queries().count() == 1
        work.commit()
    assert database.queries().count() == 2


def a_long_text(length):
    """Return a text that no packing makes short, the same each time."""
    chance = random.Random(length)
    return "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(length))


def fill_up(database, page_count):
    """Let the file have so many pages and no more, as on a full disk."""
    with database._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {page_count}")


def test_a_full_disk_is_told_and_loses_nothing_that_was_stored(database):
    units = database.units_of_work("甲")
    added(units, numbered(1))
    with database._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    fill_up(database, pages)
    with pytest.raises(StorageError, match="磁盘已满"), units() as work:
        work.cases.save(numbered(1), numbered(1, facts=a_long_text(100_000)), "edit")
    # The connection was given up with its limit, as the cause is gone after a clean-up.
    added(units, numbered(2))
    with units() as work:
        assert work.cases.get(numbered(1).id) == numbered(1)
    assert database.queries().verify().is_ok


def test_a_file_that_cannot_be_made_is_told(tmp_path):
    with pytest.raises(StorageError, match="无法打开数据库文件"):
        create_file(tmp_path / "none" / "station.db", bytes(32))


def test_an_error_that_nobody_can_do_anything_about_stays_what_it_is():
    connection = dbapi2.connect(":memory:")
    with pytest.raises(dbapi2.OperationalError, match="no such table"), told_trouble():
        connection.execute("SELECT * FROM absent")
    connection.close()


def test_half_a_character_is_refused_with_its_place(database):
    units = database.units_of_work("甲")
    with units() as work:
        with pytest.raises(InvalidValueError, match=r"欠款.*残缺的字符"):
            work.cases.add(a_case(facts="欠款\ud83d元"), "begin")
        work.cases.add(a_case(facts="欠款😀元\0"), "begin")
        work.commit()
    with units() as work:
        assert work.cases.get(a_case().id).facts == "欠款😀元\0"


def test_a_file_that_went_away_is_told(tmp_path):
    station = a_station(tmp_path)
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    database.dispose()
    for path in (tmp_path / "station").iterdir():
        path.unlink()
    with pytest.raises(StorageError, match="无法打开"):
        database.queries().count()
    database.dispose()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting needs root")
def test_a_really_full_disk_is_told_and_loses_nothing(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=False
    )
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        _fill_and_go_on(Station(folder / "station", surroundings()))
    finally:
        subprocess.run(["umount", folder], check=True)


def _fill_and_go_on(station):
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    units = database.units_of_work("甲")
    stored = []
    ballast = station._dir / "ballast"
    ballast.write_bytes(b"x" * 300_000)

    def fill():
        for serial in range(1, 10_000):
            added(units, numbered(serial, facts=a_long_text(5_000)))
            stored.append(f"c{serial}")

    with pytest.raises(StorageError, match=r"磁盘已满|读写数据库文件时出错"):
        fill()
    assert stored
    ballast.unlink()
    added(units, numbered(0))
    lines = database.queries().case_lines(limit=10_000)
    assert {line.id for line in lines} == {*stored, "c0"}
    assert database.queries().verify().is_ok
    database.dispose()


def test_a_read_only_file_is_told(tmp_path):
    if os.name != "posix":
        pytest.skip("made with a POSIX mount")
    station = a_station(tmp_path)
    station.create(PASSWORD)
    station.open(PASSWORD).dispose()
    folder = tmp_path / "station"
    subprocess.run(["mount", "--bind", folder, folder], check=False, capture_output=True)
    changed = subprocess.run(
        ["mount", "-o", "remount,ro,bind", folder], check=False, capture_output=True
    )
    if changed.returncode:
        pytest.skip("a read-only mount cannot be made here")
    try:
        with pytest.raises(StorageError, match=r"只读|无法打开"):
            _open_and_save(station)
    finally:
        subprocess.run(["umount", folder], check=True)


def _open_and_save(station):
    database = station.open(PASSWORD)
    try:
        added(database.units_of_work("甲"), a_case())
    finally:
        database.dispose()
