"""人民调解协议书: the agreement that the parties sign (People's Mediation Law arts 28-31)."""

from collections.abc import Iterator

from forms.entries import (
    amount_entry,
    amount_text,
    day_entry,
    known,
    name,
    numeral,
    sentence,
    term_number,
    term_text,
)
from forms.house_style import (
    BLANK_DAY_PT,
    BODY,
    BODY_LEADING_PT,
    DENSE,
    DENSE_LEADING_PT,
    GAP_PT,
    body,
    flush,
    heading,
    title,
)
from forms.instalment_table import MOST_LINES_IN_BODY, instalment_table, total_of
from forms.people import PROSE, party_paragraphs
from forms.prose import Prose
from forms.signers import Signers
from forms.typesetting.blocks import Block, Closing, Paragraph, Space
from forms.typesetting.lines import Align
from forms.typesetting.text import Blank, Run
from forms.wording import Wording, joined
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.instalments import InstalmentLine


def agreement(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the agreement from its title to the seal."""
    yield from opening(snapshot, wording)
    for party in snapshot.case.parties:
        yield from party_paragraphs(party, party.role.value, wording, PROSE)
    yield from _dispute(snapshot, wording)
    yield heading(wording.text("agreement.terms"))
    yield from terms(snapshot, wording)
    yield from _performance(snapshot, wording)
    yield from _effect(snapshot, wording)
    yield from _signatures(snapshot, wording)


def opening(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the title of a form and the number under it."""
    case = snapshot.case
    number = (case.agreement.number if case.agreement else "") or case.number
    yield title(snapshot.kind.title)
    yield flush(
        wording.inlines("number", DENSE, number=name(number, DENSE)),
        align=Align.RIGHT,
        leading_pt=DENSE_LEADING_PT,
    )
    yield Space(GAP_PT)


def terms(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the clauses with their numbers, and the sum in digits and capitals."""
    agreed, prose = snapshot.case.agreement or Agreement(), Prose.of(snapshot.case)
    clauses = [term_text(term, wording) for term in agreed.terms] or [""]
    for number, clause in enumerate(clauses, start=1):
        first, *more = prose.entries(clause)
        yield body((Run(term_number(number), BODY), *first))
        yield from map(body, more)
    is_unpaid = agreed.amount is not None and agreed.amount.is_zero
    key = "agreement.no_money" if is_unpaid else "agreement.amount"
    yield body(wording.inlines(key, BODY, amount=amount_entry(agreed.amount, wording)))


def instalment_note(lines: tuple[InstalmentLine, ...], wording: Wording) -> Iterator[Block]:
    """Return the table where it is short, else the sentence that points to the annex."""
    if not lines:
        return
    total = amount_text(total_of(lines), wording)
    if len(lines) > MOST_LINES_IN_BODY:
        yield body(
            wording.text(
                "instalments.in_annex",
                count=len(lines),
                first=chinese_date(lines[0].due_on),
                last=chinese_date(lines[-1].due_on),
                amount=total,
            )
        )
        return
    yield body(wording.text("instalments.in_body", amount=total), keep_with_next=True)
    yield instalment_table(lines, wording)
    yield Space(GAP_PT)


def instalment_annex(lines: tuple[InstalmentLine, ...], wording: Wording) -> Iterator[Block]:
    """Return the annex with the table, where it is too long for the text."""
    if len(lines) <= MOST_LINES_IN_BODY:
        return
    total = amount_text(total_of(lines), wording)
    yield heading(wording.text("instalments.annex_title"))
    note = wording.text("instalments.annex_note", count=len(lines), amount=total)
    yield body(note, keep_with_next=True)
    yield instalment_table(lines, wording)
    yield Space(GAP_PT)


def manner_and_period(snapshot: Snapshot, wording: Wording) -> Iterator[Paragraph]:
    """Return how and when the agreement is to be performed."""
    agreed, prose = snapshot.case.agreement or Agreement(), Prose.of(snapshot.case)
    manner, period = prose.entry(sentence(agreed.manner)), prose.entry(sentence(agreed.period))
    yield body(wording.inlines("agreement.manner_text", BODY, manner=manner))
    yield body(wording.inlines("agreement.period_text", BODY, period=period))


def _dispute(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case = snapshot.case
    prose = Prose.of(case)
    yield heading(wording.text("agreement.facts"))
    yield from prose.paragraphs(case.facts)
    issues = prose.entry(sentence(case.issues))
    yield body(wording.inlines("agreement.issues", BODY, issues=issues))
    requests = "；".join(request.strip().rstrip("。；") for request in case.requests)
    if requests:
        entry = prose.entry(sentence(requests))
        yield body(wording.inlines("agreement.requests", BODY, requests=entry))
    mediators = joined((name(each) for each in case.mediators or ("",)), "、", BODY)
    days = "、".join(chinese_date(meeting.held_on) for meeting in case.meetings)
    yield body(
        wording.inlines(
            "agreement.mediated",
            BODY,
            committee=name(snapshot.committee.name),
            mediators=mediators,
            place=known(case.meeting_place),
            dates=Run(days, BODY) if days else day_entry(None),
        )
    )


def _performance(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    yield heading(wording.text("agreement.manner"))
    yield from manner_and_period(snapshot, wording)
    yield from instalment_note(snapshot.lines, wording)
    yield from instalment_annex(snapshot.lines, wording)


def _effect(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    agreed = snapshot.case.agreement or Agreement()
    yield heading(wording.text("agreement.effect"))
    yield body(wording.text("agreement.effect_text"))
    if not snapshot.copies:
        blank = Blank(BLANK_DAY_PT, BODY)
        yield body(wording.inlines("agreement.copies_to_fill", BODY, blank=blank))
    elif agreed.copies_note:
        copies, note = numeral(snapshot.copies), sentence(agreed.copies_note)
        yield body(wording.text("agreement.copies_note", copies=copies, note=note))
    else:
        yield body(wording.text("agreement.copies", copies=numeral(snapshot.copies)))
    if agreed.signing_note:
        entry = Prose.of(snapshot.case).entry(sentence(agreed.signing_note))
        yield body(wording.inlines("agreement.signing_note", BODY, note=entry))


def _signatures(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    signers = Signers(snapshot, wording)
    fields = signers.of_parties(snapshot.case.parties)
    yield from signers.block((*fields, *signers.of_committee()))
    effective = day_entry(snapshot.effective_on, BODY, wording.text("agreement.effective"))
    yield flush((effective,), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)
    yield closing(wording)


def closing(wording: Wording) -> Closing:
    """Return the words that close what is left of the last page."""
    text = (Run(wording.text("blank_below"), BODY),)
    return Closing(flush(text, align=Align.CENTRE, leading_pt=BODY_LEADING_PT))
