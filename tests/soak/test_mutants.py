"""The list of known mistakes fits the program as it is, and the machinery finds what it should."""

import ast

import pytest

from tests.house.checkout import ROOT
from tests.soak.mutant_list import MUTANTS
from tests.soak.mutants import hunt, occurrences
from tests.soak.scenarios import SCENARIOS


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_changes_a_text_that_is_there_once(mutant):
    assert occurrences(mutant) == 1
    assert mutant.old != mutant.new


@pytest.mark.parametrize(
    "mutant",
    [each for each in MUTANTS if each.file.endswith(".sql")],
    ids=lambda mutant: mutant.name,
)
def test_a_mutant_is_made_in_the_last_migration_that_says_it(mutant):
    file = ROOT / mutant.file
    later = [
        each for each in file.parents[1].rglob("*.sql") if each.parent.name > file.parent.name
    ]
    assert [each for each in later if mutant.old in each.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    "mutant",
    [each for each in MUTANTS if each.file.endswith(".py")],
    ids=lambda mutant: mutant.name,
)
def test_a_mutant_is_still_a_program(mutant):
    text = (ROOT / mutant.file).read_text(encoding="utf-8")
    ast.parse(text.replace(mutant.old, mutant.new))


def test_each_mutant_has_a_name_and_a_script_of_its_own():
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
    assert {mutant.scenario for mutant in MUTANTS} <= set(SCENARIOS)


@pytest.mark.parametrize("name", ["lww", "no_acl"])
def test_a_mutant_is_found_by_its_script(tmp_path, name):
    mutant = next(each for each in MUTANTS if each.name == name)

    assert hunt(mutant, tmp_path / "checkout", seeds=0).is_found_by_scenario
