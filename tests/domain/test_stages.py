"""Where a case stands."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.cases import Confirmation, Meeting, Outcome, Visit
from mediation_app.domain.stages import EXITS, PATH, Stage, stage_of
from tests.builders import a_case, signed

EARLY = a_case(agreement=None)
SIGNED = signed(a_case())


@pytest.mark.parametrize(
    ("case", "stage"),
    [
        (replace(EARLY, number=""), Stage.DRAFT),
        (EARLY, Stage.REGISTERED),
        (replace(EARLY, accepted_on=date(2026, 2, 25)), Stage.ACCEPTED),
        (replace(EARLY, meetings=(Meeting("m1", date(2026, 3, 2)),)), Stage.MEDIATION),
        (a_case(), Stage.AGREEMENT),
        (SIGNED, Stage.SIGNED),
        (
            replace(SIGNED, confirmation=Confirmation(applied_on=date(2026, 4, 7))),
            Stage.CONFIRMATION,
        ),
        (replace(SIGNED, visit=Visit()), Stage.VISITED),
    ],
)
def test_the_stage_is_read_off_the_facts(case, stage):
    assert stage_of(case) is stage


@pytest.mark.parametrize(("outcome", "stage"), EXITS.items())
def test_an_exit_goes_before_everything_else(outcome, stage):
    assert stage_of(replace(SIGNED, outcome=outcome)) is stage


def test_a_pending_outcome_is_no_exit():
    assert Outcome.PENDING not in EXITS


def test_the_path_holds_no_exit():
    assert PATH[0] is Stage.DRAFT
    assert PATH[-1] is Stage.VISITED
    assert not set(PATH) & set(EXITS.values())
