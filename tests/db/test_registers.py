from dataclasses import replace

import pytest
from hypothesis import given

from db.registers import apply, changed, diff, from_registers, invert, merged, to_registers
from mediation_app.domain.agreements import Agreement, Term
from mediation_app.domain.cases import Case, CaseId, Visit
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.journal import FieldChange
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


@given(cases)
def test_a_case_is_read_back_as_it_was_written(case):
    assert from_registers(Case, to_registers(case)) == case


@given(committees)
def test_a_committee_is_read_back_as_it_was_written(committee):
    assert from_registers(Committee, to_registers(committee)) == committee


@given(cases, cases)
def test_the_difference_leads_from_one_case_to_the_other(before, after):
    shown = to_registers(before)
    reached = apply(shown, diff(before, after))
    assert reached == to_registers(after, onto=shown)
    assert from_registers(Case, reached) == after


@given(cases, cases)
def test_an_inverted_difference_undoes_it(before, after):
    shown = to_registers(before)
    changes = diff(before, after)
    assert apply(apply(shown, changes), invert(changes)) == shown


@given(cases, cases)
def test_merging_onto_what_was_shown_gives_what_was_wanted(shown, wanted):
    assert from_registers(Case, merged(to_registers(shown), shown, wanted)) == wanted


@given(cases, cases, cases)
def test_a_merge_can_always_be_read(stored, shown, wanted):
    from_registers(Case, merged(to_registers(stored), shown, wanted))


@given(cases)
def test_nothing_changed_is_no_change(case):
    assert diff(case, case) == ()


def test_edits_of_different_fields_commute():
    stored = to_registers(CASE)
    first = diff(CASE, replace(CASE, facts="新", visit=Visit(satisfaction="满意")))
    second = diff(CASE, replace(CASE, parties=(A, replace(B, name="乙")), claim=Money(5)))
    assert apply(apply(stored, first), second) == apply(apply(stored, second), first)


def test_a_change_names_the_field_and_both_values():
    changes = diff(CASE, replace(CASE, parties=(A, replace(B, name="乙"))))
    assert changes == (FieldChange("parties/b/name", "b", "乙"),)


def test_a_removed_object_takes_all_its_registers_with_it():
    stored = {**to_registers(CASE), "parties/b/from_a_newer_version": "x"}
    result = apply(stored, [FieldChange("parties/b", 65536, None)])
    assert not [path for path in result if path.startswith("parties/b")]
    assert from_registers(Case, result).parties == (A,)


def test_unknown_paths_are_kept():
    stored = {**to_registers(CASE), "future/thing": ["甲"], "outcome": "新的结果"}
    result = merged(stored, from_registers(Case, stored), replace(CASE, facts="新"))
    assert result == {**stored, "facts": "新"}


def test_two_people_who_add_at_once_both_keep_their_object():
    first = merged(to_registers(CASE), CASE, replace(CASE, parties=(A, B, D)))
    both = merged(first, CASE, replace(CASE, parties=(A, B, C)))
    other_way = merged(
        merged(to_registers(CASE), CASE, replace(CASE, parties=(A, B, C))),
        CASE,
        replace(CASE, parties=(A, B, D)),
    )
    assert from_registers(Case, both).parties == (A, B, C, D)
    assert both == other_way


def test_what_others_changed_meanwhile_stays():
    stored = to_registers(replace(CASE, facts="别人改过"))
    result = merged(stored, CASE, replace(CASE, claim=Money(1)))
    assert from_registers(Case, result) == replace(CASE, facts="别人改过", claim=Money(1))


def test_an_object_that_was_removed_meanwhile_comes_back_with_the_edit():
    stored = to_registers(replace(CASE, agreement=None))
    assert CASE.agreement is not None
    edited = replace(CASE.agreement, terms=(Term("t1", text="还款五元", amount=Money(100)),))
    result = merged(stored, CASE, replace(CASE, agreement=edited))
    assert from_registers(Case, result).agreement == edited


def test_an_object_that_was_removed_meanwhile_and_not_edited_stays_away():
    stored = to_registers(replace(CASE, agreement=None))
    result = merged(stored, CASE, replace(CASE, facts="新"))
    assert from_registers(Case, result) == replace(CASE, agreement=None, facts="新")


def test_a_record_without_a_mandatory_value_is_refused_with_the_place():
    registers = to_registers(CASE)
    with pytest.raises(StorageError, match="parties/a/role"):
        from_registers(Case, {**registers, "parties/a/role": "代表"})
    with pytest.raises(StorageError, match="parties/a/role"):
        from_registers(
            Case, {path: each for path, each in registers.items() if path != "parties/a/role"}
        )


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
