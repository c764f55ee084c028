"""人民调解申请书: the application for mediation, signed by the applicants."""

from collections.abc import Iterator

from forms.agreement import closing
from forms.entries import amount_text, day_entry, name
from forms.house_style import (
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
from forms.people import PROSE, party_paragraphs
from forms.prose import Prose
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.lines import Align
from forms.typesetting.text import Run
from forms.wording import Wording
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.parties import PartyRole


def application(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the application from its title to the applicants' signatures."""
    case = snapshot.case
    yield title(snapshot.kind.title)
    yield flush(
        wording.inlines("number", DENSE, number=name(case.number, DENSE)),
        align=Align.RIGHT,
        leading_pt=DENSE_LEADING_PT,
    )
    yield Space(GAP_PT)
    for party in case.parties:
        yield from party_paragraphs(party, party.role.value, wording, PROSE)
    yield heading(wording.text("application.facts"))
    yield from Prose.of(case).paragraphs(case.facts)
    yield from _requests(snapshot, wording)
    committee = name(snapshot.committee.name)
    yield body(wording.inlines("application.declaration", BODY, committee=committee))
    yield from _signatures(snapshot, wording)


def _requests(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case = snapshot.case
    prose = Prose.of(case)
    yield heading(wording.text("application.requests"))
    requests = case.requests or ("",)
    for number, request in enumerate(requests, start=1):
        end = "。" if number == len(requests) else "；"
        text = request.strip().rstrip("。；")
        entry = prose.entry(f"{text}{end}" if text else "")
        yield body((Run(f"{number}. ", BODY), *entry))
    if case.claim is not None:
        amount = amount_text(case.claim, wording)
        yield body(wording.text("application.claim", amount=amount))


def _signatures(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    signers = Signers(snapshot, wording, signs_agreement=False)
    applicants = snapshot.case.parties_in(PartyRole.APPLICANT)
    yield from signers.block(signers.of_parties(applicants))
    filed = day_entry(snapshot.case.filed_on, BODY, wording.text("application.applied_on"))
    yield flush((filed,), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)
    yield closing(wording)
