"""How a stolen login could hold up those who shut it out, and others; what it learns before it has
said a password."""

from contextlib import closing

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from db.central.administration import PostgresAdministration
from tests.central.machines import an_id, an_op
from tests.central.thief import a_thief
from tests.patience import PATIENCE_S
from tests.postgres import PASSWORD

FORBIDDEN = "42501"
HELD = {
    "a record that is not committed": "",
    "a password that is not committed": "ALTER ROLE CURRENT_USER PASSWORD 'Bie-Ren-De-2026'",
    "a setting that is not committed": "ALTER ROLE CURRENT_USER SET work_mem = '4MB'",
}


@pytest.fixture
def administration(machines):
    """Return the administrator, who does not wait for ever."""
    dsn = make_conninfo(machines.database.admin_dsn, options=f"-c lock_timeout={PATIENCE_S}s")
    with closing(PostgresAdministration(dsn)) as made:
        yield made


def holding(thief, mediator, held):
    thief.rows("SET idle_in_transaction_session_timeout = 0")
    thief.rows("BEGIN")
    if HELD[held]:
        thief.rows(HELD[held])
    else:
        thief.push("m", an_op(an_id(), mediator.org_id))


def comes_in(machines, mediator, password):
    try:
        with a_thief(machines.database.dsn(mediator.person.login, password)):
            return True
    except psycopg.OperationalError:
        return False


@pytest.mark.parametrize("held", HELD)
def test_who_holds_a_transaction_open_is_shut_out_all_the_same(
    machines, administration, thief, mediator, held
):
    holding(thief, mediator, held)
    administration.disable_person(mediator.person.login)
    with pytest.raises(psycopg.OperationalError):
        thief.rows("SELECT 1")
    assert not comes_in(machines, mediator, PASSWORD)


@pytest.mark.parametrize("held", HELD)
def test_a_new_password_is_set_whatever_is_held_and_ends_what_the_old_one_began(
    machines, administration, thief, mediator, held
):
    holding(thief, mediator, held)
    administration.set_password(mediator.person.login, "Xin-Men-Jin-2026")
    with pytest.raises(psycopg.OperationalError):
        thief.rows("SELECT 1")
    assert not comes_in(machines, mediator, PASSWORD)
    assert comes_in(machines, mediator, "Xin-Men-Jin-2026")


def test_a_statement_that_is_only_prepared_keeps_no_administrator_waiting(machines, thief, town):
    thief.rows("BEGIN")
    for table in ("org", "person", "member", "server_key"):
        thief.rows(f"PREPARE {table} AS DELETE FROM sync.{table}")
    with machines.database.connect() as held, held.transaction():
        held.execute(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'".encode())
        for statement, *values in (
            ("SELECT sync.add_org(%s, 'branch', '新设网点', '')", town.station),
            ("SELECT sync.add_person(%s, '新来的', %s, 'clerk', true)", an_id(), town.station),
            ("SELECT sync.rotate_key(%s)", town.centre),
        ):
            held.execute(statement.encode(), values)
    assert thief.stopped_by("EXECUTE org") == FORBIDDEN
    thief.rows("ROLLBACK")
    locking = machines.admin(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'sync'::regnamespace"
        " AND prosrc ~ 'LOCK TABLE'"
    )
    assert locking == []


@pytest.mark.parametrize(
    "call",
    [
        "brin_summarize_new_values('sync.op_pkey')",
        "brin_summarize_range('sync.op_pkey', 0)",
        "brin_desummarize_range('sync.op_pkey', 0)",
        "gin_clean_pending_list('sync.op_pkey')",
    ],
)
def test_no_function_takes_the_lock_that_stops_autovacuum(thief, call):
    assert thief.stopped_by(f"SELECT {call}") == FORBIDDEN


def test_who_once_had_a_record_locks_nothing_by_giving_back_what_is_there(
    machines, thief, town, mediator, stranger
):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    machines.admin("SELECT sync.move_record(%s, %s)", record, town.other_station)
    with machines.database.connect() as holder, holder.transaction():
        holder.execute("SELECT FROM sync.record WHERE record_id = %s FOR UPDATE", (record,))
        holder.execute("SELECT FROM sync.feed_head FOR UPDATE")
        thief.rows(f"SET lock_timeout = '{PATIENCE_S}s'")
        answer = thief.rescue("m", placed)
        assert answer == [(placed.op.op_id, "known", 0, b"", placed.said, "")]
    thief.rows("BEGIN")
    assert thief.rescue("m", placed)[0][1] == "known"
    machines.admin("SELECT FROM sync.record WHERE record_id = %s FOR UPDATE NOWAIT", record)
    thief.rows("COMMIT")
    assert len(stranger.log(record)) == 1


def test_without_a_password_nobody_is_told_which_logins_there_are(machines, mediator):
    def refused(user, name):
        dsn = make_conninfo(
            machines.database.dsn(user, "not-the-password"),
            dbname=name,
            connect_timeout=PATIENCE_S,
        )
        with pytest.raises(psycopg.OperationalError) as caught:
            psycopg.connect(dsn)
        return str(caught.value).replace(user, "somebody")

    for name in ("postgres", "template1", machines.database.name, "no_such_database"):
        assert refused(mediator.person.login, name) == refused("nobody_has_this_name", name)
