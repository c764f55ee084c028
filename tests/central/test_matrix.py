"""Who may do what, read from the catalogue: what is added later without thought fails here."""

import pytest

GROUPS = ("sync_client", "sync_bell", "sync_snapshot")
CLIENT = {
    *("bell", "blob_of", "chunk_of", "chunks_of", "heads", "hello", "here", "history"),
    "lease_numbers",
    *("missing_chunks", "probe", "pull", "push", "put_chunk", "rescue", "return_numbers"),
    *("snapshots", "status_salt", "own_cases", "publish_status", "ask_status", "answer_status"),
    *("refused_edits", "answer_refused"),
}
MAY_CALL = {"sync_client": CLIENT, "sync_bell": {"bell"}, "sync_snapshot": {"put_snapshot"}}
VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
RING = {("org", "SELECT"), ("feed_head", "SELECT")}
"""By columns only: the key of a feed, and how far it goes."""
READ = {
    *("home", "org", "person", "member", "device", "record", "record_org", "op", "placed_op"),
    *("feed", "feed_head", "blob", "blob_chunk", "snapshot"),
}
_APPEND = (
    *("record_org", "feed", "sealed_agreement", "quarantine", "refusal_answer", "blob_chunk"),
    "op",
)
WRITTEN = {
    "home": {"SELECT", "UPDATE"},
    **dict.fromkeys(
        ("org", "person", "member", "server_key", "erasure", "move"), frozenset({"SELECT"})
    ),
    **dict.fromkeys(_APPEND, frozenset({"SELECT", "INSERT"})),
    **dict.fromkeys(
        (
            *("device", "record", "feed_head", "number_series", "official_number"),
            *("blob", "snapshot"),
        ),
        frozenset({"SELECT", "INSERT", "UPDATE"}),
    ),
    **dict.fromkeys(
        ("presence", "told_status"), frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
    ),
    "status_question": {"SELECT", "INSERT", "UPDATE"},
}
MAY_TOUCH = {
    "public": set(),
    "sync_client": set(),
    "sync_bell": set(),
    "sync_snapshot": set(),
    "sync_ringer": RING,
    "sync_reader": {(table, "SELECT") for table in READ},
    "sync_writer": {(table, verb) for table, verbs in WRITTEN.items() for verb in verbs}
    | {("op", "UPDATE")},  # of its body, which a trigger watches over
}
PINNED = {
    *("enable_seqscan", "enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"),
    *("enable_nestloop", "enable_hashjoin", "enable_mergejoin", "seq_page_cost"),
    *("random_page_cost", "cpu_tuple_cost", "cpu_index_tuple_cost", "cpu_operator_cost"),
    *("from_collapse_limit", "join_collapse_limit", "plan_cache_mode", "search_path"),
}
OURS = "pronamespace = 'sync'::regnamespace"


@pytest.mark.parametrize("role", MAY_TOUCH)
def test_each_role_may_do_to_each_table_what_is_listed_here_and_nothing_else(machines, role):
    granted = machines.admin(
        "SELECT c.relname, v.verb FROM pg_class AS c CROSS JOIN unnest(%s::text[]) AS v (verb)"
        " WHERE c.relnamespace = 'sync'::regnamespace AND"
        " c.relkind IN ('r', 'v', 'm', 'S', 'p', 'f') AND (has_table_privilege(%s, c.oid, v.verb)"
        " OR v.verb IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')"
        " AND has_any_column_privilege(%s, c.oid, v.verb))",
        *(list(VERBS), role, role),
    )
    assert set(granted) == MAY_TOUCH[role]


@pytest.mark.parametrize("role", ["public", *GROUPS])
def test_each_role_may_call_what_is_listed_here_and_nothing_else(machines, role):
    callable_ = machines.admin(
        f"SELECT DISTINCT proname FROM pg_proc WHERE {OURS}"
        " AND has_function_privilege(%s, oid, 'EXECUTE')",
        role,
    )
    assert {name for (name,) in callable_} == MAY_CALL.get(role, set())


def test_of_a_table_that_is_changed_in_part_only_these_columns_may_be(machines):
    changed = machines.admin(
        "SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a"
        " ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.oid IN ('sync.op'::regclass,"
        " 'sync.home'::regclass)"
        " AND has_column_privilege('sync_writer', c.oid, a.attnum, 'UPDATE')"
    )
    assert set(changed) == {("op", "body"), ("home", "device_count")}


def test_every_table_is_guarded_row_by_row_and_its_owner_cannot_log_in(machines):
    tables = machines.admin(
        "SELECT c.relname, c.relrowsecurity, c.relowner::regrole::text, r.rolcanlogin"
        " FROM pg_class AS c JOIN pg_roles AS r ON r.oid = c.relowner"
        " WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind IN ('r', 'p')"
        " AND c.relname <> 'alembic_version'"
    )
    assert len(tables) > 20
    assert {row[1:] for row in tables} == {(True, "sync_owner", False)}


def test_the_roles_behind_the_functions_are_nobodys_and_pass_no_wall(machines):
    roles = machines.admin(
        "SELECT rolname FROM pg_roles WHERE rolname ~ '^sync_' AND (rolcanlogin OR rolsuper"
        " OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication OR rolinherit)"
    )
    assert roles == []
    members = machines.admin(
        "SELECT r.rolname, m.rolname FROM pg_auth_members AS a"
        " JOIN pg_roles AS r ON r.oid = a.roleid JOIN pg_roles AS m ON m.oid = a.member"
        " WHERE r.rolname IN ('sync_owner', 'sync_reader', 'sync_writer', 'sync_ringer')"
        " AND NOT m.rolsuper OR a.admin_option AND r.rolname ~ '^sync_' AND NOT m.rolsuper"
    )
    assert members == []


def test_a_reading_function_is_owned_by_a_role_that_policies_apply_to(machines):
    owners = machines.admin(
        f"SELECT DISTINCT proowner::regrole::text FROM pg_proc WHERE {OURS} AND prosecdef"
        " AND has_function_privilege('sync_client', oid, 'EXECUTE')"
    )
    assert {owner for (owner,) in owners} == {"sync_reader", "sync_writer", "sync_ringer"}


def test_every_published_function_brings_its_own_planning_and_its_own_names(machines):
    published = machines.admin(
        f"SELECT proname, proconfig, prosecdef FROM pg_proc WHERE {OURS} AND"
        " (has_function_privilege('sync_client', oid, 'EXECUTE')"
        " OR has_function_privilege('sync_snapshot', oid, 'EXECUTE'))"
    )
    assert len(published) == len(CLIENT) + 1
    for name, settings, is_definer in published:
        assert is_definer, name
        assert {each.partition("=")[0] for each in settings} >= PINNED, name
        assert "search_path=pg_catalog, pg_temp" in settings, name


def test_only_who_is_called_by_others_alone_takes_over_where_names_are_looked_up(machines):
    inheriting = machines.admin(
        "SELECT proname, has_function_privilege('sync_client', oid, 'EXECUTE')"
        " OR has_function_privilege('sync_bell', oid, 'EXECUTE')"
        " OR has_function_privilege('sync_snapshot', oid, 'EXECUTE'), prosecdef"
        f" FROM pg_proc WHERE {OURS} AND prolang <> (SELECT oid FROM pg_language"
        " WHERE lanname = 'sql') AND NOT coalesce("
        "'search_path=pg_catalog, pg_temp' = ANY (proconfig), false)"
    )
    assert {"judge", "place", "row_after"} <= {name for name, *_ in inheriting}
    assert not any(is_published or is_definer for _, is_published, is_definer in inheriting)


def test_no_view_shows_more_than_whoever_asks_may_see(machines):
    views = machines.admin(
        "SELECT relname FROM pg_class WHERE relnamespace = 'sync'::regnamespace AND relkind = 'v'"
        " AND has_table_privilege('sync_reader', oid, 'SELECT')"
        " AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)"
    )
    assert views == []


def test_no_index_or_key_is_over_what_a_person_types(machines):
    typed = {"body", "name", "said", "wish", "action", "reason", "doc", "data"}
    indexed = machines.admin(
        "SELECT a.attname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid"
        " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)"
        " WHERE c.relnamespace = 'sync'::regnamespace"
    )
    assert not typed & {name for (name,) in indexed}


def test_no_sequence_counts_for_everybody(machines):
    assert (
        machines.admin(
            "SELECT relname FROM pg_class WHERE relnamespace = 'sync'::regnamespace"
            " AND relkind = 'S'"
        )
        == []
    )


def test_no_function_of_postgresql_that_tells_how_much_was_written_is_left_to_a_client(machines):
    # Those that only read or write such a value as text, compare or combine two of them.
    left = machines.admin(
        "SELECT p.oid::regprocedure::text FROM pg_proc AS p"
        " WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.provolatile <> 'i'"
        " AND p.prokind = 'f' AND has_function_privilege('sync_client', p.oid, 'EXECUTE') AND ("
        " p.prorettype IN ('pg_lsn'::regtype, 'xid8'::regtype, 'pg_snapshot'::regtype,"
        " 'txid_snapshot'::regtype) OR 'pg_lsn'::regtype::oid = ANY (p.proallargtypes)"
        " OR 'xid'::regtype::oid = ANY (p.proallargtypes)"
        " OR p.proname ~ '^(age|mxid_age)$')"
    )
    assert left == []


def test_a_client_may_make_nothing_in_any_schema_or_language(machines):
    assert (
        machines.admin(
            "SELECT nspname FROM pg_namespace WHERE has_schema_privilege('sync_client', oid,"
            " 'CREATE')"
        )
        == []
    )
    assert (
        machines.admin(
            "SELECT lanname FROM pg_language WHERE lanpltrusted"
            " AND has_language_privilege('sync_client', oid, 'USAGE')"
        )
        == []
    )
    assert machines.admin(
        "SELECT has_database_privilege('sync_client', current_database(), 'TEMP'),"
        " has_database_privilege('sync_client', current_database(), 'CREATE')"
    ) == [(False, False)]
