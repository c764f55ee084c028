"""What the primary button of a case does."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.cases import Confirmation, Meeting, Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.domain.seals import sealed
from mediation_app.domain.transitions import Action, Duty, lawful
from tests.builders import a_case, signed
from ui.case import steps
from ui.case.steps import KEYS, NextStep, StepKind

NOTHING = frozenset()
ACCEPTED_ON = date(2026, 2, 25)
DRAFT = a_case(number="", agreement=None)
REGISTERED = a_case(agreement=None)
ACCEPTED = replace(REGISTERED, accepted_on=ACCEPTED_ON)
MET = replace(ACCEPTED, meetings=(Meeting("m1", date(2026, 3, 2)),))


def next_step(case, issued, missing_count, duty=Duty.LEADER):
    return steps.next_step(case, lawful(case, duty, issued), issued, missing_count)


@pytest.mark.parametrize(
    ("case", "action"),
    [
        (DRAFT, Action.REGISTER),
        (REGISTERED, Action.ACCEPT),
        (ACCEPTED, Action.PREPARE),
        (MET, Action.DRAFT_AGREEMENT),
        (replace(MET, outcome=Outcome.FAILED), Action.ARCHIVE),
        (replace(MET, outcome=Outcome.SUSPENDED), Action.RESUME),
    ],
)
def test_each_stage_has_its_next_step(case, action):
    assert next_step(case, NOTHING, 0) == NextStep(StepKind.TAKE, action=action)


def test_who_may_not_take_the_next_step_is_led_to_the_journal():
    assert next_step(MET, NOTHING, 0, Duty.READER) == NextStep(StepKind.READ)


def test_an_agreement_is_completed_then_printed_then_signed():
    case = a_case(accepted_on=ACCEPTED_ON)
    form = FormKind.AGREEMENT
    assert next_step(case, NOTHING, 3) == NextStep(StepKind.COMPLETE, form, Action.SIGN)
    assert next_step(case, NOTHING, 0) == NextStep(StepKind.PRINT, form, Action.SIGN)
    printed = next_step(case, frozenset({form}), 0)
    assert printed == NextStep(StepKind.TAKE, action=Action.SIGN)


def test_an_oral_agreement_is_printed_as_its_own_form():
    case = a_case(outcome=Outcome.ORAL_AGREEMENT, accepted_on=ACCEPTED_ON)
    assert next_step(case, NOTHING, 0).form is FormKind.ORAL_AGREEMENT


def test_a_signed_agreement_is_sealed_goes_to_the_court_and_waits_for_its_ruling():
    case = signed(a_case(accepted_on=ACCEPTED_ON))
    assert next_step(case, NOTHING, 0).action is Action.SEAL
    case = sealed(case, datetime(2026, 3, 9, tzinfo=UTC))
    assert next_step(case, NOTHING, 0).action is Action.ASK_CONFIRMATION
    asked = replace(case, confirmation=Confirmation(is_requested=True, court="某法院"))
    assert next_step(asked, NOTHING, 0).form is FormKind.CONFIRMATION
    issued = frozenset({FormKind.CONFIRMATION})
    assert next_step(asked, issued, 0) == NextStep(StepKind.TAKE, action=Action.APPLY)
    confirmation = replace(asked.confirmation, applied_on=date(2026, 4, 7))
    applied = replace(asked, confirmation=confirmation)
    assert next_step(applied, issued, 0).action is Action.RULE


def test_every_step_has_a_key_of_its_own():
    assert set(KEYS) == set(Action)
    assert len(set(KEYS.values())) == len(Action)
