"""What is handed over when mediation ends without agreement.

终止调解告知书 tells that and why, 无争议事实记载 keeps what nobody disputes, and 其他途径告知
tells the customer in large print which ways are left. None says what anybody had offered.

Source: People's Mediation Law art 26; 特邀调解规定 art 22.
"""

from collections.abc import Iterator

from forms.agreement import closing
from forms.entries import day_entry, name, sentence
from forms.house_style import BODY, BODY_LEADING_PT, GAP_PT, body, flush, heading, title
from forms.letters import contact, letter_opening, number_line
from forms.prose import Prose
from forms.receipts import read_amount
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.lines import Align
from forms.typesetting.text import Blank, Inline, Inlines, Run
from forms.wording import Wording
from mediation_app.domain.cases import Termination
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot

_WAYS = (
    ("ways.complain", "ways.complain_text"),
    ("ways.arbitrate", "ways.arbitrate_text"),
    ("ways.sue", "ways.sue_text"),
    ("ways.again", "ways.again_text"),
    ("ways.limit", "ways.limit_text"),
)
_BLANK_SIGNING_PT = 150.0


def termination(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the notice that mediation has ended."""
    yield from letter_opening(snapshot, wording)
    yield body(_case(snapshot, wording))
    yield from _requests(snapshot, wording)
    end = snapshot.case.termination or Termination()
    words = end.reason_code.strip() or end.reason.strip().rstrip("。；，")
    reason = Prose.of(snapshot.case).entry(words or wording.text("end.unknown_reason"))
    day = day_entry(end.ended_on)
    yield body(wording.inlines("end.reason", BODY, reason=reason, day=day))
    yield body(wording.text("end.ways"))
    yield body(wording.text("end.quiet"))
    signers = Signers(snapshot, wording, signs_agreement=False)
    parties = signers.of_parties(snapshot.case.parties)
    yield from signers.block((*parties, *signers.of_mediators(), signers.seal()))
    yield closing(wording)


def undisputed_facts(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the facts that nobody disputes, for both sides to sign."""
    case, prose = snapshot.case, Prose.of(snapshot.case)
    yield title(snapshot.kind.title)
    yield number_line(snapshot, wording)
    yield Space(GAP_PT)
    yield body(
        wording.inlines(
            "undisputed.opening",
            BODY,
            parties=_parties(snapshot),
            dispute=case.dispute.strip() or wording.text("notice.any_dispute"),
            committee=name(snapshot.committee.name),
        )
    )
    end = case.termination or Termination()
    for number, fact in enumerate(end.undisputed or ("",), start=1):
        lead = Run(wording.text("undisputed.item", no=number), BODY)
        yield body((lead, *prose.entry(sentence(fact))))
    yield body(wording.text("undisputed.effect"))
    yield body(wording.text("undisputed.quiet"))
    signers = Signers(snapshot, wording, signs_agreement=False)
    parties = signers.of_parties(case.parties)
    yield from signers.block((*parties, *signers.of_mediators(), signers.recorder()))
    recorded = day_entry(end.ended_on, BODY, wording.text("undisputed.date"))
    yield flush((recorded,), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)
    yield closing(wording)


def other_ways(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the ways that are left; the renderer sets them in large print."""
    yield from letter_opening(snapshot, wording)
    yield body(wording.text("ways.opening"))
    for way, text in _WAYS:
        yield heading(wording.text(way))
        yield body(wording.text(text))
        if way == "ways.sue" and (court := _court(snapshot)):
            yield body(wording.inlines("ways.sue_at", BODY, court=name(court)))
    yield body(wording.text("ways.limit_owner"))
    yield heading(wording.text("ways.ask"))
    committee = snapshot.committee
    who = committee.station.strip() or committee.name
    yield body(f"{who}。", keep_with_next=True)
    for each in contact(committee, wording):
        yield body(each, keep_with_next=True)
    received = Run(wording.text("ways.received"), BODY), Blank(_BLANK_SIGNING_PT, BODY)
    yield body(received, keep_with_next=True)
    yield flush((day_entry(None),), align=Align.RIGHT, leading_pt=BODY_LEADING_PT)


def _court(snapshot: Snapshot) -> str:
    end = snapshot.case.termination or Termination()
    return end.court.strip() or snapshot.committee.court.strip()


def _case(snapshot: Snapshot, wording: Wording) -> Inlines:
    case = snapshot.case
    days = "、".join(chinese_date(meeting.held_on) for meeting in case.meetings)
    accepted = chinese_date(case.accepted_on) if case.accepted_on else ""
    return wording.inlines(
        "end.case",
        BODY,
        parties=_parties(snapshot),
        dispute=case.dispute.strip() or wording.text("notice.any_dispute"),
        committee=name(snapshot.committee.name),
        accepted=wording.text("end.accepted", day=accepted) if accepted else "",
        mediated=(
            wording.text("end.mediated", days=days) if days else wording.text("end.not_mediated")
        ),
    )


def _parties(snapshot: Snapshot) -> Inlines:
    inlines: list[Inline] = []
    for party in snapshot.case.parties:
        if inlines:
            inlines.append(Run("、", BODY))
        inlines.extend((Run(party.role.value, BODY), name(party.name)))
    return tuple(inlines)


def _requests(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    case, prose = snapshot.case, Prose.of(snapshot.case)
    asked = "；".join(request.strip().rstrip("。；") for request in case.requests)
    if asked:
        entry = prose.entry(sentence(asked))
        yield body(wording.inlines("end.requests", BODY, requests=entry))
    if case.claim is not None:
        yield body(wording.text("end.claim", amount=read_amount(case.claim, wording)))
