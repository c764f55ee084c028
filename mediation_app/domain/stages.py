"""Where a case stands, read off its facts."""

from enum import Enum

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.effect import effective_on


class Stage(Enum):
    """The stations of a case in their order, then the exits; the value is the desk's word."""

    DRAFT = "草稿"
    REGISTERED = "登记"
    ACCEPTED = "受理"
    MEDIATION = "调解"
    AGREEMENT = "协议"
    SIGNED = "签署"
    CONFIRMATION = "确认"
    PERFORMANCE = "履行"
    VISITED = "回访"
    FAILED = "调解不成"
    WITHDRAWN = "撤回"
    REFUSED = "不予受理"
    SUSPENDED = "中止"
    TRANSFERRED = "移送"


EXITS = {
    Outcome.FAILED: Stage.FAILED,
    Outcome.WITHDRAWN: Stage.WITHDRAWN,
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.SUSPENDED: Stage.SUSPENDED,
    Outcome.TRANSFERRED: Stage.TRANSFERRED,
}

PATH = tuple(Stage)[: tuple(Stage).index(Stage.FAILED)]
"""The stages of a case that goes well, in order."""


def stage_of(case: Case) -> Stage:
    """Return where the case stands."""
    if case.outcome in EXITS:
        return EXITS[case.outcome]
    return _stage_after_agreement(case) or _stage_before_agreement(case)


def _stage_after_agreement(case: Case) -> Stage | None:
    if case.visit is not None:
        return Stage.VISITED
    if effective_on(case) is None:
        return Stage.AGREEMENT if case.agreement is not None else None
    if case.confirmation.applied_on is not None:
        return Stage.CONFIRMATION
    return Stage.SIGNED


def _stage_before_agreement(case: Case) -> Stage:
    if case.meetings:
        return Stage.MEDIATION
    if case.accepted_on is not None:
        return Stage.ACCEPTED
    return Stage.REGISTERED if case.number else Stage.DRAFT
