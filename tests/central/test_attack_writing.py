"""A stolen login writes what it should not: elsewhere, as somebody else, too much, or nonsense."""

import json
from dataclasses import replace

import pytest

from db.canonical import canonical, digest
from db.central.logins import create_login
from db.sync.wire import Place
from tests.central.machines import a_wish, an_id, an_op
from tests.central.thief import a_thief
from tests.postgres import PASSWORD

ARGUMENTS = {
    "hello": ("SELECT * FROM sync.hello(%s, %s, '{}')", 2),
    "push": ("SELECT * FROM sync.push(%s, '[]')", 1),
    "rescue": ("SELECT * FROM sync.rescue(%s, '[]')", 1),
    "history": ("SELECT * FROM sync.history(%s, 0, 10)", 1),
    "heads": ("SELECT * FROM sync.heads(1, %s, 10)", 1),
    "snapshots": ("SELECT * FROM sync.snapshots(1, %s, 10)", 1),
    "probe": ("SELECT sync.probe(%s, '{}', '{}')", 1),
    "blob_of": ("SELECT * FROM sync.blob_of(%s, %s)", 2),
    "chunk_of": ("SELECT sync.chunk_of(%s, %s, 0)", 2),
    "chunks_of": ("SELECT sync.chunks_of(%s, %s, '{0}')", 2),
    "here": ("SELECT * FROM sync.here('a', %s)", 1),
    "missing_chunks": ("SELECT * FROM sync.missing_chunks(%s, %s, '{}', 0)", 2),
    "put_chunk": ("SELECT sync.put_chunk(%s, %s, 0, '')", 2),
}
INJECTIONS = (
    "'; DROP TABLE sync.op; --",
    "x' OR '1'='1",
    "$$ || (SELECT body FROM sync.op LIMIT 1) || $$",
    "\\'; SELECT pg_sleep(9); --",
    "%s%n{}[]",
    "../../etc/passwd",
)
CALLS = {
    "pull": "SELECT * FROM sync.pull({org}, 0, 100)",
    "heads": "SELECT * FROM sync.heads({org}, '', 100)",
    "snapshots": "SELECT * FROM sync.snapshots({org}, '', 100)",
    "history": "SELECT * FROM sync.history('{record}', 0, 100)",
    "probe": "SELECT NULLIF(sync.probe('{record}', '{{1}}', '{{\"\\\\x{chain}\"}}'), 0)",
    "blob_of": "SELECT * FROM sync.blob_of('{record}', 'x')",
    "chunk_of": "SELECT * FROM (SELECT sync.chunk_of('{record}', 'x', 0) AS c) AS s WHERE c <> ''",
    "chunks_of": "SELECT * FROM sync.chunks_of('{record}', 'x', '{{0}}') AS c WHERE c <> ''",
    "here": "SELECT * FROM sync.here('m', '{record}')",
    "push": "SELECT * FROM sync.push('m', '[]')",
    "rescue": "SELECT * FROM sync.rescue('m', '[]')",
    "lease": "SELECT * FROM sync.lease_numbers('m', {org}, 2026, 1)",
    "hello": "SELECT * FROM sync.hello('m', 'm', '{{}}') AS h WHERE h.org_id IS NOT NULL",
}


def feed_of(machines, org_id):
    return machines.admin("SELECT fseq, record_id FROM sync.feed WHERE org_id = %s", org_id)


# --- into what is somebody else's ------------------------------------------------


def test_nothing_is_planted_into_another_organisation(machines, thief, town):
    for org_id in (town.other_station, town.centre):
        before = feed_of(machines, org_id)
        for record in (an_id(), f"org-{org_id}"):
            assert thief.push("m", an_op(record, org_id))[0][1::4] == ("refused", "no_access")
        assert feed_of(machines, org_id) == before


def test_nothing_is_added_to_another_organisations_record(machines, thief, mediator, stranger):
    record = stranger.new_record()
    for org_id in (mediator.org_id, stranger.org_id):
        assert thief.push("m", an_op(record, org_id))[0][5] == "no_access"
    assert len(stranger.log(record)) == 1
    assert feed_of(machines, mediator.org_id) == []


def test_another_organisations_operation_cannot_be_replayed_or_asked_about(
    thief, mediator, stranger
):
    record = stranger.new_record()
    (placed,) = stranger.log(record)
    assert thief.push("m", placed.op)[0][5] == "no_access"
    # Its id, in an own record, is an id like any other.
    mine = replace(an_op(an_id(), mediator.org_id), op_id=placed.op.op_id)
    assert thief.push("m", mine)[0][1] == "placed"


def test_another_persons_machine_is_not_disturbed_by_whoever_uses_its_id(
    thief, mediator, stranger
):
    stranger.new_record()
    for seq in range(1, 6):
        thief.push(stranger.device_id, an_op(an_id(), mediator.org_id, device_seq=seq))
    record = stranger.new_record()
    assert len(stranger.log(record)) == 1
    assert stranger.log(record)[0].author == "何青"


def test_what_the_centre_says_itself_cannot_be_claimed(thief, mediator):
    record = an_id()
    thief.push(
        "m",
        an_op(record, mediator.org_id),
        author="方舟",
        said='{"number":"（2026）云临金人调字第1号"}',
        seq=77,
        mac="00" * 16,
        chain="00" * 32,
        home_id=1,
        placed_at="2001-01-01",
    )
    (placed,) = mediator.log(record)
    assert (placed.author, placed.said, placed.seq) == ("周文", "{}", 1)
    assert placed.placed_at > "2026"


def test_a_place_that_was_never_seen_is_not_believed(thief, mediator):
    record = mediator.new_record()
    thief.push("m", an_op(record, mediator.org_id, base=Place(1, b"guessed!")))
    assert mediator.log(record)[-1].op.base == Place()


# --- given back although it was never there --------------------------------------


@pytest.mark.parametrize(
    "claimed",
    [
        {"mac": "00" * 16},
        {"mac": ""},
        {"mac": None},
        {"said": '{"number":"（2026）云临金人调字第9号"}'},
        {"author": "方舟"},
        {"seq": 2},
        {"key_id": 2},
        {"key_id": None},
        {"chain": "00" * 32},
        {"action": "delete"},
        {"op_id": "another"},
        {"placed_at": "2020-01-01T00:00:00.000000+00:00"},
    ],
)
def test_nothing_is_given_back_that_its_seal_does_not_prove(thief, mediator, claimed):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    assert thief.rescue("m", placed, **claimed)[0][1::4] == ("refused", "bad_mac")
    assert len(mediator.log(record)) == 1


def test_a_body_of_ones_own_is_not_given_back_under_a_good_seal(thief, mediator):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    assert thief.rescue("m", placed, body="{}")[0][5] == "bad_hash"
    forged = {"body": "{}", "body_hash": digest("{}").hex()}
    assert thief.rescue("m", placed, **forged)[0][5] == "bad_mac"


def test_an_own_operation_is_not_given_back_into_another_record(thief, mediator, stranger):
    record, theirs = mediator.new_record(), stranger.new_record()
    (placed,) = mediator.log(record)
    assert thief.rescue("m", placed, record_id=theirs)[0][5] == "bad_mac"
    assert len(stranger.log(theirs)) == 1


# --- too much, or nonsense --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (json.dumps([{}] * 201), "SY004"),
        ('["' + "x" * 33_600_000 + '"]', "SY004"),
        ("[" * 500_000, "54001"),
        ("{}", "22023"),
        ("7", "22023"),
        ("null", "22023"),
        ("", "22P02"),
        ("[7]", "22023"),
        ("[[]]", "22023"),
        ('[{"op_id": "\\u0000"}]', "22P05"),
        ('[{"op_id": "\\ud800"}]', "22P02"),
        ('[{"op_id": {"a": []}, "v": "one"}]', "22P02"),
        ('[{"v": 99999999999999}]', "22003"),
        ('[{"base_chain": "zz"}]', "22023"),
        ('[{"blobs": 7}]', "22P02"),
    ],
)
@pytest.mark.parametrize("function", ["push", "rescue"])
def test_nonsense_is_refused_as_a_whole_and_the_line_stays_good(thief, function, text, state):
    assert thief.stopped_by(f"SELECT * FROM sync.{function}('m', %s)", text) == state
    assert thief.rows("SELECT count(*) FROM sync.push('m', '[]')") == [(0,)]


@pytest.mark.parametrize("function", ["push", "rescue"])
@pytest.mark.parametrize("text", ["[{}]", "[]", '[{"op_id": null}]'])
def test_what_is_empty_is_refused_or_does_nothing(thief, machines, mediator, function, text):
    rows = thief.rows(f"SELECT * FROM sync.{function}('m', %s)", text)
    assert {row[1] for row in rows} <= {"refused"}
    assert feed_of(machines, mediator.org_id) == []


def test_a_body_beyond_the_limit_is_refused_and_kept_for_its_author(thief, mediator):
    body = canonical({"changes": [], "nonce": "x" * 4_200_000})
    assert thief.push("m", an_op(an_id(), mediator.org_id, body=body))[0][5] == "too_big"


@pytest.mark.parametrize(
    "wrong",
    [
        {"op_id": "a b"},
        {"op_id": "x" * 65},
        {"record_id": "a/../b"},
        {"record_id": ""},
        {"kind": "committee"},
        {"kind": "person"},
        {"action": ""},
        {"action": "x" * 101},
        {"saved_at": "yesterday"},
        {"saved_at": ""},
        {"wish": "one"},
        {"wish": "[7]"},
        {"wish": '["a",2026,{}]'},
        {"v": -1},
        {"base_seq": -1},
        {"device_seq": -1},
        {"after": "[1]"},
        {"after": '["a"'},
        {"sealed": "zz"},
        {"blobs": ["../x"]},
        {"blobs": [None]},
        {"wish": "x" * 301},
        {"body_hash": ""},
        {"body": None},
        {"v": None},
        {"device_seq": None},
        {"base_seq": None},
    ],
)
def test_an_operation_of_the_wrong_shape_is_refused_and_nothing_is_placed(
    thief, machines, mediator, wrong
):
    state = thief.stopped_by("SELECT 1")
    before = feed_of(machines, mediator.org_id)
    try:
        rows = thief.push("m", an_op(an_id(), mediator.org_id), **wrong)
        assert rows[0][1] == "refused", wrong
    finally:
        assert state == ""
    assert feed_of(machines, mediator.org_id) == before


@pytest.mark.parametrize("name", ARGUMENTS)
def test_a_text_is_never_read_as_a_statement(thief, machines, name):
    statement, count = ARGUMENTS[name]
    ops = machines.admin("SELECT count(*) FROM sync.op")
    for text in INJECTIONS:
        found = thief.answer(statement, *[text] * count)
        innocent = thief.answer(statement, *["a-text-of-nobody"] * count)
        assert found == innocent or name == "hello", text
    assert machines.admin("SELECT count(*) FROM sync.op") == ops


def test_numbers_taken_ahead_are_bounded(thief, mediator):
    lease = "SELECT * FROM sync.lease_numbers(%s, %s, 2026, %s)"
    for count in (0, -1, 101, None):
        assert thief.stopped_by(lease, "m", mediator.org_id, count) == "SY004"
    for machine in range(5):
        thief.rows(lease, f"m{machine}", mediator.org_id, 100)
    assert thief.stopped_by(lease, "another", mediator.org_id, 1) == "SY004"


def test_a_slip_or_a_malicious_wish_opens_no_gap_of_millions(thief, mediator):
    wish = a_wish(9_000_000)
    said = thief.push("m", an_op(an_id(), mediator.org_id, number=wish))[0][4]
    assert "第1号" in said


def test_machines_of_one_person_are_bounded(thief):
    states = {
        thief.stopped_by("SELECT * FROM sync.push(%s, '[]')", f"machine-{no}") for no in range(505)
    }
    assert states == {"", "SY009"}


# --- with fewer rights than one had -----------------------------------------------


def test_who_may_only_read_writes_nothing(machines, mediator):
    record = mediator.new_record()
    reader = machines.at(mediator.org_id, "看的人", "reader").person
    with a_thief(machines.database.dsn(reader.login, reader.password)) as thief:
        assert len(thief.rows("SELECT * FROM sync.history(%s, 0, 10)", record)) == 1
        for op in (an_op(record, mediator.org_id), an_op(an_id(), mediator.org_id)):
            assert thief.push("m", op)[0][5] == "no_access"
        lease = "SELECT * FROM sync.lease_numbers('m', %s, 2026, 1)"
        assert thief.stopped_by(lease, mediator.org_id) == "SY005"
        chunks = "SELECT * FROM sync.missing_chunks(%s, 'x', '{}', 0)"
        assert thief.stopped_by(chunks, record) == "SY005"
        assert thief.stopped_by("SELECT sync.put_chunk(%s, 'x', 0, '')", record) == "SY005"
        assert thief.stopped_by("SELECT sync.put_snapshot('x', 1, '', '')") == "42501"
    assert len(mediator.log(record)) == 1


def answers(thief, mediator, record):
    chain = mediator.log(record)[0].chain.hex()
    known = {"org": mediator.org_id, "record": record, "chain": chain}
    return {name: thief.answer(call.format(**known)) for name, call in CALLS.items()}


def has_learned(answer):
    is_error = len(answer) > 0 and isinstance(answer[0], str)
    return not is_error and any(any(value is not None for value in row) for row in answer)


def test_who_was_disabled_gets_nothing_in_a_session_that_is_still_open(machines, thief, mediator):
    colleague = machines.at(mediator.org_id, "同事")
    record = colleague.new_record()
    assert has_learned(answers(thief, colleague, record)["pull"])
    machines.admin("SELECT sync.disable_person(%s)", mediator.person.login)
    learned = {
        name for name, each in answers(thief, colleague, record).items() if has_learned(each)
    }
    assert learned == set()


def test_who_left_an_organisation_sees_and_writes_nothing_of_it(machines, thief, mediator):
    colleague = machines.at(mediator.org_id, "同事")
    record = colleague.new_record()
    machines.admin("SELECT sync.remove_member(%s, %s)", mediator.person.login, mediator.org_id)
    learned = {
        name for name, each in answers(thief, colleague, record).items() if has_learned(each)
    }
    assert learned == set()
    assert thief.push("m", an_op(record, mediator.org_id))[0][5] == "no_access"


def test_a_revoked_machine_is_refused_wherever_it_names_itself(machines, thief, mediator):
    record = mediator.new_record()
    machines.admin("SELECT sync.revoke_device(%s)", mediator.device_id)
    for call in (
        "push(%s, '[]')",
        "rescue(%s, '[]')",
        f"here(%s, '{record}')",
        f"lease_numbers(%s, {mediator.org_id}, 2026, 1)",
        f"return_numbers(%s, {mediator.org_id}, 2026, 1, 1)",
    ):
        assert thief.stopped_by(f"SELECT * FROM sync.{call}", mediator.device_id) == "SY003"
    hello = mediator.hello()
    assert (hello.device_is_revoked, hello.orgs) == (True, ())


# --- one login that many share ----------------------------------------------------


def test_what_one_leaves_in_a_shared_session_shows_the_next_nothing_false(
    machines, admin, mediator
):
    """A pooler hands the same session from one to another."""
    mediator.new_record()
    key = mediator.hello().orgs[0].bell_key
    login = f"bell_{an_id()[:20]}"
    create_login(admin, login, PASSWORD, "sync_bell")
    ring = "SELECT fseqs FROM sync.bell(%s)"
    with a_thief(machines.database.dsn(login, PASSWORD)) as shared:
        for left_behind in (
            "SET search_path = pg_temp, sync, public",
            "SET plan_cache_mode = force_custom_plan",
            "SET enable_indexscan = off",
            "SET client_encoding = 'LATIN1'",
            "SET bytea_output = 'escape'",
            "PREPARE ring AS SELECT 1",
            "DECLARE ring CURSOR WITH HOLD FOR SELECT 1",
            "LISTEN ring",
        ):
            shared.rows(left_behind)
            assert shared.rows(ring, [key]) == [([1],)]
        assert shared.stopped_by("CREATE TEMP VIEW org AS SELECT 1") == "42501"
        assert shared.stopped_by("SELECT * FROM pg_prepared_statements") == "42501"
        shared.rows("SET row_security = off")
        assert shared.stopped_by(ring, [key]) == "42501"  # late, and not false
