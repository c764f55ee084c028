"""What is planned when: bookings of rooms and people, what overlaps, how full a day is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.parties import Agent, Party, PartyRole
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.typed_times import clock_text
from mediation_app.sentences import Sentence, say

_TAIL_LENGTH = 4
_NO_CASE = CaseId("")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of flesh and blood who has to be there.

    Attributes:
        name: As the case has it.
        identity: The number of an identity document; empty where unknown.
        phone_tail: The last four digits of a phone; empty where unknown.
    """

    name: str
    identity: str = ""
    phone_tail: str = ""

    def is_perhaps(self, other: "Attendee") -> bool:
        """Return whether both may be the same person: nobody can be in two rooms at a time."""
        if self.identity and other.identity:
            return self.identity == other.identity
        tails = {self.phone_tail, other.phone_tail} - {""}
        return bool(self.name) and self.name == other.name and len(tails) <= 1


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment with what tells its case, or a time that another calendar takes.

    Attributes:
        case_id: Empty for a time of another calendar.
        number: Of the case.
        calendar: The name of the other calendar; empty for an appointment of ours.
        attendees: Who has to be there, beside the mediators.
    """

    appointment: Appointment
    case_id: CaseId = _NO_CASE
    number: str = ""
    applicants: tuple[str, ...] = ()
    respondents: tuple[str, ...] = ()
    calendar: str = ""
    attendees: tuple[Attendee, ...] = field(default=(), repr=False)

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all others.

        An event of another calendar may come again, and take several days.
        """
        each = self.appointment
        if self.case_id or each.on is None:
            return self.case_id or self.calendar, each.id
        return self.calendar, f"{each.id} {each.on} {each.begins_min}"


class Ground(Enum):
    """In what two bookings are in each other's way; the value is the desk's word."""

    ROOM = "调解室"
    MEDIATOR = "调解员"
    PARTY = "当事人"


@dataclass(frozen=True, slots=True)
class Overlap:
    """A booking that is in the way of another one.

    Attributes:
        other: The booking that was there before.
        grounds: Each ground with the room or the people that are wanted twice.
    """

    other: Booking
    grounds: tuple[tuple[Ground, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How full a day is.

    Attributes:
        count: How many appointments stand.
        minutes: How long they last together.
        rest: Why people rest on this day, as in 国庆节; empty on a workday.
        is_certain: False where the table of its year is missing.
    """

    on: date
    count: int = 0
    minutes: int = 0
    rest: str = ""
    is_certain: bool = True


def booking_of(case: Case, appointment: Appointment) -> Booking:
    """Return an appointment of a case with what tells the case."""
    return Booking(
        appointment,
        case.id,
        case.number,
        tuple(party.name for party in case.parties_in(PartyRole.APPLICANT)),
        tuple(party.name for party in case.parties_in(PartyRole.RESPONDENT)),
        attendees=attendees_of(case, appointment),
    )


def bookings_of(case: Case) -> tuple[Booking, ...]:
    """Return all appointments of a case that have a day."""
    return tuple(booking_of(case, each) for each in case.appointments if each.on is not None)


def attendees_of(case: Case, appointment: Appointment) -> tuple[Attendee, ...]:
    """Return who has to come: the people among the invited, of all parties if none is chosen."""
    invited = tuple(each for each in case.parties if each.id in appointment.invited)
    parties = invited or case.parties
    people: list[Party | Agent] = [each for each in parties if each.is_natural]
    people.extend(agent for each in parties for agent in each.agents)
    found = (
        Attendee(each.name.strip(), each.identity.number.strip().upper(), _tail(each.phone))
        for each in people
    )
    return tuple(dict.fromkeys(each for each in found if each.name or each.identity))


def overlaps_of(wanted: Booking, others: Iterable[Booking]) -> tuple[Overlap, ...]:
    """Return what is in the way of a booking, by the time at which it begins.

    Nothing is in its own way, and what was called off is in nobody's.
    """
    found = (Overlap(each, _grounds(wanted, each)) for each in others if _meets(wanted, each))
    real = (each for each in found if each.grounds)
    return tuple(sorted(real, key=lambda each: _place(each.other)))


def overlap_words(overlap: Overlap) -> Sentence:
    """Return what is in the way, with its case: 冲突：王桂兰 11-26 10:30 调解室1."""
    other, at = overlap.other, overlap.other.appointment
    assert at.on is not None
    who = "、".join(other.applicants) or other.number or other.calendar
    grounds = "；".join(f"{ground.value} {'、'.join(names)}" for ground, names in overlap.grounds)
    return say(
        "冲突：{who} {day} {time} {place}（{grounds}）",
        who=who,
        day=f"{at.on:%m-%d}",
        time=clock_text(at.begins_min),
        place=at.room or at.way or at.note,
        grounds=grounds,
    )


def day_load(on: date, bookings: Iterable[Booking], calendar: RestCalendar) -> DayLoad:
    """Return how full a day is; times of other calendars are no work of this desk."""
    ours = [
        each.appointment
        for each in bookings
        if each.appointment.on == on
        and not each.calendar
        and each.appointment.cancelled_on is None
    ]
    return DayLoad(
        on,
        len(ours),
        sum(each.lasts_min for each in ours),
        calendar.reason(on),
        not calendar.unknown_years([on]),
    )


def in_order(bookings: Iterable[Booking]) -> tuple[Booking, ...]:
    """Return bookings by the time at which they begin."""
    return tuple(sorted(bookings, key=_place))


def _place(booking: Booking) -> tuple[date, int, str, str]:
    each = booking.appointment
    return each.on or date.min, each.begins_min, *booking.key


def _meets(wanted: Booking, other: Booking) -> bool:
    one, two = wanted.appointment, other.appointment
    if wanted.key == other.key or one.on is None or one.on != two.on:
        return False
    if one.cancelled_on is not None or two.cancelled_on is not None:
        return False
    return one.begins_min < two.ends_min and two.begins_min < one.ends_min


def _grounds(wanted: Booking, other: Booking) -> tuple[tuple[Ground, tuple[str, ...]], ...]:
    one, two = wanted.appointment, other.appointment
    rooms = (one.room,) if one.room and one.room == two.room else ()
    mediators = tuple(name for name in one.mediators if name and name in two.mediators)
    people = tuple(
        each.name
        for each in wanted.attendees
        if any(each.is_perhaps(somebody) for somebody in other.attendees)
    )
    found = ((Ground.ROOM, rooms), (Ground.MEDIATOR, mediators), (Ground.PARTY, people))
    return tuple((ground, names) for ground, names in found if names)


def _tail(phone: str) -> str:
    digits = "".join(each for each in phone if each.isdecimal())
    return digits[-_TAIL_LENGTH:] if len(digits) >= _TAIL_LENGTH else ""
