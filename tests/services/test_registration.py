"""A dispute comes in."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.errors import DuplicateCaseError, MissingFactsError
from tests.builders import a_branch, a_case, a_person


def a_draft(desk, **facts):
    case = a_case(**({"number": "", "agreement": None} | facts))
    return replace(case, id=desk.ids.new())


def begun(desk, **facts):
    return desk.registration.begin(a_draft(desk, **facts)).case


def test_a_blank_case_has_a_party_on_each_side_and_the_committees_recorder(sample_desk):
    blank = sample_desk.registration.blank(sample_desk.setup.committee())
    assert [party.role.value for party in blank.parties] == ["申请人", "被申请人"]
    assert blank.filed_on == date(2026, 11, 23)
    assert blank.recorder == "程小满"
    assert sample_desk.lookup.count() == 12


def test_a_draft_is_stored_before_it_has_a_number(desk):
    draft = begun(desk)
    assert desk.case_files.open(draft.id) == draft
    assert desk.lookup.count() == 1


def test_registering_gives_the_next_number_of_the_year(desk):
    first = desk.registration.register(begun(desk).id).case
    second = desk.registration.register(begun(desk).id).case
    other_year = desk.registration.register(begun(desk, filed_on=date(2025, 12, 30)).id).case
    assert first.number.endswith("（2026）人调字第1号")
    assert second.number == "（2026）人调字第2号"
    assert other_year.number == "（2025）人调字第1号"


def test_numbers_go_on_behind_the_imported_ones(sample_desk):
    case = sample_desk.registration.register(begun(sample_desk).id).case
    assert case.number == "（2026）云临金人调字第21号"


def test_a_case_without_filing_day_is_filed_today(desk):
    case = desk.registration.register(begun(desk, filed_on=None).id).case
    assert case.filed_on == date(2026, 11, 23)


def test_registering_twice_keeps_the_number(desk):
    case = desk.registration.register(begun(desk).id).case
    assert desk.registration.register(case.id).case.number == case.number


def test_what_is_missing_stops_registration_and_is_listed_together(desk):
    draft = begun(desk, facts="", dispute="")
    with pytest.raises(MissingFactsError, match=r"纠纷类型.*纠纷简要情况"):
        desk.registration.register(draft.id)
    assert desk.case_files.open(draft.id).number == ""


def test_a_taken_number_is_refused_when_a_case_begins(desk):
    begun(desk, number="（2026）人调字第5号")
    with pytest.raises(DuplicateCaseError, match="第5号"):
        begun(desk, number="（2026）人调字第5号")


def test_the_same_person_is_found_by_identity_and_by_name_with_phone(sample_desk):
    by_identity = replace(a_person(), name="", phone="")
    by_name = replace(a_person(), identity=replace(a_person().identity, number=""))
    stranger = a_person(name="无此人", phone="15400009999", identity=by_name.identity)
    for party in (by_identity, by_name):
        found = sample_desk.registration.similar(party)
        assert [each.line.number for each in found] == ["（2026）云临金人调字第1号"]
        assert found[0].has_same_identity is (party is by_identity)
    assert sample_desk.registration.similar(stranger) == ()


def test_a_branch_is_no_duplicate_person_by_its_empty_fields(desk):
    begun(desk)
    assert desk.registration.similar(a_branch(name="", phone="")) == ()
