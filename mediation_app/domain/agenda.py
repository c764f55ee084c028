"""What of a case is due when, who has to see to it, and what it waits for (今日).

Nothing here depends on today: the boards ask which of these things concern a day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mediation_app.domain.agreements import SignatureKind
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import FROM_EFFECT, CaseLimit, running_limits
from mediation_app.domain.cases import Case, CaseId, Outcome
from mediation_app.domain.deadlines import warning_days
from mediation_app.domain.effect import effective_on, parties_signed_on, signatures_lacking
from mediation_app.domain.irregularities import irregularities
from mediation_app.domain.materials import Material
from mediation_app.domain.rest_days import ONE_DAY, RestCalendar
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import next_action


class AgendaKind(Enum):
    """What sort of thing somebody has to see to."""

    LIMIT = "limit"
    """A limit that the desk has to keep."""
    RIGHT = "right"
    """A limit within which the parties may do something; nothing is overdue when it has passed."""
    ESTIMATE = "estimate"
    """A limit that somebody else has to keep, as the court."""
    APPOINTMENT = "appointment"
    ANSWER = "answer"
    """A party that was invited and has not said whether it comes."""
    PROMISE = "todo"
    """Something that the desk has to do, perhaps because it promised it."""
    WAIT = "wait"
    """Something that somebody outside the desk was asked for."""
    PAUSE = "pause"
    """The clock stands, and nobody knows until when."""
    SIGNATURE = "signature"
    """The mediator's signature or the committee's seal is missing under an agreement."""
    COUNTERSIGNATURE = "countersignature"
    """A party's signature is missing under an agreement."""
    MATERIAL = "material"
    """A material that somebody was to bring by a day."""
    ACCEPT = "accept"
    """A case on whose acceptance nobody has decided."""
    PREPARE = "prepare"
    """An accepted case whose file is not complete."""
    IDLE = "idle"
    """An open case for which nothing is planned; its text is the step that usually comes next."""
    IRREGULAR = "irregular"
    """A contradiction between the facts of a case, which somebody has to clear up."""
    SETTLED = "settled"
    """What became of a case, which nobody has to see to: an agreement took effect (成功)."""
    SETTLED_IN_PART = "settled_in_part"
    NOT_SETTLED = "not_settled"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing of one case that somebody has to see to.

    Attributes:
        ref: Which of its kind, within the case: the id of a todo, the key of a limit.
        text: What it is, in the words of the desk; empty where the kind says it.
        about: Whom it is waited for, promised to or asked of.
        owner: The colleague who sees to it; empty where nobody is named. A meeting may have
            several, with ``BETWEEN`` between their names.
        due_on: Its last day, or the day on which it takes place.
        at_min: Local time of its beginning, in minutes after midnight.
        since_on: Since when it is open; for an idle case, from when on nothing is planned.
        reminders: Days before on which people are reminded, never rest days, the earliest first.
        source: The rule behind a limit.
        is_certain: False where the table of a year is missing that may change the day.
    """

    case_id: CaseId
    kind: AgendaKind
    ref: str = ""
    text: str = ""
    about: str = ""
    owner: str = ""
    due_on: date | None = None
    at_min: int | None = None
    since_on: date | None = None
    reminders: tuple[date, ...] = ()
    source: str = ""
    is_certain: bool = True

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who sees to it; the empty name where nobody does."""
        return tuple(self.owner.split(BETWEEN))


BETWEEN = "、"
"""Between the names of colleagues who see to a thing together."""
SEAL = "印章"
"""What is missing where it is no person's signature."""

NOTHING_RUNS = frozenset(
    {
        *(Stage.VISITED, Stage.ARCHIVED, Stage.FAILED, Stage.WITHDRAWN),
        *(Stage.REFUSED, Stage.TRANSFERRED),
    }
)
"""Stages in which only what somebody promised is still to be done."""

_AGREED = frozenset({Outcome.WRITTEN_AGREEMENT, Outcome.ORAL_AGREEMENT})


def agenda_of(
    case: Case, limits: Iterable[CaseLimit], calendar: RestCalendar
) -> tuple[AgendaItem, ...]:
    """Return all that somebody has to see to in a case, in no order.

    An open case always has at least one item, so that no board misses it.

    Args:
        case: As it is stored.
        limits: All limits of the case; those that do not run any more are passed over.
        calendar: For reminders, which come on workdays.
    """
    return _Agenda(case, calendar).items(limits)


def owner_of(case: Case) -> str:
    """Return who owns a case: its handler, else its first mediator; empty where it has none."""
    return case.handler or next(iter(case.mediators), "")


class _Agenda:
    """Collects what is to be seen to in one case."""

    def __init__(self, case: Case, calendar: RestCalendar) -> None:
        self._case = case
        self._calendar = calendar
        self._owner = owner_of(case)
        self._stage = stage_of(case)

    def items(self, limits: Iterable[CaseLimit]) -> tuple[AgendaItem, ...]:
        promised = (*self._todos(), *self._contradictions())
        if self._stage in NOTHING_RUNS:
            return promised
        found = (
            *promised,
            *self._limits(limits),
            *self._pauses(),
            *self._meetings(),
            *self._signatures(),
            *self._preparation(),
        )
        return (*found, *self._idle(found))

    def _item(
        self, kind: AgendaKind, ref: str = "", text: str = "", about: str = "", owner: str = ""
    ) -> AgendaItem:
        return AgendaItem(self._case.id, kind, ref, text, about, owner or self._owner)

    def _todos(self) -> Iterator[AgendaItem]:
        for todo in self._case.todos:
            if todo.done_on is None:
                kind = AgendaKind.WAIT if todo.waits_for else AgendaKind.PROMISE
                about = todo.waits_for or todo.promised_to
                item = self._item(kind, todo.id, todo.text, about, todo.owner)
                yield replace(item, due_on=todo.due_on, since_on=todo.asked_on)

    def _limits(self, limits: Iterable[CaseLimit]) -> Iterator[AgendaItem]:
        for limit in running_limits(self._case, limits):
            if not limit.deadline.is_standing:
                yield self._limit(limit)

    def _limit(self, limit: CaseLimit) -> AgendaItem:
        rule, deadline = limit.rule, limit.deadline
        days = warning_days(deadline, rule.warned_days)
        reminders = sorted({self._workday_until(day) for day in days})
        return AgendaItem(
            self._case.id,
            self._kind_of(limit),
            rule.key,
            rule.name,
            owner=self._owner,
            due_on=deadline.limit_on,
            since_on=limit.started_on,
            reminders=tuple(day for day in reminders if day > limit.started_on),
            source=rule.source,
            is_certain=deadline.is_certain,
        )

    def _kind_of(self, limit: CaseLimit) -> AgendaKind:
        if limit.rule.is_estimate:
            return AgendaKind.ESTIMATE
        is_free = not self._case.confirmation.is_requested
        is_right = limit.rule.starts_from == FROM_EFFECT and is_free
        return AgendaKind.RIGHT if is_right else AgendaKind.LIMIT

    def _workday_until(self, day: date) -> date:
        """Return the day, or the last workday before it."""
        while self._calendar.is_rest(day):
            day -= ONE_DAY
        return day

    def _pauses(self) -> Iterator[AgendaItem]:
        for pause in self._case.course.pauses:
            if pause.from_on is not None and pause.to_on is None:
                item = self._item(AgendaKind.PAUSE, pause.id, pause.reason)
                yield replace(item, since_on=pause.from_on)

    def _meetings(self) -> Iterator[AgendaItem]:
        held = {each.appointment_id for each in self._case.meetings}
        for each in self._case.appointments:
            if each.on is not None and each.cancelled_on is None and each.id not in held:
                yield self._meeting(each, each.on)
                yield from self._answers(each, each.on)

    def _meeting(self, planned: Appointment, on: date) -> AgendaItem:
        owner = BETWEEN.join(filter(None, planned.mediators)) or self._owner
        return AgendaItem(
            self._case.id,
            AgendaKind.APPOINTMENT,
            planned.id,
            planned.room or planned.way,
            owner=owner,
            due_on=on,
            at_min=planned.begins_min,
            reminders=(self._workday_until(on - ONE_DAY),),
        )

    def _answers(self, planned: Appointment, on: date) -> Iterator[AgendaItem]:
        names = {party.id: party.name for party in self._case.parties}
        for party_id in planned.invited:
            if party_id in names and party_id not in planned.answered:
                ref = f"{planned.id}/{party_id}"
                item = self._item(AgendaKind.ANSWER, ref, about=names[party_id])
                yield replace(item, due_on=on)

    def _signatures(self) -> Iterator[AgendaItem]:
        case = self._case
        if case.agreement is None or case.sealed is not None or case.outcome not in _AGREED:
            return
        names = {party.id: party.name for party in case.parties}
        since_on = parties_signed_on(case.agreement) or _last_day(case)
        for kind, signer in signatures_lacking(case):
            if kind is SignatureKind.PARTY:
                waits = AgendaKind.COUNTERSIGNATURE
                item = self._item(waits, signer, about=names[signer])
            elif kind is SignatureKind.MEDIATOR:
                item = self._item(AgendaKind.SIGNATURE, signer, signer, owner=signer)
            else:
                item = self._item(AgendaKind.SIGNATURE, SEAL, SEAL)
            yield replace(item, since_on=since_on)

    def _preparation(self) -> Iterator[AgendaItem]:
        case, lacking = self._case, self._lacking
        for each in lacking:
            if each.due_on is not None:
                item = self._item(AgendaKind.MATERIAL, each.id, each.name, each.owed_by)
                yield replace(item, due_on=each.due_on)
        if self._stage in {Stage.DRAFT, Stage.REGISTERED}:
            item = self._item(AgendaKind.ACCEPT, self._stage.name.lower())
            yield replace(item, since_on=case.filed_on)
        elif self._is_in_preparation:
            names = "、".join(each.name for each in lacking)
            item = self._item(AgendaKind.PREPARE, text=names)
            yield replace(item, since_on=case.accepted_on)

    @property
    def _is_in_preparation(self) -> bool:
        """True until somebody says that the file is complete, and while it plainly is not."""
        is_needed = any(each.is_needed for each in self._lacking)
        return self._stage is Stage.ACCEPTED or (self._stage is Stage.SCHEDULED and is_needed)

    @property
    def _lacking(self) -> tuple[Material, ...]:
        return tuple(each for each in self._case.materials if not each.is_received)

    def _idle(self, found: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
        """Yield that nothing is planned, or that nothing will be once a right has lapsed."""
        others = list(found)
        rights = [each.due_on for each in others if each.kind is AgendaKind.RIGHT]
        if len(rights) < len(others):
            return
        ends = [day for day in rights if day is not None]
        since_on = max(ends) + ONE_DAY if ends else _last_day(self._case)
        usual = next_action(self._case)
        item = self._item(AgendaKind.IDLE, text="" if usual is None else usual.value)
        yield replace(item, since_on=since_on)

    def _contradictions(self) -> Iterator[AgendaItem]:
        """Yield what two machines made of a case together that no step leads to."""
        for each in irregularities(self._case):
            yield self._item(AgendaKind.IRREGULAR, each.key, about=each.fact)


def _last_day(case: Case) -> date | None:
    """Return the last day on which something is known to have happened in a case."""
    signatures = case.agreement.signatures if case.agreement else ()
    days = (
        *(case.filed_on, case.accepted_on, effective_on(case), case.confirmation.applied_on),
        *(each.held_on for each in case.meetings),
        *(each.taken_on for each in case.steps),
        *(each.signed_on for each in signatures),
        *(each.done_on for each in case.todos),
    )
    return max((day for day in days if day is not None), default=None)
