"""Facts of a case that must fit one another, and numbers that must be possible."""

from collections.abc import Iterable, Sequence
from datetime import date

from mediation_app.domain.ages import age_on
from mediation_app.domain.cases import Case
from mediation_app.domain.findings import Finding
from mediation_app.domain.identifiers.credit_code import check_credit_code
from mediation_app.domain.identifiers.identity import check_identity, identity_facts
from mediation_app.domain.identifiers.phone import check_phone
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Agent, Guardian, Party
from mediation_app.domain.plans import plan_lines
from mediation_app.exchange.places import Place
from mediation_app.exchange.sides import SIDES
from mediation_app.sentences import say

_AGE_TOLERANCE_YEARS = 1


def check_case(case: Case, place: Place, today: date) -> None:
    """Refuse what contradicts itself, and warn of what seldom is right."""
    for side, role in SIDES.items():
        for number, party in enumerate(case.parties_in(role), start=1):
            _check_party(party, case, place.key(side).item(number, "人"), today)
    _check_dates(case, place)
    if not place.notes.refusals:
        _check_amount(case, place)


def _check_party(party: Party, case: Case, place: Place, today: date) -> None:
    _check_person(party, place, today)
    if party.credit_code.strip():
        _note(check_credit_code(party.credit_code), place, "统一社会信用代码")
    told = identity_facts(party.identity)
    if party.born_on and told.born_on and party.born_on != told.born_on:
        place.key("出生日期").refuse(
            say(
                "出生日期 {born_on} 与证件号码中的 {told} 不一致",
                born_on=party.born_on,
                told=told.born_on,
            )
        )
    elif party.born_on and party.age is not None and case.filed_on:
        _check_age(party.born_on, party.age, case.filed_on, place)
    _check_people(party.agents, place.key("委托代理人"), today)
    _check_people(party.guardians, place.key("法定代理人"), today)


def _check_people(people: Sequence[Agent | Guardian], place: Place, today: date) -> None:
    for number, person in enumerate(people, start=1):
        _check_person(person, place.item(number, "人") if len(people) > 1 else place, today)


def _check_person(person: Party | Agent | Guardian, place: Place, today: date) -> None:
    if person.phone.strip():
        _note(check_phone(person.phone), place, "联系方式")
    if place.notes.touches(place.key("证件类型").path):
        return
    _note(check_identity(person.identity, today), place, "证件号码")
    told = identity_facts(person.identity)
    if person.sex and told.sex and person.sex != told.sex:
        place.key("性别").warn(
            say("性别写“{sex}”，证件号码第17位表示“{told}”，请核对", sex=person.sex, told=told.sex)
        )


def _check_age(born_on: date, age: int, filed_on: date, place: Place) -> None:
    right = age_on(born_on, filed_on)
    if abs(age - right) > _AGE_TOLERANCE_YEARS:
        place.key("年龄").refuse(
            say(
                "年龄写{age}岁，按出生日期 {born_on} 到申请日期应为{right}岁",
                age=age,
                born_on=born_on,
                right=right,
            )
        )


def _check_dates(case: Case, place: Place) -> None:
    if case.filed_on and case.accepted_on and case.accepted_on < case.filed_on:
        place.key("期限").key("受理日期").warn(
            say(
                "受理日期 {accepted_on} 早于申请日期 {filed_on}，请核对",
                accepted_on=case.accepted_on,
                filed_on=case.filed_on,
            )
        )


def _check_amount(case: Case, place: Place) -> None:
    """Warn where the agreement names another sum than its instalments pay."""
    agreement = case.agreement
    lines = plan_lines(agreement.plan) if agreement else ()
    if not lines or agreement is None or agreement.amount is None:
        return
    planned = Money.total(line.principal for line in lines)
    if planned != agreement.amount:
        place.key("分期计划").warn(
            say(
                "分期合计 {planned} 元，协议金额为 {amount} 元，请核对",
                planned=planned.grouped,
                amount=agreement.amount.grouped,
            )
        )


def _note(findings: Iterable[Finding], place: Place, key: str) -> None:
    for finding in findings:
        target = place.key(key)
        (target.refuse if finding.is_error else target.warn)(finding.sentence)
