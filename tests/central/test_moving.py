from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor, Event
from tests.central.machines import an_id, judgements, key


def move(machines, record, org_id):
    return machines.admin("SELECT sync.move_record(%s, %s)", record, org_id)[0][0]


def events(machine, org_id=None):
    entries = machine.feed(org_id)
    check_feed(Cursor(), entries)
    return [(entry.event, entry.record_id) for entry in entries]


def test_a_moved_case_leaves_here_and_enters_there(machines, town, mediator, stranger, leader):
    record = mediator.new_record()
    assert move(machines, record, town.other_station)
    assert events(mediator) == [(Event.OP, record), (Event.LEAVE, record)]
    assert events(stranger) == [(Event.ENTER, record)]
    assert events(leader) == [(Event.OP, record)]
    assert mediator.log(record) == ()
    check_log(b"", 1, stranger.log(record))
    assert judgements(mediator.push(mediator.op(record))) == ["no_access"]
    assert judgements(stranger.push(stranger.op(record))) == ["placed"]


def test_what_a_feed_told_before_a_case_left_comes_without_its_content(machines, town, mediator):
    record = mediator.new_record()
    move(machines, record, town.other_station)
    op, leave = mediator.feed()
    assert op.placed is None
    assert len(op.link) == len(leave.link) == 32


def test_a_case_that_comes_back_is_there_with_its_whole_log(machines, town, mediator, stranger):
    record = mediator.new_record()
    move(machines, record, town.other_station)
    stranger.push(stranger.op(record))
    move(machines, record, town.station)
    kinds = [Event.OP, Event.LEAVE, Event.ENTER]
    assert events(mediator) == [(kind, record) for kind in kinds]
    assert len(mediator.log(record)) == 2
    assert stranger.log(record) == ()


def test_down_to_a_branch_nothing_leaves_the_station(machines, town, mediator):
    clerk = machines.at(town.branch, "沈禾", "specialist")
    record = mediator.new_record()
    assert move(machines, record, town.branch)
    assert events(mediator) == [(Event.OP, record)]
    assert events(clerk) == [(Event.ENTER, record)]
    assert move(machines, record, town.station)
    assert events(clerk) == [(Event.ENTER, record), (Event.LEAVE, record)]
    assert not move(machines, record, town.station)


def test_the_author_learns_that_his_operation_had_a_place(machines, town, mediator):
    record = an_id()
    op = mediator.op(record)
    (placed,) = mediator.push(op)
    move(machines, record, town.other_station)
    (again,) = mediator.push(op)
    assert judgements([again]) == ["known"]
    assert (again.seq, again.chain) == (placed.seq, placed.chain)


def test_contents_go_with_the_case(machines, town, mediator, stranger):
    record = mediator.new_record()
    move(machines, record, town.other_station)
    assert mediator.central.heads(town.station, "", 10) == ()
    (head,) = stranger.central.heads(town.other_station, "", 10)
    assert (head.record_id, head.seq) == (record, 1)
    assert mediator.central.probe(key(record), []) == 0
