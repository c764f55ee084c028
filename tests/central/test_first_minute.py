"""Calls in the first minute of a centre, before anybody has counted its tables."""

from contextlib import closing, contextmanager

import psycopg
import pytest
from psycopg import sql

from db.canonical import canonical
from db.central.administration import PostgresAdministration
from db.central.messages import sent_message
from tests.central.machines import Machines

MANY = 1200


@pytest.fixture
def fresh(central):
    """A centre of one's own: others may have been counted in the background."""
    database = central.new_database()
    with closing(PostgresAdministration(database.admin_dsn)) as administration:
        administration.initialise("云州总中心", "")
    with closing(database.connect()) as connection:
        machines = Machines(database, connection)
        yield machines
        machines.close()


@contextmanager
def rows_read(connection):
    """Count the operations that the centre looks at within a transaction."""
    count = (
        "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_all_tables"
        " WHERE relid = 'sync.op'::regclass"
    )
    with connection.transaction():
        before = connection.execute(count).fetchone()[0]
        yield lambda: connection.execute(count).fetchone()[0] - before


@contextmanager
def somebody(connection, login):
    connection.execute(sql.SQL("SET LOCAL SESSION AUTHORIZATION {}").format(sql.Identifier(login)))
    yield
    connection.execute("RESET SESSION AUTHORIZATION")


def test_a_page_of_one_long_record_looks_at_each_of_its_entries_once(fresh):
    machine = fresh.at(fresh.town.station)
    pull = "SELECT fseq FROM sync.pull(%s, 0, 500)", [machine.org_id]
    with psycopg.connect(fresh.database.admin_dsn) as connection:
        with connection.transaction(), somebody(connection, machine.person.login):
            # Planned now, when nothing is there, and kept as long as the line is open.
            connection.execute(*pull)
        record = machine.new_record()
        for _ in range(MANY // 100):
            machine.push(*(machine.op(record) for _ in range(100)))
        with rows_read(connection) as read:
            with somebody(connection, machine.person.login):
                page = connection.execute(*pull).fetchall()
            assert len(page) == 500
            assert read() <= 2 * len(page)


def test_one_more_edit_is_not_compared_with_all_that_its_machine_ever_sent(fresh):
    machine = fresh.at(fresh.town.station)
    record = machine.new_record()
    for _ in range(MANY // 100):
        machine.push(*(machine.op(record) for _ in range(100)))
    ops = canonical([sent_message(machine.op(record))])
    with (
        psycopg.connect(fresh.database.admin_dsn) as connection,
        rows_read(connection) as read,
    ):
        with somebody(connection, machine.person.login):
            connection.execute("SELECT * FROM sync.push(%s, %s)", [machine.device_id, ops])
        assert read() <= MANY / 10
