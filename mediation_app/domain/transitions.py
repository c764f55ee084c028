"""The one table of transitions: which step is lawful from where, by whom, and what it demands.

Every door goes through it: buttons, keys, many cases at once, the command line, files that come
in. What arrives from other machines is never refused; where it contradicts the table,
``irregularities`` says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from mediation_app.domain import demands, steps
from mediation_app.domain.cases import Case
from mediation_app.domain.demands import Demand, Dossier
from mediation_app.domain.documents import FormKind
from mediation_app.domain.missing import Missing
from mediation_app.domain.stages import ENDED, PATH, Stage, stage_of
from mediation_app.sentences import Sentence, say


class Duty(Enum):
    """In what quality somebody works at the centre; the value is the desk's word."""

    MEDIATOR = "调解员"
    SPECIALIST = "投诉专员"
    CLERK = "文员"
    LEADER = "站长"
    ADMINISTRATOR = "管理员"
    READER = "只读"


def duty_of(roles: Iterable[str]) -> Duty:
    """Return the duty of somebody who has these roles at the centre: the one that may do most.

    Without any, at a desk that has no centre, one person does everything.
    """
    known = [duty for duty in _BY_MIGHT if duty.name.lower() in set(roles)]
    return next(iter(known), Duty.LEADER)


_BY_MIGHT = (Duty.LEADER, Duty.MEDIATOR, Duty.CLERK, Duty.SPECIALIST, Duty.READER)


class Action(Enum):
    """A step on the way of a case; the value is the word on its button and in ``StepTaken``."""

    REGISTER = "登记"
    ACCEPT = "受理"
    REFUSE = "不予受理"
    PREPARE = steps.PREPARED
    SCHEDULE = "排期"
    MEDIATE = "开始调解"
    DRAFT_AGREEMENT = "拟定协议"
    SIGN = "登记签署"
    SEAL = "签署完成"
    ASK_CONFIRMATION = "准备司法确认"
    APPLY = "申请司法确认"
    RULE = "登记裁定"
    PERFORM = steps.PERFORMING
    VISIT = "登记回访"
    ARCHIVE = steps.ARCHIVED
    SUSPEND = "中止"
    RESUME = "恢复调解"
    WITHDRAW = "撤回"
    FAIL = "调解不成"
    TRANSFER = "移送人民法院"
    SUPPLEMENT = steps.SUPPLEMENTING
    FINISH = steps.SUPPLEMENTED
    REOPEN = steps.REOPENED


EVERY = "*"
"""Stands for all limits of a case, also for those that only this station has."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table.

    Attributes:
        action: The step.
        sources: From which stages.
        target: To which stage; None: to where the facts put the case.
        duties: Who may take it.
        demands: What has to be there first.
        needs_reason: True where it is not taken without a reason in words.
        starts: The keys of the limits that its day starts, or lets run on; ``EVERY`` for all that
            its case had.
        stops: The keys of the limits that run no longer, or stand still, from its day on;
            ``EVERY`` for all that run.
    """

    action: Action
    sources: tuple[Stage, ...]
    target: Stage | None
    duties: tuple[Duty, ...]
    demands: tuple[Demand, ...] = ()
    needs_reason: bool = False
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()

    def missing(self, dossier: Dossier) -> tuple[Missing, ...]:
        """Return what it demands and the case lacks."""
        return tuple(each for demand in self.demands for each in demand(dossier))


@dataclass(frozen=True, slots=True)
class LawfulStep:
    """A step that can be taken from where a case stands, once nothing is missing."""

    transition: Transition
    missing: tuple[Missing, ...] = ()

    @property
    def action(self) -> Action:
        """The step."""
        return self.transition.action

    @property
    def is_ready(self) -> bool:
        """True where nothing is missing but perhaps the reason."""
        return not self.missing


_DESK = (Duty.MEDIATOR, Duty.CLERK, Duty.LEADER)
_DECIDING = (Duty.MEDIATOR, Duty.LEADER)
_ALL = (Duty.MEDIATOR, Duty.SPECIALIST, Duty.CLERK, Duty.LEADER)
_UNTIL_AGREEMENT = PATH[PATH.index(Stage.ACCEPTED) : PATH.index(Stage.SIGNED)]
_BEFORE_MEETING = PATH[PATH.index(Stage.ACCEPTED) : PATH.index(Stage.AGREEMENT) + 1]
_AFTER_EFFECT = PATH[PATH.index(Stage.SIGNED) : PATH.index(Stage.ARCHIVED)]
_ENDED = tuple(stage for stage in Stage if stage in ENDED)
_OF_MEDIATION = ("mediation",)
_OF_ACCEPTANCE = ("acceptance",)
_OF_COURT = ("court_acceptance", "court_decision", "court_closing")
_EACH = (EVERY,)
_ARCHIVABLE = (demands.agreement_closed, demands.agreement_issued, demands.ending_told)

TABLE: tuple[Transition, ...] = (
    Transition(
        Action.REGISTER, (Stage.DRAFT,), Stage.REGISTERED, _ALL, (demands.registrable,),
        starts=_OF_ACCEPTANCE,
    ),
    Transition(
        Action.ACCEPT, (Stage.REGISTERED,), None, _DESK, (demands.registrable,),
        starts=_OF_MEDIATION, stops=_OF_ACCEPTANCE,
    ),
    Transition(
        Action.REFUSE, (Stage.REGISTERED,), Stage.REFUSED, _DECIDING, needs_reason=True,
        stops=_EACH,
    ),
    Transition(
        Action.PREPARE, (Stage.ACCEPTED,), Stage.PREPARED, _ALL,
        (demands.mediators_named, demands.materials_there),
    ),
    Transition(Action.SCHEDULE, _BEFORE_MEETING, None, _DESK),
    Transition(Action.MEDIATE, _BEFORE_MEETING, None, _DECIDING, (demands.mediators_named,)),
    Transition(
        Action.DRAFT_AGREEMENT, (Stage.MEDIATION,), Stage.AGREEMENT, _DESK,
        (demands.meeting_held,),
    ),
    Transition(
        Action.SIGN, (Stage.AGREEMENT,), Stage.SIGNED, _DESK,
        (demands.meeting_held, demands.terms_written, demands.mediators_named),
        starts=("confirmation",), stops=_EACH,
    ),
    Transition(Action.SEAL, _AFTER_EFFECT, None, _DECIDING, (demands.all_signed,)),
    Transition(
        Action.ASK_CONFIRMATION, (Stage.SIGNED,), Stage.SIGNED, _DESK, (demands.in_writing,)
    ),
    Transition(
        Action.APPLY, (Stage.SIGNED,), Stage.CONFIRMATION, _DESK,
        (demands.in_writing, demands.court_named),
        starts=_OF_COURT, stops=("confirmation",),
    ),
    Transition(
        Action.RULE, (Stage.CONFIRMATION,), Stage.PERFORMANCE, _DESK,
        stops=_OF_COURT,
    ),
    Transition(
        Action.PERFORM, (Stage.SIGNED, Stage.CONFIRMATION), Stage.PERFORMANCE, _ALL
    ),
    Transition(
        Action.VISIT, (Stage.SIGNED, Stage.CONFIRMATION, Stage.PERFORMANCE), Stage.VISITED, _ALL,
        stops=_EACH,
    ),
    Transition(
        Action.ARCHIVE, (Stage.VISITED, *_ENDED), Stage.ARCHIVED, _DESK,
        (*_ARCHIVABLE, demands.all_readable),
    ),
    Transition(
        Action.SUSPEND, _UNTIL_AGREEMENT, Stage.SUSPENDED, _DECIDING, needs_reason=True,
        stops=_OF_MEDIATION,
    ),
    Transition(
        Action.RESUME, (Stage.SUSPENDED,), None, _DECIDING, starts=_OF_MEDIATION
    ),
    Transition(
        Action.WITHDRAW, (Stage.REGISTERED, *_UNTIL_AGREEMENT, Stage.SUSPENDED),
        Stage.WITHDRAWN, _DESK, needs_reason=True, stops=_EACH,
    ),
    Transition(
        Action.FAIL, (*_UNTIL_AGREEMENT, Stage.SUSPENDED), Stage.FAILED, _DECIDING,
        needs_reason=True, stops=_EACH,
    ),
    Transition(
        Action.TRANSFER, (*_UNTIL_AGREEMENT, Stage.SUSPENDED), Stage.TRANSFERRED, _DECIDING,
        needs_reason=True, stops=_EACH,
    ),
    Transition(
        Action.SUPPLEMENT, (*_ENDED, Stage.ARCHIVED), Stage.SUPPLEMENT, _DESK,
        needs_reason=True,
    ),
    Transition(Action.FINISH, (Stage.SUPPLEMENT,), None, _DESK),
    Transition(Action.REOPEN, _ENDED, None, _DECIDING, needs_reason=True, starts=_EACH),
    Transition(
        Action.REOPEN, (Stage.ARCHIVED,), None, (Duty.LEADER,), needs_reason=True, starts=_EACH
    ),
)  # fmt: skip
"""Sources: People's Mediation Law arts 16-18 (application, acceptance), 23 and 26 (ending),
27-31 (records, agreement, visits), 33 (confirmation); court-invited mediation arts 21, 26."""

_NEXT = {
    Stage.DRAFT: Action.REGISTER,
    Stage.REGISTERED: Action.ACCEPT,
    Stage.ACCEPTED: Action.PREPARE,
    Stage.PREPARED: Action.SCHEDULE,
    Stage.SCHEDULED: Action.MEDIATE,
    Stage.MEDIATION: Action.DRAFT_AGREEMENT,
    Stage.AGREEMENT: Action.SIGN,
    Stage.CONFIRMATION: Action.RULE,
    Stage.PERFORMANCE: Action.VISIT,
    Stage.VISITED: Action.ARCHIVE,
    Stage.SUSPENDED: Action.RESUME,
    Stage.SUPPLEMENT: Action.FINISH,
} | dict.fromkeys(ENDED, Action.ARCHIVE)


def next_action(case: Case) -> Action | None:
    """Return the step that usually comes next; None only where the case is archived."""
    stage = stage_of(case)
    if stage in (Stage.SIGNED, Stage.VISITED) and _is_to_be_closed(case):
        return Action.SEAL
    if stage is Stage.SIGNED:
        return _next_after_signing(case)
    return _NEXT.get(stage)


def lawful(
    case: Case, duty: Duty, issued: frozenset[FormKind] = frozenset()
) -> tuple[LawfulStep, ...]:
    """Return the steps that somebody may take from where the case stands, the next one first.

    Args:
        case: The case.
        duty: Whose steps.
        issued: The kinds of documents that were issued in it.
    """
    stage, first = stage_of(case), next_action(case)
    dossier = Dossier(case, issued)
    found = (
        LawfulStep(each, each.missing(dossier))
        for each in TABLE
        if stage in each.sources and duty in each.duties and not _is_done(each, case)
    )
    return tuple(sorted(found, key=lambda each: each.action is not first))


def refusal(
    case: Case,
    action: Action,
    duty: Duty,
    reason: str,
    issued: frozenset[FormKind] = frozenset(),
) -> tuple[Sentence, ...]:
    """Return every reason why a step cannot be taken; none where it can."""
    row = row_of(action, stage_of(case))
    if row is None or _is_done(row, case):
        return (_not_from_here(rows_of(action), case),)
    return tuple(_refusals(row, duty, reason, Dossier(case, issued)))


def row_of(action: Action, stage: Stage) -> Transition | None:
    """Return the row by which a step is taken from a stage; None where there is none."""
    return next((each for each in rows_of(action) if stage in each.sources), None)


def rows_of(action: Action) -> tuple[Transition, ...]:
    """Return the rows of a step; one that depends on the stage has several."""
    return tuple(each for each in TABLE if each.action is action)


def _refusals(row: Transition, duty: Duty, reason: str, dossier: Dossier) -> Iterator[Sentence]:
    if duty not in row.duties:
        who = "、".join(each.value for each in row.duties)
        yield say("“{step}”由{who}办理", step=row.action.value, who=who)
    if row.needs_reason and not reason.strip():
        yield say("“{step}”要写明理由", step=row.action.value)
    for each in row.missing(dossier):
        yield say("“{step}”还缺{what}", step=row.action.value, what=each.sentence)


def _not_from_here(rows: tuple[Transition, ...], case: Case) -> Sentence:
    stages = dict.fromkeys(stage.value for each in rows for stage in each.sources)
    return say(
        "“{step}”只能在“{stages}”阶段办理，本案现在是“{now}”",
        step=rows[0].action.value,
        stages="、".join(stages),
        now=stage_of(case).value,
    )


def _is_done(row: Transition, case: Case) -> bool:
    """Return whether a step that leaves the stage as it is was taken already."""
    if row.action is Action.SEAL:
        return not _is_to_be_closed(case)
    asked = case.confirmation.is_requested
    return row.action is Action.ASK_CONFIRMATION and (asked or case.has_oral_agreement)


def _is_to_be_closed(case: Case) -> bool:
    return case.sealed is None and not case.has_oral_agreement


def _next_after_signing(case: Case) -> Action:
    if case.has_oral_agreement:
        return Action.PERFORM
    return Action.APPLY if case.confirmation.is_requested else Action.ASK_CONFIRMATION
