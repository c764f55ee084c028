"""Pulling and pushing over a line to a small centre that does not answer as one would like."""

from dataclasses import replace

import pytest

from db.sync.line import Line, Tally
from db.sync.notes import Notes
from db.sync.pulling import fetch_history, pull_feed, pull_feeds
from db.sync.pushing import Pushing, batches
from db.sync.stride import Stride
from db.sync.wire import MOST_BYTES, MOST_OPS, Cursor
from mediation_app.errors import BrokenFeedError, ForkedDeviceError, RejectedCallError
from mediation_app.sentences import say
from tests.builders import a_case
from tests.db.desks import KEY
from tests.db.small_centre import OTHER, STATION
from tests.db.stored_cases import added


class Far:
    """The small centre as a round calls it, with what a test wants to go wrong."""

    def __init__(self, centre):
        self.centre = centre
        self.unreadable = set()
        self.is_silent = False
        self.forks = 0
        self.page = 500
        self.asked_for = []
        self.history_of = lambda key, after: centre.logs[key][after:]

    def push(self, device, ops):
        if self.forks:
            self.forks -= 1
            raise ForkedDeviceError
        self._read(ops)
        return () if self.is_silent else self.centre.push(device, ops)

    def rescue(self, device, placed):
        self._read([each.op for each in placed])
        return self.centre.push(device, [each.op for each in placed])

    def pull(self, org, after, limit):
        self.asked_for.append(limit)
        return self.centre.entries(org, after)[: min(limit, self.page)]

    def history(self, key, after, limit):
        return tuple(self.history_of(key, after))[:limit]

    def _read(self, ops):
        if self.unreadable & {op.op_id for op in ops}:
            raise RejectedCallError(say("读不懂"))


class Unwatched:
    def progress(self, progress): ...

    def changed(self, changes): ...

    def check(self): ...


@pytest.fixture
def far(shared):
    return Far(shared)


def line(desk, far):
    return Line(far, desk.replica, Notes(desk.database.engine), Unwatched(), Tally())


def pushing(desk, far, introduced=None, *, may_park=True):
    hear = introduced.append if introduced is not None else lambda _: None
    return Pushing(line(desk, far), lambda: hear(desk.replica.device_id), may_park=may_park)


def test_what_cannot_be_read_keeps_nothing_else_from_being_given_back(shared, a, far):
    for text in ("一", "二"):
        a.edit(facts=text)
        a.sync(shared)
    a.replica.roll_back(KEY, 1)
    shared.forget(KEY, 1)
    first, second = a.replica.held()
    far.unreadable = {second.op.op_id}
    sending = pushing(a, far)
    assert sending.give_back()
    assert [each.op.op_id for each in shared.logs[KEY][1:]] == [first.op.op_id]


def test_an_operation_that_cannot_be_read_is_set_aside_alone(a, far, shared):
    for text in ("一", "二", "三"):
        a.edit(facts=text)
    second = a.replica.outbox()[1]
    far.unreadable = {second.op_id}
    assert not pushing(a, far).push_outbox(9)
    assert a.raw("SELECT count(*) FROM set_aside") == [(1,)]
    assert len(shared.logs[KEY]) == 3


def test_while_the_centre_recovers_nothing_is_set_aside(a, far):
    a.edit(facts="一")
    far.unreadable = {a.replica.outbox()[0].op_id}
    with pytest.raises(RejectedCallError):
        pushing(a, far, may_park=False).push_outbox(9)
    assert len(a.replica.outbox()) == 1


def test_what_is_left_waiting_holds_back_later_edits_of_the_same_record_only(a, far):
    a.edit(facts="一")
    far.is_silent = True
    sending = pushing(a, far)
    assert not sending.push_outbox(1)
    added(a.units, a_case(id="c2", number=""))
    far.is_silent = False
    assert not sending.push_outbox(9)
    assert [op.record_id for op in a.replica.outbox()] == ["c1"]
    sending.ask_again()
    assert not sending.push_outbox(9)
    assert a.replica.outbox() == ()


def test_a_machine_that_is_taken_for_another_goes_on_under_a_new_id(a, far):
    a.edit(facts="一")
    before, introduced = a.replica.device_id, []
    far.forks = 1
    pushing(a, far, introduced).push_outbox(9)
    assert introduced == [a.replica.device_id] != [before]
    assert a.replica.outbox() == ()


def test_one_that_is_taken_for_another_again_and_again_says_so(a, far):
    a.edit(facts="一")
    far.forks = 9
    with pytest.raises(ForkedDeviceError):
        pushing(a, far).push_outbox(9)


def test_a_late_desk_reads_on_until_it_hears_that_a_record_has_left(shared, a, desk, far):
    a.edit(facts="一")
    a.sync(shared)
    shared.move(KEY, OTHER)
    late = desk("c", "何苗")
    late.replica.greet(shared.hello())
    start = shared.entries()[0]
    late.replica.reset_cursor(STATION, cursor_at(start))
    far.history_of = lambda *_: ()
    far.page = 1
    pull_feed(line(late, far), STATION)
    assert late.queries.count() == 0
    assert late.replica.cursors()[STATION].fseq == len(shared.entries())


def test_over_a_slow_line_less_is_asked_for_at_once_so_that_it_comes_at_all(shared, a, b, far):
    for text in "一二三四五六七":
        a.edit(facts=text)
        a.sync(shared)
    slow = replace(line(b, far), pages=Stride(first=4, longest_s=0.0))
    pull_feed(slow, STATION)
    assert far.asked_for[:4] == [4, 2, 1, 1]
    assert b.case().facts == "七"


def test_a_feed_that_lacks_what_it_needs_does_not_stop_the_others(shared, a, desk, far):
    a.edit(facts="一")
    a.sync(shared)
    late = desk("c", "何苗")
    late.replica.greet(shared.hello(STATION, OTHER))
    late.replica.reset_cursor(STATION, cursor_at(shared.entries()[0]))
    far.history_of = lambda *_: ()
    over = line(late, far)
    with pytest.raises(BrokenFeedError):
        pull_feeds(over, [STATION, OTHER])
    assert over.tally.is_feed_broken


def test_what_history_does_not_go_on_with_is_fetched_from_its_beginning(shared, a, b, far):
    for text in ("一", "二"):
        a.edit(facts=text)
        a.sync(shared)
    b.replica.reset_cursor(STATION, cursor_at(shared.entries()[1]))
    far.history_of = lambda key, after: () if after else shared.logs[key]
    pull_feed(line(b, far), STATION)
    assert b.case().facts == "二"
    assert b.is_sound


def folded_too_late(shared, a, desk):
    """Return a desk that has the case folded in the middle of edits built on one another."""
    a.edit(facts="一")
    a.edit(facts="二")
    first, second = a.replica.outbox()
    shared.push(a.replica.device_id, [first])
    late = desk("c", "何苗")
    late.replica.greet(shared.hello())
    late.replica.load_snapshots(STATION, [shared.snapshot(KEY)])
    shared.push(a.replica.device_id, [second])
    return late


def test_a_folded_record_is_fetched_whole_where_a_later_edit_needs_it(shared, a, desk, far):
    late = folded_too_late(shared, a, desk)
    assert fetch_history(line(late, far), KEY, 2)
    assert late.case().facts == "二"
    assert late.queries.conflicts() == ()
    assert late.replica.log(KEY, 0) == tuple(shared.logs[KEY])


def test_one_that_is_never_whole_is_not_taken_over(shared, a, desk, far):
    late = folded_too_late(shared, a, desk)
    far.history_of = lambda key, _: shared.logs[key][2:]
    with pytest.raises(BrokenFeedError):
        fetch_history(line(late, far), KEY, 2)
    assert late.case().facts == "一"


def cursor_at(entry):
    return Cursor(entry.fseq, entry.chain)


def test_one_call_carries_no_more_than_it_can():
    long = "x" * MOST_BYTES
    assert list(batches([long, "a", "b", long], str)) == [[long], ["a", "b"], [long]]
    assert [len(each) for each in batches(["a"] * (MOST_OPS + 1), str)] == [MOST_OPS, 1]
