"""明白纸: the agreement in plain words and large print, one question after the other."""

from collections.abc import Iterator

from forms.entries import known, name
from forms.house_style import BODY, BODY_LEADING_PT, HEADING, body, flush, title
from forms.letters import addressee_of, contact, subject_of
from forms.register_form import OVER_TABLE_PT, wide_entry
from forms.signers import Signers
from forms.typesetting.blocks import Block, Space
from forms.typesetting.text import Inlines, Run
from forms.wording import Wording
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.capitals import capitals
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party
from mediation_app.domain.plain_facts import PlainFacts


def plain_summary(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the five answers; the renderer sets them in large print."""
    addressee = addressee_of(snapshot)
    yield title(snapshot.kind.title)
    greeting = wording.inlines("plain.greeting", BODY, name=name(_called(addressee)))
    yield flush(greeting, leading_pt=BODY_LEADING_PT)
    yield body(wording.text("plain.opening"), keep_with_next=True)
    yield Space(OVER_TABLE_PT)
    for key, texts in _rows(snapshot, wording):
        yield wide_entry(wording.text(key), texts, wording)
    yield Space(OVER_TABLE_PT)
    yield body(wording.text("plain.again"))
    yield body(wording.text("plain.understood"), keep_with_next=True)
    signers = Signers(snapshot, wording, signs_agreement=False)
    yield from signers.block((signers.field(wording.text("plain.sign"), _called(addressee)),))


def readable(amount: Money) -> str:
    """Return an amount as people say it: 18,000 and not 18,000.00."""
    return amount.grouped.removesuffix(".00")


def _called(party: Party | None) -> str:
    return party.name.strip() if party else ""


def _facts(snapshot: Snapshot) -> PlainFacts:
    return subject_of(snapshot).plain or PlainFacts()


def _rows(snapshot: Snapshot, wording: Wording) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    agreed = snapshot.case.agreement or Agreement()
    if agreed.amount is not None and agreed.amount.is_zero:
        yield "plain.sum", (_answer(wording.text("plain.sum_none")),)
    else:
        paid = f"{_who_pays(snapshot, wording)} {_amount(agreed.amount, wording)}"
        yield "plain.sum", (_answer(paid), *map(_text, _instalments(snapshot, wording)))
        yield "plain.when", (_answer(_until(snapshot, agreed, wording)),)
        own = _facts(snapshot).is_own_account
        how = wording.text("plain.how_own") if own else agreed.manner.strip()
        yield "plain.how", (_answer(how),)
    yield "plain.unpaid", tuple(map(_text, _unpaid(snapshot, wording)))
    yield "plain.ask", (_text(_asked(snapshot, wording)), *contact(snapshot.committee, wording))


def _until(snapshot: Snapshot, agreed: Agreement, wording: Wording) -> str:
    until = _facts(snapshot).until_on
    if until is None:
        return agreed.period.strip()
    return wording.text("plain.when_until", day=chinese_date(until))


def _amount(amount: Money | None, wording: Wording) -> str:
    if amount is None:
        return ""
    return wording.text("plain.sum_value", digits=readable(amount), capitals=capitals(amount))


def _answer(text: str) -> Inlines:
    return (known(text, HEADING),)


def _text(text: str) -> Inlines:
    return (Run(text, BODY),)


def _who_pays(snapshot: Snapshot, wording: Wording) -> str:
    """Return who pays whom, in the words of the addressee; nobody is named by guessing."""
    payer_id, reader_id = _facts(snapshot).payer_id, subject_of(snapshot).addressee_id
    parties = snapshot.case.parties
    payer = next((each for each in parties if each.id == payer_id), None)
    if payer is None:
        return wording.text("plain.sum.unknown")
    others = [each for each in parties if each.role is not payer.role]
    if payer.id == reader_id:
        payees = "、".join(_short(each, wording) for each in others)
        return wording.text("plain.sum.you_pay", payee=payees)
    if any(each.id == reader_id for each in others):
        return wording.text("plain.sum.they_pay", payer=_short(payer, wording))
    payees = "、".join(_short(each, wording) for each in others)
    return wording.text("plain.sum.others_pay", payer=_short(payer, wording), payee=payees)


def _short(party: Party, wording: Wording) -> str:
    bank = wording.text("plain.bank")
    return bank if bank in party.name and not party.is_natural else party.name.strip()


def _instalments(snapshot: Snapshot, wording: Wording) -> Iterator[str]:
    lines = snapshot.lines
    if not lines:
        return
    first, last = chinese_date(lines[0].due_on), chinese_date(lines[-1].due_on)
    yield wording.text("plain.instalments", count=len(lines), first=first, last=last)
    amounts = [line.amount for line in lines]
    if len(set(amounts)) == 1:
        yield wording.text("plain.each", amount=readable(amounts[0]))
    elif len(set(amounts[:-1])) == 1:
        each, rest = readable(amounts[0]), readable(amounts[-1])
        yield wording.text("plain.each_but_last", amount=each, rest=rest)
    else:
        yield wording.text("plain.each_in_table")


def _unpaid(snapshot: Snapshot, wording: Wording) -> Iterator[str]:
    facts = _facts(snapshot)
    if facts.consequence:
        yield facts.consequence
    if not facts.payer_id:
        yield wording.text("plain.unpaid.both")
    elif facts.payer_id == subject_of(snapshot).addressee_id:
        yield wording.text("plain.unpaid.you")
    else:
        yield wording.text("plain.unpaid.they")
    if snapshot.confirm_by_on is None:
        yield wording.text("plain.unpaid.confirm")
    else:
        day = chinese_date(snapshot.confirm_by_on)
        yield wording.text("plain.unpaid.confirm_by", day=day)


def _asked(snapshot: Snapshot, wording: Wording) -> str:
    committee = snapshot.committee
    who = committee.station.strip() or committee.name
    mediators = "、".join(each for each in snapshot.case.mediators if each.strip())
    found = wording.text("plain.ask_mediators", mediators=mediators) if mediators else ""
    return wording.text("plain.ask_value", who=who, mediators=found)
