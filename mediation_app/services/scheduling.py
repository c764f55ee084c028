"""Meetings are planned, moved and called off; what is in the way is told before."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.domain.lawful_changes import unlawful_change
from mediation_app.domain.schedule import Booking, DayLoad, Overlap, day_load
from mediation_app.domain.stages import stage_of
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import Action, refusal
from mediation_app.domain.typed_times import MINUTES_A_DAY
from mediation_app.errors import InvalidValueError, MediationError, UnlawfulStepError
from mediation_app.exchange.calendars import CalendarTime, read_calendar, write_calendar
from mediation_app.exchange.recurrences import AHEAD
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.storage import UnitOfWork
from mediation_app.sentences import Sentence, say
from mediation_app.services.overlaps import overlaps_with, require_clear
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker

USUAL_MIN = 90
_SAME_TIME = ("on", "begins_min", "lasts_min", "room", "way")


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day of the schedule: how full it is, and what is on it by its beginning."""

    load: DayLoad
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """What came of a calendar from elsewhere.

    Attributes:
        taken: How many times it takes.
        moved: Numbers of cases whose appointments it moved.
        cancelled: Numbers of cases whose appointments it called off.
        refused: Why appointments of ours stayed as they are.
        repeating: How many events come again by a rule that cannot be reckoned; only their first
            time was taken.
        until_on: Until when events were taken that come again; None where there are none.
    """

    taken: int = 0
    moved: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    refused: tuple[Sentence, ...] = ()
    repeating: int = 0
    until_on: date | None = None
    changes: Changes = field(default_factory=Changes)


class Scheduling:
    """Keeps what is planned; the truth is in the cases, the list of days is an index of it."""

    def __init__(
        self, storage: Storage, limits: Limits, worker: Worker, clock: Clock, ids: Ids
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._limits = limits
        self._worker = worker
        self._clock = clock
        self._ids = ids

    def proposal(self, case: Case, committee: Committee) -> Appointment:
        """Return what one usually plans next in a case; it has no day yet."""
        return Appointment(
            self._ids.new(),
            begins_min=9 * 60,
            lasts_min=USUAL_MIN,
            room=next(iter(committee.rooms), ""),
            mediators=case.mediators,
            invited=tuple(each.id for each in case.parties),
        )

    def plan(self, case_id: CaseId, appointment: Appointment, reason: str = "") -> SavedCase:
        """Plan a meeting.

        Raises:
            UnlawfulStepError: The case is not at a point where one meets.
            OverlapError: Something is in the way, and no reason lets it stand.
            InvalidValueError: It has no day, or ends on another one.
        """
        _require_time(appointment)
        planned = replace(appointment, reason=reason.strip())
        with self._units() as work:
            before = work.cases.get(case_id)
            self._require_lawful(before, reason)
            require_clear(self._queries, before, [planned], planned.reason)
            step = StepTaken(
                self._ids.new(),
                Action.SCHEDULE.value,
                self._clock.today(),
                self._worker.name(),
                planned.reason,
                stage_of(before).value,
            )
            after = replace(
                before,
                appointments=(*before.appointments, planned),
                steps=(*before.steps, step),
            )
            saved = work.cases.save(before, after, "step", note=planned.reason)
            return SavedCase(saved, work.commit())

    def move(self, case_id: CaseId, appointment: Appointment, reason: str = "") -> SavedCase:
        """Store an appointment in place of the one with its id; answers to another time lapse.

        Raises:
            InvalidValueError: There is none, it was called off, or it has no day.
            OverlapError: Something is in the way, and no reason lets it stand.
            UnlawfulStepError: The case is over.
        """
        _require_time(appointment)
        with self._units() as work:
            before = work.cases.get(case_id)
            was = _standing(before, appointment.id)
            wanted = replace(appointment, reason=reason.strip(), revision=was.revision)
            if any(getattr(was, name) != getattr(wanted, name) for name in _SAME_TIME):
                wanted = replace(wanted, answered=(), revision=was.revision + 1)
            require_clear(self._queries, before, [wanted], wanted.reason)
            return self._put(work, before, wanted, "reschedule")

    def cancel(self, case_id: CaseId, appointment_id: str, reason: str) -> SavedCase:
        """Call an appointment off.

        Raises:
            InvalidValueError: No reason is given, or there is no such appointment to call off.
            UnlawfulStepError: The case is over.
        """
        if not reason.strip():
            raise InvalidValueError(say("请写明取消的理由"))
        with self._units() as work:
            before = work.cases.get(case_id)
            was = _standing(before, appointment_id)
            called_off = replace(
                was,
                cancelled_on=self._clock.today(),
                reason=reason.strip(),
                revision=was.revision + 1,
            )
            return self._put(work, before, called_off, "cancel")

    def answer(
        self, case_id: CaseId, appointment_id: str, party_id: str, *, is_coming: bool = True
    ) -> SavedCase:
        """Note that somebody who was invited said to come, or take that back.

        Raises:
            InvalidValueError: There is no such appointment.
            UnlawfulStepError: The case is over.
        """
        with self._units() as work:
            before = work.cases.get(case_id)
            was = _standing(before, appointment_id)
            others = tuple(each for each in was.answered if each != party_id)
            answered = (*others, party_id) if is_coming else others
            return self._put(work, before, replace(was, answered=answered), "answer")

    def conflicts_of(self, case: Case, appointment: Appointment) -> tuple[Overlap, ...]:
        """Return what is in the way of an appointment of a case, by its beginning."""
        return overlaps_with(self._queries, case, appointment)

    def day_load(self, day: date) -> DayLoad:
        """Return how full a day is, and whether people rest on it."""
        return self.days(day, day)[0].load

    def between(self, first_on: date, last_on: date) -> tuple[Booking, ...]:
        """Return what is planned on some days, by its beginning; also what was called off."""
        return self._queries.bookings(first_on, last_on)

    def days(self, first_on: date, last_on: date) -> tuple[DayPlan, ...]:
        """Return each of some days with what stands on it."""
        found = [
            each
            for each in self.between(first_on, last_on)
            if each.appointment.cancelled_on is None
        ]
        return tuple(
            self._day(first_on + timedelta(days=no), found)
            for no in range((last_on - first_on).days + 1)
        )

    def _day(self, on: date, found: list[Booking]) -> DayPlan:
        here = tuple(each for each in found if each.appointment.on == on)
        return DayPlan(day_load(on, here, self._limits.calendar), here)

    # --- other calendars ------------------------------------------------------

    def exported(self, bookings: tuple[Booking, ...]) -> bytes:
        """Return bookings as a calendar that other programs read."""
        with self._units() as work:
            committee = work.committees.get()
        return write_calendar(bookings, committee, self._clock.now())

    def take_calendar(self, content: bytes, person: str) -> CalendarReport:
        """Take the times of somebody's calendar, in place of those that it took before.

        Appointments that this program wrote are known again: where the calendar has moved one or
        called it off, so does the case, unless something is in the way.

        Raises:
            InvalidValueError: It is no calendar.
        """
        found = read_calendar(content, self._clock.today())
        ours = {each.appointment_id: each for each in found if each.appointment_id}
        busy = [each for each in found if not each.appointment_id and not each.is_cancelled]
        with self._units() as work:
            work.calendars.replace(person, [_busy(each, person) for each in busy])
            work.commit()
        has_many = any(each.is_one_of_many for each in found)
        report = CalendarReport(
            taken=len(busy),
            repeating=sum(each.is_repeating for each in found),
            until_on=self._clock.today() + AHEAD if has_many else None,
        )
        for each in ours.values():
            report = self._taken(report, each)
        return report

    def _taken(self, report: CalendarReport, found: CalendarTime) -> CalendarReport:
        case_id = self._queries.case_of_appointment(found.appointment_id)
        if case_id is None:
            return report
        with self._units() as work:
            case = work.cases.get(case_id)
        was = next(each for each in case.appointments if each.id == found.appointment_id)
        if was.cancelled_on is not None:
            return report
        moved = replace(was, on=found.on, begins_min=found.begins_min, lasts_min=found.lasts_min)
        numbers = (case.number,)
        try:
            if found.is_cancelled:
                saved = self.cancel(case_id, was.id, str(say("在日历中取消")))
                report = replace(report, cancelled=report.cancelled + numbers)
            elif moved != was:
                saved = self.move(case_id, moved)
                report = replace(report, moved=report.moved + numbers)
            else:
                return report
        except MediationError as error:
            why = say("{number}：{reason}", number=case.number, reason=error)
            return replace(report, refused=(*report.refused, why))
        ids = report.changes.case_ids | saved.changes.case_ids
        return replace(report, changes=Changes(ids))

    # --- rules ----------------------------------------------------------------

    def _require_lawful(self, case: Case, reason: str) -> None:
        issued = frozenset(each.kind for each in self._queries.issued(case.id))
        duty = self._worker.duty(case.id)
        if sentences := refusal(case, Action.SCHEDULE, duty, reason, issued):
            raise UnlawfulStepError(sentences)

    def _put(self, work: UnitOfWork, before: Case, wanted: Appointment, action: str) -> SavedCase:
        appointments = tuple(
            wanted if each.id == wanted.id else each for each in before.appointments
        )
        after = replace(before, appointments=appointments)
        hand = self._worker.hand(before.id, self._clock.today())
        if sentences := unlawful_change(before, after, hand):
            raise UnlawfulStepError(sentences)
        saved = work.cases.save(before, after, action, note=wanted.reason)
        return SavedCase(saved, work.commit())


def _standing(case: Case, appointment_id: str) -> Appointment:
    """Return an appointment that is still to come about."""
    found = next((each for each in case.appointments if each.id == appointment_id), None)
    if found is None:
        raise InvalidValueError(say("本案没有这次排期，可能已被删除"))
    if found.cancelled_on is not None:
        raise InvalidValueError(say("这次排期已取消，请另行安排"))
    if any(each.appointment_id == appointment_id for each in case.meetings):
        raise InvalidValueError(say("这次调解会已经开过，不能再改"))
    return found


def _require_time(appointment: Appointment) -> None:
    if appointment.on is None:
        raise InvalidValueError(say("请写调解会的日期"))
    if not 0 <= appointment.begins_min < appointment.ends_min <= MINUTES_A_DAY:
        raise InvalidValueError(say("调解会应在当天结束，请改开始时间或者时长"))


def _busy(found: CalendarTime, person: str) -> Booking:
    appointment = Appointment(
        found.uid,
        found.on,
        found.begins_min,
        found.lasts_min,
        way="",
        mediators=(person,) if person else (),
        note=found.text,
    )
    return Booking(appointment, calendar=person)
