"""What a letter of the station begins and ends with."""

from collections.abc import Iterator

from forms.entries import day_entry, known, name
from forms.house_style import (
    BODY,
    BODY_LEADING_PT,
    DENSE,
    DENSE_LEADING_PT,
    GAP_PT,
    LETTERHEAD,
    LETTERHEAD_LEADING_PT,
    flush,
    title,
)
from forms.typesetting.blocks import Block, Paragraph, Space
from forms.typesetting.furniture import RuleAcross
from forms.typesetting.lines import Align
from forms.typesetting.paper import Sheet
from forms.typesetting.text import Inlines, Run, Style
from forms.wording import Wording
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import Snapshot, Subject
from mediation_app.domain.parties import Party

LETTER_SHEET = Sheet(top_mm=22, bottom_mm=22)
"""For what a customer takes home: more fits on the page that they look at."""
_ROOM_FOR_SEAL_PT = 20.0


def subject_of(snapshot: Snapshot) -> Subject:
    """Return what the form is about; a form about nothing else is about nothing."""
    return snapshot.subject or Subject()


def addressee_of(snapshot: Snapshot) -> Party | None:
    """Return the party whom the form is addressed to."""
    wanted = subject_of(snapshot).addressee_id
    return next((each for each in snapshot.case.parties if each.id == wanted), None)


def letterhead(snapshot: Snapshot) -> Iterator[Block]:
    """Return the names of the committee and of its station over a line."""
    committee = snapshot.committee
    yield Paragraph(
        (name(committee.name, LETTERHEAD),),
        LETTERHEAD_LEADING_PT,
        align=Align.CENTRE,
        keep_with_next=True,
    )
    if committee.station.strip():
        yield Paragraph(
            (Run(committee.station.strip(), DENSE),),
            DENSE_LEADING_PT,
            align=Align.CENTRE,
            keep_with_next=True,
        )
    yield RuleAcross(gap_pt=10.0)


def letter_opening(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the letterhead, the title and the number of the case."""
    yield from letterhead(snapshot)
    yield title(snapshot.kind.title)
    yield number_line(snapshot, wording)
    yield Space(GAP_PT)


def number_line(snapshot: Snapshot, wording: Wording) -> Paragraph:
    """Return the number of the case at the right edge."""
    number = name(snapshot.case.number, DENSE)
    return flush(
        wording.inlines("number", DENSE, number=number),
        align=Align.RIGHT,
        leading_pt=DENSE_LEADING_PT,
    )


def sender(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the committee's name with room for its seal, and a date to be filled."""
    committee = snapshot.committee
    who = name(committee.seal_name or committee.name)
    seal = Run(wording.text("letterhead.seal"), BODY, whole=True)
    yield Space(_ROOM_FOR_SEAL_PT)
    yield Paragraph(
        (who, seal),
        BODY_LEADING_PT,
        align=Align.RIGHT,
        keep_with_next=True,
    )
    yield flush((day_entry(None),), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)


def contact(committee: Committee, wording: Wording, style: Style = BODY) -> tuple[Inlines, ...]:
    """Return the telephone number and the address, as far as they are known, one a line."""
    facts = (
        ("letterhead.phone", committee.phone),
        ("letterhead.address", committee.address),
    )
    return tuple(
        wording.inlines(key, style, value=name(value, style))
        for key, value in facts
        if value.strip()
    ) or ((known("", style),),)
