"""From the handshake (成交) to the terms of the agreement."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from mediation_app.domain.agreements import Agreement, InstalmentPlan, Term, TermKind
from mediation_app.domain.authorities import Reach, within_authority
from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.cases import Case, Meeting, Outcome
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.deadlines import LimitUnit, Period, deadline_after
from mediation_app.domain.findings import Finding, warning
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.quick_notes import APPLICANTS, RESPONDENTS
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.sessions import Deal, Offer
from mediation_app.domain.understanding import safeguards_lacking
from mediation_app.sentences import Sentence, say

COUNTS = ("工作日", "日")
WORKING_DAYS, CALENDAR_DAYS = COUNTS
USUAL_MANNER = "转账"
ROLES = {APPLICANTS: PartyRole.APPLICANT, RESPONDENTS: PartyRole.RESPONDENT}
_DAMAGES, _COMPENSATION = "赔", "补偿"


@dataclass(frozen=True, slots=True)
class Lack:
    """What still stands between the handshake and the agreement.

    Attributes:
        place: Which field of the desk it is about: ``amount``, ``safeguards``.
    """

    place: str
    sentence: Sentence


def deal_of(case: Case, meeting: Meeting, offer: Offer) -> Deal:
    """Return what taking an offer comes to; what was typed for another offer stays."""
    deal = meeting.deal or Deal()
    payer = deal.payer or _usual_payer(case)
    other = APPLICANTS if payer == RESPONDENTS else RESPONDENTS
    payees = [each.name for each in case.parties_in(ROLES[other]) if each.name]
    return replace(
        deal,
        offer_id=offer.id,
        amount=offer.amount,
        periods=offer.periods,
        payer=payer,
        payee=deal.payee or next(iter(payees), ""),
        manner=deal.manner or USUAL_MANNER,
        counts=deal.counts or WORKING_DAYS,
    )


def due_on(deal: Deal, signed_on: date, calendar: RestCalendar) -> date | None:
    """Return the last day of payment if the agreement is signed on this day; None without a rule.

    The day of signing is not counted (Civil Code art 201).
    """
    if not deal.days:
        return None
    is_working = deal.counts != CALENDAR_DAYS
    unit = LimitUnit.WORKING_DAY if is_working else LimitUnit.CALENDAR_DAY
    return deadline_after(signed_on, Period(deal.days, unit), calendar).limit_on


def mixed_words(case: Case, meeting: Meeting) -> Finding | None:
    """Return a warning where the claim speaks of 赔偿 and the term of 补偿.

    They are not the same in law: who compensates (补偿) admits no fault.
    """
    claims = (*case.requests, *(each.text for each in meeting.notes if each.tag == "诉求"))
    if meeting.deal is None or _kind_of(meeting.deal) is not TermKind.COMPENSATION:
        return None
    if not any(_DAMAGES in each for each in claims):
        return None
    return warning(say("用词 赔偿/补偿：条款写“补偿”，诉求写“赔偿”，请确认并写明理由"))


def deal_lacks(
    case: Case, meeting: Meeting, today: date, *, tells_authority: bool = True
) -> tuple[Lack, ...]:
    """Return what is missing before the deal can become the agreement, in the desk's order.

    Args:
        case: The case.
        meeting: Its session.
        today: The local date.
        tells_authority: False leaves out how far the agent of the bank may go, for somebody who
            must not know it; that he has to ask is told all the same.
    """
    deal = meeting.deal or Deal()
    reach = _reach_lacking(case, deal, today)
    if reach is not None and not tells_authority:
        reach = Lack(reach.place, say("超授权，请先请示并记下答复"))
    beyond = () if reach is None else (reach,)
    return (*_facts_lacking(deal), *beyond, *_care_lacking(case, meeting))


def _facts_lacking(deal: Deal) -> Iterator[Lack]:
    if deal.amount is None:
        yield Lack("amount", say("缺少成交金额"))
    if not deal.payee.strip():
        yield Lack("payee", say("缺少收款户名"))
    if not deal.manner.strip():
        yield Lack("manner", say("缺少履行方式"))
    if not deal.days:
        yield Lack("days", say("缺少付款期限：签署后几日内"))
    if not deal.consequence.strip():
        yield Lack("consequence", say("缺少未按期履行的后果"))


def _reach_lacking(case: Case, deal: Deal, today: date) -> Lack | None:
    taken = next((each for each in case.offers if each.id == deal.offer_id), None)
    measured = Offer("", amount=deal.amount, periods=deal.periods)
    if taken is not None:
        measured = replace(measured, waives=taken.waives, answer=taken.answer)
    verdict = within_authority(measured, case.authority, today)
    if verdict.reach is Reach.BEYOND and not measured.answer.strip():
        return Lack("amount", say("超授权，请先请示并记下答复：{reason}", reason=verdict.reason))
    return None


def _care_lacking(case: Case, meeting: Meeting) -> Iterator[Lack]:
    deal = meeting.deal or Deal()
    words = mixed_words(case, meeting)
    if words is not None and not deal.wording_note.strip():
        yield Lack("wording_note", words.sentence)
    lacking = safeguards_lacking(case, meeting)
    if lacking:
        named = "、".join(lacking)
        yield Lack("safeguards", say("签署前还需要：{safeguards}", safeguards=named))


def with_deal(case: Case, meeting_id: str, until_on: date, now: datetime) -> Case:
    """Return the case with the deal of a session written into its agreement.

    Doing it again replaces what it wrote before and leaves all other terms alone.

    Args:
        case: With a deal that lacks nothing.
        meeting_id: The session.
        until_on: The last day of payment, as ``due_on`` gives it.
        now: When this is done.
    """
    meetings = tuple(
        replace(each, deal=replace(each.deal, fixed_at=now))
        if each.id == meeting_id and each.deal is not None
        else each
        for each in case.meetings
    )
    deal = next((each.deal for each in meetings if each.id == meeting_id), None)
    if deal is None or deal.amount is None:
        return case
    is_open = case.outcome is Outcome.PENDING
    return replace(
        case,
        meetings=meetings,
        offers=tuple(_marked(each, meeting_id, deal) for each in case.offers),
        agreement=_agreement(case, meeting_id, deal, until_on),
        outcome=Outcome.WRITTEN_AGREEMENT if is_open else case.outcome,
    )


def period_words(deal: Deal, until_on: date) -> str:
    """Return when is to be paid, as an agreement says it."""
    counted = f"自本协议签署之日起{deal.days}个{deal.counts}内"
    if deal.counts == CALENDAR_DAYS:
        counted = f"自本协议签署之日起{deal.days}日内"
    return f"{counted}（最迟{chinese_date(until_on)}）"


def sum_words(amount: Money) -> str:
    """Return an amount as an agreement says it: digits as in its other sums, then capitals."""
    return f"人民币{amount}元（大写：{rmb_capitals(amount)}）"


def _agreement(case: Case, meeting_id: str, deal: Deal, until_on: date) -> Agreement:
    agreement = case.agreement or Agreement()
    written = _terms(meeting_id, deal, until_on)
    ids = {each.id for each in written}
    others = tuple(each for each in agreement.terms if each.id not in ids)
    plan = agreement.plan
    if deal.periods:
        plan = InstalmentPlan(deal.amount, deal.periods, until_on)
    return replace(
        agreement,
        terms=(*written, *others),
        manner=deal.manner,
        period=period_words(deal, until_on),
        amount=deal.amount,
        plan=plan,
    )


def _terms(meeting_id: str, deal: Deal, until_on: date) -> tuple[Term, ...]:
    assert deal.amount is not None
    payer, other = ROLES[deal.payer], _other(deal.payer)
    kind, account = _kind_of(deal), f"{deal.manner}至户名“{deal.payee}”的账户"
    when, total = period_words(deal, until_on), sum_words(deal.amount)
    texts = {
        TermKind.COMPENSATION: f"{payer.value}{when}一次性补偿{other.value}{total}，{account}；"
        "该补偿不表示承认存在过错。",
        TermKind.ONE_OFF_PAYMENT: f"{payer.value}{when}一次性支付{other.value}{total}，"
        f"{account}。",
        TermKind.INSTALMENTS: f"{payer.value}分{deal.periods}期支付{other.value}{total}，"
        f"首期最迟{chinese_date(until_on)}，{account}；逐期金额以所附分期还款表为准。",
    }
    failing = f"未按期履行的后果：{deal.consequence.strip().rstrip('。')}。"
    return (
        Term(f"{meeting_id}-deal", kind, texts[kind], deal.amount),
        Term(f"{meeting_id}-default", TermKind.FREE, failing),
    )


def _kind_of(deal: Deal) -> TermKind:
    if deal.periods:
        return TermKind.INSTALMENTS
    is_by_bank = deal.payer == RESPONDENTS
    return TermKind.COMPENSATION if is_by_bank else TermKind.ONE_OFF_PAYMENT


def _marked(offer: Offer, meeting_id: str, deal: Deal) -> Offer:
    if offer.meeting_id != meeting_id:
        return offer
    return replace(offer, is_accepted=offer.id == deal.offer_id)


def _other(side: str) -> PartyRole:
    return ROLES[APPLICANTS if side == RESPONDENTS else RESPONDENTS]


def _usual_payer(case: Case) -> str:
    """Return the side that pays: the bank, but for an authority that only waives or spreads."""
    authority = case.authority
    is_repaid = authority is not None and authority.pays_up_to is None
    natural = any(each.is_natural for each in case.parties_in(PartyRole.APPLICANT))
    return APPLICANTS if is_repaid and natural else RESPONDENTS
