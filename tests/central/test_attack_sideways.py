"""What a stolen login learns or stops without reading a row: by locks, by the work that EXPLAIN
counts, by plans that a session has itself shown, by commands that wait before they are refused."""

import json
from dataclasses import replace
from hashlib import sha256

import psycopg
import pytest

from db.central.messages import sent_message
from db.sync.sides import Blob
from db.sync.wire import Place
from tests.central.machines import SAVED_AT, a_wish, an_id, an_op, judgements, key
from tests.central.thief import a_thief
from tests.patience import PATIENCE_S
from tests.postgres import PASSWORD

FORBIDDEN, WRONG_STATE = "42501", "25000"


@pytest.fixture
def accomplice(machines, mediator):
    """Return the same stolen login in a second session."""
    with a_thief(machines.database.dsn(mediator.person.login, PASSWORD)) as stolen:
        yield stolen


def claiming(record_id, org_id, place, count=50):
    """Return so many operations that claim to have seen a place of a log."""
    ops = [an_op(record_id, org_id, base=Place(place, b"guessed!")) for _ in range(count)]
    return json.dumps([sent_message(op) for op in ops])


def a_committee(machine, count):
    """Let an organisation have a committee, whose id everybody can guess, with so many entries."""
    record = f"org-{machine.org_id}"
    machine.push(*(machine.op(record) for _ in range(count)))
    return record


# --- locks -----------------------------------------------------------------------


def test_whoever_names_a_strangers_record_locks_nothing_of_it(machines, thief, mediator, stranger):
    record = stranger.new_record()
    thief.rows("BEGIN")
    mine = an_op(an_id(), mediator.org_id)
    theirs = an_op(record, stranger.org_id, number=a_wish(word="云西金人调字", year=2090))
    assert [row[1] for row in thief.push("m", mine, theirs)] == ["placed", "refused"]
    machines.admin("SELECT FROM sync.record WHERE record_id = %s FOR UPDATE NOWAIT", record)
    feed = "SELECT FROM sync.feed_head WHERE org_id = %s FOR UPDATE NOWAIT"
    machines.admin(feed, stranger.org_id)
    with pytest.raises(psycopg.errors.LockNotAvailable):
        machines.admin(feed, mediator.org_id)
    thief.rows("COMMIT")
    began = "SELECT year FROM sync.number_series WHERE org_id = %s"
    assert machines.admin(began, stranger.org_id) == []


def test_a_lock_that_a_stranger_holds_is_not_felt(machines, thief, stranger):
    record = stranger.new_record()
    thief.rows(f"SET lock_timeout = '{PATIENCE_S}s'")
    with machines.database.connect() as holder, holder.transaction():
        holder.execute("SELECT FROM sync.record WHERE record_id = %s FOR UPDATE", (record,))
        holder.execute("SELECT FROM sync.feed_head FOR UPDATE")
        assert thief.push("m", an_op(record, stranger.org_id))[0][5] == "no_access"


@pytest.mark.parametrize(
    "command",
    [
        "CREATE RULE mine AS ON INSERT TO sync.op DO NOTHING",
        "CREATE TRIGGER mine AFTER INSERT ON sync.op EXECUTE FUNCTION sync.stays()",
        "COMMENT ON TABLE sync.op IS 'x'",
        "CREATE STATISTICS mine ON op_id, seq FROM sync.op",
        "SECURITY LABEL ON TABLE sync.op IS 'x'",
        "ALTER TABLE sync.op ADD x int",
        "CREATE TABLE public.mine () INHERITS (sync.op)",
    ],
)
def test_no_command_stands_in_the_queue_for_a_lock_before_it_is_refused(
    thief, accomplice, mediator, command
):
    thief.rows("BEGIN")
    thief.push("m", an_op(an_id(), mediator.org_id))
    accomplice.rows(f"SET lock_timeout = '{PATIENCE_S}s'")
    assert accomplice.stopped_by(command) == FORBIDDEN
    thief.rows("ROLLBACK")


def test_the_rights_that_all_clients_share_cannot_be_dropped_by_one_of_them(
    machines, thief, stranger
):
    for command in (
        "DROP OWNED BY sync_client",
        "SET ROLE sync_client; DROP OWNED BY sync_client",
        "REVOKE EXECUTE ON FUNCTION sync.push FROM sync_client",
        "REVOKE USAGE ON SCHEMA sync FROM sync_client",
        "GRANT EXECUTE ON FUNCTION sync.push TO PUBLIC",
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC",
    ):
        assert thief.stopped_by(command) == FORBIDDEN, command
    thief.rows("REASSIGN OWNED BY sync_client TO CURRENT_USER")  # nothing is its own
    machines.admin("COMMENT ON TABLE sync.op IS NULL")  # an administrator may
    assert stranger.new_record()


# --- the work that EXPLAIN counts --------------------------------------------------


@pytest.mark.parametrize("function", ["push", "rescue"])
def test_how_long_a_strangers_log_is_cannot_be_counted_by_claiming_its_places(
    thief, stranger, function
):
    record = a_committee(stranger, 20)
    sent = [claiming(record, stranger.org_id, place) for place in (20, 2000)]
    asked = [f"SELECT * FROM sync.{function}('m', '{ops}')" for ops in sent]
    for each in asked:
        thief.rows(each)
    within, beyond = map(thief.work, asked)
    assert within == beyond


def test_whether_an_organisation_has_a_committee_cannot_be_seen_from_what_is_written(
    thief, town, stranger
):
    a_committee(stranger, 20)
    ask = "SELECT * FROM sync.push('m', '{}')"
    has = thief.work(ask.format(claiming(f"org-{stranger.org_id}", stranger.org_id, 0, 1)))
    has_not = thief.work(ask.format(claiming(f"org-{town.branch}", town.branch, 0, 1)))
    none = thief.work(ask.format(claiming("org-2000000000", 2_000_000_000, 0, 1)))
    assert has[1] == none[1]
    assert abs(has[0] - none[0]) <= 3
    assert has_not[1] >= none[1]


def test_how_many_organisations_there_are_cannot_be_told_from_a_call(machines, thief):
    calls = ("SELECT * FROM sync.rescue('m', '[]')", "SELECT * FROM sync.refused_edits()")
    before = [thief.work(call) for call in calls]
    machines.admin(
        "SELECT sync.add_org(%s, 'branch', 'x' || g, '') FROM generate_series(1, 400) AS g",
        machines.town.other_station,
    )
    for (then, _), (now, _) in zip(before, map(thief.work, calls), strict=True):
        assert now - then <= 3


def test_how_much_others_have_cannot_be_told_from_a_push_also_before_tables_are_analysed(
    machines, thief, mediator, stranger
):
    record, theirs = mediator.new_record(), stranger.new_record()
    for function in ("push", "rescue"):
        asked = f"SELECT * FROM sync.{function}('m', '{claiming(record, mediator.org_id, 1, 1)}')"
        before, _ = thief.work(asked)
        machines.admin(
            "INSERT INTO sync.op SELECT o.home_id, %s || g, 1, %s || g, o.org_id, action, v,"
            " author, device_no, 0, 0, '', '[]', saved_at, placed_at, body, body_hash, '', '',"
            " '{}', '{}', chain, mac, key_id FROM sync.op AS o, generate_series(1, 2000) AS g"
            " WHERE o.record_id = %s",
            *(an_id(), an_id()[:20], theirs),
        )
        thief.rows("DISCARD PLANS")
        assert thief.work(asked)[0] - before <= 25


@pytest.mark.parametrize("shown", ["debug_print_plan", "debug_print_parse", "trace_sort"])
def test_a_session_is_not_shown_how_a_function_is_planned(thief, mediator, shown):
    record = mediator.new_record()
    heard = []
    thief.connection.add_notice_handler(
        lambda said: heard.append(f"{said.message_primary} {said.message_detail}")
    )
    thief.rows(f"SET {shown} = on")
    thief.rows("SET client_min_messages = log")
    thief.rows("SELECT * FROM sync.history(%s, 0, 10)", record)
    thief.push("m", an_op(record, mediator.org_id))
    telling = ("record_org", "INDEXSCAN", "tuple sort")
    assert not [said for said in heard if any(word in said for word in telling)]


# --- rights of yesterday ------------------------------------------------------------


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
@pytest.mark.parametrize("taken", ["remove_member", "reader"])
def test_a_transaction_that_looks_at_yesterday_does_not_write_by_rights_of_yesterday(
    machines, thief, mediator, level, taken
):
    colleague = machines.at(mediator.org_id, "同事")
    record = mediator.new_record()
    thief.rows(f"BEGIN ISOLATION LEVEL {level}")
    thief.rows("SELECT 1")
    if taken == "reader":
        machines.join(mediator.person, mediator.org_id, "reader")
    else:
        machines.admin("SELECT sync.remove_member(%s, %s)", mediator.person.login, mediator.org_id)
    op = json.dumps([sent_message(an_op(record, mediator.org_id))])
    assert thief.stopped_by("SELECT * FROM sync.push('m', %s)", op) == WRONG_STATE
    thief.rows("ROLLBACK")
    assert len(colleague.log(record)) == 1


# --- what was sent in another shape ---------------------------------------------------


@pytest.mark.parametrize(
    "shape", ["ARRAY[ARRAY[{}]]", "('[5:5]={{' || quote_ident(({})::text) || '}}')"]
)
def test_a_content_announced_in_a_strange_shape_keeps_nobody_from_sending_it(
    thief, mediator, shape
):
    record = mediator.new_record()
    data = b"a scan"
    digest = sha256(data).digest()
    blob = Blob(sha256(digest).hexdigest(), record, (digest,), len(data))
    hashes = shape.format(f"'\\x{digest.hex()}'::bytea")
    announced = thief.stopped_by(
        f"SELECT * FROM sync.missing_chunks(%s, %s, {hashes}::bytea[], 6)", record, blob.blob_id
    )
    assert announced == "SY008"
    assert mediator.central.missing_chunks(key(record), blob) == (0,)
    mediator.central.put_chunk(key(record), blob.blob_id, 0, data)
    assert mediator.central.blob(key(record), blob.blob_id) == blob


def test_a_content_is_as_long_as_what_came_of_it(thief, mediator):
    record = mediator.new_record()
    digest = sha256(b"a scan").digest()
    blob = Blob(sha256(digest).hexdigest(), record, (digest,), 6)
    thief.rows(
        "SELECT * FROM sync.missing_chunks(%s, %s, %s::bytea[], 99999)",
        *(record, blob.blob_id, [digest]),
    )
    mediator.central.missing_chunks(key(record), blob)
    mediator.central.put_chunk(key(record), blob.blob_id, 0, b"a scan")
    assert mediator.central.blob(key(record), blob.blob_id) == blob


@pytest.mark.parametrize("claimed", [{"wish": "{}"}, {"wish": "[1]"}, {"blobs": ["../x"]}])
def test_what_the_seal_does_not_cover_is_given_back_in_its_shape_or_not_at_all(
    thief, mediator, claimed
):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    assert thief.rescue("m", placed, **claimed)[0][1::4] == ("refused", "malformed")
    assert thief.rescue("m", placed)[0][1] == "known"


def test_how_a_session_reads_texts_changes_no_pattern_of_ours(thief, mediator):
    thief.rows("SET standard_conforming_strings = off")
    record = an_id()
    odd = an_op(record, mediator.org_id)
    odd = replace(odd, saved_at=SAVED_AT.replace(".", "x"))
    assert thief.push("m", odd)[0][5] == "malformed"
    assert thief.push("m", an_op(record, mediator.org_id))[0][1] == "placed"


# --- pretending -----------------------------------------------------------------------


def test_nobody_is_shown_to_have_a_case_open_who_has_not(machines, thief, mediator):
    colleague = machines.at(mediator.org_id, "同事")
    record = mediator.new_record()
    thief.rows("SELECT * FROM sync.hello(%s, '同事的电脑', '{}')", colleague.device_id)
    thief.rows("SELECT * FROM sync.here(%s, %s)", colleague.device_id, record)
    seen = colleague.central.here(colleague.device_id, record)
    assert [one.person for one in seen] == ["周文"]


def test_an_operation_of_a_colleague_is_not_sent_again_as_ones_own(machines, thief, mediator):
    colleague = machines.at(mediator.org_id, "同事")
    record = colleague.new_record()
    (placed,) = mediator.log(record)
    assert thief.push("m", placed.op)[0][1] == "known"
    again = replace(placed.op, body=placed.op.body + " ")
    assert judgements(mediator.push(replace(again, body_hash=sha256(b"x").digest()))) == [
        "bad_hash"
    ]
    assert [each.author for each in mediator.log(record)] == ["同事"]
