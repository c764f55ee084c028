from dataclasses import replace

import pytest

from db.station import Station
from mediation_app.errors import InvalidValueError, StorageError, WrongPasswordError
from tests.builders import a_case
from tests.db.memory_keyring import MemoryKeyring
from tests.db.stations import PASSWORD, a_station, surroundings
from tests.db.stored_cases import added


def opened(station, *credentials):
    """Open, read, close; return the cases."""
    database = station.open(*credentials)
    try:
        return database.queries().count()
    finally:
        database.dispose()


@pytest.fixture
def station(tmp_path):
    station = a_station(tmp_path, backend=MemoryKeyring())
    station.create(PASSWORD)
    return station


def test_a_folder_is_empty_until_a_station_is_made(tmp_path):
    station = a_station(tmp_path)
    assert not station.exists
    with pytest.raises(StorageError, match="没有数据库"):
        station.open(PASSWORD)
    station.create(PASSWORD)
    assert station.exists
    assert not station.is_demo
    assert station.needs_password
    names = {path.name for path in (tmp_path / "station").iterdir()}
    assert names == {"station.db", "keys.json"}


def test_a_station_is_made_once(station):
    for create in (station.create_demo, lambda: station.create("别的密码")):
        with pytest.raises(StorageError, match="已有数据库"):
            create()
    assert opened(station, PASSWORD) == 0


def test_the_password_opens_it_and_another_does_not(station):
    assert opened(station, PASSWORD) == 0
    for wrong in ("别的", ""):
        with pytest.raises(WrongPasswordError):
            station.open(wrong)
    with pytest.raises(StorageError, match="请输入密码"):
        station.open()


def test_what_was_left_of_a_set_up_that_was_cut_off_is_no_station(tmp_path):
    folder = tmp_path / "station"
    folder.mkdir()
    (folder / "station.unfinished").write_bytes(b"half")
    (folder / "keys.json").write_text("{}")
    station = a_station(tmp_path)
    assert not station.exists
    station.create(PASSWORD)
    assert opened(station, PASSWORD) == 0


def test_keys_of_a_database_that_went_astray_are_kept(station, tmp_path):
    folder = tmp_path / "station"
    (folder / "station.db").rename(tmp_path / "astray.db")
    station.create("另一个密码")
    (old_keys,) = folder.glob("keys.*.json")
    found = tmp_path / "found"
    found.mkdir()
    old_keys.rename(found / "keys.json")
    (tmp_path / "astray.db").rename(found / "station.db")
    assert opened(Station(found, surroundings()), PASSWORD) == 0
    assert opened(station, "另一个密码") == 0


def test_keys_of_another_database_are_told(station, tmp_path):
    other = Station(tmp_path / "other", surroundings())
    other.create(PASSWORD)
    keys = (tmp_path / "other" / "keys.json").read_bytes()
    (tmp_path / "station" / "keys.json").write_bytes(keys)
    with pytest.raises(StorageError, match="密钥文件属于另一个数据库"):
        station.open(PASSWORD)


@pytest.mark.parametrize("name", ["数据 50% #1?", "a'b\"c", "%41 &x=1", "汉".ljust(60, "字")])
def test_a_folder_may_have_any_name(tmp_path, name):
    station = Station(tmp_path / name, surroundings())
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    added(database.units_of_work("甲"), a_case())
    database.back_up(tmp_path / name / "copy.db")
    database.dispose()
    assert opened(station, PASSWORD) == 1


def test_a_set_up_without_a_password_makes_nothing(tmp_path):
    station = a_station(tmp_path)
    with pytest.raises(InvalidValueError):
        station.create("")
    assert not station.exists


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    station = Station(tmp_path / "file" / "station", surroundings())
    with pytest.raises(StorageError, match="无法写入"):
        station.create(PASSWORD)


def test_the_recovery_code_sets_a_new_password(tmp_path):
    station = a_station(tmp_path)
    code = station.create(PASSWORD)
    new_code = station.recover(code, "新密码-123")
    assert opened(station, "新密码-123") == 0
    with pytest.raises(WrongPasswordError):
        station.open(PASSWORD)
    with pytest.raises(WrongPasswordError):
        station.recover(code, "x")
    station.recover(new_code, "再一个密码")
    assert opened(station, "再一个密码") == 0


def test_a_password_is_changed_and_others_get_their_own(station):
    station.set_password(PASSWORD, "站长", "换过的密码")
    station.set_password("换过的密码", "文员", "文员的密码")
    assert opened(station, "换过的密码", "站长") == 0
    assert opened(station, "文员的密码", "文员") == 0
    with pytest.raises(WrongPasswordError):
        station.open("文员的密码", "站长")
    with pytest.raises(WrongPasswordError):
        station.set_password(PASSWORD, "站长", "x")


def test_a_computer_remembers_until_it_is_told_to_forget(station):
    assert station.remember(PASSWORD)
    assert not station.needs_password
    assert opened(station) == 0
    station.forget()
    assert station.needs_password
    with pytest.raises(StorageError, match="请输入密码"):
        station.open()


def test_a_computer_without_a_keyring_says_that_it_cannot_remember(tmp_path):
    station = a_station(tmp_path)
    station.create(PASSWORD)
    assert not station.remember(PASSWORD)
    assert station.needs_password


def test_only_the_right_password_is_remembered(station):
    with pytest.raises(WrongPasswordError):
        station.remember("别的")
    assert station.needs_password


def test_a_device_keeps_its_id(station):
    first = station.open(PASSWORD)
    second = station.open(PASSWORD)
    assert first.device_id == second.device_id != ""
    first.dispose()
    second.dispose()


def test_a_file_from_another_computer_gets_an_id_of_its_own(station):
    """Two computers under one id would each take the other's entries for their own."""
    station.remember(PASSWORD)
    elsewhere = station.open(PASSWORD)
    elsewhere.become_device("another")
    elsewhere.dispose()
    database = station.open()
    ours = database.device_id
    assert ours != "another"
    added(database.units_of_work("甲"), a_case())
    assert database.queries().history(a_case().id)[0].device_id == ours
    database.dispose()
    again = station.open()
    assert again.device_id == ours
    again.dispose()


def test_a_demo_opens_without_a_password_and_says_that_its_key_lies_open(tmp_path):
    station = a_station(tmp_path)
    station.create_demo()
    assert station.is_demo
    assert not station.needs_password
    assert opened(station) == opened(station, "anything") == 0
    note = (tmp_path / "station" / "demo.key").read_text(encoding="utf-8")
    assert "演示" in note
    assert "虚构" in note


@pytest.mark.parametrize("content", ["", "只有一句话", "x\nabcd\n", "x\nzz\n"])
def test_a_damaged_demo_key_is_told(tmp_path, content):
    station = a_station(tmp_path)
    station.create_demo()
    (tmp_path / "station" / "demo.key").write_text(content, encoding="utf-8")
    with pytest.raises(StorageError, match="演示密钥文件"):
        station.open()


def test_what_is_no_database_is_told(station, tmp_path):
    (tmp_path / "station" / "station.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    with pytest.raises(StorageError, match="已损坏"):
        station.open(PASSWORD)


def test_many_cases_are_added_at_once_with_their_journal(station):
    database = station.open(PASSWORD)
    cases = [replace(a_case(), id=f"c{n}", number=f"（2026）调字第{n}号") for n in range(1203)]
    changes = database.bulk_add(iter(cases), "导入", "demo")
    queries = database.queries()
    assert len(changes.case_ids) == queries.count() == 1203
    assert queries.history("c7")[0].action == "demo"
    assert queries.history("c7")[0].author == "导入"
    assert [line.id for line in queries.case_lines("第1202号")] == ["c1202"]
    verified = queries.verify()
    assert (verified.is_ok, verified.record_count) == (True, 1203)
    assert database.bulk_add([], "导入").case_ids == frozenset()
    database.dispose()


def test_a_backup_is_a_complete_station_under_the_same_key(station, tmp_path):
    database = station.open(PASSWORD)
    added(database.units_of_work("甲"), a_case())
    copy = tmp_path / "copy"
    copy.mkdir()
    database.back_up(copy / "station.db")
    with pytest.raises(StorageError):
        database.back_up(tmp_path / "nowhere" / "x.db")
    database.dispose()
    (copy / "keys.json").write_bytes((tmp_path / "station" / "keys.json").read_bytes())
    restored = Station(copy, surroundings()).open(PASSWORD)
    with restored.units_of_work("甲")() as work:
        assert work.cases.get(a_case().id) == a_case()
    assert restored.queries().verify().is_ok
    restored.dispose()


def test_a_backup_that_is_put_back_writes_with_a_log_as_a_station_does(station, tmp_path):
    database = station.open(PASSWORD)
    database.back_up(tmp_path / "copy.db")
    database.dispose()
    (tmp_path / "copy.db").replace(tmp_path / "station" / "station.db")

    database = station.open(PASSWORD)
    with database.engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    database.dispose()
    assert mode == "wal"


def test_a_backup_that_cannot_be_made_leaves_nothing_behind(station, tmp_path):
    database = station.open(PASSWORD)
    with pytest.raises(StorageError, match="无法打开"):
        database.back_up(tmp_path / "none" / "copy.db")
    (tmp_path / "copy.db").mkdir()
    with pytest.raises(StorageError, match="无法写入"):
        database.back_up(tmp_path / "copy.db")
    database.dispose()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []
