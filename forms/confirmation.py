"""司法确认申请书: the parties' joint application to the court.

Source: People's Mediation Law art 33; Civil Procedure Law (2023) art 205.
"""

from collections.abc import Iterator

from forms.agreement import closing, instalment_annex, instalment_note, manner_and_period, terms
from forms.entries import day_entry, name
from forms.house_style import (
    BODY,
    BODY_LEADING_PT,
    GAP_PT,
    body,
    dense,
    flush,
    heading,
    title,
)
from forms.people import PROSE, party_paragraphs
from forms.prose import Prose
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.lines import Align
from forms.typesetting.text import Inline, Inlines, Run
from forms.wording import Wording, joined
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.effect import parties_signed_on
from mediation_app.domain.parties import PartyRole

_AGENT = "agent.litigation"


def confirmation(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the application from its title to the signatures of all parties."""
    role = wording.text("confirmation.applicant")
    yield title(snapshot.kind.title)
    yield Space(GAP_PT)
    for party in snapshot.case.parties:
        yield from party_paragraphs(party, role, wording, PROSE, _AGENT)
    yield from _request(snapshot, wording)
    yield from _reasons(snapshot, wording)
    yield from _undertaking(wording)
    yield from _addressee(snapshot, wording)
    yield from _signatures(snapshot, wording, role)


def _request(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case = snapshot.case
    agreed = case.agreement or Agreement()
    yield heading(wording.text("confirmation.request"))
    yield body(
        wording.inlines(
            "confirmation.request_text",
            BODY,
            parties=joined((name(party.name) for party in case.parties), "、", BODY),
            day=day_entry(parties_signed_on(agreed)),
            committee=name(snapshot.committee.name),
            number=name(agreed.number or case.number),
        )
    )


def _reasons(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case = snapshot.case
    agreed = case.agreement or Agreement()
    yield heading(wording.text("confirmation.facts"))
    yield from Prose.of(case).paragraphs(case.facts)
    yield body(
        wording.inlines(
            "confirmation.mediated",
            BODY,
            committee=name(snapshot.committee.name),
            day=day_entry(parties_signed_on(agreed)),
            effective=day_entry(snapshot.effective_on),
        )
    )
    yield from terms(snapshot, wording)
    yield body(wording.inlines("confirmation.roles", BODY, roles=_roles(snapshot, wording)))
    yield from manner_and_period(snapshot, wording)
    yield from instalment_note(snapshot.lines, wording)
    yield from instalment_annex(snapshot.lines, wording)
    yield body(wording.text("confirmation.law"))


def _roles(snapshot: Snapshot, wording: Wording) -> Inlines:
    """Return who is meant in the clauses, since all of them are applicants to the court."""
    inlines: list[Inline] = []
    for role in PartyRole:
        parties = snapshot.case.parties_in(role)
        if parties:
            names = joined((name(party.name) for party in parties), "、", BODY)
            between = (Run("，", BODY),) if inlines else ()
            meant = wording.inlines("confirmation.role", BODY, role=role.value, names=names)
            inlines.extend((*between, *meant))
    return tuple(inlines)


def _undertaking(wording: Wording) -> Iterator[Block]:
    yield heading(wording.text("confirmation.undertaking_title"))
    yield body(wording.text("confirmation.undertaking_1"))
    yield body(wording.text("confirmation.undertaking_2"))


def _addressee(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    committee = snapshot.committee.name
    to = body(wording.text("confirmation.to"), keep_with_next=True)
    yield to
    court = (name(snapshot.case.confirmation.court),)
    yield flush(court, leading_pt=BODY_LEADING_PT)
    yield dense(wording.text("confirmation.attached"), keep_with_next=True)
    attachments = wording.lists["confirmation.attachments"]
    for number, attachment in enumerate(attachments, start=1):
        yield dense(f"{number}. {attachment.format(committee=committee)}")


def _signatures(snapshot: Snapshot, wording: Wording, role: str) -> Iterator[Block]:
    signers = Signers(snapshot, wording, _AGENT, signs_agreement=False)
    yield from signers.block(signers.of_parties(snapshot.case.parties, role))
    applied_on = snapshot.case.confirmation.applied_on
    label = wording.text("confirmation.applied_on")
    applied = day_entry(applied_on, BODY, label)
    yield flush((applied,), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)
    yield closing(wording)
