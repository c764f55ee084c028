"""What a stolen login could count of others by the pages that its own calls touch, or learn by
arguments that no program sends."""

import json
import re

import pytest

from db.central.messages import sent_message
from db.sync.sealing import SEALED_BYTES
from db.sync.sides import ToldStatus
from tests.central.machines import Machines, a_wish, an_id, an_op
from tests.central.thief import a_thief
from tests.postgres import PASSWORD

OTHERS = """
CREATE TEMP TABLE g AS SELECT generate_series(1, 2000) AS n;
INSERT INTO sync.record SELECT {home}, md5(n::text), {org}, 1, '' FROM g;
INSERT INTO sync.record_org SELECT {home}, md5(n::text), {org} FROM g;
INSERT INTO sync.snapshot SELECT {home}, md5(n::text), 1, '', 'x', sha256('x') FROM g;
INSERT INTO sync.person SELECT {home}, 9000 + n, 'x' || n, 'x' FROM g;
INSERT INTO sync.device SELECT {home}, 9000 + n, 'd' || n, 99999, 'x', 0, now() FROM g;
INSERT INTO sync.org SELECT {home}, 9000 + n, {org}, 'branch', 'x', '',
    substr(sha256(n::text::bytea), 1, 16), ARRAY[9000 + n, {org}, {home}] FROM g;
INSERT INTO sync.feed_head SELECT {home}, 9000 + n FROM g;
INSERT INTO sync.number_series VALUES ({home}, {org}, 2026, 2000);
INSERT INTO sync.official_number
    SELECT {home}, {org}, 2026, n, 'leased', NULL, 9000 + n FROM g;
"""
ODD = ("NULL", "-1", "0", "2147483647", "'NaN'", "9223372036854775807", "'x'", "'infinity'")
ODD_CALLS = {
    "pull": "SELECT * FROM sync.pull({org}, {odd}, {odd})",
    "heads": "SELECT * FROM sync.heads({org}, '{record}', {odd})",
    "snapshots": "SELECT * FROM sync.snapshots({org}, ({odd})::text, {odd})",
    "history": "SELECT * FROM sync.history('{record}', {odd}, {odd})",
    "probe": "SELECT sync.probe('{record}', array_fill({odd}, ARRAY[1000]), NULL)",
    "probe_deep": "SELECT sync.probe('{record}', ARRAY[ARRAY[1], ARRAY[{odd}]], '{{x,y}}')",
    "blob_of": "SELECT * FROM sync.blob_of('{record}', ({odd})::text)",
    "chunk_of": "SELECT sync.chunk_of('{record}', ({odd})::text, {odd})",
    "chunks_of": "SELECT sync.chunks_of('{record}', 'x', array_fill({odd}, ARRAY[100000]))",
    "missing_chunks": "SELECT * FROM sync.missing_chunks('{record}', NULL, NULL, {odd})",
    "put_chunk": "SELECT sync.put_chunk('{record}', ({odd})::text, {odd}, NULL)",
    "here": "SELECT * FROM sync.here(({odd})::text, '{record}')",
    "here_long": "SELECT * FROM sync.here(repeat('x', 65), '{record}')",
    "lease_numbers": "SELECT * FROM sync.lease_numbers('m', {org}, {odd}, {odd})",
    "return_numbers": "SELECT sync.return_numbers('m', {org}, {odd}, {odd}, {odd})",
    "hello": "SELECT org_id FROM sync.hello('m', ({odd})::text, '{{\"{org}\": -1}}')",
    "hello_deep": "SELECT org_id FROM sync.hello('m', 'm', json_build_object({org}, {odd}))",
    "answer_refused": "SELECT sync.answer_refused(({odd})::text, '{record}')",
    "own_cases": "SELECT * FROM sync.own_cases(array_fill('{record}'::text, ARRAY[20, 20]))",
    "publish_status": "SELECT sync.publish_status('{{{record}}}', NULL, NULL, ARRAY[{odd}])",
    "publish_short": "SELECT sync.publish_status('{{{record}}}', '{{x}}', '{{y}}', '{{}}')",
    "push": "SELECT * FROM sync.push('m', json_build_array(json_build_object('op_id', 'an-op',"
    " 'kind', 'case', 'record_id', '{record}', 'org_id', {org}, 'v', {odd}))::text)",
    "push_nul": "SELECT * FROM sync.push('m', '[{{\"record_id\": \"{record}\\u0000\"}}]')",
    "rescue": "SELECT * FROM sync.rescue('m', json_build_array(json_build_object("
    "'op_id', 'an-op', 'kind', 'case', 'record_id', '{record}', 'org_id', {org},"
    " 'placed_at', 'infinity', 'key_id', {odd}))::text)",
}


@pytest.fixture
def fresh(centre):
    """Return machines at a centre of which PostgreSQL knows nothing yet."""
    with centre.database.connect() as connection:
        made = Machines(centre.database, connection)
        yield made
        made.close()


def cost(thief, statement):
    """Return how many pages a statement touches that is rolled back."""
    explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
    found = []
    for _ in range(3):  # the first makes plans
        thief.rows("BEGIN")
        plan = thief.rows(explain)[0][0][0]["Plan"]
        thief.rows("ROLLBACK")
        found.append(int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]))
    return min(found)


def test_how_much_others_have_is_in_no_call_also_before_tables_are_analysed(fresh):
    mediator = fresh.at(fresh.town.station)
    mine = mediator.new_record(number=a_wish())
    org, sent = mediator.org_id, an_op(mine, mediator.org_id, number=a_wish(serial=3))
    calls = [
        f"SELECT * FROM sync.heads({org}, '', 100)",
        f"SELECT * FROM sync.snapshots({org}, '', 100)",
        f"SELECT * FROM sync.history('{mine}', 0, 10)",
        f"SELECT * FROM sync.lease_numbers('{mediator.device_id}', {org}, 2026, 1)",
        f"SELECT * FROM sync.push('{mediator.device_id}', '{json.dumps([sent_message(sent)])}')",
        f"SELECT * FROM sync.own_cases('{{{mine}}}')",
    ]
    with a_thief(fresh.database.dsn(mediator.person.login, PASSWORD)) as thief:
        before = [cost(thief, call) for call in calls]
        fresh.admin(OTHERS.format(home=fresh.town.centre, org=fresh.town.other_station))
        thief.rows("DISCARD PLANS")
        after = [cost(thief, call) for call in calls]
    # An index grows by a level: a page more each time that something is looked up in it.
    more = [now - then for then, now in zip(before, after, strict=True)]
    assert max(more[:3]) <= 15, more
    assert max(more[:4] + more[5:]) <= 30, more
    assert more[4] <= 100, more  # it looks up some fifty things


def test_which_numbers_a_stranger_has_cannot_be_tried_by_wishing_for_them(
    thief, mediator, stranger
):
    word = "云西金人调字"
    stranger.new_record(number=a_wish(word=word))
    stranger.central.lease_numbers(stranger.device_id, stranger.org_id, 2026, 5)
    record = mediator.new_record()

    def wishing(serial):
        wish = a_wish(serial=serial, word=word)
        ops = [sent_message(an_op(record, mediator.org_id, number=wish)) for _ in range(20)]
        return cost(thief, f"SELECT * FROM sync.push('m', '{json.dumps(ops)}')")

    wishing(2)
    given, leased, free, far = map(wishing, (1, 3, 7, 500))
    # Eight pages for each of twenty operations when it could be told; some for rows left behind.
    assert max(given, leased, free, far) - min(given, leased, free, far) <= 80


def test_whether_an_organisation_has_a_committee_cannot_be_told_from_asking_for_statuses(
    thief, town, stranger
):
    committee = f"org-{stranger.org_id}"
    stranger.push(*(stranger.op(committee) for _ in range(5)))
    for ask in (
        "SELECT * FROM sync.own_cases('{{{0}}}')",
        "SELECT sync.publish_status('{{{0}}}', '{{x}}', '{{y}}', '{{1}}')",
    ):
        has, has_not = (
            thief.pages(ask.format(record)) for record in (committee, f"org-{town.branch}")
        )
        assert has == has_not


def test_how_many_statuses_are_told_cannot_be_guessed_from_the_place_of_the_last(thief, stranger):
    record = stranger.new_record()
    told = ToldStatus(record, bytes([128]) * 32, bytes(SEALED_BYTES), 1)
    stranger.central.publish_statuses([told])
    pages = []
    for lookup in (bytes(32), bytes([128]) * 32, bytes([255]) * 32):
        thief.rows("SELECT sync.ask_status(%s)", lookup)
        pages.append(thief.pages("SELECT sync.answer_status(%s)", lookup))
    assert len(set(pages)) == 1


def test_how_long_a_strangers_log_is_is_not_told_to_who_may_store_snapshots(
    machines, thief, mediator, stranger
):
    committee = f"org-{stranger.org_id}"
    stranger.push(*(stranger.op(committee) for _ in range(20)))
    machines.admin(f'GRANT sync_snapshot TO "{mediator.person.login}"')
    pages = {
        thief.pages("SELECT sync.put_snapshot(%s, %s, 'x', 'x')", committee, place)
        for place in (1, 20, 21, 2000)
    }
    assert len(pages) == 1


@pytest.mark.parametrize("name", ODD_CALLS)
def test_what_no_program_sends_is_answered_alike_for_what_is_there_and_what_is_not(
    thief, stranger, name
):
    record = stranger.new_record(number=a_wish(word="云西金人调字"))
    nobodys = an_id(), 2_000_000_000
    for odd in ODD:
        theirs, others = (
            thief.answer(ODD_CALLS[name].format(record=one, org=org, odd=odd))
            for one, org in ((record, stranger.org_id), nobodys)
        )
        theirs, others = (
            re.sub(rf"\b({record}|{stranger.org_id}|{nobodys[0]}|{nobodys[1]})\b", "", str(said))
            for said in (theirs, others)
        )
        assert theirs == others
        assert "何青" not in theirs


def test_what_breaks_a_rule_of_a_table_is_not_shown_with_its_row(thief):
    for call in (
        "SELECT * FROM sync.hello('', 'm', '{}')",
        "SELECT * FROM sync.hello(repeat('x', 65), 'm', '{}')",
        "SELECT * FROM sync.push(NULL, '[]')",
        "SELECT sync.ask_status('x')",
    ):
        state, _, detail, hint, _ = thief.answer(call)
        assert (state[:2], detail, hint) == ("23", None, None)


def test_a_plan_that_is_made_before_it_is_refused_tells_no_sizes(machines, thief, stranger):
    stranger.new_record()
    heard = []
    thief.connection.add_notice_handler(lambda said: heard.append(f"{said.message_detail}"))
    thief.rows("SET client_min_messages = log")
    thief.rows("SET debug_print_plan = on")
    relations = machines.admin(
        "SELECT relname FROM pg_class WHERE relnamespace = 'sync'::regnamespace"
        " AND relkind IN ('r', 'v') AND relname <> 'alembic_version'"
    )
    for (name,) in relations:
        assert thief.stopped_by(f"SELECT * FROM sync.{name}") == "42501"
    assert not [plan for plan in heard if "SCAN" in plan]
    views = machines.admin(
        "SELECT relname FROM pg_class WHERE relnamespace = 'sync'::regnamespace AND relkind = 'v'"
        " AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)"
    )
    assert views == []


def test_a_login_is_looked_up_without_going_through_all_persons(machines):
    machines.admin("SET enable_seqscan = off")
    plan = machines.admin("EXPLAIN SELECT FROM sync.person AS p WHERE p.login = session_user")
    machines.admin("RESET enable_seqscan")
    assert "person_of_login" in str(plan)
