"""A database of the first version: three cases, an issued document, a save from a stale screen."""

import shutil
from pathlib import Path

import pytest

from db.demo_key import read_demo_key
from db.engine import open_engine
from db.schema import LATEST, version_of
from db.station import Station
from db.sync.replica import SqlReplica
from mediation_app.domain.conflicts import ConflictKind
from tests.agendas import LIMITS
from tests.db.small_centre import STATION, SmallCentre, synced
from tests.db.stations import an_open_station, surroundings
from tests.fakes.environment import CountedIds

FIXTURE = Path(__file__).parents[1] / "data" / "version_1"
NUMBERS = ["（2026）云临金人调字第1号", "（2026）云临金人调字第3号", "（2026）云临金人调字第4号"]


@pytest.fixture
def folder(tmp_path):
    for file in ("station.db", "demo.key"):
        shutil.copy(FIXTURE / file, tmp_path / file)
    return tmp_path


@pytest.fixture
def database(folder):
    database = Station(folder, surroundings(ids=CountedIds(7))).open()
    yield database
    database.dispose()


def line(database, number):
    return next(each for each in database.queries().case_lines() if each.number == number)


def stale(database):
    """Return the case that was saved from a stale screen."""
    (conflict,) = database.queries().conflicts()
    return conflict.case_id


def test_it_is_copied_brought_up_to_date_and_sound(database, folder):
    assert version_of(database.engine) == LATEST
    found = database.queries().verify()
    assert (found.is_ok, found.record_count) == (True, 9)
    (copy,) = folder.glob("station.v1.*.db")
    engine = open_engine(copy, read_demo_key(folder / "demo.key"))
    assert version_of(engine) == 1
    engine.dispose()


def test_its_cases_are_found_opened_and_edited(database):
    queries = database.queries()
    assert sorted(each.number for each in queries.case_lines()) == NUMBERS
    assert [each.number for each in queries.case_lines("顾喆安")] == [NUMBERS[0]]
    with database.units_of_work("甲")() as work:
        case = work.cases.find("第4号")
        assert case.facts
        assert work.cases.last_serial(2026, "云临金人调字") == 4
        work.cases.delete(case.id, "试")
        work.commit()
    assert queries.count() == 2
    assert queries.verify().is_ok


def test_what_a_stale_screen_wrote_is_a_conflict_now_and_nothing_is_lost(database):
    (conflict,) = database.queries().conflicts()
    assert (conflict.path, conflict.kind) == ("facts", ConflictKind.VALUES)
    assert [side.value for side in conflict.sides] == ["第二稿", "旧屏幕上的第三稿"]
    with database.units_of_work("甲")() as work:
        case = work.cases.get(conflict.case_id)
        assert (case.facts, case.issues) == ("第二稿", "争议")
        assert len(case.parties) == 1
        assert work.cases.resolve(conflict, "旧屏幕上的第三稿", "").facts == "旧屏幕上的第三稿"
        work.commit()
    assert database.queries().conflicts() == ()


def test_its_document_is_there_with_the_same_bytes(database):
    queries = database.queries()
    issued = [each for one in queries.case_lines() for each in queries.issued(one.id)]
    with database.units_of_work("甲")() as work:
        document = work.documents.get(issued[0].id)
    assert document.pdf.startswith(b"%PDF-")
    assert len(document.pdf) == 77133
    assert document.content_digest == issued[0].content_digest


def test_its_past_reaches_other_machines_with_the_document(database, tmp_path):
    centre = SmallCentre()
    synced(SqlReplica(database), centre)
    synced(SqlReplica(database), centre)
    other = an_open_station(tmp_path / "other", ids=CountedIds(8))
    synced(SqlReplica(other), centre)
    queries, there = database.queries(), other.queries()
    assert sorted(each.number for each in there.case_lines()) == NUMBERS
    assert [each.sides[1].value for each in there.conflicts()] == ["旧屏幕上的第三稿"]
    for one in queries.case_lines():
        assert there.issued(one.id) == queries.issued(one.id)
    assert sum(len(there.issued(one.id)) for one in there.case_lines()) == 1
    assert len(SqlReplica(database).blobs_to_send()) == 2
    assert there.verify().is_ok
    assert queries.verify().is_ok
    assert centre.feeds[STATION]
    other.dispose()


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(folder):
    key = read_demo_key(folder / "demo.key")
    engine = open_engine(folder / "station.db", key)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE cursor (x)")
        connection.commit()
    engine.dispose()
    station = Station(folder, surroundings())
    with pytest.raises(Exception, match="cursor already exists"):
        station.open()
    engine = open_engine(folder / "station.db", key)
    assert version_of(engine) == 1
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM record").scalar() == 4
        columns = connection.exec_driver_sql("PRAGMA table_info(record)").all()
    assert "placed_doc" not in {row.name for row in columns}
    engine.dispose()


def test_what_is_due_in_its_cases_is_still_to_be_worked_out(database):
    queries, units = database.queries(), database.units_of_work("甲")
    assert queries.unarranged(LIMITS) == len(NUMBERS)
    with units() as work:
        assert work.agenda.arrange(LIMITS, 100) == 0
        work.commit()
    assert queries.unarranged(LIMITS) == 0
