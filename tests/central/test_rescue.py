from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor, Judgement
from tests.central.machines import a_wish, an_id, judgements

LOSE = """
SET session_replication_role = replica;
CREATE TEMP TABLE lost AS SELECT record_id, seq FROM sync.op WHERE home_id = {home}
    ORDER BY placed_at, op_id OFFSET {kept};
DELETE FROM sync.op WHERE (record_id, seq) IN (SELECT * FROM lost);
DELETE FROM sync.feed WHERE (record_id, seq) IN (SELECT * FROM lost);
DROP TABLE lost;
UPDATE sync.record AS r SET
    seq = (SELECT count(*) FROM sync.op AS o WHERE o.record_id = r.record_id),
    chain = coalesce((SELECT o.chain FROM sync.op AS o WHERE o.record_id = r.record_id
        ORDER BY o.seq DESC LIMIT 1), '')
    WHERE home_id = {home};
UPDATE sync.feed_head AS h SET
    fseq = (SELECT count(*) FROM sync.feed AS f WHERE f.org_id = h.org_id),
    chain = coalesce((SELECT f.chain FROM sync.feed AS f WHERE f.org_id = h.org_id
        ORDER BY f.fseq DESC LIMIT 1), '')
    WHERE home_id = {home};
DELETE FROM sync.record_org WHERE home_id = {home} AND record_id IN
    (SELECT record_id FROM sync.record WHERE home_id = {home} AND seq = 0);
DELETE FROM sync.record WHERE home_id = {home} AND seq = 0;
DELETE FROM sync.official_number WHERE home_id = {home};
UPDATE sync.number_series SET head = 0 WHERE home_id = {home};
UPDATE sync.device SET last_seq = 0 WHERE home_id = {home};
SET session_replication_role = origin;
"""


def lose(machines, kept):
    """Put the centre back to when it had so many operations; no trigger is asked, as then."""
    machines.admin(LOSE.format(home=machines.town.centre, kept=kept))


def rescue(machine, *ops):
    return machine.central.rescue(machine.device_id, ops)


@pytest.fixture
def record(mediator):
    name = an_id()
    for _ in range(4):
        mediator.push(mediator.op(name))
    return name


def test_what_was_lost_comes_back_into_its_old_place(machines, mediator, record):
    before, feed = mediator.log(record), mediator.feed()
    lose(machines, 2)
    assert len(mediator.log(record)) == 2
    verdicts = rescue(mediator, *before)
    assert judgements(verdicts) == ["known", "known", "placed", "placed"]
    assert mediator.log(record) == before
    assert mediator.feed() == feed


def test_a_whole_record_comes_back_through_anybody_of_its_organisation(
    machines, town, mediator, record
):
    before = mediator.log(record)
    other = machines.at(town.station, "许岚", "reader")
    lose(machines, 0)
    assert judgements(rescue(other, *before)) == ["placed"] * 4
    assert mediator.log(record) == before
    assert [each.author for each in mediator.log(record)] == ["周文"] * 4


def test_behind_new_operations_it_gets_a_new_place_with_its_author(machines, mediator, record):
    before = mediator.log(record)
    lose(machines, 2)
    mediator.push(mediator.op(record, device_seq=0))
    verdicts = rescue(mediator, *before[2:])
    assert [each.seq for each in verdicts] == [4, 5]
    log = mediator.log(record)
    check_log(b"", 1, log)
    check_feed(Cursor(), mediator.feed())
    assert [each.op for each in log[3:]] == [each.op for each in before[2:]]


def test_one_operation_alone_can_be_given_back(machines, mediator, record):
    before = mediator.log(record)
    lose(machines, 2)
    (verdict,) = rescue(mediator, before[3])
    assert (verdict.judgement, verdict.seq) == (Judgement.PLACED, 3)
    assert judgements(rescue(mediator, *before)) == ["known", "known", "placed", "known"]
    check_log(b"", 1, mediator.log(record))


def test_what_was_given_back_is_given_back_again_after_another_loss(machines, mediator, record):
    before = mediator.log(record)
    for kept in (3, 1, 0):
        lose(machines, kept)
        rescue(mediator, *before)
        assert mediator.log(record) == before


def test_a_pushed_operation_is_known_after_it_was_given_back(machines, mediator, record):
    before = mediator.log(record)
    lose(machines, 2)
    rescue(mediator, *before)
    assert judgements(mediator.push(before[3].op)) == ["known"]


@pytest.mark.parametrize(
    "forge",
    [
        lambda placed: replace(placed, author="他人"),
        lambda placed: replace(placed, seq=9),
        lambda placed: replace(placed, mac=b"0" * 16),
        lambda placed: replace(placed, chain=b"0" * 32),
        lambda placed: replace(placed, key_id=7),
        lambda placed: replace(placed, said='{"number":"（2026）云临金人调字第9号"}'),
        lambda placed: replace(placed, op=replace(placed.op, body="{}")),
        lambda placed: replace(placed, op=replace(placed.op, action="别的")),
        lambda placed: replace(placed, op=replace(placed.op, record_id=an_id())),
        lambda placed: replace(placed, op=replace(placed.op, body_hash=b"0" * 32)),
    ],
)
def test_nothing_comes_in_that_the_centre_never_accepted(machines, mediator, record, forge):
    before = mediator.log(record)
    lose(machines, 2)
    (verdict,) = rescue(mediator, forge(before[2]))
    assert verdict.judgement is Judgement.REFUSED
    assert verdict.reason in {"bad_mac", "bad_hash"}
    assert len(mediator.log(record)) == 2


def test_one_that_cannot_be_read_does_not_stop_the_others(machines, mediator, record):
    before = mediator.log(record)
    lose(machines, 2)
    assert judgements(rescue(mediator, replace(before[2], said="{"), before[3])) == [
        "bad_mac",
        "placed",
    ]


def test_an_old_key_still_proves_what_it_was_used_for(machines, town, mediator, record):
    before = mediator.log(record)
    assert machines.admin("SELECT sync.rotate_key(%s)", town.centre) == [(2,)]
    mediator.push(mediator.op(record))
    assert mediator.log(record)[-1].key_id == 2
    lose(machines, 2)
    assert judgements(rescue(mediator, *before[2:])) == ["placed", "placed"]
    assert [each.chain for each in mediator.log(record)] == [each.chain for each in before]


def test_numbers_come_back_with_their_cases(machines, town, mediator):
    records = [an_id() for _ in range(3)]
    for name in records:
        mediator.push(mediator.op(name, number=a_wish()))
    logs = [mediator.log(name) for name in records]
    lose(machines, 0)
    machines.admin("SELECT sync.begin_recovery(%s)", town.centre)
    for log in reversed(logs):
        rescue(mediator, *log)
    machines.admin("SELECT sync.end_recovery(%s)", town.centre)
    mediator.push(mediator.op(an_id(), number=a_wish(), device_seq=0))
    numbers = machines.admin(
        "SELECT serial, record_id FROM sync.explain_numbers(%s, 2026)", town.station
    )
    assert numbers[:3] == [(at + 1, name) for at, name in enumerate(records)]
    assert len(numbers) == 4


def test_a_stranger_who_holds_a_copy_cannot_plant_it_elsewhere(
    machines, town, mediator, stranger, record
):
    before = mediator.log(record)
    lose(machines, 0)
    elsewhere = [replace(each, op=replace(each.op, org_id=town.other_station)) for each in before]
    assert judgements(rescue(stranger, *elsewhere)) == ["bad_mac"] * 4
    assert stranger.log(record) == ()


def test_who_holds_a_copy_brings_it_back_to_where_it_was_and_sees_nothing_of_it(
    machines, mediator, stranger, record
):
    before = mediator.log(record)
    lose(machines, 0)
    assert {(each.seq, each.chain) for each in rescue(stranger, *before)} == {(0, b"")}
    assert stranger.log(record) == ()
    assert [each.chain for each in mediator.log(record)] == [each.chain for each in before]
    assert judgements(rescue(mediator, *before)) == ["known"] * 4


def test_an_operation_of_a_forgotten_machine_keeps_it_as_its_source(machines, town, mediator):
    record = mediator.new_record()
    before = mediator.log(record)
    lose(machines, 0)
    machines.admin("DELETE FROM sync.device WHERE home_id = %s", town.centre)
    other = machines.at(town.station, "许岚")
    rescue(other, *before)
    (placed,) = mediator.log(record)
    assert placed == before[0]


def without_body(placed):
    return replace(placed, op=replace(placed.op, body=""))


def test_a_body_that_somebody_lacked_is_brought_by_who_has_it(machines, mediator, record):
    before = mediator.log(record)
    lose(machines, 3)
    assert judgements(rescue(mediator, without_body(before[3]))) == ["placed"]
    assert mediator.log(record)[3] == without_body(before[3])
    assert judgements(rescue(mediator, before[3])) == ["known"]
    assert mediator.log(record) == before


def test_a_body_that_was_erased_does_not_come_back(machines, town, mediator, record):
    before = mediator.log(record)
    machines.admin("SELECT sync.erase_body(%s, %s, 2, '当事人要求')", town.centre, record)
    assert judgements(rescue(mediator, before[1])) == ["known"]
    assert mediator.log(record)[1] == without_body(before[1])


def test_giving_back_and_pushing_at_once_lock_nobody_out(machines, town, mediator, record):
    other = machines.at(town.station, "许岚")
    logs = [mediator.log(record)]

    def push():
        return [mediator.push(mediator.op(record, device_seq=0))[0].judgement for _ in range(40)]

    def give_back():
        return [judgements(rescue(other, *logs[0])) for _ in range(40)]

    with ThreadPoolExecutor(2) as pool:
        pushed, given = pool.submit(push), pool.submit(give_back)
        assert set(pushed.result()) == {Judgement.PLACED}
        assert given.result() == [["known"] * 4] * 40
    check_log(b"", 1, mediator.log(record))


def test_what_a_disk_and_its_copy_counted_alike_comes_back_from_both(machines, mediator):
    record = mediator.new_record()
    mediator.push(mediator.op(record, device_seq=7))
    of_the_disk = mediator.log(record)[1]
    lose(machines, 1)
    mediator.push(mediator.op(record, device_seq=7))
    of_the_copy = mediator.log(record)[1]
    for together in (True, False):
        lose(machines, 1)
        if together:
            rescue(mediator, of_the_disk, of_the_copy)
        else:
            rescue(mediator, of_the_copy)
            rescue(mediator, of_the_disk)
        assert sorted(each.op.device_seq for each in mediator.log(record)[1:]) == [0, 7]
