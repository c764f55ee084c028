import pytest

import db.migrations
from db import tables
from db.engine import create_file, open_engine
from db.key_slots import new_key
from db.keys import read_key_ring
from db.schema import LATEST, MIGRATIONS, NEW_FILE, bring_up_to_date, version_of
from mediation_app.errors import StorageError
from tests.db.new_file import migrated, statements
from tests.db.stations import PASSWORD, a_station


@pytest.fixture
def engine(tmp_path):
    """Return an empty encrypted file."""
    key = new_key()
    create_file(tmp_path / "empty.db", key)
    engine = open_engine(tmp_path / "empty.db", key, busy_timeout_ms=50)
    yield engine
    engine.dispose()


def no_backup(version):
    raise AssertionError(f"a backup of {version} was not expected")


def test_an_empty_file_gets_the_present_shape(engine):
    assert version_of(engine) == 0
    bring_up_to_date(engine, no_backup)
    assert version_of(engine) == LATEST


def test_an_empty_file_is_laid_out_as_the_migrations_would_leave_it(engine, tmp_path):
    bring_up_to_date(engine, no_backup)
    through_all = migrated(tmp_path)
    assert NEW_FILE.read_text(encoding="utf-8") == statements(through_all), (
        "run: python -m tests.db.new_file"
    )
    assert statements(engine) == statements(through_all)
    # Whatever migrations write of themselves would have to be in the new file as well.
    assert _rows(engine) == _rows(through_all)
    through_all.dispose()


def _rows(engine):
    with engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).scalars()
        return {
            name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            for name in names.all()
        }


def test_a_file_that_cannot_be_laid_out_stays_empty(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE form_draft (other)")
        connection.commit()
    with pytest.raises(Exception, match="already exists"):
        bring_up_to_date(engine, no_backup)
    assert version_of(engine) == 0
    with engine.connect() as connection:
        left = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert left == ["form_draft"]


def test_a_file_of_the_present_shape_is_left_alone(engine):
    bring_up_to_date(engine, no_backup)
    bring_up_to_date(engine, no_backup)
    assert version_of(engine) == LATEST


def test_the_tables_of_the_program_are_those_of_the_migrations(engine):
    bring_up_to_date(engine, no_backup)
    with engine.connect() as connection:
        for table in tables.METADATA.sorted_tables:
            rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})")
            there = {row.name for row in rows} | (
                {"rowid"} if table.name == "case_search" else set()
            )
            assert there == {column.name for column in table.columns}


def test_each_migration_leaves_the_number_in_its_name():
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("*.py"))
    assert [int(name[:4]) for name in names] == list(range(1, LATEST + 1))
    for number, name in enumerate(names, start=1):
        text = (MIGRATIONS / "versions" / name).read_text(encoding="utf-8")
        assert f"PRAGMA user_version = {number}" in text
        assert f'revision = "{name.removesuffix(".py")}"' in text


def test_the_migrations_are_found_from_the_package():
    assert MIGRATIONS.samefile(next(iter(db.migrations.__path__)))


def test_a_file_of_a_newer_version_is_refused_and_not_touched(engine):
    bring_up_to_date(engine, no_backup)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {LATEST + 1}")
        connection.commit()
    with pytest.raises(StorageError, match=r"更新版本.*请先升级程序"):
        bring_up_to_date(engine, no_backup)
    assert version_of(engine) == LATEST + 1


def test_an_older_file_is_copied_before_it_is_changed(tmp_path):
    """The copy is made by the real backup; the migration then fails, and changes nothing."""
    station = a_station(tmp_path)
    station.create(PASSWORD)
    key = read_key_ring(station._keys).unlock(PASSWORD)
    engine = open_engine(station._database, key)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version = -1")
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.commit()
    engine.dispose()
    with pytest.raises(Exception, match="already exists"):
        station.open(PASSWORD)
    (copy,) = (tmp_path / "station").glob("station.v-1.*.db")
    engine = open_engine(copy, key)
    assert version_of(engine) == -1
    engine.dispose()
    engine = open_engine(station._database, key)
    assert version_of(engine) == -1
    engine.dispose()
