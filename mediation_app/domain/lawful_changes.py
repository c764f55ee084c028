"""Whether an edit of a case is lawful: what moves it changes only as a step of the table does.

An author who saw the case before somebody else's step is judged by what he saw: his words are
kept, and where they contradict the step the case says so (``irregularities``).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from mediation_app.domain.cases import Case
from mediation_app.domain.demands import Dossier
from mediation_app.domain.documents import FormKind
from mediation_app.domain.irregularities import Irregularity, irregularities
from mediation_app.domain.stages import CLOSED, EXITS, PATH, Stage, settled_stage, stage_of
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import Action, Duty, Transition, refusal, rows_of
from mediation_app.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Hand:
    """Who edits a case.

    Attributes:
        duty: In what quality.
        name: As steps bear it.
        on: The day of the edit.
        issued: The kinds of documents that were issued in the case.
    """

    duty: Duty = Duty.LEADER
    name: str = ""
    on: date | None = None
    issued: frozenset[FormKind] = frozenset()


OPEN_WHEN_CLOSED = frozenset(
    {"materials", "todos", "handler", "links", "tags", "needs", "unfinished", "provisional_number"}
)
"""What may be noted beside a case that is over: it changes nothing of what was done."""

_ENDING = frozenset({"termination"})
"""What is still written down of an end before the case is archived."""


def is_resting(case: Case, place: str) -> bool:
    """Return whether the fact at a place rests, because the case is over."""
    stage = stage_of(case)
    return stage in CLOSED and place.split("/", maxsplit=1)[0] not in _free_in(stage)


def unlawful_change(shown: Case, wanted: Case, hand: Hand) -> tuple[Sentence, ...]:
    """Return every reason why somebody may not make the one case of the other; none where he may.

    Args:
        shown: What its author saw.
        wanted: What he made of it.
        hand: Who he is.
    """
    if shown == wanted:
        return ()
    if shown.steps != wanted.steps:
        return tuple(_of_steps(shown, wanted, hand))
    return (*_of_number(shown, wanted), *_of_rest(shown, wanted), *_of_facts(shown, wanted, hand))


def _of_steps(shown: Case, wanted: Case, hand: Hand) -> Iterator[Sentence]:
    """Yield why a step cannot be taken back, or taken again, as undo and redo do it."""
    if shown.steps[:-1] == wanted.steps:
        yield from _of_taking_back(shown, wanted, hand)
    elif wanted.steps[:-1] == shown.steps:
        yield from _of_taking(shown, wanted.steps[-1], hand)
    else:
        yield say("办理步骤只能逐一办理，不能直接改写")
    yield from _of_number(shown, wanted)
    yield from (each.sentence for each in _new_ones(shown, wanted))


def _of_taking_back(shown: Case, wanted: Case, hand: Hand) -> Iterator[Sentence]:
    step = shown.steps[-1]
    if (step.by, step.taken_on) != (hand.name, hand.on):
        yield say("“{step}”只能由办理人在当日撤销；之后请用“重开”", step=step.action)
    if stage_of(wanted).value != step.came_from:
        yield say("“{step}”之后案件又有变动，不能撤销", step=step.action)


def _of_taking(shown: Case, step: StepTaken, hand: Hand) -> Iterator[Sentence]:
    action = next((each for each in Action if each.value == step.action), None)
    if action is None or step.came_from != stage_of(shown).value:
        yield say("“{step}”不能在这里办理", step=step.action)
    else:
        yield from refusal(shown, action, hand.duty, step.reason, hand.issued)


def _of_number(shown: Case, wanted: Case) -> Iterator[Sentence]:
    if shown.number != wanted.number:
        yield say("案件编号由“登记”给出，不能改写")


def _of_rest(shown: Case, wanted: Case) -> Iterator[Sentence]:
    """Yield why a case that is over, or that is supplemented, does not take a change."""
    stage = stage_of(shown)
    if stage in CLOSED:
        if _changed(shown, wanted) - _free_in(stage):
            yield say("案件已“{stage}”，改动请先“补录”或者“重开”", stage=stage.value)
    elif stage is Stage.SUPPLEMENT and settled_stage(shown) is not settled_stage(wanted):
        yield say("补录不改变案件的阶段；要改变的，请先“重开”")


def _free_in(stage: Stage) -> frozenset[str]:
    """Return which facts of a case that is over are still noted."""
    return OPEN_WHEN_CLOSED if stage is Stage.ARCHIVED else OPEN_WHEN_CLOSED | _ENDING


def _of_facts(shown: Case, wanted: Case, hand: Hand) -> Iterator[Sentence]:
    yield from _of_outcome(shown, wanted)
    stage = settled_stage(shown)
    # Several steps may be typed before they are stored together: each leads on from the other.
    reached = settled_stage(wanted) if stage in PATH else stage
    for action, place in _MOVING.items():
        if place(wanted) and not place(shown):
            yield from _of_step_by_facts(action, reached, Dossier(wanted, hand.issued), hand.duty)
    # A new party of a signed agreement is written down before it signs: that moves nothing.
    alone = {each.key for each in irregularities(_moved_alone(shown, wanted))}
    yield from (each.sentence for each in _new_ones(shown, wanted) if each.key in alone)


def _of_outcome(shown: Case, wanted: Case) -> Iterator[Sentence]:
    """Yield why an end is neither written down nor taken away but by its step."""
    if shown.outcome is not wanted.outcome and {shown.outcome, wanted.outcome} & EXITS.keys():
        yield say(
            "结果由“{before}”改为“{after}”，要通过办理步骤并写明理由",
            before=shown.outcome.value,
            after=wanted.outcome.value,
        )


def _of_step_by_facts(
    action: Action, stage: Stage, dossier: Dossier, duty: Duty
) -> Iterator[Sentence]:
    """Yield why a step cannot be taken by typing its day; it may also be written down late."""
    (row,) = rows_of(action)
    if not _is_reached(row, stage):
        yield say("“{step}”不能在“{now}”阶段办理", step=action.value, now=stage.value)
        return
    if duty not in row.duties:
        who = "、".join(each.value for each in row.duties)
        yield say("“{step}”由{who}办理", step=action.value, who=who)
    for missing in row.missing(dossier):
        yield say("“{step}”还缺{what}", step=action.value, what=missing.sentence)


def _is_reached(row: Transition, stage: Stage) -> bool:
    return stage in PATH and PATH.index(stage) >= min(PATH.index(each) for each in row.sources)


def _new_ones(shown: Case, wanted: Case) -> tuple[Irregularity, ...]:
    known = {each.key for each in irregularities(shown)}
    return tuple(each for each in irregularities(wanted) if each.key not in known)


def _changed(shown: Case, wanted: Case) -> frozenset[str]:
    names = (each.name for each in fields(Case))
    return frozenset(each for each in names if getattr(shown, each) != getattr(wanted, each))


def _moved_alone(shown: Case, wanted: Case) -> Case:
    """Return what was shown, with nothing of what is wanted but the facts that move a case."""
    return replace(
        shown,
        accepted_on=wanted.accepted_on,
        meetings=wanted.meetings,
        outcome=wanted.outcome,
        agreement=wanted.agreement,
        sealed=wanted.sealed,
        confirmation=wanted.confirmation,
        visit=wanted.visit,
    )


def _is_signed(case: Case) -> bool:
    return case.agreement is not None and bool(case.agreement.signatures)


def _is_visited(case: Case) -> bool:
    return case.visit is not None and case.visit.visited_on is not None


_MOVING: dict[Action, Callable[[Case], bool]] = {
    Action.ACCEPT: lambda case: case.accepted_on is not None,
    Action.SIGN: _is_signed,
    Action.APPLY: lambda case: case.confirmation.applied_on is not None,
    Action.RULE: lambda case: case.confirmation.ruled_on is not None,
    Action.VISIT: _is_visited,
}
"""Facts whose first appearance is a step: typing the day takes it."""
