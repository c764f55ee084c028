"""A stolen login asks each published function for what is not its: by ids that are somebody's, and
by ids that are nobody's. It must not be able to tell one from the other."""

import json
from hashlib import sha256
from uuid import uuid4

import pytest

from db.sync.sealing import SEALED_BYTES
from db.sync.sides import Blob, ToldStatus
from tests.central.machines import Machines, a_wish, an_id, an_op, key
from tests.central.test_matrix import CLIENT

NOBODY = 2_000_000_000
DATA = "别的单位的附件".encode()
HASH = sha256(DATA).digest()
BLOB = sha256(HASH).hexdigest()

QUESTIONS = {
    "pull": "SELECT * FROM sync.pull({org}, 0, 1000)",
    "heads": "SELECT * FROM sync.heads({org}, '', 1000)",
    "snapshots": "SELECT * FROM sync.snapshots({org}, '', 1000)",
    "history": "SELECT * FROM sync.history('{record}', 0, 1000)",
    "probe": "SELECT sync.probe('{record}', '{{1,2}}', '{{\"\\\\x{chain}\",\"\\\\x{chain}\"}}')",
    "blob_of": f"SELECT * FROM sync.blob_of('{{record}}', '{BLOB}')",
    "chunk_of": f"SELECT sync.chunk_of('{{record}}', '{BLOB}', 0)",
    "chunks_of": f"SELECT sync.chunks_of('{{record}}', '{BLOB}', '{{{{0,0}}}}')",
    "missing_chunks": (
        f"SELECT * FROM sync.missing_chunks('{{record}}', '{BLOB}',"
        f" '{{{{\"\\\\x{HASH.hex()}\"}}}}', {len(DATA)})"
    ),
    "put_chunk": f"SELECT sync.put_chunk('{{record}}', '{BLOB}', 0, '\\x{DATA.hex()}')",
    "here": "SELECT * FROM sync.here('a-machine', '{record}')",
    "lease_numbers": "SELECT * FROM sync.lease_numbers('a-machine', {org}, 2026, 5)",
    "return_numbers": "SELECT sync.return_numbers('a-machine', {org}, 2026, 1, 99)",
    "hello": "SELECT org_id, fseq, chain_at_cursor FROM sync.hello('m', 'm', '{{\"{org}\": 1}}')",
    "bell": "SELECT fseqs FROM sync.bell('{{\"\\\\x{guess}\"}}')",
    "refused_edits": "SELECT * FROM sync.refused_edits()",
    "answer_refused": "SELECT sync.answer_refused('anything', '{record}')",
    "status_salt": "SELECT sync.status_salt()",
    "own_cases": "SELECT * FROM sync.own_cases('{{{record}}}')",
    "publish_status": (
        "SELECT sync.publish_status('{{{record}}}', '{{\"\\\\x{chain}\"}}', '{{\"\"}}', '{{1}}')"
    ),
    "ask_status": "SELECT sync.ask_status('\\x{chain}')",
    "answer_status": "SELECT sync.answer_status('\\x{chain}')",
    "push": "SELECT * FROM sync.push('a-machine', '{push}')",
    "rescue": "SELECT * FROM sync.rescue('a-machine', '{rescue}')",
}

END_IN_AN_ERROR = {
    *("lease_numbers", "return_numbers", "missing_chunks", "put_chunk", "answer_refused"),
    "answer_status",
}
"""EXPLAIN tells nothing of those."""


class Foreign:
    """What another station has: everything that a function could be asked for."""

    def __init__(self, stranger, admin):
        self.org = stranger.org_id
        self.record = stranger.new_record(number=a_wish(word="云西金人调字"))
        for _ in range(2):
            stranger.push(*(stranger.op(self.record) for _ in range(100)))
        self.log = stranger.log(self.record)
        self.chain = self.log[0].chain.hex()
        blob = Blob(BLOB, self.record, (HASH,), len(DATA))
        assert stranger.central.missing_chunks(key(self.record), blob) == (0,)
        stranger.central.put_chunk(key(self.record), BLOB, 0, DATA)
        stranger.central.here(stranger.device_id, self.record)
        status = ToldStatus(self.record, self.log[0].chain, bytes(SEALED_BYTES), 1)
        stranger.central.publish_statuses([status])
        stranger.central.lease_numbers(stranger.device_id, self.org, 2026, 5)
        admin(
            "INSERT INTO sync.snapshot SELECT home_id, record_id, seq, chain, 'x', sha256('x')"
            " FROM sync.record WHERE record_id = %s",
            self.record,
        )


@pytest.fixture
def foreign(machines, stranger):
    return Foreign(stranger, machines.admin)


def a_question(name, org, record, chain):
    """Return a question; the ids in it are the only difference between two of them."""
    sent = json.dumps(
        [{"op_id": "an-op", "kind": "case", "record_id": record, "org_id": org, "action": "a"}]
    )
    return QUESTIONS[name].format(
        org=org, record=record, chain=chain, guess=uuid4().hex, push=sent, rescue=sent
    )


def test_every_published_function_is_asked():
    assert set(QUESTIONS) == CLIENT


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_is_somebody_elses_is_answered_as_what_is_not_there(thief, foreign, name):
    theirs = thief.answer(a_question(name, foreign.org, foreign.record, foreign.chain))
    nobodys = thief.answer(a_question(name, NOBODY, an_id(), an_id() * 2))
    assert theirs == nobodys
    assert "何青" not in str(theirs)


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - END_IN_AN_ERROR))
def test_how_much_there_is_cannot_be_told_from_the_work_of_refusing_it(thief, foreign, name):
    theirs = thief.pages(a_question(name, foreign.org, foreign.record, foreign.chain))
    nobodys = thief.pages(a_question(name, NOBODY, an_id(), an_id() * 2))
    assert abs(theirs - nobodys) <= 6


def test_nothing_that_somebody_else_does_changes_a_number_that_one_is_told(
    thief, machines, mediator, stranger
):
    mediator.new_record()

    def told():
        org = mediator.org_id
        hello = (
            "SELECT org_id, fseq, chain, epoch, bell_key, person FROM sync.hello('a', 'a', '{}')"
        )
        return (
            thief.answer(hello),
            thief.answer("SELECT * FROM sync.pull(%s, 0, 1000)", org),
            thief.answer("SELECT * FROM sync.heads(%s, '', 1000)", org),
            thief.answer("SELECT * FROM sync.bell(%s)", [mediator.hello().orgs[0].bell_key]),
        )

    before = told()
    stranger.new_record(number=a_wish(word="云西金人调字"))
    machines.at(stranger.org_id, "新来的")
    assert told() == before


def test_a_number_that_one_is_given_tells_nothing_of_another_series(thief, mediator, stranger):
    for _ in range(3):
        stranger.new_record(number=a_wish(word="云西金人调字"))
    record = an_id()
    op = an_op(record, mediator.org_id, number=a_wish())
    assert '第1号"' in thief.push("a-machine", op)[0][4]


def test_another_home_is_as_if_it_were_not_there(thief, shared, admin, mediator):
    others = Machines(shared, admin)
    try:
        there = others.at(others.town.station, "别城的人")
        record = there.new_record(number=a_wish())
        for name in QUESTIONS:
            asked = a_question(name, there.org_id, record, there.log(record)[0].chain.hex())
            assert thief.answer(asked) == thief.answer(
                a_question(name, NOBODY, an_id(), an_id() * 2)
            ), name
        # A record's id of another home is an id like any other.
        assert thief.push("m", an_op(record, mediator.org_id))[0][1] == "placed"
        assert len(there.log(record)) == 1
    finally:
        others.close()


def test_the_bell_of_an_organisation_falls_silent_for_who_left_it(machines, thief, mediator):
    bell = mediator.hello().orgs[0].bell_key
    colleague = machines.at(mediator.org_id, "同事")
    colleague.new_record()
    assert thief.rows("SELECT fseqs FROM sync.bell(%s)", [bell]) == [([1],)]
    machines.admin("SELECT sync.remove_member(%s, %s)", mediator.person.login, mediator.org_id)
    assert thief.rows("SELECT fseqs FROM sync.bell(%s)", [bell]) == [([0],)]
    fresh = colleague.hello().orgs[0].bell_key
    assert colleague.central.bell([fresh])[0] == (1,)


def test_without_a_key_the_bell_tells_nothing(thief, stranger):
    stranger.new_record()
    guesses = [uuid4().bytes for _ in range(1000)]
    assert thief.rows("SELECT fseqs FROM sync.bell(%s)", guesses) == [([0] * 1000,)]
