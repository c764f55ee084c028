from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from db.differences import differing
from db.fold import Edit, disputes, fold, shown
from db.records import Stored
from db.registers import changed, from_registers, legible, to_registers
from mediation_app.domain.agreements import Agreement, Term
from mediation_app.domain.cases import Case, CaseId, Visit
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.journal import FieldChange, RecordKind
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.errors import StorageError
from tests.db.records import cases, committees

A, B, C, D = (Party(each, PartyRole.APPLICANT, name=each) for each in "abcd")
CASE = Case(
    CaseId("c1"),
    facts="借款未还",
    parties=(A, B),
    agreement=Agreement(terms=(Term("t1", text="还款", amount=Money(100)),)),
)


EVERYTHING = 1 << 40


def state_of(registers):
    """Return the state of a record that one operation wrote."""
    changes = tuple(FieldChange(path, None, value) for path, value in registers.items())
    return fold({}, [Edit(1, changes)])


def edited(state, seen, wanted, by=2, seen_seq=EVERYTHING):
    """Return the state after somebody made one state of a case another."""
    changes = differing(Stored(RecordKind.CASE, "c1", state), seen, wanted)
    return fold(state, [Edit(by, changes, seen_seq)])


def case_in(state):
    return from_registers(Case, shown(state))


@given(cases)
def test_a_case_is_read_back_as_it_was_written(case):
    assert from_registers(Case, to_registers(case)) == case


@given(committees)
def test_a_committee_is_read_back_as_it_was_written(committee):
    assert from_registers(Committee, to_registers(committee)) == committee


@given(cases, cases)
def test_the_difference_leads_from_one_case_to_the_other(before, after):
    state = edited(state_of(to_registers(before)), before, after)
    assert case_in(state) == after
    assert disputes(state) == ()


@given(cases, cases)
def test_the_way_back_leads_back(before, after):
    there = edited(state_of(to_registers(before)), before, after)
    assert case_in(edited(there, after, before, by=3)) == before


# Three whole cases take long to invent where the machine is busy.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(cases, cases, cases)
def test_an_edit_from_any_screen_can_always_be_read(stored, seen, wanted):
    case_in(edited(state_of(to_registers(stored)), seen, wanted, seen_seq=0))


@pytest.mark.parametrize(
    "wanted",
    [(B, A), (A, replace(B, name="乙")), (replace(B, name="乙"), A)],
    ids=["moved", "edited", "moved and edited"],
)
def test_what_was_taken_back_and_is_edited_where_it_is_seen_comes_back_whole(wanted):
    stored = state_of(to_registers(replace(CASE, parties=(A,))))
    assert (
        case_in(edited(stored, CASE, replace(CASE, parties=wanted), seen_seq=0)).parties == wanted
    )


def test_what_was_taken_back_and_is_not_edited_stays_away():
    stored = state_of(to_registers(replace(CASE, parties=(A,))))
    result = edited(stored, CASE, replace(CASE, facts="新"), seen_seq=0)
    assert case_in(result).parties == (A,)


@given(cases)
def test_nothing_changed_is_no_change(case):
    stored = Stored(RecordKind.CASE, "c1", state_of(to_registers(case)))
    assert differing(stored, case, case) == ()


def test_edits_of_different_fields_commute():
    stored = state_of(to_registers(CASE))
    first = replace(CASE, facts="新", visit=Visit(satisfaction="满意"))
    second = replace(CASE, parties=(A, replace(B, name="乙")), claim=Money(5))
    one = edited(edited(stored, CASE, first), CASE, second, by=3, seen_seq=1)
    other = edited(edited(stored, CASE, second), CASE, first, by=3, seen_seq=1)
    assert shown(one) == shown(other)
    assert disputes(one) == disputes(other) == ()


def test_a_change_names_the_field_and_both_values():
    stored = Stored(RecordKind.CASE, "c1", state_of(to_registers(CASE)))
    changes = differing(stored, CASE, replace(CASE, parties=(A, replace(B, name="乙"))))
    assert changes == (FieldChange("parties/b/name", "b", "乙"),)


def test_a_removed_object_takes_all_its_registers_with_it():
    stored = state_of({**to_registers(CASE), "parties/b/from_a_newer_version": "x"})
    result = edited(stored, CASE, replace(CASE, parties=(A,)))
    assert not [path for path in shown(result) if path.startswith("parties/b")]
    assert case_in(result).parties == (A,)


def test_unknown_paths_are_kept():
    registers = {**to_registers(CASE), "future/thing": ["甲"], "outcome": "新的结果"}
    stored = state_of(registers)
    result = edited(stored, case_in(stored), replace(CASE, facts="新"))
    assert shown(result) == {**registers, "facts": "新"}


def test_a_path_may_have_more_steps_than_calls_can_nest():
    deep = {"/".join("a" * 100_000): "x"}

    assert from_registers(Case, to_registers(CASE) | deep) == CASE


def test_two_people_who_add_at_once_both_keep_their_object():
    stored = state_of(to_registers(CASE))
    with_d, with_c = (replace(CASE, parties=(A, B, each)) for each in (D, C))
    one = edited(edited(stored, CASE, with_d), CASE, with_c, by=3, seen_seq=1)
    other = edited(edited(stored, CASE, with_c), CASE, with_d, by=3, seen_seq=1)
    assert case_in(one).parties == (A, B, C, D)
    assert case_in(one) == case_in(other)


def test_what_others_changed_meanwhile_stays():
    stored = state_of(to_registers(replace(CASE, facts="别人改过")))
    result = edited(stored, CASE, replace(CASE, claim=Money(1)), seen_seq=0)
    assert case_in(result) == replace(CASE, facts="别人改过", claim=Money(1))


def test_an_object_that_was_removed_meanwhile_and_not_edited_stays_away():
    stored = edited(state_of(to_registers(CASE)), CASE, replace(CASE, agreement=None))
    result = edited(stored, CASE, replace(CASE, facts="新"), by=3, seen_seq=1)
    assert case_in(result) == replace(CASE, agreement=None, facts="新")
    assert disputes(result) == ()


def test_an_object_that_was_removed_meanwhile_and_edited_is_asked_about():
    stored = edited(state_of(to_registers(CASE)), CASE, replace(CASE, agreement=None))
    terms = (Term("t1", text="还款五元", amount=Money(100)),)
    result = edited(stored, CASE, replace(CASE, agreement=Agreement(terms=terms)), 3, 1)
    assert case_in(result).agreement is None
    assert [each.path for each in disputes(result)] == ["agreement"]


def test_a_record_without_a_mandatory_value_is_refused_with_the_place():
    registers = to_registers(CASE)
    with pytest.raises(StorageError, match="parties/a/role"):
        from_registers(Case, {**registers, "parties/a/role": "代表"})
    with pytest.raises(StorageError, match="parties/a/role"):
        from_registers(
            Case, {path: each for path, each in registers.items() if path != "parties/a/role"}
        )


def test_lists_show_a_record_without_the_objects_that_cannot_be_read():
    registers = to_registers(CASE) | {"parties/a/role": "代表", "parties/a/identity/kind": 7}
    assert legible(Case, registers) == replace(CASE, parties=(B,))
    assert legible(Case, to_registers(CASE)) == CASE
    with pytest.raises(StorageError, match="“id”"):
        legible(Case, {"facts": "借款未还"})


def test_an_object_needs_an_id_of_its_own():
    with pytest.raises(ValueError, match="without an id"):
        to_registers(Committee(mediators=(Mediator("", "甲"),)))
    with pytest.raises(ValueError, match="two objects"):
        to_registers(Committee(mediators=(Mediator("m", "甲"), Mediator("m", "乙"))))


def test_changed_names_what_went_and_what_came():
    assert changed({"a": 1, "b": 2}, {"b": 2, "c": 3}) == (
        FieldChange("a", 1, None),
        FieldChange("c", None, 3),
    )
