"""Files of the second and the third shape, with edits that were not sent yet.

Each was written by the program of its time, beside a colleague whose newer program wrote what that
one did not know: who handles the case, what helps the customer, what the agreement leaves open.
"""

import hashlib
from dataclasses import replace

import pytest

from db.engine import open_engine
from db.keys import read_key_ring
from db.schema import LATEST, version_of
from db.sync.replica import SqlReplica
from mediation_app.errors import StorageError
from tests.agendas import LIMITS
from tests.db.former_stations import PASSWORD, a_former_station


@pytest.fixture(params=[2, 3])
def version(request):
    return request.param


@pytest.fixture
def station(tmp_path, version):
    return a_former_station(tmp_path, version)


@pytest.fixture
def database(station):
    database = station.open(PASSWORD)
    yield database
    database.dispose()


def shared_case(database):
    """Return the case that came from the colleague, as it is shown now."""
    line = next(each for each in database.queries().case_lines() if each.number.endswith("第1号"))
    with database.units_of_work("陆知远")() as work:
        return work.cases.get(line.id)


def edit(database, case, **facts):
    with database.units_of_work("陆知远")() as work:
        saved = work.cases.save(case, replace(case, **facts), "edit")
        work.commit()
    return saved


def test_a_former_file_is_copied_and_shows_also_what_its_program_did_not_know(
    database, station, version
):
    assert version_of(database.engine) == LATEST
    assert database.queries().verify().is_ok
    (copy,) = station._database.parent.glob(f"station.v{version}.*.db")
    engine = open_engine(copy, read_key_ring(station._keys).unlock(PASSWORD))
    assert version_of(engine) == version
    engine.dispose()
    case = shared_case(database)
    assert (case.handler, case.needs, case.left_open) == ("沈云舟", ("大字",), "尾款另议")
    assert (case.issues, case.recorder) == ("旧程序写的", "未送出的记录员")
    assert case.query_code


def test_the_first_edit_after_the_upgrade_is_no_conflict_and_what_waited_is_sent(database):
    """The former program noted what the case looked like to it, without what it did not know."""
    case = edit(database, shared_case(database), issues="升级后写的", handler="陆知远")
    assert (case.issues, case.handler) == ("升级后写的", "陆知远")
    assert database.queries().conflicts() == ()
    sent = SqlReplica(database).outbox()
    assert [each.action for each in sent] == ["edit", "begin", "register", "edit"]
    assert "未送出的记录员" in sent[0].body
    assert database.queries().verify().is_ok
    with database.units_of_work("陆知远")() as work:
        assert work.agenda.arrange(LIMITS, 100) == 0


def test_a_file_of_a_newer_program_is_told_of_and_not_one_byte_is_changed(station, version):
    key = read_key_ring(station._keys).unlock(PASSWORD)
    engine = open_engine(station._database, key)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {LATEST + version}")
        connection.exec_driver_sql("CREATE TABLE of_tomorrow (x)")
        connection.commit()
    engine.dispose()
    before = everything(station)
    with pytest.raises(StorageError, match=rf"结构 {LATEST + version}，.*请先升级程序"):
        station.open(PASSWORD)
    assert everything(station) == before


def everything(station):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in station._database.parent.iterdir()
    }
