"""The record of a session (笔录), drafted from what everybody at the table may read.

No offer that was not taken, no concession, no authority and nothing private is in it.

Source: People's Mediation Law art 27; Provisions on Invited Mediation art 22.
"""

from collections.abc import Iterable, Iterator

from mediation_app.domain.cases import Case, Meeting, Outcome
from mediation_app.domain.deals import ROLES, sum_words
from mediation_app.domain.parties import Party
from mediation_app.domain.quick_notes import CONCESSIONS, OFFER_TAG, OWN, UNDISPUTED_TAG
from mediation_app.domain.sessions import SessionNote
from mediation_app.domain.understanding import noticed

_LEFT_OUT = (OFFER_TAG, *CONCESSIONS)
_ENDS = "。！？；.!?;…"


def drafted_record(case: Case, meeting: Meeting) -> str:
    """Return the record as it can be written from what is known; a person goes on from there."""
    parts = (
        *_opening(case, meeting),
        *_said(case, meeting),
        *_undisputed(undisputed_in(meeting.notes)),
        *_care(case, meeting),
        *_result(case, meeting),
    )
    return "\n".join(parts)


def undisputed_in(notes: Iterable[SessionNote]) -> tuple[str, ...]:
    """Return the facts that were noted as undisputed (无争议)."""
    facts = (each.text.strip() for each in notes if each.tag == UNDISPUTED_TAG)
    return tuple(dict.fromkeys(each for each in facts if each))


def _opening(case: Case, meeting: Meeting) -> Iterator[str]:
    told = [_called(each) for each in case.parties if each.id in meeting.rights_told_to]
    if told:
        yield (
            "调解员告知当事人在调解活动中的权利和义务（人民调解法第二十三条、第二十四条），"
            f"{'、'.join(told)}表示清楚。"
        )


def _said(case: Case, meeting: Meeting) -> Iterator[str]:
    left_out = (*_LEFT_OUT, UNDISPUTED_TAG)
    for note in meeting.notes:
        if note.text.strip() and note.tag not in left_out and note.side != OWN:
            about = f"（{note.tag}）" if note.tag else ""
            yield f"{_speaker(case, note.side)}{about}：{_closed(note.text)}"


def _undisputed(facts: tuple[str, ...]) -> Iterator[str]:
    if facts:
        listed = "；".join(f"{no}. {fact.rstrip(_ENDS)}" for no, fact in enumerate(facts, 1))
        yield f"双方无争议的事实：{listed}。"


def _care(case: Case, meeting: Meeting) -> Iterator[str]:
    doubts, done = noticed(case, meeting), "、".join(meeting.safeguards)
    if doubts and done:
        yield f"调解员注意到当事人{'、'.join(doubts)}，已采取：{done}。"
    if meeting.doubt_note.strip():
        yield f"负责人意见：{_closed(meeting.doubt_note)}"


def _result(case: Case, meeting: Meeting) -> Iterator[str]:
    deal = meeting.deal
    if case.outcome is Outcome.FAILED:
        yield "经调解，双方未达成协议，调解终止；调解员已告知其他解决途径。"
    elif deal is not None and deal.fixed_at is not None and deal.amount is not None:
        payer = ROLES[deal.payer].value
        yield f"经调解，双方自愿达成协议：{payer}支付{sum_words(deal.amount)}，详见调解协议书。"
        if deal.wording_note.strip():
            yield f"关于协议用词：{_closed(deal.wording_note)}"


def _speaker(case: Case, side: str) -> str:
    role = ROLES.get(side)
    if role is None:
        return "双方"
    return "、".join(_called(each) for each in case.parties_in(role)) or role.value


def _called(party: Party) -> str:
    return f"{party.role.value}{party.name}"


def _closed(text: str) -> str:
    words = " ".join(text.split())
    return words if words.endswith(tuple(_ENDS)) else f"{words}。"
