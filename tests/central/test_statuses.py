"""What one station tells of its cases, and what another one learns by a code."""

import psycopg
import pytest

from db.sync.sealing import SEALED_BYTES, StatusKeys, open_sealed, seal
from db.sync.sides import ToldStatus
from mediation_app.errors import CentralError, RejectedCallError
from tests.central.machines import an_id

TEXT = '{"step":"受理"}'


def keys_of(code):
    """Return keys without the cost of those of a person's code."""
    return StatusKeys(code.ljust(32, b"-"), code.ljust(64, b"+"))


def a_status(record_id, code, text=TEXT, seq=1):
    keys = keys_of(code)
    return ToldStatus(record_id, keys.lookup, seal(keys, text), seq)


def heard(machine, code):
    keys = keys_of(code)
    return open_sealed(keys, machine.central.ask_status(keys.lookup))


@pytest.fixture
def code():
    return an_id()[:16].encode()


def test_another_station_learns_by_the_code_what_was_told(mediator, stranger, code):
    record_id = mediator.new_record()
    mediator.central.publish_statuses([a_status(record_id, code)])
    assert heard(stranger, code) == TEXT
    assert stranger.log(record_id) == ()


def test_a_centre_gives_each_home_a_salt_of_its_own(mediator, machines):
    salts = machines.admin("SELECT status_salt, decoy_secret FROM sync.home")
    assert len({salt for salt, _ in salts}) == len(salts)
    assert {(len(salt), len(secret)) for salt, secret in salts} == {(16, 32)}
    assert (mediator.central.status_salt(),) in [(salt,) for salt, _ in salts]


def test_who_asks_without_a_status_gets_as_much_and_the_same_each_time(stranger, code):
    keys = keys_of(code)
    first = stranger.central.ask_status(keys.lookup)
    assert len(first) == SEALED_BYTES
    assert stranger.central.ask_status(keys.lookup) == first
    assert stranger.central.ask_status(keys_of(code + b"2").lookup) != first
    assert open_sealed(keys, first) is None


def test_telling_again_changes_nothing_and_a_newer_status_takes_the_place(
    mediator, stranger, machines, code
):
    record_id = mediator.new_record()
    versions = []
    for text in (TEXT, TEXT, "newer"):
        mediator.central.publish_statuses([a_status(record_id, code, text)])
        versions += machines.admin(
            "SELECT xmin::text FROM sync.told_status WHERE record_id = %s", record_id
        )
    assert versions[0] == versions[1] != versions[2]
    assert heard(stranger, code) == "newer"


def test_who_has_not_seen_the_newest_puts_no_older_status_in_its_place(
    mediator, machines, stranger, code
):
    record_id = mediator.new_record()
    mediator.push(mediator.op(record_id))
    mediator.central.publish_statuses([a_status(record_id, code, "new", seq=2)])
    colleague = machines.at(machines.town.station, "沈云舟")
    colleague.central.publish_statuses([a_status(record_id, code, "old", seq=1)])
    assert heard(stranger, code) == "new"
    # No machine can pretend to have seen more than there is, to shut out the others.
    mediator.central.publish_statuses([a_status(record_id, code, "far", seq=2**40)])
    colleague.central.publish_statuses([a_status(record_id, code, "true", seq=2)])
    assert heard(stranger, code) == "true"


def test_what_is_taken_back_is_told_no_longer(mediator, stranger, code):
    record_id = mediator.new_record()
    mediator.central.publish_statuses([a_status(record_id, code)])
    mediator.central.publish_statuses([ToldStatus(record_id)])
    assert heard(stranger, code) is None


def test_only_who_writes_for_the_organisation_of_a_case_tells_of_it(
    mediator, stranger, leader, machines, code
):
    record_id = mediator.new_record()
    reader = machines.at(machines.town.station, "只读", "reader")
    for other in (stranger, leader, reader):
        assert other.central.own_cases([record_id]) == {}
        other.central.publish_statuses([a_status(record_id, code)])
        assert heard(mediator, code) is None
    assert mediator.central.own_cases([record_id, an_id()]) == {record_id: 0}
    mediator.central.publish_statuses([a_status(record_id, code)])
    assert mediator.central.own_cases([record_id, an_id()]) == {record_id: 1}
    for other in (stranger, leader, reader):
        other.central.publish_statuses([ToldStatus(record_id)])
    assert heard(stranger, code) == TEXT


def test_a_case_that_moved_is_told_of_by_its_new_organisation_alone(
    mediator, stranger, machines, code
):
    record_id = mediator.new_record()
    mediator.central.publish_statuses([a_status(record_id, code)])
    machines.admin("SELECT sync.move_record(%s, %s)", record_id, stranger.org_id)
    assert heard(mediator, code) is None
    assert mediator.central.own_cases([record_id]) == {}
    assert stranger.central.own_cases([record_id]) == {record_id: 0}
    stranger.central.publish_statuses([a_status(record_id, code, "moved")])
    assert heard(mediator, code) == "moved"


def test_a_false_status_under_a_code_that_is_known_does_not_hide_the_true_one(
    mediator, stranger, code
):
    record_id, planted = mediator.new_record(), stranger.new_record()
    mediator.central.publish_statuses([a_status(record_id, code)])
    stranger.central.publish_statuses([a_status(planted, code, "false")])
    mediator.central.publish_statuses([a_status(record_id, code, "later")])
    assert heard(stranger, code) == "later"


def test_questions_are_counted_and_more_are_had_with_time(stranger, machines, code):
    for _ in range(30):
        assert heard(stranger, code) is None
    with pytest.raises(RejectedCallError, match="次数太多"):
        heard(stranger, code)
    machines.admin(
        "UPDATE sync.status_question SET counted_at = counted_at - interval '301 seconds'"
        " WHERE lookup = %s",
        keys_of(code).lookup,
    )
    assert heard(stranger, code) is None
    with pytest.raises(RejectedCallError):
        heard(stranger, code)


def test_no_more_than_five_hundred_are_told_at_once(mediator):
    with pytest.raises(RejectedCallError):
        mediator.central.own_cases([an_id()] * 501)
    with pytest.raises(RejectedCallError):
        mediator.central.publish_statuses([ToldStatus(an_id())] * 501)
    mediator.central.publish_statuses([])


def test_somebody_who_left_neither_tells_nor_asks(mediator, machines, code):
    record_id = mediator.new_record()
    machines.admin("SELECT sync.disable_person(%s)", mediator.person.login)
    for call in (
        mediator.central.status_salt,
        lambda: mediator.central.own_cases([record_id]),
        lambda: mediator.central.publish_statuses([a_status(record_id, code)]),
        lambda: heard(mediator, code),
    ):
        with pytest.raises(CentralError, match="没有登记"):
            call()


# --- a login in other hands, with psql ---------------------------------------------


@pytest.fixture
def raw(stranger, machines):
    dsn = machines.database.dsn(stranger.person.login, stranger.person.password)
    with psycopg.connect(dsn, autocommit=True) as line:
        yield line


@pytest.fixture
def told(mediator, code):
    """Return the record of which a status was told under the code."""
    record_id = mediator.new_record()
    mediator.central.publish_statuses([a_status(record_id, code)])
    return record_id


def answer(raw, lookup):
    raw.execute("SELECT sync.ask_status(%s)", [lookup])
    return raw.execute("SELECT sync.answer_status(%s)", [lookup]).fetchall()


@pytest.mark.usefixtures("told")
def test_a_question_that_is_rolled_back_is_not_answered(raw, code):
    lookup = keys_of(code).lookup
    for end in ("ROLLBACK", "COMMIT"):
        raw.execute("BEGIN")
        raw.execute("SELECT sync.ask_status(%s)", [lookup])
        raw.execute("SAVEPOINT later")
        with pytest.raises(psycopg.errors.SerializationFailure):
            raw.execute("SELECT sync.answer_status(%s)", [lookup])
        raw.execute("ROLLBACK TO later")
        raw.execute(end.encode())
        if end == "ROLLBACK":
            with pytest.raises(psycopg.errors.SerializationFailure):
                raw.execute("SELECT sync.answer_status(%s)", [lookup])
    assert len(raw.execute("SELECT sync.answer_status(%s)", [lookup]).fetchall()) == 1


@pytest.mark.usefixtures("told")
def test_only_what_was_asked_last_is_answered(raw, code):
    lookup, other = keys_of(code).lookup, keys_of(code + b"2").lookup
    raw.execute("SELECT sync.ask_status(%s)", [other])
    with pytest.raises(psycopg.errors.SerializationFailure):
        raw.execute("SELECT sync.answer_status(%s)", [lookup])


@pytest.mark.usefixtures("told")
def test_a_plan_does_not_tell_whether_a_code_is_there(raw, mediator, code):
    # One that lies behind it, so that neither is the last: the place beside is read for both.
    last = StatusKeys(b"\xff" * 32, b"k" * 64)
    status = ToldStatus(mediator.new_record(), last.lookup, seal(last, TEXT), 1)
    mediator.central.publish_statuses([status])
    explain = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, COSTS OFF) "
    plans = []
    for lookup in (keys_of(code).lookup, keys_of(code[:-1] + b"~").lookup) * 2:
        raw.execute("SELECT sync.ask_status(%s)", [lookup])
        query = explain + "SELECT sync.answer_status(%s)"
        plans.append(raw.execute(query.encode(), [lookup]).fetchall()[1:])
    assert plans[2] == plans[3]


def test_trying_codes_by_telling_them_learns_nothing(raw, stranger, told, code):
    own = stranger.new_record()
    tell = "SELECT sync.publish_status(%s::text[], %s::bytea[], %s::bytea[], %s::bigint[])"
    status = a_status(own, code, "mine")
    answers = []
    for lookup in (status.lookup, keys_of(code + b"2").lookup):
        given = ([own], [lookup], [status.sealed], [1])
        answers.append(raw.execute(tell.encode(), given).fetchall())
    assert answers[0] == answers[1]
    assert raw.execute("SELECT * FROM sync.own_cases(%s)", [[told]]).fetchall() == []


@pytest.mark.parametrize("sealed", [b"short", b"x" * (SEALED_BYTES + 1), b"x" * 100_000], ids=len)
def test_what_is_told_has_one_length(raw, stranger, sealed):
    tell = "SELECT sync.publish_status(%s::text[], %s::bytea[], %s::bytea[], %s::bigint[])"
    given = ([stranger.new_record()], [b"x" * 32], [sealed], [1])
    with pytest.raises(psycopg.errors.CheckViolation):
        raw.execute(tell.encode(), given)


@pytest.mark.parametrize(
    "call",
    [
        "ask_status(NULL)",
        "ask_status('')",
        "answer_status(NULL)",
        "own_cases(NULL)",
        "publish_status(NULL, NULL, NULL, NULL)",
        "publish_status('{a}', '{}', '{}', NULL)",
    ],
)
def test_who_asks_for_nothing_hears_of_nothing(raw, told, call):
    try:
        said = str(raw.execute(f"SELECT sync.{call}".encode()).fetchall())
    except psycopg.Error as error:
        said = str(error)
    assert told not in said


@pytest.mark.usefixtures("told")
def test_a_status_of_the_file_cannot_be_read_without_its_code(machines, code):
    """Who has the whole database still has to guess the code, each guess with Argon2id."""
    rows = machines.admin("SELECT lookup, sealed FROM sync.told_status")
    for lookup, sealed in rows:
        guessed = StatusKeys(lookup, keys_of(code[:-1]).key)
        assert open_sealed(guessed, sealed) is None
        assert TEXT.encode() not in sealed
