"""Who the parties are: one block each, whatever their number and kind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.entries import known, name
from forms.house_style import BLANK_NAME_PT, BODY, BODY_LEADING_PT, HEADING, INDENT_CHARACTERS
from forms.typesetting.blocks import Paragraph
from forms.typesetting.lines import Align
from forms.typesetting.text import Inline, Inlines, Run, Style, Together
from forms.wording import Wording
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.parties import Agent, Guardian, Party, PartyKind

_GLUED_CHARACTERS = 26
_BETWEEN = "\u3000"
HOME = "中国"
REPRESENTATIVE_KEYS = {
    PartyKind.SOLE_TRADER: "party.representative.trader",
    PartyKind.COMPANY: "party.representative.company",
    PartyKind.BRANCH: "party.representative.branch",
    PartyKind.ORGANISATION: "party.representative.organisation",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; one that is demanded leaves a blank where it is not known."""

    label: str
    value: str
    is_demanded: bool = False


@dataclass(frozen=True, slots=True)
class PersonStyle:
    """How the blocks of people are set."""

    label: Style
    text: Style
    leading_pt: float


def party_paragraphs(
    party: Party, role: str, wording: Wording, style: PersonStyle, agent_key: str = "agent"
) -> tuple[Paragraph, ...]:
    """Return the block of a party, then one of each guardian and each agent."""
    blocks = [_paragraph(role, party.name, party_facts(party, wording), style)]
    blocks.extend(
        _paragraph(wording.text("guardian"), each.name, guardian_facts(each, wording), style)
        for each in party.guardians
    )
    blocks.extend(
        _paragraph(wording.text(agent_key), each.name, agent_facts(each, wording), style)
        for each in party.agents
    )
    return tuple(blocks)


def party_facts(party: Party, wording: Wording) -> tuple[Fact, ...]:
    """Return the facts of a party after its name, in the order of the official forms."""
    facts = _person_facts(party, wording) if party.is_natural else _entity_facts(party, wording)
    return tuple(facts)


def guardian_facts(guardian: Guardian, wording: Wording) -> tuple[Fact, ...]:
    """Return the facts of a statutory representative."""
    return (
        Fact(wording.text("guardian.relationship"), guardian.relationship, is_demanded=True),
        Fact(wording.text("party.sex"), guardian.sex),
        _identity(guardian.identity, wording),
        Fact(wording.text("party.phone"), guardian.phone),
        Fact(wording.text("guardian.address"), guardian.address),
        Fact(wording.text("guardian.proof"), guardian.proof),
    )


def agent_facts(agent: Agent, wording: Wording) -> tuple[Fact, ...]:
    """Return the facts of an agent, with the authority item by item."""
    until = chinese_date(agent.valid_until_on) if agent.valid_until_on else ""
    return (
        Fact(wording.text("party.sex"), agent.sex),
        _identity(agent.identity, wording, is_demanded=False),
        Fact(wording.text("party.occupation"), agent.occupation),
        Fact(wording.text("agent.law_firm"), agent.law_firm),
        Fact(wording.text("party.phone"), agent.phone),
        Fact(wording.text("agent.capacity"), agent.capacity),
        Fact(wording.text("agent.kinship_proof"), agent.kinship_proof),
        Fact(wording.text("agent.authority"), _authority(agent, wording), is_demanded=True),
        Fact(wording.text("agent.reference"), agent.authority_reference),
        Fact(wording.text("agent.valid_until"), until),
    )


def representative_label(party: Party, wording: Wording) -> str:
    """Return what the one who represents an entity by law is called."""
    return wording.text(REPRESENTATIVE_KEYS[party.kind])


def fact_inlines(facts: tuple[Fact, ...], style: PersonStyle, between: str) -> Inlines:
    """Return the known and the demanded facts in a row; short ones stay on one line each."""
    inlines: list[Inline] = []
    for fact in facts:
        if fact.value.strip() or fact.is_demanded:
            if inlines:
                inlines.append(Run(between, style.text))
            inlines.extend(_fact(fact, style))
    return tuple(inlines)


def _fact(fact: Fact, style: PersonStyle) -> Inlines:
    label = Run(f"{fact.label}：", style.text)
    value = known(fact.value, style.text)
    if len(fact.label) + len(fact.value) <= _GLUED_CHARACTERS:
        return (Together((label, value)),)
    if isinstance(value, Run) and value.text.isascii():
        return label, replace(value, whole=True)
    return label, value


def _paragraph(label: str, who: str, facts: tuple[Fact, ...], style: PersonStyle) -> Paragraph:
    lead: Inlines = (Run(f"{label}：", style.label), name(who, style.text, BLANK_NAME_PT))
    rest = fact_inlines(facts, style, _BETWEEN)
    return Paragraph(
        (*lead, Run(_BETWEEN, style.text), *rest) if rest else lead,
        style.leading_pt,
        hanging_pt=INDENT_CHARACTERS * style.text.size_pt,
        align=Align.LEFT,
    )


def _person_facts(party: Party, wording: Wording) -> Iterator[Fact]:
    yield Fact(wording.text("party.translated_name"), party.translated_name)
    yield Fact(wording.text("party.sex"), party.sex)
    yield Fact(wording.text("party.ethnicity"), party.ethnicity)
    nationality = party.nationality if party.nationality != HOME else ""
    yield Fact(wording.text("party.nationality"), nationality)
    age = "" if party.age is None else wording.text("party.age_value", age=party.age)
    yield Fact(wording.text("party.age"), age)
    born = chinese_date(party.born_on) if party.born_on else ""
    yield Fact(wording.text("party.born_on"), born)
    yield _identity(party.identity, wording)
    yield Fact(wording.text("party.occupation"), party.occupation)
    yield Fact(wording.text("party.phone"), party.phone)
    yield Fact(wording.text("party.address"), party.address, is_demanded=True)


def _entity_facts(party: Party, wording: Wording) -> Iterator[Fact]:
    yield Fact(wording.text("party.translated_name"), party.translated_name)
    yield Fact(wording.text("party.credit_code"), party.credit_code, is_demanded=True)
    yield Fact(wording.text("party.seat"), party.address, is_demanded=True)
    yield Fact(representative_label(party, wording), party.representative, is_demanded=True)
    yield Fact(wording.text("party.post"), party.representative_post)
    yield Fact(wording.text("party.phone"), party.phone)


def _identity(identity: Identity, wording: Wording, *, is_demanded: bool = True) -> Fact:
    label = wording.text("party.identity", kind=identity.kind.value)
    return Fact(label, identity.number, is_demanded)


def _authority(agent: Agent, wording: Wording) -> str:
    if agent.authority is None:
        return agent.powers
    kind = agent.authority.value
    if not agent.powers:
        return kind
    return wording.text("agent.authority_value", kind=kind, powers=agent.powers)


PROSE = PersonStyle(HEADING, BODY, BODY_LEADING_PT)
