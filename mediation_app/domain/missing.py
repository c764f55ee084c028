"""Which facts a step or a form still lacks; all are listed at once, each with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mediation_app.domain.ages import age_on
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.cases import Case, Termination
from mediation_app.domain.clauses import blanks_in
from mediation_app.domain.committees import Committee
from mediation_app.domain.concessions import amount_in, concession_in
from mediation_app.domain.documents import About, FormKind
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


def missing_for_form(
    kind: FormKind, case: Case, committee: Committee, about: About | None = None
) -> tuple[Missing, ...]:
    """Return what a case lacks before this form can be issued."""
    common = (
        *_text("number", case.number, say("案件编号（请先登记）")),
        *_text("committee/name", committee.name, say("调解委员会名称")),
        *_sides(case),
    )
    by_kind: Mapping[FormKind, Callable[[Case], Iterable[Missing]]] = {
        FormKind.APPLICATION: _application,
        FormKind.AGREEMENT: _agreement,
        FormKind.ORAL_AGREEMENT: _agreement,
        FormKind.CONFIRMATION: _confirmation,
    }
    if kind in by_kind:
        return (*common, *by_kind[kind](case))
    return (*common, *_later_form(kind, case, committee, about or About()))


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


def _later_form(
    kind: FormKind, case: Case, committee: Committee, about: About
) -> Iterator[Missing]:
    """Yield what a form lacks that came after the first version of the program."""
    if kind in _NAMING_A_CONTACT:
        yield from _text("committee/phone", committee.phone, say("联系电话"))
    if kind in {FormKind.SLIP, FormKind.INTAKE_RECEIPT}:
        yield from _text("number", case.query_code, say("查询码（登记时自动生成）"))
    if kind in {FormKind.MEETING_NOTICE, FormKind.SERVICE_RECEIPT}:
        yield from _addressee(case, about)
        yield from _appointment(case, about)
    if kind is FormKind.PLAIN_SUMMARY:
        yield from _addressee(case, about)
        yield from _summary(case)
    if kind is FormKind.RECORD:
        yield from _record(case, about)
    if kind in {FormKind.TERMINATION, FormKind.UNDISPUTED_FACTS}:
        yield from _end(kind, case)


_NAMING_A_CONTACT = frozenset(
    {
        FormKind.SLIP,
        FormKind.INTAKE_RECEIPT,
        FormKind.MEETING_NOTICE,
        FormKind.PLAIN_SUMMARY,
        FormKind.OTHER_WAYS,
    }
)


def _addressee(case: Case, about: About) -> Iterator[Missing]:
    addressees = [party for party in case.parties if party.id == about.party_id]
    if not addressees:
        yield Missing("parties", say("这份文书给谁"))
    for party in addressees:
        yield from _name(party)


def _appointment(case: Case, about: About) -> Iterator[Missing]:
    planned = [each for each in case.appointments if each.id == about.appointment_id]
    if not planned:
        yield Missing("appointments", say("调解时间（请先排期）"))
    for each in planned:
        place = f"appointments/{each.id}"
        if each.on is None:
            yield Missing(f"{place}/on", say("调解时间"))
        if each.way in ("", "现场"):
            yield from _text(f"{place}/room", each.room, say("调解地点"))


def _record(case: Case, about: About) -> Iterator[Missing]:
    held = [each for each in case.meetings if each.id == about.meeting_id]
    if not held:
        yield Missing("meetings", say("调解的日期"))
    for meeting in held:
        if not meeting.record.strip() and not meeting.notes:
            yield Missing(f"meetings/{meeting.id}/record", say("笔录内容"))
    if not any(name.strip() for name in case.mediators):
        yield Missing("mediators", say("人民调解员"))
    yield from _text("recorder", case.recorder, say("记录人"))


def _summary(case: Case) -> Iterator[Missing]:
    agreed = case.agreement
    if agreed is None:
        yield Missing("agreement", say("协议内容"))
        return
    if agreed.amount is None:
        yield Missing("agreement/amount", say("协议金额（没有金钱给付的填0）"))
    yield from _text("agreement/manner", agreed.manner, say("履行方式"))
    yield from _text("agreement/period", agreed.period, say("履行期限"))


def _end(kind: FormKind, case: Case) -> Iterator[Missing]:
    end = case.termination or Termination()
    if end.ended_on is None:
        yield Missing("termination/ended_on", say("终结日期"))
    if kind is FormKind.UNDISPUTED_FACTS:
        if not any(fact.strip() for fact in end.undisputed):
            yield Missing("termination/undisputed", say("无争议事实"))
        for number, fact in enumerate(end.undisputed, start=1):
            if words := concession_in(fact, case.offers):
                told = say(
                    "第{number}项里的让步“{words}”（让步不得记入）", number=number, words=words
                )
                yield Missing("termination/undisputed", told)
        return
    yield from _text("termination/reason", end.reason_code or end.reason, say("终结原因"))
    if words := amount_in(end.reason) or concession_in(end.reason, case.offers):
        told = say("终结原因里的“{words}”（不写金额，也不写谁愿意让多少）", words=words)
        yield Missing("termination/reason", told)


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
