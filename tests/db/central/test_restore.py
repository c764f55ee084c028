"""The centre put back to a moment from a base backup and archived WAL, as the guide has it."""

import os
from contextlib import closing
from dataclasses import replace

import psycopg
import pytest

from db.central.client import PostgresCentral
from mediation_app.system import SystemClock
from tests.central.machines import Machines, a_wish
from tests.cli.desk_hand import Hand
from tests.postgres import CARELESS, TestDatabase

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the archive is filled by cp")
MOMENT = "before_the_accident"


@pytest.fixture
def archive(central):
    folder = central.folder / "archive"
    folder.mkdir()
    central.installation.give(folder)
    return folder


@pytest.fixture
def primary(central, archive):
    server = central.new_server("archived")
    command = f"cp %p {archive}/%f"
    server.create(
        SystemClock().now(), CARELESS | {"archive_mode": "on", "archive_command": command}
    )
    server.start()
    yield server
    if server.pid is not None:
        server.stop(is_abrupt=True)


@pytest.fixture
def backup(central):
    server = central.new_server("restored")
    yield server
    if server.exists and server.pid is not None:
        server.stop(is_abrupt=True)


def sql(server, statement, database="postgres"):
    with closing(psycopg.connect(server.dsn(database), autocommit=True)) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None


def archive_all(server):
    """Return when everything that was committed lies in the archive."""
    newest = sql(server, "SELECT pg_walfile_name(pg_switch_wal())")
    told = "SELECT last_archived_wal FROM pg_stat_archiver, pg_sleep(0.05)"
    while (sql(server, told) or "") < newest:
        pass


def put_back(server, archive, moment):
    """Turn a base backup into the server as it was at a moment."""
    data = server.files.data
    (data / "standby.signal").unlink()
    (data / "recovery.signal").touch()
    with (data / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            f"restore_command = 'cp {archive}/%f %p'\narchive_mode = 'off'\n"
            f"recovery_target_name = '{moment}'\nrecovery_target_action = 'promote'\n"
        )
    server.start()
    while sql(server, "SELECT pg_is_in_recovery() FROM pg_sleep(0.05)"):
        pass


@pytest.fixture
def office(primary):
    """The hand of the administrator of a new centre."""
    sql(primary, "CREATE DATABASE mediation TEMPLATE template0")
    hand = Hand(environment={"MEDIATION_CENTRAL_DSN": primary.dsn("mediation")})
    assert hand("central", "init", "--name", "第一中心").status == 0
    return hand


def again(machine, server):
    """Return the same machine at the server that took the place of the first."""
    address = TestDatabase(server, "mediation").address(machine.person.login)
    central = PostgresCentral(address, machine.person.password)
    return replace(machine, central=central)


@pytest.mark.usefixtures("office")
def test_what_was_lost_comes_back_to_its_place_and_no_number_is_given_twice(
    primary, backup, archive
):
    database = TestDatabase(primary, "mediation")
    with (
        closing(database.connect()) as connection,
        closing(Machines(database, connection)) as town,
    ):
        machine = town.at(town.town.station)
        kept = machine.new_record(number=a_wish())
        backup.standby_of(primary, "restored")
        later = machine.new_record(number=a_wish())
        sql(primary, f"SELECT pg_create_restore_point('{MOMENT}')")
        lost = machine.new_record(number=a_wish())
        before = {record: machine.log(record) for record in (kept, later, lost)}
        epoch = machine.hello().epoch
        archive_all(primary)
    primary.stop(is_abrupt=True)
    put_back(backup, archive, MOMENT)

    office = Hand(environment={"MEDIATION_CENTRAL_DSN": backup.dsn("mediation")})
    assert office("central", "recovery", "begin").status == 0
    machine = again(machine, backup)
    with closing(machine.central):
        hello = machine.hello()
        assert (hello.is_recovering, hello.epoch > epoch) == (True, True)
        assert [machine.log(each) for each in before] == [before[kept], before[later], ()]
        (verdict,) = machine.central.rescue(machine.device_id, before[lost])
        assert (verdict.judgement.value, verdict.seq) == ("placed", 1)
        assert machine.log(lost) == before[lost]
        assert "第3号" in machine.log(lost)[0].said
        assert office("central", "recovery", "end").status == 0
        fresh = machine.new_record(number=a_wish())
        assert "第4号" in machine.log(fresh)[0].said
