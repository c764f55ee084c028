"""Own entries that come back: the short way finds what folding everything again would."""

from db.packing import unpack
from db.records import load
from db.refolding import fold_placed
from db.sync.local.standing import looks_of
from mediation_app.domain.journal import RecordKind
from tests.builders import a_case
from tests.db.small_centre import STATION, pulled, pushed


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
