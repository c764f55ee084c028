"""人民调解记录: the record of one session (People's Mediation Law art 27)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone

from forms.agreement import closing
from forms.entries import choices, day_entry, known, name
from forms.house_style import DENSE, FOOT, GAP_PT, body, heading, title
from forms.letters import number_line, subject_of
from forms.prose import Prose
from forms.register_form import entry
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.paper import Sheet
from forms.typesetting.signatures import SignatureField
from forms.typesetting.text import Blank, Inline, Inlines, Run
from forms.wording import Wording, joined
from mediation_app.domain.cases import Meeting
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.parties import Party

RECORD_SHEET = Sheet(bottom_mm=47, foot_below_mm=17)
"""With room at the foot of each page for those who sign it."""
_BEIJING = timezone(timedelta(hours=8))
"""The legal time of the whole country; a record says when people met, wherever it is printed."""
_BLANK_SIGNING_PT = 58.0
_MOST_SIGNING = 4


def record(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the record from its title to the signatures."""
    yield title(snapshot.kind.title)
    yield number_line(snapshot, wording)
    yield Space(GAP_PT)
    for key, texts in _head(snapshot, wording):
        yield entry(wording.text(key), texts, wording)
    yield Space(GAP_PT)
    yield heading(wording.text("record.rights"))
    for text in wording.lists["record.rights_text"]:
        yield body(text)
    yield heading(wording.text("record.text"))
    meeting = subject_of(snapshot).meeting
    yield from Prose.of(snapshot.case).paragraphs(meeting.record if meeting else "")
    yield heading(wording.text("record.result"))
    yield body(choices(wording.lists["record.results"], wording))
    yield body(wording.text("record.read"))
    signers = Signers(snapshot, wording, signs_agreement=False)
    yield from signers.block(_signing(snapshot, signers))
    yield closing(wording)


def signing_line(snapshot: Snapshot, wording: Wording) -> Inlines:
    """Return the line on which everybody signs each page."""
    roles = dict.fromkeys(each.role for each in _attending(snapshot))
    labels = [
        *(wording.text("record.page.party", role=role.value) for role in roles),
        wording.text("record.page.mediator"),
        wording.text("record.page.recorder"),
    ]
    parts: list[Inline] = []
    for label in (*labels[: _MOST_SIGNING - 2], *labels[-2:]):
        parts.extend((Run(f" {label}", FOOT), Blank(_BLANK_SIGNING_PT, FOOT)))
    return tuple(parts)


def _head(snapshot: Snapshot, wording: Wording) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    case = snapshot.case
    yield "record.time", (_time(subject_of(snapshot).meeting, wording),)
    yield "record.place", ((known(_place(snapshot), DENSE),),)
    yield "record.parties", tuple((_who(each, snapshot, wording),) for each in case.parties)
    others = tuple((Run(each, DENSE),) for each in _others(snapshot, wording))
    if others:
        yield "record.others", others
    mediators = (name(each, DENSE) for each in case.mediators or ("",))
    yield "record.mediators", (joined(mediators, "、", DENSE),)
    yield "record.recorder", ((name(case.recorder, DENSE),),)


def _time(meeting: Meeting | None, wording: Wording) -> Inlines:
    if meeting is None:
        return (day_entry(None, DENSE),)
    day = chinese_date(meeting.held_on)
    if meeting.began_at is None:
        return (Run(day, DENSE),)
    begins = _clock(meeting.began_at)
    if meeting.ended_at is None:
        text = wording.text("record.time_begun", day=day, begins=begins)
    else:
        ends = _clock(meeting.ended_at)
        text = wording.text("record.time_value", day=day, begins=begins, ends=ends)
    return (Run(text, DENSE),)


def _clock(instant: datetime) -> str:
    local = instant.astimezone(_BEIJING)
    return f"{local.hour}:{local.minute:02d}"


def _place(snapshot: Snapshot) -> str:
    planned = subject_of(snapshot).appointment
    room = planned.room if planned else ""
    return snapshot.case.meeting_place.strip() or room


def _was_there(snapshot: Snapshot, person_id: str) -> bool:
    """Say whether somebody was there; where nobody was ticked, all were."""
    meeting = subject_of(snapshot).meeting
    present = meeting.present if meeting else ()
    return not present or person_id in present


def _attending(snapshot: Snapshot) -> Iterable[Party]:
    """Return the parties that were there themselves or by an agent or guardian."""
    for party in snapshot.case.parties:
        agents = (each.id for each in party.agents)
        people = (party.id, *agents, *(each.id for each in party.guardians))
        if any(_was_there(snapshot, each) for each in people):
            yield party


def _who(party: Party, snapshot: Snapshot, wording: Wording) -> Inline:
    who = f"{party.role.value}{party.name}"
    is_there = any(each.id == party.id for each in _attending(snapshot))
    return Run(who if is_there else wording.text("record.absent", who=who), DENSE)


def _others(snapshot: Snapshot, wording: Wording) -> Iterator[str]:
    for party in snapshot.case.parties:
        who = f"{party.role.value}{party.name}"
        for agent in party.agents:
            if _was_there(snapshot, agent.id):
                yield wording.text("record.agent", name=agent.name, party=who)
        for guardian in party.guardians:
            if _was_there(snapshot, guardian.id):
                yield wording.text(
                    "record.guardian",
                    name=guardian.name,
                    party=who,
                    relationship=guardian.relationship,
                )


def _signing(snapshot: Snapshot, signers: Signers) -> Iterator[SignatureField]:
    for party in _attending(snapshot):
        yield from signers.of_attending(party, party.role.value)
    yield from signers.of_mediators()
    yield signers.recorder()
