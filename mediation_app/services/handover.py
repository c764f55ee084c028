"""A colleague stands in for some time, or takes cases over for good (代班 / 交接)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mediation_app.domain.absences import Absence
from mediation_app.domain.agenda import AgendaItem, agenda_of, owner_of
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.handovers import (
    HANDED_OVER,
    HandoverSheet,
    OwnedCase,
    owned_case,
    row_of,
)
from mediation_app.domain.journal import Changes
from mediation_app.domain.rest_days import ONE_DAY
from mediation_app.domain.stages import CLOSED, stage_of
from mediation_app.domain.steps import StepTaken
from mediation_app.errors import InvalidValueError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.queries import CaseLine
from mediation_app.ports.renderer import Renderer
from mediation_app.sentences import say
from mediation_app.services.storage import Storage

_PAGE = 500


@dataclass(frozen=True, slots=True)
class StandIn:
    """A time in which a colleague stands in, as somebody asks for it.

    Attributes:
        person: Who is away.
        deputy: Who stands in.
        to_on: The last day; None until further notice.
    """

    person: str
    deputy: str
    from_on: date
    to_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Cases before and after they were handed over, so that it can be taken back."""

    pairs: tuple[tuple[Case, Case], ...]
    changes: Changes


class Handover:
    """Lists what a person owns, lets a colleague stand in, and hands over for good."""

    def __init__(
        self, storage: Storage, limits: Limits, paper: Renderer, clock: Clock, ids: Ids
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._limits = limits
        self._paper = paper
        self._clock = clock
        self._ids = ids

    def everything(self, person: str) -> tuple[OwnedCase, ...]:
        """Return all that a person owns: cases, promises, meetings, what is waited for.

        What is due first comes first.
        """
        if not person.strip():
            return ()
        with self._units() as work:
            cases = (work.cases.get(line.id) for line in self._open_lines(person))
            found = [owned_case(case, self._agenda(case), person) for case in cases]
        return tuple(sorted(filter(None, found), key=_by_next_day))

    def absences(self) -> tuple[Absence, ...]:
        """Return who is or will be away, and who stands in, the earliest first."""
        today = self._clock.today()
        with self._units() as work:
            known = work.committees.get().absences
        lasting = (each for each in known if each.to_on is None or each.to_on >= today)
        return tuple(sorted(lasting, key=lambda each: (each.from_on or date.min, each.id)))

    def stand_in(self, wanted: StandIn) -> Changes:
        """Let a colleague do what a person owns, for a time: nothing is moved, all comes back.

        Raises:
            InvalidValueError: Somebody is missing, or the days are not in their order.
        """
        _check_people(wanted.person, wanted.deputy)
        if wanted.to_on is not None and wanted.to_on < wanted.from_on:
            raise InvalidValueError(
                say(
                    "代班的最后一天 {last} 早于第一天 {first}",
                    last=wanted.to_on,
                    first=wanted.from_on,
                )
            )
        with self._units() as work:
            committee = work.committees.get()
            made = Absence(
                self._ids.new(),
                wanted.person.strip(),
                wanted.deputy.strip(),
                wanted.from_on,
                wanted.to_on,
                wanted.note,
            )
            absences = (*committee.absences, made)
            work.committees.save(committee, replace(committee, absences=absences), "stand_in")
            return work.commit()

    def end(self, absence_id: str) -> Changes:
        """Let a person do the own work again from today on."""
        today = self._clock.today()
        with self._units() as work:
            committee = work.committees.get()
            absences = (
                replace(each, to_on=today - ONE_DAY) if each.id == absence_id else each
                for each in committee.absences
            )
            kept = tuple(each for each in absences if each.id != absence_id or _has_been(each))
            work.committees.save(committee, replace(committee, absences=kept), "stand_in")
            return work.commit()

    def hand_over(
        self, case_ids: Iterable[CaseId], person: str, to: str, note: str = ""
    ) -> HandedOver:
        """Give cases, and what the person promised in them, to a colleague for good.

        Raises:
            InvalidValueError: Somebody is missing, or a case is not the person's.
        """
        _check_people(person, to)
        pairs = []
        with self._units() as work:
            for case_id in case_ids:
                case = work.cases.get(case_id)
                wanted = self._handed_over(case, person, to, note)
                pairs.append((case, work.cases.save(case, wanted, "hand_over")))
            return HandedOver(tuple(pairs), work.commit())

    def give_back(self, handed: HandedOver) -> Changes:
        """Take a hand-over back; what was done in the cases meanwhile stays."""
        with self._units() as work:
            for before, after in handed.pairs:
                work.cases.save(after, before, "hand_over")
            return work.commit()

    def sheet(self, wanted: StandIn) -> HandoverSheet:
        """Return the sheet that both sign, a line for each case."""
        with self._units() as work:
            committee = work.committees.get()
        return HandoverSheet(
            committee=committee.name,
            station=committee.station,
            person=wanted.person,
            deputy=wanted.deputy,
            from_on=wanted.from_on,
            to_on=wanted.to_on,
            rows=tuple(map(row_of, self.everything(wanted.person))),
        )

    def print_sheet(self, wanted: StandIn) -> bytes:
        """Return the sheet as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        return self._paper.render_handover(self.sheet(wanted))

    def _open_lines(self, person: str) -> Iterator[CaseLine]:
        offset = 0
        while page := self._queries.case_lines(person, _PAGE, offset):
            yield from (line for line in page if line.stage not in CLOSED)
            offset += len(page)

    def _agenda(self, case: Case) -> tuple[AgendaItem, ...]:
        return agenda_of(case, self._limits.of_case(case), self._limits.calendar)

    def _handed_over(self, case: Case, person: str, to: str, note: str) -> Case:
        owns = owner_of(case) == person
        todos = tuple(
            replace(each, owner=to) if each.owner == person and each.done_on is None else each
            for each in case.todos
        )
        appointments = _led_by(case, person, to, self._clock.today())
        if not owns and (todos, appointments) == (case.todos, case.appointments):
            raise InvalidValueError(
                say("{number} 不归{person}经办，没有交接", number=case.number, person=person)
            )
        step = StepTaken(
            self._ids.new(),
            HANDED_OVER,
            self._clock.today(),
            person,
            "；".join(part for part in (f"{person} → {to}", note.strip()) if part),
            stage_of(case).value,
        )
        return replace(
            case,
            handler=to if owns else case.handler,
            todos=todos,
            appointments=appointments,
            steps=(*case.steps, step),
        )


def _led_by(case: Case, person: str, to: str, today: date) -> tuple[Appointment, ...]:
    """Return the appointments, those to come led by the other one in a person's place."""
    held = {each.appointment_id for each in case.meetings}

    def taken_over(each: Appointment) -> Appointment:
        is_past = each.on is not None and each.on < today
        is_over = is_past or each.cancelled_on is not None or each.id in held
        if is_over or person not in each.mediators:
            return each
        names = dict.fromkeys(to if name == person else name for name in each.mediators)
        return replace(each, mediators=tuple(names), revision=each.revision + 1)

    return tuple(map(taken_over, case.appointments))


def _check_people(person: str, to: str) -> None:
    if not person.strip() or not to.strip():
        raise InvalidValueError(say("请写明谁交出、谁接手"))
    if person.strip() == to.strip():
        raise InvalidValueError(say("交出的人和接手的人不能是同一个人"))


def _has_been(absence: Absence) -> bool:
    """Return whether an absence covers a day at all."""
    is_begun = absence.from_on is not None and absence.to_on is not None
    return is_begun and absence.from_on <= absence.to_on  # type: ignore[operator]


def _by_next_day(owned: OwnedCase) -> tuple[str, str]:
    item = owned.next_item
    day = "9999" if item is None or item.due_on is None else item.due_on.isoformat()
    return day, owned.number
