"""Which facts a step or a form still lacks; all are listed at once, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_app.domain.ages import age_on
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.cases import Case
from mediation_app.domain.clauses import blanks_in
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.effect import effective_on
from mediation_app.domain.parties import Agent, Party, PartyRole
from mediation_app.sentences import Sentence, say

ADULT_AGE = 18
"""Civil Code art 17."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One fact that is not there yet.

    Attributes:
        place: The path of its field: ``facts``, ``parties/<id>/name``.
        sentence: What is missing, short enough to stand in a list.
    """

    place: str
    sentence: Sentence


def missing_for_registration(case: Case) -> tuple[Missing, ...]:
    """Return what a case lacks before it gets its number."""
    return (
        *_sides(case),
        *(each for party in case.parties for each in _name(party)),
        *_text("dispute", case.dispute, say("纠纷类型")),
        *_text("facts", case.facts, say("纠纷简要情况")),
    )


def missing_for_form(kind: FormKind, case: Case, committee: Committee) -> tuple[Missing, ...]:
    """Return what a case lacks before this form can be issued."""
    common = (
        *_text("number", case.number, say("案件编号（请先登记）")),
        *_text("committee/name", committee.name, say("调解委员会名称")),
        *_sides(case),
    )
    by_kind = {
        FormKind.APPLICATION: _application,
        FormKind.AGREEMENT: _agreement,
        FormKind.ORAL_AGREEMENT: _agreement,
        FormKind.CONFIRMATION: _confirmation,
    }
    return (*common, *by_kind[kind](case))


def _application(case: Case) -> Iterator[Missing]:
    for party in case.parties:
        yield from _name(party)
    yield from _text("facts", case.facts, say("纠纷简要情况"))
    if not any(request.strip() for request in case.requests):
        yield Missing("requests", say("申请事项"))


def _agreement(case: Case) -> Iterator[Missing]:
    for party in case.parties:
        yield from _party(party, case)
    yield from _text("facts", case.facts, say("纠纷主要事实"))
    yield from _text("issues", case.issues, say("争议事项"))
    if case.agreement is None:
        yield Missing("agreement", say("协议内容"))
    else:
        yield from _terms(case.agreement)
    if not any(name.strip() for name in case.mediators):
        yield Missing("mediators", say("人民调解员"))
    yield from _text("recorder", case.recorder, say("记录人"))


def _terms(agreement: Agreement) -> Iterator[Missing]:
    if not agreement.terms:
        yield Missing("agreement/terms", say("协议内容"))
    for number, term in enumerate(agreement.terms, start=1):
        place = f"agreement/terms/{term.id}/text"
        yield from _text(place, term.text, say("第{number}条的内容", number=number))
        if blanks := blanks_in(term.text):
            open_blanks = say("第{number}条的空白{blanks}", number=number, blanks="".join(blanks))
            yield Missing(place, open_blanks)
    yield from _text("agreement/manner", agreement.manner, say("履行方式"))
    yield from _text("agreement/period", agreement.period, say("履行期限"))
    if agreement.amount is None:
        yield Missing("agreement/amount", say("协议金额（没有金钱给付的填0）"))
    plan = agreement.plan
    if plan and not plan.lines and not (plan.total and plan.periods and plan.first_due_on):
        yield Missing("agreement/plan", say("分期计划的总额、期数或首期到期日"))


def _confirmation(case: Case) -> Iterator[Missing]:
    yield from _agreement(case)
    if case.has_oral_agreement:
        yield Missing("agreement", say("书面协议（口头协议不能申请司法确认）"))
    elif effective_on(case) is None:
        yield Missing("agreement/signatures", say("协议生效日（当事人、调解员签名和盖章的日期）"))
    yield from _text("confirmation/court", case.confirmation.court, say("申请法院"))


def _sides(case: Case) -> Iterator[Missing]:
    for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT):
        if not case.parties_in(role):
            yield Missing("parties", say("{role}", role=role.value))


def _name(party: Party) -> Iterator[Missing]:
    what = say("姓名") if party.is_natural else say("名称")
    yield from _of_party(party, "name", party.name, what)


def _party(party: Party, case: Case) -> Iterator[Missing]:
    yield from _name(party)
    if party.is_natural:
        yield from _of_party(party, "identity/number", party.identity.number, say("证件号码"))
        if _is_minor(party, case) and not party.guardians:
            yield _lack(party, "guardians", say("法定代理人（未满18周岁）"))
    else:
        yield from _of_party(party, "credit_code", party.credit_code, say("统一社会信用代码"))
        yield from _of_party(
            party, "representative", party.representative, say("法定代表人或负责人")
        )
    yield from _of_party(party, "address", party.address, say("住址或住所"))
    for guardian in party.guardians:
        place = f"guardians/{guardian.id}/name"
        yield from _of_party(party, place, guardian.name, say("法定代理人姓名"))
    for agent in party.agents:
        yield from _agent(party, agent)


def _agent(party: Party, agent: Agent) -> Iterator[Missing]:
    place = f"agents/{agent.id}"
    yield from _of_party(party, f"{place}/name", agent.name, say("委托代理人姓名"))
    yield from _of_party(party, f"{place}/powers", agent.powers, say("委托代理人的代理权限"))


def _is_minor(party: Party, case: Case) -> bool:
    if party.born_on is None or case.filed_on is None:
        return False
    return age_on(party.born_on, case.filed_on) < ADULT_AGE


def _of_party(party: Party, place: str, value: str, what: Sentence) -> Iterator[Missing]:
    if not value.strip():
        yield _lack(party, place, what)


def _lack(party: Party, place: str, what: Sentence) -> Missing:
    who = party.name.strip() or party.role.value
    return Missing(f"parties/{party.id}/{place}", say("{who}的{what}", who=who, what=what))


def _text(place: str, value: str, what: Sentence) -> Iterator[Missing]:
    if not value.strip():
        yield Missing(place, what)
