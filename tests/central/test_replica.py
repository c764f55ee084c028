from contextlib import closing

import psycopg
import pytest
from psycopg import sql

from mediation_app.errors import CentralError
from tests.central.machines import an_id
from tests.postgres import CentralServer


@pytest.fixture(scope="module")
def standby(central: CentralServer):
    made = central.new_server("read-only")
    made.standby_of(central.server, "read_only")
    made.start()
    yield made
    made.stop(is_abrupt=True)


def caught_up(standby, fseq, org_id, database):
    """Wait on the standby itself until it has replayed what the test wrote."""
    statement = sql.SQL("SELECT fseq FROM sync.feed_head WHERE org_id = {}").format(org_id)
    with closing(psycopg.connect(standby.dsn(database), autocommit=True)) as connection:
        for _ in range(500):
            row = connection.execute(statement).fetchone()
            if row == (fseq,):
                return True
            connection.execute("SELECT pg_sleep(0.02)")
    return False


def test_a_replica_is_read_and_says_that_it_is_one(machines, mediator, standby):
    record = mediator.new_record()
    person, name = mediator.person, machines.database.name
    assert caught_up(standby, 1, mediator.org_id, name)
    dsn = psycopg.conninfo.make_conninfo(
        machines.database.dsn(person.login, person.password), port=standby.port
    )
    with closing(psycopg.connect(dsn, autocommit=True)) as connection:
        said = connection.execute(
            "SELECT is_replica FROM sync.hello(%s, '一号机', '{}')", [mediator.device_id]
        ).fetchone()
        assert said == (True,)
        pulled = connection.execute("SELECT * FROM sync.pull(%s, 0, 9)", [mediator.org_id])
        assert len(pulled.fetchall()) == 1
        here = connection.execute("SELECT * FROM sync.here(%s, %s)", [mediator.device_id, record])
        assert here.fetchall() == []
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute("SELECT * FROM sync.push(%s, '[]')", [mediator.device_id])


def test_a_round_is_not_made_with_a_replica(machines, mediator, standby):
    mediator.new_record()
    assert caught_up(standby, 1, mediator.org_id, machines.database.name)
    central = machines.central(mediator.person, port=standby.port)
    with pytest.raises(CentralError, match="备用库") as caught:
        central.hello(an_id(), "一号机", {})
    assert not caught.value.is_refusal
