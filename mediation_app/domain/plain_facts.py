"""What a customer asks of an agreement: who pays whom, until when, and what if not (明白纸)."""

import re
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.agreements import Agreement, Term
from mediation_app.domain.cases import Case
from mediation_app.domain.parties import Party
from mediation_app.domain.plans import plan_lines

_PAYING = r"支付|退还|返还|退回|退款|补偿|赔偿|归还|偿还|还款|付给|给付|付款|赔付"
_NOT_PAYING = "向给对与和致"
"""Before a name they say that it is not the one who acts."""
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
_FAILING = re.compile(r"未按期|未按时|未按约|逾期|不按期|到期不|到期未")
_LABEL = re.compile(r"^未按期履行的后果[：:]\s*")
_FULL_STOP = "。"


@dataclass(frozen=True, slots=True)
class PlainFacts:
    """What is read off an agreement; what cannot be read off stays empty and is not guessed.

    Attributes:
        payer_id: The party that pays.
        until_on: The last day of payment.
        is_own_account: It is paid to an account in the addressee's own name.
        consequence: What the agreement says of not paying in time, as one sentence.
    """

    payer_id: str = ""
    until_on: date | None = None
    is_own_account: bool = False
    consequence: str = ""


def plain_facts(case: Case, addressee_id: str) -> PlainFacts:
    """Return what the agreement says to this party in plain words."""
    agreed = case.agreement or Agreement()
    names = {each.id: each.name.strip() for each in case.parties}
    reader = names.get(addressee_id, "")
    words = (agreed.manner, *(each.text for each in agreed.terms))
    return PlainFacts(
        payer_id=_payer_id(case, agreed),
        until_on=_until_on(agreed),
        is_own_account=bool(reader) and any(f"户名“{reader}”" in each for each in words),
        consequence=_consequence(agreed),
    )


def _payer_id(case: Case, agreed: Agreement) -> str:
    """Return who pays, as the clause says that speaks of the money."""
    for term in (each for each in agreed.terms if _speaks_of_money(each, agreed)):
        for sentence in re.split("[。；\n]", term.text):
            found = _actor(case, sentence)
            if found is not None:
                return found.id
    return ""


def _speaks_of_money(term: Term, agreed: Agreement) -> bool:
    if agreed.amount is None:
        return False
    if term.amount is not None:
        return term.amount == agreed.amount
    return str(agreed.amount) in term.text or agreed.amount.grouped in term.text


def _actor(case: Case, sentence: str) -> Party | None:
    """Return the party that a sentence names before the word for paying."""
    paying = re.search(_PAYING, sentence)
    if paying is None:
        return None
    spellings = {
        spelling: party
        for party in reversed(case.parties)
        for spelling in (party.role.value, party.name.strip())
        if spelling
    }
    longest_first = sorted(spellings, key=lambda spelling: -len(spelling))
    names = re.compile("|".join(map(re.escape, longest_first)))
    for match in names.finditer(sentence, 0, paying.start()):
        if sentence[max(match.start() - 1, 0) : match.start()] not in tuple(_NOT_PAYING):
            return spellings[match.group()]
    return None


def _until_on(agreed: Agreement) -> date | None:
    days = [each.due_on for each in plan_lines(agreed.plan)]
    for match in _DAY.finditer(agreed.period):
        try:
            days.append(date(*map(int, match.groups())))
        except ValueError:
            continue
    return max(days, default=None)


def _consequence(agreed: Agreement) -> str:
    for term in agreed.terms:
        for sentence in term.text.split(_FULL_STOP):
            if _FAILING.search(sentence):
                return f"{_LABEL.sub('', sentence.strip()).rstrip(_FULL_STOP)}{_FULL_STOP}"
    return ""
