from contextlib import closing

import psycopg
import pytest

from db.central.logins import create_login
from tests.central.machines import an_id
from tests.postgres import PASSWORD

PUBLISHED = {
    "answer_refused",
    "answer_status",
    "ask_status",
    "bell",
    "blob_of",
    "chunk_of",
    "chunks_of",
    "heads",
    "hello",
    "here",
    "history",
    "lease_numbers",
    "missing_chunks",
    "own_cases",
    "probe",
    "publish_status",
    "pull",
    "push",
    "put_chunk",
    "refused_edits",
    "rescue",
    "return_numbers",
    "snapshots",
    "status_salt",
}
RELATIONS = "SELECT relname FROM pg_class WHERE relnamespace = 'sync'::regnamespace"


@pytest.fixture
def raw(machines, mediator):
    """Return a connection of a person, as a raw psql would have it."""
    person = mediator.person
    mediator.new_record()
    dsn = machines.database.dsn(person.login, person.password)
    with closing(psycopg.connect(dsn, autocommit=True)) as connection:
        yield connection


def test_a_client_may_call_what_the_protocol_needs_and_nothing_else(machines, mediator):
    rows = machines.admin(
        "SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'sync'::regnamespace"
        " AND has_function_privilege(%s, oid, 'EXECUTE')",
        mediator.person.login,
    )
    assert {name for (name,) in rows} == PUBLISHED


def test_a_client_has_no_right_on_any_relation(machines, mediator):
    rows = machines.admin(
        f"{RELATIONS} AND relkind IN ('r', 'v', 'm', 'S', 'p') AND (has_table_privilege("
        "%s, oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')"
        " OR has_any_column_privilege(%s, oid, 'SELECT, INSERT, UPDATE, REFERENCES'))",
        *(mediator.person.login, mediator.person.login),
    )
    assert rows == []


def test_every_table_has_row_level_security_and_a_policy_for_whoever_reads_it(machines):
    unguarded = machines.admin(f"{RELATIONS} AND relkind = 'r' AND NOT relrowsecurity")
    assert unguarded == [("alembic_version",)]
    assert (
        machines.admin(
            f"{RELATIONS} AND relkind = 'r' AND has_table_privilege('sync_reader', oid, 'SELECT')"
            " AND NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'sync'"
            " AND tablename = relname AND roles = '{sync_reader}')"
        )
        == []
    )


def test_no_published_function_belongs_to_the_owner_of_the_tables(machines):
    rows = machines.admin(
        "SELECT DISTINCT proowner::regrole::text FROM pg_proc"
        " WHERE pronamespace = 'sync'::regnamespace AND proname = ANY (%s)",
        sorted(PUBLISHED),
    )
    assert {owner for (owner,) in rows} == {"sync_reader", "sync_writer", "sync_ringer"}


def test_every_function_of_a_foreign_right_fixes_where_names_are_looked_up(machines):
    assert (
        machines.admin(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'sync'::regnamespace AND prosecdef"
            " AND NOT ('search_path=pg_catalog, pg_temp' = ANY (proconfig))"
        )
        == []
    )


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM sync.op",
        "SELECT count(*) FROM sync.record",
        "SELECT * FROM sync.placed_op",
        "SELECT * FROM sync.homes",
        "SELECT * FROM sync.told_status",
        "SELECT count(*) FROM sync.status_question",
        "SELECT sync.decoy(1, '')",
        "SELECT sync.my_orgs()",
        "SELECT sync.link_of(1, 'x', 1)",
        "SELECT sync.move_record('x', 1)",
        "SELECT sync.put_snapshot('x', 1, '', '')",
        "CREATE TEMP TABLE mine (x int)",
        "CREATE TABLE public.mine (x int)",
        "CREATE TABLE sync.mine (x int)",
        "CREATE SCHEMA mine",
        "DO $$ BEGIN END $$",
        "SELECT lo_create(0)",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_lock(1)",
        "SELECT * FROM pg_stat_activity",
        "SELECT * FROM pg_roles",
        "SELECT reltuples FROM pg_class",
        "SELECT * FROM pg_locks",
        "SELECT pg_database_size(current_database())",
        "SELECT pg_total_relation_size(16400)",
        "SELECT pg_current_xact_id()",
        "SELECT pg_sleep(0)",
        "COPY sync.op TO STDOUT",
        "SET ROLE sync_writer",
        "SET SESSION AUTHORIZATION postgres",
    ],
)
def test_a_stolen_login_cannot(raw, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw.execute(statement.encode())
    assert raw.execute("SELECT count(*) FROM sync.bell('{}')").fetchone() == (1,)


def test_what_a_client_sets_for_itself_changes_nobody(raw, stranger):
    for name in ("role", "session_authorization"):
        with pytest.raises(psycopg.Error):
            raw.execute(f"SELECT set_config('{name}', '{stranger.person.login}', false)".encode())
    raw.execute("SET row_security = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw.execute("SELECT * FROM sync.pull(%s, 0, 100)", [stranger.org_id])
    raw.execute("SET row_security = on")
    assert raw.execute("SELECT * FROM sync.pull(%s, 0, 9)", [stranger.org_id]).fetchall() == []


def test_the_bells_login_can_ring_and_nothing_else(machines, admin, mediator):
    key = mediator.hello().orgs[0].bell_key
    login = f"bell_{an_id()[:20]}"
    create_login(admin, login, PASSWORD, "sync_bell")
    dsn = machines.database.dsn(login, PASSWORD)
    with closing(psycopg.connect(dsn, autocommit=True, prepare_threshold=None)) as raw:
        mediator.new_record()
        assert raw.execute("SELECT fseqs FROM sync.bell(%s)", [[key]]).fetchone() == ([1],)
        for statement in (
            "SELECT * FROM sync.hello('x', 'x', '{}')",
            "SELECT * FROM sync.pull(1, 0, 1)",
            "SELECT bell_key FROM sync.org",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                raw.execute(statement.encode())
