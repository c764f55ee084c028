"""The papers of a case: each form that belongs to it, once for each thing that it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, Meeting, Outcome
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import About, FormKind, Subject
from mediation_app.domain.parties import Party
from mediation_app.domain.plain_facts import plain_facts
from mediation_app.domain.printed_facts import FIRST_FORMS
from mediation_app.domain.session_records import drafted_record

OLD_AGE, LARGE_PRINT, POOR_SIGHT = "老年", "大字", "视力弱"
NEEDS_LARGE_PRINT = frozenset({OLD_AGE, LARGE_PRINT, POOR_SIGHT})
"""What a customer may need (沟通需求) so that everything sent to them is set in large print."""
Thing = TypeVar("Thing", Appointment, Meeting, Party)
_OVER = frozenset({Outcome.FAILED, Outcome.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class CasePaper:
    """One paper that a case has.

    Attributes:
        label: Which of several it is: whom it is for, or the day of the meeting; empty for one.
    """

    kind: FormKind
    about: About = field(default_factory=About)
    label: str = ""


def papers_of(case: Case) -> tuple[CasePaper, ...]:
    """Return the papers that belong to this case as it stands, in the order of their making."""
    return tuple(_papers(case))


def about_of(kind: FormKind, case: Case) -> About:
    """Return what the form is about where nobody chose: the first paper of its kind."""
    return next((each.about for each in papers_of(case) if each.kind is kind), About())


def subject_of(
    kind: FormKind, case: Case, about: About, next_step: str = "", next_by_on: date | None = None
) -> Subject | None:
    """Return what a form prints beyond the facts of its case; None where that is nothing."""
    if kind in FIRST_FORMS:
        changed = about.is_large or about.is_masked
        return Subject(is_large=about.is_large, is_masked=about.is_masked) if changed else None
    addressee = _found(case.parties, about.party_id)
    subject = Subject(
        addressee_id=addressee.id if addressee else "",
        is_large=about.is_large,
        is_masked=about.is_masked,
    )
    if kind in {FormKind.SLIP, FormKind.INTAKE_RECEIPT}:
        return replace(
            subject, query_code=case.query_code, next_step=next_step, next_by_on=next_by_on
        )
    of_kind = {
        FormKind.RECORD: _of_record,
        FormKind.PLAIN_SUMMARY: _of_summary,
        FormKind.MEETING_NOTICE: _of_notice,
        FormKind.SERVICE_RECEIPT: _of_notice,
    }
    return of_kind[kind](subject, case, about) if kind in of_kind else subject


def _of_record(subject: Subject, case: Case, about: About) -> Subject:
    """Return the subject with what the record prints: neither offers nor what stays unsaid."""
    meeting = _found(case.meetings, about.meeting_id)
    if meeting is None:
        return subject
    planned = _found(case.appointments, meeting.appointment_id)
    printed = Meeting(
        id=meeting.id,
        held_on=meeting.held_on,
        present=meeting.present,
        began_at=meeting.began_at,
        ended_at=meeting.ended_at,
        record=meeting.record.strip() or drafted_record(case, meeting),
    )
    return replace(subject, meeting=printed, appointment=_announced(planned))


def _of_summary(subject: Subject, case: Case, about: About) -> Subject:
    return replace(subject, plain=plain_facts(case, about.party_id))


def _of_notice(subject: Subject, case: Case, about: About) -> Subject:
    addressee = _found(case.parties, about.party_id)
    return replace(
        subject,
        appointment=_announced(_found(case.appointments, about.appointment_id)),
        query_code=case.query_code,
        bring=to_bring(case, addressee) if addressee else (),
    )


def to_bring(case: Case, party: Party) -> tuple[str, ...]:
    """Return the materials that the case needs and still waits for from this party."""
    owners = {party.name.strip(), party.role.value}
    return tuple(
        each.name
        for each in case.materials
        if each.is_needed and not each.is_received and each.owed_by.strip() in owners
    )


def reads_large_print(case: Case, party: Party) -> bool:
    """Say whether what is sent to this party is set in large print."""
    return party.is_natural and not NEEDS_LARGE_PRINT.isdisjoint(case.needs)


def _papers(case: Case) -> Iterator[CasePaper]:
    if case.query_code:
        yield CasePaper(FormKind.SLIP)
        yield CasePaper(FormKind.INTAKE_RECEIPT)
    yield CasePaper(FormKind.APPLICATION)
    yield from _of_meetings(case)
    yield from _of_agreement(case)
    yield from _of_end(case)


def _of_meetings(case: Case) -> Iterator[CasePaper]:
    for appointment in case.appointments:
        if appointment.cancelled_on is None:
            yield from _notices(case, appointment)
    for meeting in case.meetings:
        if meeting.record.strip() or meeting.notes:
            about = About(meeting_id=meeting.id)
            yield CasePaper(FormKind.RECORD, about, chinese_date(meeting.held_on))


def _of_agreement(case: Case) -> Iterator[CasePaper]:
    if case.agreement is not None:
        oral = case.has_oral_agreement
        yield CasePaper(FormKind.ORAL_AGREEMENT if oral else FormKind.AGREEMENT)
        for party in case.parties:
            if party.is_natural:
                yield CasePaper(FormKind.PLAIN_SUMMARY, About(party_id=party.id), party.name)
    if case.confirmation.is_requested:
        yield CasePaper(FormKind.CONFIRMATION)


def _of_end(case: Case) -> Iterator[CasePaper]:
    is_large = not NEEDS_LARGE_PRINT.isdisjoint(case.needs)
    if case.outcome in _OVER:
        yield CasePaper(FormKind.TERMINATION, About(is_large=is_large))
        yield CasePaper(FormKind.OTHER_WAYS)
    if case.termination is not None and case.termination.undisputed:
        yield CasePaper(FormKind.UNDISPUTED_FACTS)


def _notices(case: Case, appointment: Appointment) -> Iterator[CasePaper]:
    for kind in (FormKind.MEETING_NOTICE, FormKind.SERVICE_RECEIPT):
        for party in case.parties:
            if party.id in appointment.invited:
                is_large = kind is FormKind.MEETING_NOTICE and reads_large_print(case, party)
                about = About(appointment.id, party.id, is_large=is_large)
                yield CasePaper(kind, about, party.name)


def _announced(appointment: Appointment | None) -> Appointment | None:
    """Return what a notice says of the appointment: an answer makes no new version of it."""
    if appointment is None:
        return None
    announced = replace(appointment, invited=(), answered=(), note="", reason="", revision=0)
    return replace(announced, cancelled_on=None)


def _found(things: Iterable[Thing], thing_id: str) -> Thing | None:
    return next((each for each in things if each.id == thing_id), None)
