"""What several people write into one field, whichever memory there is."""

from dataclasses import replace

import pytest

from mediation_app.domain.conflicts import ConflictKind
from tests.builders import a_case
from tests.db.stored_cases import added, numbered


@pytest.fixture
def disputed(units):
    """A case whose facts hold "甲", which is shown, and "乙" behind it."""
    shown = a_case()
    added(units, shown)
    for facts in ("甲", "乙"):
        with units() as work:
            work.cases.save(shown, replace(shown, facts=facts), "edit")
            work.commit()
    return replace(shown, facts="甲")


def test_a_save_from_a_stale_screen_keeps_both_values(units, queries, disputed):
    (conflict,) = queries.conflicts()
    assert (conflict.case_id, conflict.case_number) == ("c1", disputed.number)
    assert (conflict.path, conflict.kind) == ("facts", ConflictKind.VALUES)
    assert conflict.before == a_case().facts
    assert [side.value for side in conflict.sides] == ["甲", "乙"]
    assert [side.author for side in conflict.sides] == ["沈砚秋", "沈砚秋"]
    history = queries.history(disputed.id)
    assert [side.op_id for side in conflict.sides] == [each.op_id for each in history[1:]]
    with units() as work:
        assert work.cases.get(disputed.id).facts == "甲"


@pytest.mark.parametrize("value", ["甲", "乙", "第三种", None])
def test_a_conflict_is_settled_by_any_value_with_a_reason(units, queries, disputed, value):
    (conflict,) = queries.conflicts()
    with units() as work:
        case = work.cases.resolve(conflict, value, "按结算单")
        work.commit()
    assert case.facts == (value or "")
    assert queries.conflicts() == queries.conflicts(disputed.id) == ()
    last = queries.history(disputed.id)[-1]
    assert (last.action, last.note) == ("resolve", "按结算单")


def test_a_value_behind_the_shown_one_stays_where_no_mark_told_of_it(units, queries, disputed):
    with units() as work:
        case = work.cases.save(disputed, replace(disputed, facts="丙", issues="改"), "edit")
        work.commit()
    (conflict,) = queries.conflicts()
    assert [side.value for side in conflict.sides] == ["乙", "丙"]
    assert case.issues == "改"


def test_writing_at_a_marked_place_settles_what_the_mark_told_of(units, queries, disputed):
    marks = queries.conflicts()
    with units() as work:
        case = work.cases.save(disputed, replace(disputed, facts="丙"), "edit", marks=marks)
        work.commit()
    assert case.facts == "丙"
    assert queries.conflicts() == ()


def test_a_mark_tells_nothing_of_what_came_after_it(units, queries, disputed):
    marks = queries.conflicts()
    with units() as work:
        work.cases.save(a_case(), replace(a_case(), facts="丁"), "edit")
        work.commit()
    with units() as work:
        work.cases.save(disputed, replace(disputed, facts="丙"), "edit", marks=marks)
        work.commit()
    (conflict,) = queries.conflicts()
    assert [side.value for side in conflict.sides] == ["丁", "丙"]


def test_writing_elsewhere_leaves_a_conflict_alone(units, queries, disputed):
    (before,) = queries.conflicts()
    with units() as work:
        work.cases.save(disputed, replace(disputed, issues="改"), "edit")
        work.commit()
    assert queries.conflicts() == (before,)


def test_the_same_value_from_a_stale_screen_is_no_conflict(units, queries):
    shown = a_case()
    added(units, shown)
    for _ in range(2):
        with units() as work:
            work.cases.save(shown, replace(shown, facts="同"), "edit")
            work.commit()
    assert queries.conflicts() == ()
    assert len(queries.history(shown.id)) == 2


def test_an_edit_of_a_person_removed_meanwhile_is_kept_and_asked_about(units, queries):
    shown = a_case()
    added(units, shown)
    first, *others = shown.parties
    with units() as work:
        work.cases.save(shown, replace(shown, parties=tuple(others)), "edit")
        work.commit()
    with units() as work:
        edited = replace(shown, parties=(replace(first, phone="1"), *others))
        assert work.cases.save(shown, edited, "edit").parties == tuple(others)
        work.commit()
    (conflict,) = queries.conflicts()
    assert (conflict.path, conflict.kind) == ("parties/p1", ConflictKind.REMOVAL)
    with units() as work:
        place = conflict.sides[1].value
        assert work.cases.resolve(conflict, place, "").parties == edited.parties


def test_typing_on_without_waiting_is_no_conflict(units, queries):
    shown = a_case()
    added(units, shown)
    steps = [replace(shown, facts=text) for text in ("甲", "甲乙", "甲乙丙")]
    for before, after in zip([shown, *steps], steps, strict=False):
        with units() as work:
            work.cases.save(before, after, "edit")
            work.commit()
    assert queries.conflicts() == ()


def test_conflicts_come_by_time(units, queries):
    for each in (numbered(1), numbered(2)):
        added(units, each)
    for each in (numbered(2), numbered(1)):
        for issues in ("甲", "乙"):
            with units() as work:
                work.cases.save(each, replace(each, issues=issues), "edit")
                work.commit()
    assert [each.case_id for each in queries.conflicts()] == ["c2", "c1"]
