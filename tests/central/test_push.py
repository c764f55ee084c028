from dataclasses import replace

import pytest

from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor, Judgement, Place
from mediation_app.errors import ForkedDeviceError, RejectedCallError
from tests.central.machines import an_id, an_op, judgements


def test_an_operation_gets_the_next_place_of_its_record(mediator):
    record = an_id()
    verdicts = mediator.push(mediator.op(record), mediator.op(record), mediator.op(an_id()))
    assert [(each.judgement, each.seq) for each in verdicts] == [
        (Judgement.PLACED, 1),
        (Judgement.PLACED, 2),
        (Judgement.PLACED, 1),
    ]
    log = mediator.log(record)
    check_log(b"", 1, log)
    assert [each.chain for each in log] == [each.chain for each in verdicts[:2]]
    assert [each.author for each in log] == ["周文", "周文"]


def test_an_operation_comes_back_as_it_was_sent(mediator):
    record = an_id()
    first, second = mediator.op(record), mediator.op(record, action="新办法", v=7)
    second = replace(second, after=(first.op_id,), blobs=("ab" * 32,))
    mediator.push(first, second)
    assert [each.op for each in mediator.log(record)] == [first, second]


def test_the_feed_of_the_organisation_and_of_those_above_tells_of_it(mediator, leader):
    mediator.new_record()
    for machine in (mediator, leader):
        entries = machine.feed()
        check_feed(Cursor(), entries)
        assert len(entries) == 1
        assert entries[0].placed is not None


def test_nobody_below_or_beside_hears_of_it(machines, town, mediator, stranger):
    record = mediator.new_record()
    clerk = machines.at(town.branch, "沈禾", "specialist")
    for machine in (clerk, stranger):
        assert machine.feed() == ()
        assert machine.feed(town.station) == ()
        assert machine.log(record) == ()
        assert machine.central.heads(town.station, "", 10) == ()


def test_the_same_operation_again_is_known(mediator):
    op = mediator.op(an_id())
    (first,) = mediator.push(op)
    (again,) = mediator.push(op)
    assert again == replace(first, judgement=Judgement.KNOWN)
    assert len(mediator.feed()) == 1


def test_another_content_under_the_same_id_is_refused(mediator):
    record = mediator.new_record()
    op = mediator.op(record)
    mediator.push(op)
    (verdict,) = mediator.push(an_op(record, mediator.org_id, op_id=op.op_id))
    assert judgements([verdict]) == ["id_reuse"]


def test_a_record_of_others_takes_nothing(mediator, stranger):
    record = mediator.new_record()
    assert judgements(stranger.push(stranger.op(record))) == ["no_access"]
    assert judgements(stranger.push(stranger.op(record, mediator.org_id))) == ["no_access"]
    assert len(mediator.log(record)) == 1


def test_a_record_is_not_planted_in_an_organisation_of_others(mediator, stranger):
    record = an_id()
    assert judgements(stranger.push(stranger.op(record, mediator.org_id))) == ["no_access"]
    assert judgements(mediator.push(mediator.op(record))) == ["placed"]


def test_an_id_of_others_is_answered_like_an_unused_one(mediator, stranger):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    foreign = [stranger.op(record, op_id=op_id) for op_id in (placed.op.op_id, an_id())]
    own = [stranger.op(an_id(), op_id=op_id) for op_id in (placed.op.op_id, an_id())]
    assert judgements(stranger.push(*foreign)) == ["no_access", "no_access"]
    assert judgements(stranger.push(*own)) == ["placed", "placed"]


def test_an_id_used_at_a_record_that_one_sees_is_refused(mediator):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    op = mediator.op(an_id(), op_id=placed.op.op_id)
    assert judgements(mediator.push(op)) == ["id_reuse"]


def test_who_may_only_read_changes_nothing(machines, town, mediator):
    record = mediator.new_record()
    reader = machines.at(town.station, "许岚", "reader")
    assert len(reader.log(record)) == 1
    assert judgements(reader.push(reader.op(record))) == ["no_access"]


def test_what_is_refused_is_kept_whole_and_stays_refused(machines, mediator, stranger):
    record = an_id()
    op = stranger.op(record, mediator.org_id)
    stranger.push(op)
    kept = machines.admin(
        "SELECT reason, op->>'body' FROM sync.quarantine WHERE op_id = %s", op.op_id
    )
    assert kept == [("no_access", op.body)]
    machines.join(stranger.person, mediator.org_id)
    assert judgements(stranger.push(op)) == ["no_access"]
    assert judgements(stranger.push(stranger.op(record, mediator.org_id))) == ["placed"]


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        ({"body": "{}", "body_hash": b"?" * 32}, "bad_hash"),
        ({"action": ""}, "malformed"),
        ({"sealed": "xyz"}, "malformed"),
        ({"blobs": ("../..",)}, "malformed"),
        ({"op_id": "号" * 9}, "malformed"),
        ({"after": ('"]',)}, "malformed"),
        ({"saved_at": "9" * 41}, "malformed"),
        ({"record_id": "org-1"}, "malformed"),
        ({"body": "长" * (2 << 20)}, "too_big"),
    ],
)
def test_a_poisoned_operation_does_not_stop_the_others(mediator, spoilt, reason):
    record = an_id()
    ops = [
        mediator.op(record),
        replace(mediator.op(spoilt.pop("record_id", record)), **spoilt),
        mediator.op(record),
    ]
    assert judgements(mediator.push(*ops)) == ["placed", reason, "placed"]


def test_a_batch_has_at_most_two_hundred_operations(mediator):
    record = an_id()
    with pytest.raises(RejectedCallError):
        mediator.push(*(mediator.op(record) for _ in range(201)))
    assert len(mediator.push(*(mediator.op(record) for _ in range(200)))) == 200
    huge = "长" * (4 << 20)
    with pytest.raises(RejectedCallError):
        mediator.push(*(mediator.op(record, body=huge) for _ in range(3)))


def test_a_base_that_holds_is_kept_and_another_becomes_nothing(mediator):
    record = mediator.new_record()
    chain = mediator.log(record)[0].chain[:8]
    bases = [Place(1, chain), Place(1, b"8 octets"), Place(9, chain)]
    mediator.push(*(mediator.op(record, base=base) for base in bases))
    log = mediator.log(record)
    check_log(b"", 1, log)
    assert [each.op.base for each in log[1:]] == [Place(1, chain), Place(), Place()]


def test_a_number_of_the_machine_used_twice_shows_a_copied_disk(mediator):
    mediator.push(mediator.op(an_id(), device_seq=5))
    with pytest.raises(ForkedDeviceError):
        mediator.push(mediator.op(an_id(), device_seq=6), mediator.op(an_id(), device_seq=5))
    assert len(mediator.feed()) == 1
    verdicts = mediator.push(*(mediator.op(an_id(), device_seq=0) for _ in range(2)))
    assert judgements(verdicts) == ["placed", "placed"]


def test_two_operations_of_one_batch_with_one_number_show_it_too(mediator):
    with pytest.raises(ForkedDeviceError):
        mediator.push(*(mediator.op(an_id(), device_seq=1) for _ in range(2)))


def test_the_device_id_of_somebody_else_is_a_device_of_ones_own(mediator, stranger):
    mediator.push(mediator.op(an_id(), device_seq=1))
    stranger.device_id = mediator.device_id
    assert judgements(stranger.push(stranger.op(an_id(), device_seq=1))) == ["placed"]


def test_the_committee_of_an_organisation_is_a_record_of_it_alone(mediator, town):
    own = mediator.op(f"org-{town.station}")
    foreign = mediator.op(f"org-{town.other_station}", town.other_station)
    wrong = mediator.op(f"org-{town.other_station}", town.station)
    verdicts = mediator.push(own, foreign, wrong)
    assert judgements(verdicts) == ["placed", "no_access", "malformed"]


def test_the_centre_may_open_a_case_for_a_station(town, mediator, leader):
    (verdict,) = leader.push(leader.op(an_id(), town.station))
    assert verdict.judgement is Judgement.PLACED
    assert len(mediator.feed()) == 1
