from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.cases import Confirmation, Meeting, Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.domain.seals import sealed
from tests.builders import a_case, signed
from ui.case.steps import NextStep, StepKind, next_step

NOTHING = frozenset()
DRAFT = a_case(number="", agreement=None)
REGISTERED = a_case(agreement=None)
ACCEPTED = replace(REGISTERED, accepted_on=date(2026, 2, 25))
MET = replace(ACCEPTED, meetings=(Meeting("m1", date(2026, 3, 2)),))


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        (DRAFT, StepKind.REGISTER),
        (REGISTERED, StepKind.ACCEPT),
        (ACCEPTED, StepKind.MEET),
        (MET, StepKind.WRITE_AGREEMENT),
        (replace(MET, outcome=Outcome.FAILED), StepKind.READ),
    ],
)
def test_each_stage_has_its_next_step(case, kind):
    assert next_step(case, NOTHING, 0).kind is kind


def test_an_agreement_is_completed_then_printed_then_signed():
    case = a_case()
    form = FormKind.AGREEMENT
    assert next_step(case, NOTHING, 3) == NextStep(StepKind.COMPLETE, form)
    assert next_step(case, NOTHING, 0) == NextStep(StepKind.PRINT, form)
    assert next_step(case, frozenset({form}), 0).kind is StepKind.SIGN


def test_an_oral_agreement_is_printed_as_its_own_form():
    case = a_case(outcome=Outcome.ORAL_AGREEMENT)
    assert next_step(case, NOTHING, 0).form is FormKind.ORAL_AGREEMENT


def test_a_signed_agreement_is_sealed_goes_to_the_court_and_then_to_a_visit():
    case = signed(a_case())
    assert next_step(case, NOTHING, 0).kind is StepKind.SEAL
    case = sealed(case, datetime(2026, 3, 9, tzinfo=UTC))
    assert next_step(case, NOTHING, 0).kind is StepKind.ASK_CONFIRMATION
    asked = replace(case, confirmation=Confirmation(is_requested=True, court="某法院"))
    assert next_step(asked, NOTHING, 0) == NextStep(StepKind.PRINT, FormKind.CONFIRMATION)
    issued = frozenset({FormKind.CONFIRMATION})
    assert next_step(asked, issued, 0).kind is StepKind.APPLY
    confirmation = replace(asked.confirmation, applied_on=date(2026, 4, 7))
    applied = replace(asked, confirmation=confirmation)
    assert next_step(applied, issued, 0).kind is StepKind.VISIT
