"""An edit that came when the record had gone is shown to those who have it now, to nobody else."""

import pytest

from mediation_app.errors import RejectedCallError
from tests.central.machines import an_id, judgements


@pytest.fixture
def moved(machines, town, mediator, stranger):
    """Return a record that is at the other station now, and an edit that came too late."""
    record = mediator.new_record()
    machines.admin("SELECT sync.move_record(%s, %s)", record, town.other_station)
    late = mediator.op(record)
    assert judgements(mediator.push(late)) == ["no_access"]
    return record, late, stranger


def ids(machine):
    return [each.op_id for each in machine.central.refused_edits()]


def test_who_has_the_record_now_reads_who_wrote_what_and_when(moved):
    record, late, holder = moved
    (edit,) = holder.central.refused_edits()
    assert (edit.op_id, edit.record_id, edit.body) == (late.op_id, record, late.body)
    assert (edit.author, edit.device_name) == ("周文", "周文的电脑")
    assert edit.saved_at == late.saved_at


def test_its_author_and_others_are_shown_nothing(machines, town, moved, mediator, leader):
    _, late, _ = moved
    assert ids(leader) == [late.op_id]
    assert ids(mediator) == []
    assert ids(machines.at(town.station, "许岚")) == []
    assert ids(machines.at(town.branch, "沈禾")) == []


def test_who_guesses_the_id_of_a_record_is_not_heard(machines, town, moved):
    record, late, holder = moved
    intruder = machines.at(town.branch, "沈禾", "specialist")
    assert judgements(intruder.push(intruder.op(record))) == ["no_access"]
    assert ids(holder) == [late.op_id]


def test_what_is_answered_is_answered_for_all_of_them_and_once(machines, town, moved, leader):
    record, late, holder = moved
    colleague = machines.at(town.other_station, "何苗")
    assert holder.central.answer_refused(late.op_id, record)
    assert not colleague.central.answer_refused(late.op_id, record)
    assert ids(holder) == ids(colleague) == ids(leader) == []


def test_nobody_answers_who_may_not_write_the_record(machines, town, moved, mediator):
    record, late, holder = moved
    reader = machines.at(town.other_station, "白榆", "reader")
    assert ids(reader) == [late.op_id]
    for machine in (reader, mediator):
        with pytest.raises(RejectedCallError):
            machine.central.answer_refused(late.op_id, record)
    assert not holder.central.answer_refused(an_id(), record)
    assert ids(holder) == [late.op_id]


def test_what_is_wrong_with_an_edit_itself_is_not_passed_on(mediator, moved):
    record, late, holder = moved
    spoilt = mediator.op(record, body_hash=bytes(32))
    assert judgements(mediator.push(spoilt)) == ["bad_hash"]
    assert ids(holder) == [late.op_id]
