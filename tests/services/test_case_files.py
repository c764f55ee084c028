"""One case on the desk."""

from dataclasses import replace

import pytest

from mediation_app.domain.cases import CaseId
from mediation_app.errors import AmbiguousCaseError, CaseNotFoundError


def test_a_case_is_found_by_an_unambiguous_part_of_its_number(sample_desk):
    assert sample_desk.case_files.find("第17号").number == "（2026）云临金人调字第17号"


def test_an_exact_number_wins_over_longer_ones(sample_desk):
    number = "（2026）云临金人调字第1号"
    assert sample_desk.case_files.find(number).number == number


def test_what_fits_several_or_none_is_said(sample_desk):
    with pytest.raises(AmbiguousCaseError, match="写得更完整"):
        sample_desk.case_files.find("云临")
    with pytest.raises(CaseNotFoundError, match="第999号"):
        sample_desk.case_files.find("第999号")
    with pytest.raises(CaseNotFoundError):
        sample_desk.case_files.open(CaseId("nobody"))


def test_edits_of_different_fields_from_the_same_state_both_stay(sample_desk):
    files = sample_desk.case_files
    shown = files.find("第17号")
    files.save(shown, replace(shown, facts="甲改了事实"))
    saved = files.save(shown, replace(shown, issues="乙改了争议"))
    assert (saved.case.facts, saved.case.issues) == ("甲改了事实", "乙改了争议")
    assert saved.changes.case_ids == {shown.id}


def test_saving_nothing_changes_nothing(sample_desk):
    files = sample_desk.case_files
    shown = files.find("第17号")
    before = files.history(shown.id)
    assert files.save(shown, shown).changes.case_ids == frozenset()
    assert files.history(shown.id) == before


def test_the_history_says_what_was_there_before(sample_desk):
    files = sample_desk.case_files
    shown = files.find("第17号")
    files.save(shown, replace(shown, facts="新的事实"))
    entry = files.history(shown.id)[-1]
    assert entry.author == sample_desk.author
    assert [(c.path, c.before, c.after) for c in entry.changes] == [
        ("facts", shown.facts, "新的事实")
    ]


def test_a_deleted_case_leaves_the_list_and_comes_back(sample_desk):
    files, lookup = sample_desk.case_files, sample_desk.lookup
    case = files.find("第17号")
    count = lookup.count()
    assert files.delete(case.id, "重复登记").changes.case_ids == {case.id}
    assert lookup.count() == count - 1
    assert files.open(case.id) == case
    assert files.history(case.id)[-1].note == "重复登记"
    assert files.restore(case.id).case == case
    assert lookup.count() == count
