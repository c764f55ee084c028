"""Where a case stands, read off its facts and the steps that leave no other fact behind.

It is a total function: whatever two machines merge into, the case stands somewhere.
"""

from enum import Enum

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.effect import effective_on
from mediation_app.domain.steps import (
    ARCHIVED,
    PERFORMING,
    PREPARED,
    REOPENED,
    SUPPLEMENTED,
    SUPPLEMENTING,
    last_of,
)


class Stage(Enum):
    """The stations of a case in their order, then the exits; the value is the desk's word."""

    DRAFT = "草稿"
    REGISTERED = "登记"
    ACCEPTED = "受理"
    PREPARED = "备卷"
    SCHEDULED = "排期"
    MEDIATION = "调解"
    AGREEMENT = "协议"
    SIGNED = "签署"
    CONFIRMATION = "确认"
    PERFORMANCE = "履行"
    VISITED = "回访"
    ARCHIVED = "归档"
    FAILED = "调解不成"
    WITHDRAWN = "撤回"
    REFUSED = "不予受理"
    SUSPENDED = "中止"
    TRANSFERRED = "移送"
    SUPPLEMENT = "补录"


EXITS = {
    Outcome.FAILED: Stage.FAILED,
    Outcome.WITHDRAWN: Stage.WITHDRAWN,
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.SUSPENDED: Stage.SUSPENDED,
    Outcome.TRANSFERRED: Stage.TRANSFERRED,
}

PATH = tuple(Stage)[: tuple(Stage).index(Stage.FAILED)]
"""The stages of a case that goes well, in order."""

ENDED = frozenset({Stage.FAILED, Stage.WITHDRAWN, Stage.REFUSED, Stage.TRANSFERRED})
"""Stages of cases that ended without an agreement and are not archived yet."""

CLOSED = ENDED | {Stage.ARCHIVED}
"""Stages in which a case is over: its facts rest until somebody reopens or supplements it."""


def stage_of(case: Case) -> Stage:
    """Return where the case stands."""
    over = last_of(case.steps, ARCHIVED, REOPENED, SUPPLEMENTING, SUPPLEMENTED)
    return Stage.SUPPLEMENT if over == SUPPLEMENTING else settled_stage(case)


def settled_stage(case: Case) -> Stage:
    """Return where the case stands when nobody supplements it.

    A case that was never registered or accepted stays there, whatever was written ahead of that:
    so the step that was left out is always the next one.
    """
    if last_of(case.steps, ARCHIVED, REOPENED) == ARCHIVED:
        return Stage.ARCHIVED
    if case.outcome in EXITS:
        return EXITS[case.outcome]
    if not case.number:
        return Stage.DRAFT
    if case.accepted_on is None:
        return Stage.REGISTERED
    return _stage_before_effect(case) if effective_on(case) is None else _stage_after_effect(case)


def _stage_before_effect(case: Case) -> Stage:
    reached = (
        (Stage.AGREEMENT, case.agreement is not None),
        (Stage.MEDIATION, bool(case.meetings)),
        (Stage.SCHEDULED, any(each.cancelled_on is None for each in case.appointments)),
        (Stage.PREPARED, bool(last_of(case.steps, PREPARED))),
    )
    return next((stage for stage, is_reached in reached if is_reached), Stage.ACCEPTED)


def _stage_after_effect(case: Case) -> Stage:
    if case.visit is not None and case.visit.visited_on is not None:
        return Stage.VISITED
    if case.confirmation.ruled_on is not None or last_of(case.steps, PERFORMING):
        return Stage.PERFORMANCE
    if case.confirmation.applied_on is not None:
        return Stage.CONFIRMATION
    return Stage.SIGNED
