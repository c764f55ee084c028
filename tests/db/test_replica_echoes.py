"""Own entries that come back: the short way finds what folding everything again would."""

from dataclasses import replace
from random import Random

import pytest

from db.causes import Causes, Known
from db.packing import unpack
from db.records import load
from db.refolding import fold_local, fold_placed, local_entries
from db.sync.local.echoes import only_placed
from db.sync.local.lookups import waiting
from db.sync.local.standing import looks_of, placed_state
from mediation_app.domain.journal import RecordKind
from tests.builders import a_case
from tests.db.small_centre import STATION, pulled, pushed

C1 = (RecordKind.CASE, "c1")


def folded_anew(desk):
    """Return the record and what its whole log makes of it."""
    with desk.database.engine.connect() as connection:
        stored = load(connection, RecordKind.CASE, "c1")
        assert stored is not None
        return stored, fold_placed(connection, stored, stored.seq)


def assert_as_folded(desk):
    stored, anew = folded_anew(desk)
    assert stored.state == anew
    assert stored.shows == looks_of(RecordKind.CASE, anew)
    assert stored.placed_doc is None
    assert stored.heads == ()
    assert desk.is_sound


def test_edits_built_on_one_another_come_back_in_one_page(shared, a):
    for text in ("一", "二", "三"):
        a.edit(facts=text)
    a.edit(recorder="沈云舟", facts="四")
    a.sync(shared)
    assert_as_folded(a)


def test_an_edit_that_comes_back_alone_leaves_the_next_one_waiting(shared, a):
    a.edit(facts="一")
    pushed(a.replica, shared)
    a.edit(facts="二")
    pulled(a.replica, shared)
    stored, anew = folded_anew(a)
    assert stored.registers["facts"] == "二"
    assert unpack(stored.placed_doc) != "{}"
    assert [each.value for each in anew["facts"]] == ["一"]
    a.sync(shared)
    assert_as_folded(a)


def test_an_edit_of_somebody_else_before_the_own_one_is_a_conflict(shared, a, b):
    b.sync(shared)
    a.edit(facts="一")
    b.edit(facts="二")
    b.sync(shared)
    a.sync(shared)
    assert [each.value for each in a.state()["facts"]] == ["二", "一"]
    assert_as_folded(a)
    b.sync(shared)
    assert_as_folded(b)


def test_a_conflict_that_waits_at_both_keeps_its_sides_under_their_places(shared, a, b):
    b.sync(shared)
    a.edit(facts="一")
    b.edit(facts="二")
    a.sync(shared)
    b.sync(shared)
    a.sync(shared)
    a.edit(recorder="沈云舟")
    a.sync(shared)
    (conflict,) = a.queries.conflicts()
    assert {side.value for side in conflict.sides} == {"一", "二"}
    assert_as_folded(a)


def test_a_number_that_the_centre_gave_is_folded_in_before_the_echo(shared, a):
    with a.units() as work:
        work.cases.add(a_case(id="c2", number="暂2026-1"), "begin")
        work.commit()
    pushed(a.replica, shared)
    pulled(a.replica, shared)
    assert (
        shared.entries(STATION)[-1].placed.said
        == a.raw("SELECT said FROM op ORDER BY no DESC LIMIT 1")[0][0]
    )
    assert a.is_sound


class Commuter:
    """A desk that saves, sends and hears by turns, as chance has it."""

    def __init__(self, desk, centre, seed):
        self.desk = desk
        self.centre = centre
        self.random = Random(seed)
        self.seen = [desk.case()]
        self.short_ways = 0

    def save(self):
        # Now and then somebody saves from a screen that is behind.
        shown = self.random.choice(self.seen[-3:]) if self.random.random() < 0.3 else self.seen[-1]
        field = self.random.choice(("facts", "issues", "dispute"))
        text = f"第{len(self.seen)}次"
        self.desk.save(shown, replace(shown, **{field: text}))
        self.seen.append(self.desk.case())

    def send(self):
        replica = self.desk.replica
        some = replica.outbox(limit=self.random.randint(1, 4))
        replica.take_verdicts(self.centre.push(replica.device_id, some, self.desk.person))

    def hear(self):
        replica = self.desk.replica
        after = replica.cursors()[STATION].fseq
        some = self.centre.entries(STATION, after)[: self.random.randint(1, 3)]
        if some:
            self._count([each.placed for each in some])
            assert not replica.apply(STATION, some).needs
            self.seen.append(self.desk.case())

    def _count(self, ops):
        with self.desk.database.engine.connect() as connection:
            stored, open_ones = load(connection, *C1), waiting(connection, [C1]).get(C1, [])
            if open_ones:
                assert stored is not None
                short = only_placed(connection, stored, open_ones, ops)
                self.short_ways += short is not None and len(ops) < len(open_ones)


def assert_as_folded_with_what_waits(desk):
    with desk.database.engine.connect() as connection:
        stored, entries = load(connection, *C1), local_entries(connection, C1)
        assert stored is not None
        placed = fold_placed(connection, stored, stored.seq)
        known = Known(stored.seq, stored.chain)
        state = fold_local(Causes(connection, *C1), entries, placed, known)
    built_on = {each for entry in entries for each in entry.after}
    assert placed_state(stored) == placed
    assert stored.state == state
    assert stored.shows == looks_of(RecordKind.CASE, state)
    assert set(stored.heads) == {each.op_id for each in entries} - built_on


@pytest.mark.parametrize("seed", range(4))
def test_portions_of_what_waits_are_as_if_all_were_folded_again(shared, a, seed):
    commuter = Commuter(a, shared, seed)
    for _ in range(40):
        commuter.random.choice((commuter.save, commuter.save, commuter.send, commuter.hear))()
        assert_as_folded_with_what_waits(a)
    a.sync(shared)
    assert_as_folded(a)
    assert commuter.short_ways


@pytest.mark.parametrize("seed", range(4))
def test_so_they_are_while_somebody_else_edits_too(shared, a, b, seed):
    commuter, other = Commuter(a, shared, seed), Commuter(b, shared, -seed - 1)
    for _ in range(30):
        one = commuter.random.choice((commuter, commuter, commuter, other))
        commuter.random.choice((one.save, one.save, one.send, one.hear))()
        assert_as_folded_with_what_waits(one.desk)
    for each in (a, b, a):
        each.sync(shared)
        assert_as_folded(each)
    assert a.state() == b.state()


def test_an_answer_that_comes_after_an_edit_built_on_it_is_the_same_in_any_page(shared, a, b):
    for text in ("一", "二", "三"):
        a.edit(facts=text)
    # As after a restore: the second was given back before the first, and the third came last.
    first, second, third = a.replica.outbox()
    for op in (second, first, third):
        shared.push(a.replica.device_id, [op])
    page = shared.entries(STATION, 1)
    b.replica.apply(STATION, page[:1])
    b.replica.apply(STATION, page[1:])
    a.replica.apply(STATION, page)
    assert [each.value for each in b.state()["facts"]] == ["三"]
    assert a.state() == b.state()
    for each in (a, b):
        stored, anew = folded_anew(each)
        assert stored.state == anew
