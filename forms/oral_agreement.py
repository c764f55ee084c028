"""人民调解口头协议登记表: what was agreed by word of mouth (People's Mediation Law art 28)."""

from collections.abc import Iterator

from forms.agreement import closing, opening
from forms.entries import (
    amount_entry,
    day_entry,
    known,
    sentence,
    term_number,
    term_text,
)
from forms.house_style import (
    DENSE,
    DENSE_LABEL,
    DENSE_LEADING_PT,
    GAP_PT,
    INDENT_CHARACTERS,
)
from forms.instalment_table import instalment_table
from forms.people import (
    Fact,
    PersonStyle,
    agent_facts,
    fact_inlines,
    guardian_facts,
    party_facts,
)
from forms.prose import Prose
from forms.register_form import entry
from forms.signers import Signers
from forms.typesetting.blocks import Block, Paragraph, Space
from forms.typesetting.register import RegisterEntry
from forms.typesetting.text import Inlines, Run
from forms.wording import Wording, as_inlines
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.parties import Party

_DENSE_PEOPLE = PersonStyle(DENSE_LABEL, DENSE, DENSE_LEADING_PT)
_INDENT_PT = INDENT_CHARACTERS * DENSE.size_pt


def oral_agreement(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the register form from its title to the seal."""
    yield from opening(snapshot, wording)
    for party in snapshot.case.parties:
        yield _entry(party.role.value, _party_texts(party, wording), wording, indent_pt=0.0)
    yield from _dispute(snapshot, wording)
    if snapshot.lines:
        yield Space(GAP_PT)
        yield instalment_table(snapshot.lines, wording)
    yield Space(GAP_PT)
    yield Paragraph(
        as_inlines(wording.text("oral.effect"), DENSE),
        DENSE_LEADING_PT,
        first_indent_pt=_INDENT_PT,
    )
    yield from _signatures(snapshot, wording)


def _entry(
    label: str, texts: tuple[Inlines, ...], wording: Wording, indent_pt: float = _INDENT_PT
) -> RegisterEntry:
    return entry(label, texts, wording, indent_pt)


def _party_texts(party: Party, wording: Wording) -> tuple[Inlines, ...]:
    """Return the facts of a party, and under them those of all who act for it."""
    label = wording.text("party.name" if party.is_natural else "party.entity_name")
    rows = [(label, party.name, party_facts(party, wording))]
    guardian, agent = wording.text("guardian"), wording.text("agent")
    rows.extend((guardian, each.name, guardian_facts(each, wording)) for each in party.guardians)
    rows.extend((agent, each.name, agent_facts(each, wording)) for each in party.agents)
    return tuple(
        fact_inlines((Fact(label, who, is_demanded=True), *facts), _DENSE_PEOPLE, "\u3000")
        for label, who, facts in rows
    )


def _dispute(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case = snapshot.case
    agreed = case.agreement or Agreement()
    prose = Prose.of(case)
    issues = prose.entry(sentence(case.issues), DENSE)
    issue = wording.inlines("agreement.issues", DENSE, issues=issues)
    facts = prose.entries(case.facts, DENSE)
    yield _entry(wording.text("oral.facts"), (*facts, issue), wording)
    yield _entry(wording.text("oral.terms"), _terms(snapshot, wording), wording)
    texts = (agreed.manner, agreed.period)
    manner, period = (prose.entry(sentence(text), DENSE) for text in texts)
    performance = (
        wording.inlines("agreement.manner_text", DENSE, manner=manner),
        wording.inlines("agreement.period_text", DENSE, period=period),
    )
    yield _entry(wording.text("oral.manner"), performance, wording)
    yield _entry(wording.text("oral.mediation"), _mediation(snapshot, wording), wording)
    if agreed.register_note:
        yield _entry(
            wording.text("oral.note"), prose.entries(agreed.register_note, DENSE), wording
        )


def _terms(snapshot: Snapshot, wording: Wording) -> tuple[Inlines, ...]:
    agreed, prose = snapshot.case.agreement or Agreement(), Prose.of(snapshot.case)
    texts = [term_text(term, wording) for term in agreed.terms] or [""]
    clauses = [
        (Run(term_number(number), DENSE), *prose.entry(text, DENSE))
        for number, text in enumerate(texts, start=1)
    ]
    is_unpaid = agreed.amount is not None and agreed.amount.is_zero
    key = "agreement.no_money" if is_unpaid else "agreement.amount"
    amount = amount_entry(agreed.amount, wording, DENSE)
    return (*clauses, wording.inlines(key, DENSE, amount=amount))


def _mediation(snapshot: Snapshot, wording: Wording) -> tuple[Inlines, ...]:
    case = snapshot.case
    days = "、".join(chinese_date(meeting.held_on) for meeting in case.meetings)
    held = Run(days, DENSE) if days else day_entry(None, DENSE)
    place = known(case.meeting_place, DENSE)
    reached = day_entry(snapshot.effective_on, DENSE)
    return (
        wording.inlines("oral.held", DENSE, days=held),
        wording.inlines("oral.place", DENSE, place=place),
        wording.inlines("oral.reached", DENSE, day=reached),
    )


def _signatures(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    signers = Signers(snapshot, wording)
    fields = signers.of_parties(snapshot.case.parties)
    yield from signers.block((*fields, *signers.of_committee()))
    yield closing(wording)
