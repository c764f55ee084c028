"""What a customer takes home from the counter: the slip (A6) and the receipt in large print (A4).

Neither says who the customer is in law: no number of any identity document is on them. The code
holds the query code and nothing else.
"""

from collections.abc import Iterator

from forms.entries import day_entry, known, name
from forms.house_style import (
    BODY,
    BODY_LEADING_PT,
    GAP_PT,
    HEADING,
    SLIP_CODE,
    SLIP_LABEL,
    SLIP_LEADING_PT,
    SLIP_TEXT,
    SLIP_TITLE,
    body,
    flush,
)
from forms.letters import contact, letter_opening, sender, subject_of
from forms.prose import Prose
from forms.register_form import OVER_TABLE_PT, wide_entry
from forms.typesetting.blocks import Block, Paragraph, Space
from forms.typesetting.furniture import CodeBeside, RuleAcross
from forms.typesetting.lines import Align
from forms.typesetting.paper import Sheet
from forms.typesetting.text import Inlines, Run, Style, Together
from forms.wording import Wording
from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.query_codes import group_query_code

A6 = Sheet(105, 148, 9, 9, 9, 11, foot_below_mm=3, mark_pt=6)
_CODE_MM = 25.0
_RECEIPT_CODE_MM = 21.0
_SLIP_CODE_LEADING_PT = 26.0
_SLIP_GAP_PT = 5.0
_LABEL_CHARACTERS = 5
_NUMBER_LABEL_CHARACTERS = 3


def slip(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the slip, which fits on one A6 sheet."""
    case, committee = snapshot.case, snapshot.committee
    yield _centred(committee.station.strip() or committee.name, SLIP_TEXT, SLIP_LEADING_PT)
    yield _centred(snapshot.kind.title, SLIP_TITLE, _SLIP_CODE_LEADING_PT)
    yield RuleAcross(0.5)
    # Across the whole sheet: beside the code a number of usual length would be broken.
    number = name(snapshot.case.number, SLIP_TEXT)
    yield _line("slip.number", (number,), wording, _NUMBER_LABEL_CHARACTERS)
    yield Space(_SLIP_GAP_PT)
    yield CodeBeside(subject_of(snapshot).query_code, _CODE_MM, tuple(_code(snapshot, wording)))
    yield Space(_SLIP_GAP_PT)
    applicants = "、".join(party.name for party in case.parties_in(PartyRole.APPLICANT))
    yield _line("slip.from", (name(applicants, SLIP_TEXT),), wording)
    yield _line("slip.received_on", (day_entry(case.filed_on, SLIP_TEXT),), wording)
    yield _line("slip.next", (Run(_next(snapshot, wording), SLIP_TEXT),), wording)
    asked = contact(committee, wording, SLIP_TEXT)
    yield _line("slip.ask", asked[0], wording)
    yield from (flush(each, leading_pt=SLIP_LEADING_PT) for each in asked[1:])
    yield Space(_SLIP_GAP_PT)
    yield RuleAcross(0.5)
    yield Paragraph((Run(wording.text("slip.note"), SLIP_TEXT),), SLIP_LEADING_PT)


def intake_receipt(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the receipt; the renderer sets it in large print."""
    case = snapshot.case
    code = subject_of(snapshot).query_code
    yield from letter_opening(snapshot, wording)
    applicants = "、".join(party.name for party in case.parties_in(PartyRole.APPLICANT))
    greeting = wording.inlines("receipt.greeting", BODY, names=name(applicants))
    yield flush(greeting, leading_pt=BODY_LEADING_PT)
    received = day_entry(case.filed_on)
    yield body(wording.inlines("receipt.opening", BODY, day=received), keep_with_next=True)
    yield Space(OVER_TABLE_PT)
    yield from _registered(snapshot, wording)
    yield Space(GAP_PT)
    told = wording.text("receipt.code", code=group_query_code(code))
    yield CodeBeside(code, _RECEIPT_CODE_MM, (body(told),))
    yield body(wording.text("receipt.free"))
    yield from sender(snapshot, wording)


def _registered(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case, prose = snapshot.case, Prose.of(snapshot.case)
    others = "、".join(party.name for party in case.parties_in(PartyRole.RESPONDENT))
    requests = [
        (Run(f"{no}. ", BODY), *prose.entry(each)) if len(case.requests) > 1 else prose.entry(each)
        for no, each in enumerate(case.requests, start=1)
    ]
    rows: list[tuple[str, tuple[Inlines, ...]]] = [
        ("slip.code", ((Run(_grouped(snapshot), HEADING, whole=True),),)),
        ("slip.against", ((name(others),),)),
        ("slip.dispute", ((known(case.dispute),),)),
        ("slip.requests", tuple(requests) or ((known(""),),)),
    ]
    if case.claim is not None:
        rows.append(("slip.claim", ((Run(read_amount(case.claim, wording), BODY),),)))
    rows.append(("slip.next", ((Run(_next(snapshot, wording), BODY),),)))
    rows.append(("slip.ask", contact(snapshot.committee, wording)))
    for key, texts in rows:
        yield wide_entry(wording.text(key), texts, wording)


def read_amount(amount: Money, wording: Wording) -> str:
    """Return an amount for reading: digits in groups of three, and capitals."""
    return wording.text("amount_read", digits=amount.grouped, capitals=rmb_capitals(amount))


def _code(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    label = Run(wording.text("slip.code"), SLIP_LABEL)
    yield flush((label,), leading_pt=SLIP_LEADING_PT)
    code = Run(_grouped(snapshot), SLIP_CODE, whole=True)
    yield flush((code,), leading_pt=_SLIP_CODE_LEADING_PT)


def _grouped(snapshot: Snapshot) -> str:
    return group_query_code(subject_of(snapshot).query_code)


def _next(snapshot: Snapshot, wording: Wording) -> str:
    subject = subject_of(snapshot)
    if subject.next_by_on is None:
        return wording.text("slip.next_open", step=subject.next_step)
    day = chinese_date(subject.next_by_on)
    return wording.text("slip.next_by", step=subject.next_step, day=day)


def _centred(text: str, style: Style, leading_pt: float) -> Paragraph:
    return flush((Run(text, style),), align=Align.CENTRE, leading_pt=leading_pt)


def _line(
    key: str, value: Inlines, wording: Wording, label_characters: int = _LABEL_CHARACTERS
) -> Paragraph:
    label = Run(f"{wording.text(key)}：", SLIP_LABEL)
    return Paragraph(
        (Together((label,)), *value),
        SLIP_LEADING_PT,
        hanging_pt=label_characters * SLIP_LABEL.size_pt,
        align=Align.LEFT,
    )
