"""What a step makes of a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mediation_app.domain.agreements import Agreement, Signature
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, Meeting, Outcome, Termination, Visit
from mediation_app.domain.courses import Pause
from mediation_app.domain.effect import signatures_lacking
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import Action
from mediation_app.domain.understanding import DOUBTS

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """A step that is being taken.

    Attributes:
        on: The day that it bears.
        step: As it is kept in the case.
        new_id: Gives ids to what comes with it.
        court: The court at the committee's place.
    """

    on: date
    step: StepTaken
    new_id: Callable[[], str]
    court: str = ""


def moved(case: Case, action: Action, move: Move) -> Case:
    """Return the case after a step; whether it was lawful is for ``refusal`` to say."""
    effect = _EFFECTS.get(action)
    after = case if effect is None else effect(case, move)
    return replace(after, steps=(*after.steps, move.step))


def _accept(case: Case, move: Move) -> Case:
    return replace(case, accepted_on=move.on)


def _schedule(case: Case, move: Move) -> Case:
    """Plan a meeting on the day, unless one is planned then."""
    if any(each.on == move.on and each.cancelled_on is None for each in case.appointments):
        return case
    planned = Appointment(move.new_id(), move.on, mediators=case.mediators)
    return replace(case, appointments=(*case.appointments, planned))


def _mediate(case: Case, move: Move) -> Case:
    """Record a meeting of the day, the planned one where there is one."""
    of_day = (e for e in case.appointments if e.on == move.on and e.cancelled_on is None)
    planned = next(of_day, Appointment(""))
    # What was known at intake stands ticked at the table.
    doubts = tuple(each for each in DOUBTS if each in case.needs)
    held = Meeting(move.new_id(), move.on, appointment_id=planned.id, doubts=doubts)
    place = case.meeting_place.strip() or planned.room
    return replace(case, meetings=(*case.meetings, held), meeting_place=place)


def _draft(case: Case, move: Move) -> Case:
    del move
    return replace(case, agreement=case.agreement or Agreement())


def _sign(case: Case, move: Move) -> Case:
    """Give everybody who has not signed the day; an agreement that is signed is in writing."""
    agreement = case.agreement or Agreement()
    made = tuple(
        Signature(move.new_id(), kind, signer, move.on)
        for kind, signer in signatures_lacking(case)
    )
    is_pending = case.outcome is Outcome.PENDING
    return replace(
        case,
        agreement=replace(agreement, signatures=(*agreement.signatures, *made)),
        outcome=Outcome.WRITTEN_AGREEMENT if is_pending else case.outcome,
    )


def _ask(case: Case, move: Move) -> Case:
    court = case.confirmation.court or move.court
    return replace(case, confirmation=replace(case.confirmation, is_requested=True, court=court))


def _apply(case: Case, move: Move) -> Case:
    asked = replace(case.confirmation, is_requested=True, applied_on=move.on)
    return replace(case, confirmation=asked)


def _rule(case: Case, move: Move) -> Case:
    ruling = move.step.reason or case.confirmation.ruling
    ruled = replace(case.confirmation, ruled_on=move.on, ruling=ruling)
    return replace(case, confirmation=ruled)


def _visit(case: Case, move: Move) -> Case:
    return replace(case, visit=replace(case.visit or Visit(), visited_on=move.on))


def _end(outcome: Outcome) -> Callable[[Case, Move], Case]:
    def end(case: Case, move: Move) -> Case:
        ending = case.termination or Termination()
        ending = replace(ending, ended_on=move.on, reason=move.step.reason)
        return replace(_going_on(case, move), outcome=outcome, termination=ending)

    return end


def _suspend(case: Case, move: Move) -> Case:
    pause = Pause(move.new_id(), move.on, reason=move.step.reason)
    course = replace(case.course, pauses=(*case.course.pauses, pause))
    return replace(case, outcome=Outcome.SUSPENDED, course=course)


def _resume(case: Case, move: Move) -> Case:
    return replace(_going_on(case, move), outcome=Outcome.PENDING)


def _going_on(case: Case, move: Move) -> Case:
    """Return the case with the clock going again: it stood until the day before.

    A pause that would end before it began is left out.
    """
    last_on = move.on - ONE_DAY
    pauses = (
        replace(each, to_on=last_on) if _is_standing(each) else each for each in case.course.pauses
    )
    kept = tuple(
        each for each in pauses if not each.from_on or not each.to_on or each.from_on <= each.to_on
    )
    return replace(case, course=replace(case.course, pauses=kept))


def _reopen(case: Case, move: Move) -> Case:
    """Let a case that ended go on; what was written about its end stays beside it."""
    del move
    if case.outcome not in _ENDINGS:
        return case
    ending = case.termination and replace(case.termination, ended_on=None)
    return replace(case, outcome=Outcome.PENDING, termination=ending)


_ENDINGS = (Outcome.FAILED, Outcome.WITHDRAWN, Outcome.REFUSED, Outcome.TRANSFERRED)

_EFFECTS: Mapping[Action, Callable[[Case, Move], Case]] = {
    Action.ACCEPT: _accept,
    Action.REFUSE: _end(Outcome.REFUSED),
    Action.SCHEDULE: _schedule,
    Action.MEDIATE: _mediate,
    Action.DRAFT_AGREEMENT: _draft,
    Action.SIGN: _sign,
    Action.ASK_CONFIRMATION: _ask,
    Action.APPLY: _apply,
    Action.RULE: _rule,
    Action.VISIT: _visit,
    Action.SUSPEND: _suspend,
    Action.RESUME: _resume,
    Action.WITHDRAW: _end(Outcome.WITHDRAWN),
    Action.FAIL: _end(Outcome.FAILED),
    Action.TRANSFER: _end(Outcome.TRANSFERRED),
    Action.REOPEN: _reopen,
}
"""Steps that bring facts; the others leave nothing behind but themselves."""


def _is_standing(pause: Pause) -> bool:
    return pause.from_on is not None and pause.to_on is None
