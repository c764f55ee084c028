"""What two machines do to one case at once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mediation_app.domain.agreements import Sealed
from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.errors import (
    SealedAgreementError,
)
from tests.builders import an_agreement
from tests.db.desks import CASE, KEY
from tests.db.small_centre import STATION, pulled
from tests.db.stored_cases import added, ids


def test_edits_of_different_fields_meet(shared, a, b):
    a.edit(facts="甲的事实")
    b.edit(issues="乙的争议")
    for each in (a, b, a):
        each.sync(shared)
    assert a.case() == b.case() == replace(CASE, facts="甲的事实", issues="乙的争议")
    assert a.queries.conflicts() == ()
    assert a.state() == b.state()


def test_edits_of_the_same_field_are_both_kept_and_settled_alike(shared, a, b):
    a.edit(facts="六千一")
    b.edit(facts="六千零二")
    for each in (a, b, a):
        each.sync(shared)
    for each in (a, b):
        (conflict,) = each.queries.conflicts()
        assert each.queries.conflicts(CASE.id) == (conflict,)
        assert each.queries.conflicts(CaseId("other")) == ()
        assert conflict.kind is ConflictKind.VALUES
        assert (conflict.path, conflict.before) == ("facts", CASE.facts)
        assert [side.value for side in conflict.sides] == ["六千一", "六千零二"]
        assert [side.author for side in conflict.sides] == ["刘洋", "周静"]
        assert all(side.device_name for side in conflict.sides)
        assert each.case().facts == "六千一"
    a.settle("六千零二", "按结算单")
    for each in (a, b):
        each.sync(shared)
    assert a.case() == b.case() == replace(CASE, facts="六千零二")
    assert a.queries.conflicts() == b.queries.conflicts() == ()
    assert b.queries.history(CASE.id)[-1].note == "按结算单"
    assert a.is_sound
    assert b.is_sound


def test_a_value_that_arrived_meanwhile_is_not_settled_with_the_others(shared, a, b):
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    (seen,) = a.queries.conflicts()
    b.settle("三")
    b.sync(shared)
    a.sync(shared)
    with a.units() as work:
        work.cases.resolve(seen, "一", "先看到的")
        work.commit()
    for each in (a, b):
        each.sync(shared)
        assert {side.value for side in each.queries.conflicts()[0].sides} == {"三", "一"}


def test_a_local_value_that_arrived_meanwhile_stays_open_too(shared, a, b):
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    (seen,) = a.queries.conflicts()
    a.edit(facts="四")
    with a.units() as work:
        work.cases.resolve(seen, "二", "")
        work.commit()
    (conflict,) = a.queries.conflicts()
    assert [side.value for side in conflict.sides] == ["四", "二"]


def test_typing_on_before_one_heard_of_a_merge_is_no_conflict_with_oneself(shared, a, b):
    b.edit(issues="别人的")
    b.sync(shared)
    a.sync(shared)
    typed = replace(CASE, facts="甲")
    a.save(CASE, typed)
    a.save(typed, replace(typed, facts="甲乙"))
    assert a.queries.conflicts() == ()
    assert a.case() == replace(CASE, facts="甲乙", issues="别人的")


def test_a_stale_screen_makes_a_conflict_and_never_overwrites(a):
    added(a.units, CASE)
    a.save(CASE, replace(CASE, facts="二"))
    a.save(CASE, replace(CASE, facts="旧屏幕上的三"))
    (conflict,) = a.queries.conflicts()
    assert [side.value for side in conflict.sides] == ["二", "旧屏幕上的三"]
    assert a.is_sound


def test_what_arrives_behind_the_shown_value_is_not_overwritten_unseen(shared, a, b):
    a.edit(facts="一")
    a.sync(shared)
    shown = a.case()
    b.edit(facts="二")
    for each in (b, a):
        each.sync(shared)
    assert a.case() == shown, "the second value stands behind, and the screen looks the same"
    a.save(shown, replace(shown, facts="一一"))
    typed = replace(shown, facts="一一")
    a.save(typed, replace(typed, facts="一一一"))
    for each in (a, b):
        each.sync(shared)
        (conflict,) = each.queries.conflicts()
        assert [side.value for side in conflict.sides] == ["二", "一一一"]
        assert each.is_sound


def test_what_was_removed_elsewhere_is_not_brought_back_by_who_did_not_know(shared, a, b):
    first, *others = CASE.parties
    a.edit(parties=(replace(first, phone="1"), *others))
    a.sync(shared)
    shown = a.case()
    b.edit(parties=tuple(others))
    for each in (b, a):
        each.sync(shared)
    assert [each.kind for each in a.queries.conflicts()] == [ConflictKind.REMOVAL]
    a.save(shown, replace(shown, parties=(replace(first, phone="2"), *others)))
    for each in (a, b):
        each.sync(shared)
        (conflict,) = each.queries.conflicts()
        assert conflict.kind is ConflictKind.REMOVAL
        assert each.is_sound


def test_a_screen_that_showed_what_came_folded_is_no_stale_screen(shared, a, desk):
    fresh = desk("c", "何苗")
    fresh.replica.greet(shared.hello())
    fresh.replica.load_snapshots(STATION, [shared.snapshot(KEY)])
    shown = fresh.case()
    a.edit(issues="新")
    a.sync(shared)
    pulled(fresh.replica, shared)
    fresh.save(shown, replace(shown, facts="在旧屏幕上"))
    fresh.save(fresh.case(), replace(fresh.case(), dispute="再改"))
    assert fresh.queries.conflicts() == ()
    assert fresh.is_sound


def test_removing_what_another_edits_keeps_both(shared, a, b):
    first = CASE.parties[0]
    a.edit(parties=CASE.parties[1:])
    b.edit(parties=(replace(first, phone="15400000099"), *CASE.parties[1:]))
    for each in (a, b, a):
        each.sync(shared)
    (conflict,) = b.queries.conflicts()
    assert conflict.kind is ConflictKind.REMOVAL
    assert conflict.sides[0].value is None
    assert a.case() == b.case() == replace(CASE, parties=CASE.parties[1:])
    restored = b.settle(True)
    assert restored.parties[0] == replace(first, phone="15400000099")
    b.sync(shared)
    a.sync(shared)
    assert a.case() == b.case() == restored
    assert a.queries.conflicts() == ()


def test_a_removal_is_settled_as_one(shared, a, b):
    b.edit(parties=(replace(CASE.parties[0], phone="1"), *CASE.parties[1:]))
    a.edit(parties=CASE.parties[1:])
    for each in (b, a, b):
        each.sync(shared)
    assert len(a.case().parties) == 2
    assert a.settle(None).parties == CASE.parties[1:]
    assert a.queries.conflicts() == ()


def test_a_person_who_comes_back_has_only_what_was_typed_again(a):
    added(a.units, CASE)
    without = a.edit(parties=CASE.parties[1:])
    again = Party("p1", PartyRole.APPLICANT, name="顾喆安")
    result = a.save(without, replace(without, parties=(again, *without.parties)))
    assert result.parties[0] == again


def test_a_sealed_agreement_stays_as_it_was_signed(shared, a, b):

    agreed = a.edit(agreement=an_agreement())
    a.sync(shared)
    b.sync(shared)
    seal = Sealed(datetime(2026, 3, 2, tzinfo=UTC), "ab" * 32)
    a.save(agreed, replace(agreed, sealed=seal), "seal")
    assert a.replica.outbox()[0].sealed == "ab" * 32
    b.edit(agreement=replace(agreed.agreement, register_note="晚到的修改"))
    for each in (b, a, b):
        each.sync(shared)
    assert a.case().agreement == b.case().agreement == agreed.agreement
    (conflict,) = a.queries.conflicts()
    assert conflict.kind is ConflictKind.SEALED
    with pytest.raises(SealedAgreementError):
        a.settle("晚到的修改")
    a.settle(conflict.sides[0].value)
    assert a.queries.conflicts() == ()
    assert a.is_sound


def test_a_deleted_case_leaves_the_lists_everywhere_and_comes_back(shared, a, b):
    with a.units() as work:
        work.cases.delete(CASE.id, "重复登记")
        work.commit()
    for each in (a, b):
        each.sync(shared)
        assert each.queries.case_lines() == each.queries.case_lines("顾喆安") == ()
        assert each.queries.count() == 0
        assert each.case() == CASE
    assert b.queries.history(CASE.id)[-1].note == "重复登记"
    with b.units() as work:
        assert work.cases.restore(CASE.id) == CASE
        work.commit()
    for each in (b, a):
        each.sync(shared)
        assert ids(each.queries.case_lines("顾喆安")) == ["c1"]
        assert each.is_sound


def test_deleting_what_another_edits_waits_for_a_person(shared, a, b):
    with a.units() as work:
        work.cases.delete(CASE.id, "")
        work.commit()
    b.edit(facts="还在办")
    for each in (a, b, a):
        each.sync(shared)
    (conflict,) = a.queries.conflicts()
    assert (conflict.path, conflict.kind) == ("deleted", ConflictKind.REMOVAL)
    assert a.queries.count() == 0
    a.settle(None)
    assert ids(a.queries.case_lines()) == ["c1"]
