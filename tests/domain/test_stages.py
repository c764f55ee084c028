"""Where a case stands."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Confirmation, Meeting, Outcome, Visit
from mediation_app.domain.stages import CLOSED, ENDED, EXITS, PATH, Stage, settled_stage, stage_of
from mediation_app.domain.steps import StepTaken
from tests.builders import a_case, signed

EARLY = a_case(agreement=None)
ACCEPTED = replace(EARLY, accepted_on=date(2026, 2, 25))
PLANNED = Appointment("a1", date(2026, 3, 2))
MEETING = Meeting("m1", date(2026, 3, 2))
SIGNED = signed(a_case(accepted_on=date(2026, 2, 25)))
VISITED = replace(SIGNED, visit=Visit(date(2026, 4, 9)))


def stepped(case, *actions):
    """Return the case with these steps taken, one after the other."""
    return replace(case, steps=tuple(StepTaken(f"s{no}", a) for no, a in enumerate(actions)))


@pytest.mark.parametrize(
    ("case", "stage"),
    [
        (replace(EARLY, number=""), Stage.DRAFT),
        (EARLY, Stage.REGISTERED),
        (ACCEPTED, Stage.ACCEPTED),
        (stepped(ACCEPTED, "备卷完成"), Stage.PREPARED),
        (replace(ACCEPTED, appointments=(PLANNED,)), Stage.SCHEDULED),
        (
            replace(ACCEPTED, appointments=(replace(PLANNED, cancelled_on=date(2026, 3, 1)),)),
            Stage.ACCEPTED,
        ),
        (replace(ACCEPTED, meetings=(MEETING,)), Stage.MEDIATION),
        (a_case(accepted_on=date(2026, 2, 25)), Stage.AGREEMENT),
        (SIGNED, Stage.SIGNED),
        (
            replace(SIGNED, confirmation=Confirmation(applied_on=date(2026, 4, 7))),
            Stage.CONFIRMATION,
        ),
        (
            replace(SIGNED, confirmation=Confirmation(ruled_on=date(2026, 5, 7))),
            Stage.PERFORMANCE,
        ),
        (stepped(SIGNED, "开始履行"), Stage.PERFORMANCE),
        (replace(SIGNED, visit=Visit(performance="已履行")), Stage.SIGNED),
        (VISITED, Stage.VISITED),
        (stepped(VISITED, "归档"), Stage.ARCHIVED),
        (stepped(VISITED, "归档", "重开"), Stage.VISITED),
        (stepped(VISITED, "归档", "补录"), Stage.SUPPLEMENT),
        (stepped(VISITED, "归档", "补录", "补录完毕"), Stage.ARCHIVED),
        (stepped(VISITED, "归档", "补录", "重开"), Stage.VISITED),
        (stepped(EARLY, "将来的步骤"), Stage.REGISTERED),
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
    assert PATH[-1] is Stage.ARCHIVED
    assert not set(PATH) & set(EXITS.values())
    assert ENDED < CLOSED
    assert Stage.SUSPENDED not in CLOSED


@pytest.mark.parametrize("case", [a_case(), a_case(meetings=(MEETING,)), signed(a_case())])
def test_what_was_written_ahead_of_acceptance_moves_nothing(case):
    assert stage_of(case) is Stage.REGISTERED
    assert stage_of(replace(case, number="", accepted_on=date(2026, 2, 25))) is Stage.DRAFT


def test_beneath_a_supplement_the_case_stands_where_it_stood():
    ended = stepped(replace(ACCEPTED, outcome=Outcome.WITHDRAWN), "补录")
    assert stage_of(ended) is Stage.SUPPLEMENT
    assert settled_stage(ended) is Stage.WITHDRAWN
