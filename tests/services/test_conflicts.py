"""Conflicts of the committee's own record are settled and taken back like those of a case."""

from dataclasses import replace

import pytest

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.errors import InvalidValueError
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.setup import Setup
from mediation_app.services.storage import Storage
from tests.fakes.memory import Memory

COMMITTEE_CHANGED = Changes(frozenset(), is_committee_changed=True)


@pytest.fixture
def setup_and_conflicts():
    memory = Memory()
    storage = Storage(memory.units_of_work("陆知远"), memory.queries())
    setup = Setup(storage)
    for phone in ("0532-1", "0532-2"):
        setup.save(Committee(), replace(Committee(), phone=phone))
    return setup, Conflicts(storage)


def test_a_conflict_of_the_committee_is_settled_by_a_value(setup_and_conflicts):
    setup, conflicts = setup_and_conflicts
    (conflict,) = conflicts.open()
    assert conflict.is_of_committee
    assert conflicts.resolve_own(conflict, "0532-2", "核对过") == COMMITTEE_CHANGED
    assert setup.committee().phone == "0532-2"
    assert conflicts.open() == ()


def test_a_choice_is_taken_back_where_nobody_changed_the_field_since(setup_and_conflicts):
    setup, conflicts = setup_and_conflicts
    (conflict,) = conflicts.open()
    conflicts.resolve_own(conflict, "0532-2")
    assert conflicts.rewrite_own("phone", "0532-2", "0532-1") == COMMITTEE_CHANGED
    assert setup.committee().phone == "0532-1"
    with pytest.raises(InvalidValueError, match="后来又被改过"):
        conflicts.rewrite_own("phone", "0532-2", "0532-1")
    assert setup.committee().phone == "0532-1"
