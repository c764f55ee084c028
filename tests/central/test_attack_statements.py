"""What a stolen login can say to PostgreSQL itself, and what stops it."""

import pytest

from db.central.logins import change_password
from tests.central.thief import a_thief
from tests.postgres import PASSWORD

FORBIDDEN = "42501"
TWIST = (
    "SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off;"
    " SET random_page_cost = 1e300; SET cpu_index_tuple_cost = 1e300; SET seq_page_cost = 0;"
    " SET cpu_tuple_cost = 0; SET cpu_operator_cost = 0; SET from_collapse_limit = 1;"
    " SET join_collapse_limit = 1; SET plan_cache_mode = force_custom_plan"
)

READING = [
    "TABLE sync.op",
    "SELECT body FROM sync.op LIMIT 0",
    "SELECT FROM sync.feed_head",
    "SELECT secret FROM (SELECT inner_pad AS secret FROM sync.server_key) AS k",
    "EXPLAIN ANALYZE SELECT * FROM sync.record",
    "SELECT * FROM sync.op FOR UPDATE",
    "DECLARE c CURSOR WITH HOLD FOR SELECT * FROM sync.op",
    "PREPARE p AS SELECT * FROM sync.op; EXECUTE p",
    "COPY sync.op TO STDOUT",
    "COPY (SELECT * FROM sync.op) TO STDOUT",
    "SELECT version_num FROM sync.alembic_version",
    "SELECT (sync.caller()).*",
    "SELECT sync.my_home()",
    "SELECT sync.link_of(1, 'x', 1)",
    "SELECT sync.mac_of(NULL, NULL, '')",
    "SELECT sync.newest_key(1)",
    "SELECT sync.greet('x', 'x')",
    "SELECT sync.official_text(2026, 'x', 1)",
]
COUNTING = [
    "SELECT reltuples FROM pg_class",
    "SELECT * FROM pg_stats",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_stat_activity",
    "SELECT * FROM pg_stat_user_tables",
    "SELECT * FROM pg_stat_database",
    "SELECT * FROM pg_statio_user_tables",
    "SELECT * FROM pg_locks",
    "SELECT * FROM pg_prepared_xacts",
    "SELECT * FROM pg_cursors",
    "SELECT * FROM pg_settings",
    "SELECT * FROM pg_roles",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_database",
    "SELECT pg_database_size(current_database())",
    "SELECT pg_total_relation_size(16400)",
    "SELECT pg_stat_get_live_tuples(16400)",
    "SELECT pg_stat_get_db_numbackends(1)",
    "SELECT age('3'::xid)",
    "SELECT mxid_age('3'::xid)",
    "SELECT pg_current_xact_id()",
    "SELECT txid_current()",
    "SELECT pg_current_snapshot()",
    "SELECT pg_export_snapshot()",
    "SELECT * FROM pg_control_checkpoint()",
    "SELECT pg_current_wal_lsn()",
    "SELECT pg_logical_emit_message(false, 'x', 'x')",
    "SELECT pg_blocking_pids(1)",
    "SELECT pg_notification_queue_usage()",
]
ACTING = [
    "INSERT INTO sync.member VALUES (1, 1, 1, 'leader', true)",
    "UPDATE sync.member SET can_write = true",
    "DELETE FROM sync.quarantine",
    "TRUNCATE sync.op",
    "ALTER TABLE sync.op DISABLE ROW LEVEL SECURITY",
    "DROP POLICY reader ON sync.op",
    "DROP TRIGGER stays ON sync.op",
    "CREATE TRIGGER mine AFTER INSERT ON sync.op EXECUTE FUNCTION sync.stays()",
    "CREATE RULE mine AS ON INSERT TO sync.op DO NOTHING",
    "CREATE VIEW public.mine AS SELECT 1",
    "CREATE TABLE public.mine (x int)",
    "CREATE TABLE sync.mine (x int)",
    "CREATE TEMP TABLE mine (x int)",
    "CREATE TEMP VIEW record AS SELECT 1",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION dblink",
    "CREATE ROLE mine LOGIN",
    "CREATE DATABASE mine",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    "CREATE SUBSCRIPTION mine CONNECTION '' PUBLICATION x",
    "DO $$ BEGIN END $$",
    "DO LANGUAGE plpgsql $$ BEGIN END $$",
    "GRANT sync_writer TO CURRENT_USER",
    "GRANT SELECT ON sync.op TO PUBLIC",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 1000",
    "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "ALTER ROLE sync_client SET row_security = off",
    "SET ROLE sync_writer",
    "SET ROLE sync_owner",
    "SET SESSION AUTHORIZATION postgres",
    "SET session_replication_role = replica",
    "SET log_statement = 'none'",
    "SET temp_file_limit = -1",
    "SELECT set_config('session_authorization', 'postgres', false)",
    "SELECT lo_create(0)",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1)",
    "SELECT pg_sleep(0)",
    "SELECT pg_sleep_for('0 s')",
    "SELECT pg_cancel_backend(1)",
    "SELECT pg_terminate_backend(1)",
    "SELECT pg_notify('x', 'x')",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_reload_conf()",
    "SELECT pg_switch_wal()",
    "SELECT query_to_xml('SELECT 1', true, true, '')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/mine'",
    "COPY sync.op FROM STDIN",
    "LOAD 'plpgsql'",
    "CHECKPOINT",
]


@pytest.mark.parametrize("statement", READING)
def test_nothing_is_read_but_by_the_published_functions(thief, statement):
    assert thief.stopped_by(statement) == FORBIDDEN


@pytest.mark.parametrize("statement", COUNTING)
def test_nothing_tells_who_else_there_is_or_how_much_they_write(thief, statement):
    assert thief.stopped_by(statement) == FORBIDDEN


@pytest.mark.parametrize("statement", ACTING)
def test_nothing_is_made_changed_locked_or_ended(thief, statement):
    assert thief.stopped_by(statement) == FORBIDDEN


def test_no_transaction_stays_behind_prepared(thief):
    assert thief.stopped_by("BEGIN; PREPARE TRANSACTION 'mine'") == "55000"


def test_nobody_locks_a_table(thief):
    assert thief.stopped_by("BEGIN; LOCK TABLE sync.feed_head") == FORBIDDEN


def test_the_catalogue_of_names_shows_no_relation_of_ours(thief):
    shown = "SELECT count(*) FROM information_schema.{} WHERE table_schema = 'sync'"
    for view in ("tables", "columns", "table_privileges", "views"):
        assert thief.rows(shown.format(view)) == [(0,)]


def test_what_a_session_sets_for_itself_opens_nothing(thief, stranger):
    stranger.new_record()
    for setting in (
        "search_path = sync, pg_temp",
        "row_security = off",
        f"application_name = '{stranger.person.login}'",
        f"sync.person = '{stranger.person.login}'",
        f"my.org_id = '{stranger.org_id}'",
        "client_min_messages = debug5",
        "debug_print_plan = on",
        "default_transaction_isolation = serializable",
    ):
        thief.rows(f"SET {setting}")
        found = thief.answer("SELECT * FROM sync.pull(%s, 0, 100)", stranger.org_id)
        assert found in {(), (FORBIDDEN, *found[1:])}
        thief.rows("RESET ALL")


def test_without_row_level_security_a_query_is_refused_and_not_answered(thief, mediator):
    mediator.new_record()
    thief.rows("SET row_security = off")
    assert thief.stopped_by("SELECT * FROM sync.pull(%s, 0, 1)", mediator.org_id) == FORBIDDEN


def test_a_cheap_function_over_what_is_returned_sees_no_other_rows(thief, mediator, stranger):
    mediator.new_record()
    stranger.new_record()
    org_ids = [mediator.org_id, stranger.org_id]
    seen = thief.rows(
        "SELECT count(*) FROM unnest(%s::int[]) AS o, sync.pull(o, 0, 100) AS p"
        " WHERE length(p.body) > 0 OR 1 / length(p.body) > 0",
        org_ids,
    )
    assert seen == [(1,)]


def test_how_a_session_plans_changes_nothing_that_explain_could_tell(thief, mediator, stranger):
    record = mediator.new_record()
    stranger_record = stranger.new_record()
    for _ in range(3):
        stranger.push(*(stranger.op(stranger_record) for _ in range(100)))
    questions = [
        ("SELECT * FROM sync.pull(%s, 0, 100)", mediator.org_id),
        ("SELECT * FROM sync.heads(%s, '', 100)", mediator.org_id),
        ("SELECT * FROM sync.snapshots(%s, '', 100)", mediator.org_id),
        ("SELECT * FROM sync.history(%s, 0, 100)", record),
        ("SELECT sync.probe(%s, '{1}', '{x}')", record),
        ("SELECT * FROM sync.hello('one', 'one', json_build_object(%s, 0))", mediator.org_id),
        ("SELECT * FROM sync.bell(%s)", [mediator.hello().orgs[0].bell_key]),
        ("SELECT * FROM sync.here('one', %s)", record),
    ]
    before = [thief.pages(*question) for question in questions]
    thief.rows(TWIST)
    thief.rows("DISCARD PLANS")
    after = [thief.pages(*question) for question in questions]
    assert max(now - then for then, now in zip(before, after, strict=True)) <= 5


def test_no_database_but_ours_lets_a_client_in(machines, mediator):
    person = mediator.person
    for name in ("postgres", "template1"):
        dsn = machines.database.dsn(person.login, PASSWORD).replace(
            f"dbname={machines.database.name}", f"dbname={name}"
        )
        with pytest.raises(Exception, match="rejects connection"), a_thief(dsn):
            pytest.fail("a client came in")


def test_a_client_cannot_stream_the_log_of_the_server(machines, mediator):
    dsn = machines.database.dsn(mediator.person.login, PASSWORD)
    for kind in ("database", "true"):
        with pytest.raises(Exception, match="WAL sender"), a_thief(f"{dsn} replication={kind}"):
            pytest.fail("a client came in")


def test_what_a_thief_set_for_his_role_is_undone_with_a_new_password(machines, admin, mediator):
    login, new = mediator.person.login, "Xin-Men-Jin-2026"
    here = machines.database.name
    with a_thief(machines.database.dsn(login, PASSWORD)) as stolen:
        stolen.rows("ALTER ROLE CURRENT_USER SET default_transaction_read_only = on")
        stolen.rows(f"ALTER ROLE CURRENT_USER IN DATABASE {here} SET statement_timeout = 0")
    change_password(admin, login, new)
    with a_thief(machines.database.dsn(login, new)) as owner:
        assert owner.rows("SHOW default_transaction_read_only") == [("off",)]
        assert owner.rows("SHOW statement_timeout") == [("30s",)]
