"""调解通知书, and 送达回证 that comes back signed with it: one of each for every party invited.

Source: People's Mediation Law arts 17, 23, 24.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from forms.entries import choices, day_entry, known, name
from forms.house_style import BODY, BODY_LEADING_PT, DENSE, GAP_PT, body, dense, flush
from forms.letters import addressee_of, contact, letter_opening, sender, subject_of
from forms.register_form import OVER_TABLE_PT, ROOM_TO_WRITE, entry, wide_entry
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.furniture import CodeBeside
from forms.typesetting.text import Inline, Inlines, Run
from forms.wording import Wording, joined
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.query_codes import group_query_code
from mediation_app.domain.typed_times import clock_text

_WEEKDAYS = "一二三四五六日"
_CODE_MM = 22.0
_SERVICE_SIGNERS = (
    "service.sign.addressee",
    "service.sign.substitute",
    "service.sign.server",
    "service.sign.witness",
)
_BLANK_ADDRESS_PT = 330.0


def meeting_notice(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the letter from its letterhead to the room for the seal."""
    yield from letter_opening(snapshot, wording)
    addressee = addressee_of(snapshot)
    who = addressee.name if addressee else ""
    greeting = wording.inlines("notice.greeting", BODY, name=name(who))
    yield flush(greeting, leading_pt=BODY_LEADING_PT)
    yield body(_invitation(snapshot, wording), keep_with_next=True)
    yield Space(OVER_TABLE_PT)
    for key, texts in _rows(snapshot, wording):
        yield wide_entry(wording.text(key), texts, wording)
    yield Space(GAP_PT)
    yield from _rights(snapshot, wording)
    yield from sender(snapshot, wording)


def service_receipt(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the receipt of service; all but the signatures and the day of service is filled."""
    yield from letter_opening(snapshot, wording)
    for key, texts in _service(snapshot, wording):
        yield entry(wording.text(key), texts, wording)
    signers = Signers(snapshot, wording, signs_agreement=False)
    addressee = addressee_of(snapshot)
    who = {"service.sign.addressee": addressee.name} if addressee else {}
    yield from signers.block(
        signers.field(wording.text(key), who.get(key, "")) for key in _SERVICE_SIGNERS
    )
    yield entry(wording.text("service.note"), ROOM_TO_WRITE, wording)


def _rights(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return what a party may do, beside the code by which the desk finds the case.

    It goes along where the room for the seal does not fit the page any more.
    """
    code = subject_of(snapshot).query_code
    rights = dense(wording.text("notice.rights"), keep_with_next=True)
    if not code:
        yield rights
        return
    told = wording.text("notice.code", code=group_query_code(code))
    yield CodeBeside(code, _CODE_MM, (rights, dense(told)), keep_with_next=True)


def when(appointment: Appointment, wording: Wording) -> str:
    """Return the day and the time of a meeting, with the day of the week."""
    assert appointment.on is not None
    return wording.text(
        "notice.time_value",
        day=chinese_date(appointment.on),
        weekday=_WEEKDAYS[appointment.on.weekday()],
        begins=clock_text(appointment.begins_min),
        ends=clock_text(appointment.begins_min + appointment.lasts_min),
    )


def _invitation(snapshot: Snapshot, wording: Wording) -> Inlines:
    case, addressee = snapshot.case, addressee_of(snapshot)
    is_person = addressee is None or addressee.is_natural
    others: list[Inline] = [
        name(party.name) for party in case.parties if addressee is None or party.id != addressee.id
    ]
    return wording.inlines(
        "notice.invitation.person" if is_person else "notice.invitation.entity",
        BODY,
        others=joined(others, "、", BODY),
        dispute=case.dispute.strip() or wording.text("notice.any_dispute"),
    )


def _rows(snapshot: Snapshot, wording: Wording) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    appointment = subject_of(snapshot).appointment or Appointment("")
    mediators = appointment.mediators or snapshot.case.mediators
    yield "notice.time", (_time(appointment, wording),)
    yield "notice.place", (_place(snapshot, appointment, wording),)
    yield "notice.mediators", (joined(map(name, mediators or ("",)), "、", BODY),)
    yield "notice.bring", tuple((Run(each, BODY),) for each in _to_bring(snapshot, wording))
    yield "notice.ease", ((Run(wording.text("notice.ease_value"), BODY),),)
    yield "notice.contact", contact(_to_reach(snapshot, appointment), wording)


def _to_reach(snapshot: Snapshot, appointment: Appointment) -> Committee:
    """Return the committee without the address that stands beside the room already."""
    committee = snapshot.committee
    is_said = appointment.room.strip() and committee.phone.strip()
    return replace(committee, address="") if is_said else committee


def _time(appointment: Appointment, wording: Wording) -> Inlines:
    if appointment.on is None:
        return (day_entry(None),)
    return (Run(when(appointment, wording), BODY),)


def _place(snapshot: Snapshot, appointment: Appointment, wording: Wording) -> Inlines:
    room, address = appointment.room.strip(), snapshot.committee.address.strip()
    if room and address:
        room = wording.text("notice.place_value", place=room, address=address)
    if not appointment.way.strip():
        return (known(room),)
    way = appointment.way.strip()
    if not room:
        return (Run(way, BODY),)
    return (Run(wording.text("notice.way_value", way=way, place=room), BODY),)


def _to_bring(snapshot: Snapshot, wording: Wording) -> Iterator[str]:
    addressee = addressee_of(snapshot)
    is_person = addressee is None or addressee.is_natural
    texts = [wording.text("notice.bring.person" if is_person else "notice.bring.entity")]
    if not is_person or (addressee and addressee.agents):
        texts.append(wording.text("notice.bring.agent"))
    asked = subject_of(snapshot).bring or (wording.text("notice.bring.evidence"),)
    for number, text in enumerate(chain(texts, asked), start=1):
        yield f"{number}. {text}"


def _service(snapshot: Snapshot, wording: Wording) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    case, addressee = snapshot.case, addressee_of(snapshot)
    appointment = subject_of(snapshot).appointment
    if appointment is None or appointment.on is None:
        document = wording.text("service.document_open")
    else:
        document = wording.text("service.document_value", time=when(appointment, wording))
    ways = choices(wording.lists["service.ways"], wording, DENSE)
    yield "service.dispute", ((known(case.dispute, DENSE),),)
    yield "service.addressee", ((name(addressee.name if addressee else "", DENSE),),)
    yield (
        "service.address",
        ((known(addressee.address if addressee else "", DENSE, _BLANK_ADDRESS_PT),),),
    )
    yield "service.document", ((Run(document, DENSE),),)
    yield "service.way", (ways,)
    yield "service.refusal", ROOM_TO_WRITE
