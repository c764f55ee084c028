"""A primary in strict mode whose standby is lost answers no push; desks give it up in time."""

from contextlib import contextmanager

import pytest

from db.central import patience
from mediation_app.errors import CentralError
from tests.central.machines import an_id


@contextmanager
def lost_standby(central):
    central.server.require_standby("lost")
    try:
        yield
    finally:
        central.server.require_standby("")


def push_in_vain(machine):
    """Push until one waits: the server hears of the standby a moment after it was told."""
    while True:
        op = machine.op(an_id())
        try:
            machine.push(op)
        except CentralError as error:
            return op, error


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(patience, "SILENCE_S", 1.0)


@pytest.mark.usefixtures("impatient")
def test_a_push_that_waits_for_a_lost_standby_ends_with_a_sentence(central, mediator):
    with lost_standby(central):
        _, error = push_in_vain(mediator)
    assert "答复超时" in str(error)
    assert not error.is_refusal


@pytest.mark.usefixtures("impatient")
def test_what_was_given_up_is_seen_by_nobody_and_counts_once_when_sent_again(
    central, mediator, leader
):
    with lost_standby(central):
        op, _ = push_in_vain(mediator)
        assert op.record_id not in [each.record_id for each in leader.feed()]
    (verdict,) = mediator.push(op)
    assert (verdict.judgement.value, verdict.seq) == ("known", 1)
    assert [each.op.op_id for each in mediator.log(op.record_id)] == [op.op_id]
