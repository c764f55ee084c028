"""Invented cases for the sample station: the same ones each time, as many as are wanted.

All people are invented: their given names begin with 样, their identity numbers carry the area
code of a whole province, which no person has, and their phones the prefix 1540000.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from mediation_app.domain.ages import age_on
from mediation_app.domain.agreements import (
    Agreement,
    InstalmentPlan,
    Signature,
    SignatureKind,
    Term,
)
from mediation_app.domain.case_numbers import CaseNumber
from mediation_app.domain.cases import (
    Case,
    CaseId,
    Confirmation,
    Meeting,
    Outcome,
    Termination,
    Visit,
)
from mediation_app.domain.effect import signatures_needed
from mediation_app.domain.identifiers.birth_numbers import check_digit
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.ports.environment import Ids
from mediation_app.services.sample_banks import branch, card_centre
from mediation_app.services.sample_disputes import DISPUTES, Dispute

WORD = "云临金人调字"
FIRST_SERIAL = 1001
"""Far from the numbers of the samples."""
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "安宁和平康乐明远清朗书言知行若水云山星河竹石松柏梅兰桐枫禾川泽溪舟帆"
_PROVINCES = (11, 12, 13, 21, 31, 32, 33, 34, 35, 37, 41, 42, 43, 44, 51, 61)
_FIRST_FILED_ON = date(2024, 1, 8)
_FILED_WITHIN_DAYS = 980
_PLACE = "云汀银行临江支行金融消费纠纷调解工作站"
_MEDIATORS = (("沈砚秋", "陆则安"), ("沈砚秋",), ("陆则安",))
_COURT = "滨澜市临江区人民法院"


def invented_cases(count: int, ids: Ids) -> Iterator[Case]:
    """Yield so many cases; all facts but the ids depend on nothing but the place in line."""
    for place in range(count):
        yield _invented(place, ids)


def _invented(place: int, ids: Ids) -> Case:
    chance = Random(place)  # noqa: S311 - repeatable, not secret
    dispute = chance.choice(DISPUTES)
    filed_on = _FIRST_FILED_ON + timedelta(days=chance.randrange(_FILED_WITHIN_DAYS))
    claim = Money(chance.randrange(*dispute.claim_cents))
    fresh = Case(
        id=CaseId(ids.new()),
        number=str(CaseNumber(filed_on.year, WORD, FIRST_SERIAL + place)),
        serial=FIRST_SERIAL + place,
        category=dispute.category,
        subcategory=dispute.subcategory,
        cause=dispute.cause,
        channel=chance.choice(("营业现场", "电话渠道", "移动客户端", "网银渠道")),
        source="当事人申请",
        dispute=dispute.name,
        filed_on=filed_on,
        complaint_received_on=filed_on - timedelta(days=chance.randrange(5, 20)),
        parties=(_person(chance, filed_on, ids), _bank(dispute)(ids)),
        facts=dispute.facts.format(amount=claim),
        issues=dispute.issues,
        requests=tuple(request.format(amount=claim) for request in dispute.requests),
        claim=claim,
        recorder="程小满",
    )
    (course,) = chance.choices(tuple(_COURSES), tuple(_COURSES.values()))
    return course(_Told(fresh, dispute, chance, ids)).case


def _person(chance: Random, filed_on: date, ids: Ids) -> Party:
    born_on = date(1945, 1, 1) + timedelta(days=chance.randrange(22_000))
    sequence = chance.randrange(1000)
    body = f"{chance.choice(_PROVINCES)}0000{born_on:%Y%m%d}{sequence:03d}"
    last = next(digit for digit in "0123456789X" if not check_digit(body + digit))
    return Party(
        id=ids.new(),
        role=PartyRole.APPLICANT,
        name=f"{chance.choice(_SURNAMES)}样{chance.choice(_GIVEN)}",
        phone=f"1540000{chance.randrange(10_000):04d}",
        address=f"滨澜市临江区样本路{chance.randrange(1, 300)}号",
        sex="男" if sequence % 2 else "女",
        ethnicity="汉族",
        nationality="中国",
        born_on=born_on,
        age=age_on(born_on, filed_on),
        identity=Identity(number=body + last),
        occupation=chance.choice(("教师", "会计", "店员", "司机", "退休", "工程师", "护士")),
    )


def _bank(dispute: Dispute) -> Callable[[Ids], Party]:
    return card_centre if dispute.is_about_cards else branch


@dataclass(frozen=True, slots=True)
class _Told:
    """A case so far, and what its further course is made of."""

    case: Case
    dispute: Dispute
    chance: Random
    ids: Ids

    def after(self, most_days: int) -> date:
        """Return a day soon after the last thing that happened in the case."""
        case = self.case
        days = [case.filed_on, case.accepted_on, *(each.held_on for each in case.meetings)]
        signatures = case.agreement.signatures if case.agreement else ()
        days += [each.signed_on for each in signatures]
        last = max(day for day in days if day is not None)
        return last + timedelta(days=self.chance.randrange(1, most_days))

    def then(self, **facts: object) -> "_Told":
        """Return the case with more facts."""
        return replace(self, case=replace(self.case, **facts))  # type: ignore[arg-type]


def _registered(told: _Told) -> _Told:
    return told


def _accepted(told: _Told) -> _Told:
    accepted = told.then(accepted_on=told.after(4))
    return accepted.then(mediators=told.chance.choice(_MEDIATORS), meeting_place=_PLACE)


def _mediated(told: _Told) -> _Told:
    told = _accepted(told)
    for _ in range(told.chance.randrange(1, 4)):
        meeting = Meeting(told.ids.new(), told.after(9))
        told = told.then(meetings=(*told.case.meetings, meeting))
    return told


def _agreed(told: _Told) -> _Told:
    told = _mediated(told)
    claim = told.case.claim or Money.zero()
    amount = Money(claim.cents * told.chance.randrange(30, 101) // 100)
    due_on = told.after(60)
    words = (term.format(amount=amount, day=due_on) for term in told.dispute.terms)
    agreement = Agreement(
        terms=tuple(Term(told.ids.new(), text=text) for text in words),
        manner="转入申请人尾号0000账户",
        period=f"{due_on}前",
        amount=amount,
        plan=_plan(told, amount, due_on) if told.dispute.is_about_cards else None,
    )
    return told.then(agreement=agreement, outcome=Outcome.WRITTEN_AGREEMENT)


def _plan(told: _Told, amount: Money, first_due_on: date) -> InstalmentPlan:
    return InstalmentPlan(amount, told.chance.choice((6, 12, 24, 36, 60)), first_due_on)


def _signed(told: _Told) -> _Told:
    told = _agreed(told)
    return _sign(told, told.case.meetings[-1].held_on)


def _oral(told: _Told) -> _Told:
    told = _agreed(told).then(outcome=Outcome.ORAL_AGREEMENT)
    return _sign(told, told.case.meetings[-1].held_on)


def _sign(told: _Told, day: date) -> _Told:
    agreement = told.case.agreement
    assert agreement is not None
    signatures = tuple(
        Signature(told.ids.new(), kind, signer, day)
        for kind, signer in signatures_needed(told.case)
        if not (told.case.has_oral_agreement and kind is SignatureKind.PARTY)
    )
    return told.then(agreement=replace(agreement, signatures=signatures))


def _confirmed(told: _Told) -> _Told:
    told = _signed(told)
    return told.then(
        confirmation=Confirmation(is_requested=True, court=_COURT, applied_on=told.after(25))
    )


def _visited(told: _Told) -> _Told:
    told = told.chance.choice((_signed, _oral, _confirmed))(told)
    return told.then(
        visit=Visit(told.after(60), "已履行", told.chance.choice(("满意", "基本满意")))
    )


def _ended(outcome: Outcome, reason: str) -> Callable[[_Told], _Told]:
    def end(told: _Told) -> _Told:
        told = _mediated(told)
        notice = "已告知可依法通过仲裁、行政、司法等途径维护权利"
        ending = Termination(told.after(9), reason, notice, "双方当场签收")
        return told.then(outcome=outcome, termination=ending)

    return end


_COURSES: Mapping[Callable[[_Told], _Told], int] = {
    _registered: 8,
    _accepted: 10,
    _mediated: 15,
    _agreed: 7,
    _signed: 12,
    _confirmed: 13,
    _visited: 25,
    _ended(Outcome.FAILED, "双方分歧较大，未能达成一致"): 5,
    _ended(Outcome.WITHDRAWN, "申请人撤回申请"): 2,
    _ended(Outcome.SUSPENDED, "等待另案结果"): 1,
    _ended(Outcome.TRANSFERRED, "调解期限届满"): 2,
}
"""The courses that a case may take, and how many of a hundred take each."""
