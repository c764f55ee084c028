"""What a step or a form still lacks."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.agreements import InstalmentPlan, Term
from mediation_app.domain.cases import Confirmation, Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.domain.missing import missing_for_form, missing_for_registration
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.printed_facts import FIRST_FORMS
from tests.builders import (
    a_branch,
    a_case,
    a_committee,
    a_guardian,
    a_person,
    an_agent,
    an_agreement,
    signed,
)


def lacks(kind, case, committee=None):
    found = missing_for_form(kind, case, committee or a_committee())
    return {each.place: str(each.sentence) for each in found}


@pytest.mark.parametrize("kind", sorted(FIRST_FORMS, key=str))
def test_a_complete_case_lacks_nothing(kind):
    case = replace(signed(a_case()), confirmation=Confirmation(True, "滨澜市临江区人民法院"))
    assert lacks(kind, case) == {}


def test_all_that_an_empty_case_lacks_is_listed_together():
    found = lacks(FormKind.AGREEMENT, replace(a_case(), number="", facts=" ", agreement=None))
    assert found == {
        "number": "案件编号（请先登记）",
        "facts": "纠纷主要事实",
        "agreement": "协议内容",
    }


def test_a_committee_without_name_is_missed():
    found = lacks(FormKind.APPLICATION, a_case(), a_committee(name=""))
    assert found == {"committee/name": "调解委员会名称"}


def test_both_sides_must_be_there():
    found = missing_for_registration(a_case(parties=()))
    assert [str(each.sentence) for each in found] == ["申请人", "被申请人"]


def test_registration_asks_for_names_dispute_and_facts():
    nobody = Party("p9", PartyRole.APPLICANT)
    case = a_case(parties=(nobody, a_branch(name="")), dispute="", facts="")
    found = {each.place: str(each.sentence) for each in missing_for_registration(case)}
    assert found == {
        "parties/p9/name": "申请人的姓名",
        "parties/p2/name": "被申请人的名称",
        "dispute": "纠纷类型",
        "facts": "纠纷简要情况",
    }


def test_an_application_asks_for_a_request():
    assert lacks(FormKind.APPLICATION, a_case(requests=(" ",))) == {"requests": "申请事项"}


def test_a_natural_person_needs_an_identity_number_and_an_address():
    person = replace(a_person(), identity=a_person().identity.__class__(), address="")
    found = lacks(FormKind.AGREEMENT, a_case(parties=(person, a_branch())))
    assert found == {
        "parties/p1/identity/number": "顾喆安的证件号码",
        "parties/p1/address": "顾喆安的住址或住所",
    }


def test_a_branch_needs_its_credit_code_and_its_head():
    branch = a_branch(credit_code="", representative="")
    found = lacks(FormKind.AGREEMENT, a_case(parties=(a_person(), branch)))
    assert set(found) == {"parties/p2/credit_code", "parties/p2/representative"}


def test_a_minor_needs_a_guardian_with_a_name():
    minor = a_person(born_on=date(2016, 5, 20))
    found = lacks(FormKind.AGREEMENT, a_case(parties=(minor, a_branch())))
    assert found == {"parties/p1/guardians": "顾喆安的法定代理人（未满18周岁）"}
    minor = replace(minor, guardians=(a_guardian(name=""),))
    found = lacks(FormKind.AGREEMENT, a_case(parties=(minor, a_branch())))
    assert found == {"parties/p1/guardians/g1/name": "顾喆安的法定代理人姓名"}


@pytest.mark.parametrize("facts", [{"born_on": None}, {"born_on": date(2008, 2, 24)}])
def test_who_is_of_age_or_of_unknown_age_needs_no_guardian(facts):
    case = a_case(parties=(a_person(**facts), a_branch()))
    assert lacks(FormKind.AGREEMENT, case) == {}


def test_an_agent_without_itemised_powers_cannot_sign():
    branch = a_branch(agents=(an_agent(powers="", name=""),))
    found = lacks(FormKind.AGREEMENT, a_case(parties=(a_person(), branch)))
    assert set(found) == {"parties/p2/agents/a1/name", "parties/p2/agents/a1/powers"}


def test_an_agreement_needs_terms_manner_period_and_amount():
    empty = an_agreement(terms=(), manner="", period="", amount=None)
    found = lacks(FormKind.AGREEMENT, a_case(agreement=empty))
    assert set(found) == {
        "agreement/terms",
        "agreement/manner",
        "agreement/period",
        "agreement/amount",
    }


def test_an_empty_term_is_named_by_its_number():
    agreement = an_agreement(terms=(Term("t1", text="甲"), Term("t2")))
    found = lacks(FormKind.AGREEMENT, a_case(agreement=agreement))
    assert found == {"agreement/terms/t2/text": "第2条的内容"}


def test_blanks_left_in_a_term_are_missed_by_name():
    terms = (Term("t1", text="于〖日期〗前支付〖金额〗元。"), Term("t2", text="【特别约定】无。"))
    found = lacks(FormKind.AGREEMENT, a_case(agreement=an_agreement(terms=terms)))
    assert found == {"agreement/terms/t1/text": "第1条的空白〖日期〗〖金额〗"}


def test_a_plan_half_written_is_missed():
    plan = InstalmentPlan(total=Money(10000))
    found = lacks(FormKind.AGREEMENT, a_case(agreement=an_agreement(plan=plan)))
    assert set(found) == {"agreement/plan"}


def test_a_mediator_must_be_named():
    assert set(lacks(FormKind.AGREEMENT, a_case(mediators=()))) == {"mediators"}


def test_a_confirmation_needs_an_agreement_in_effect_and_a_court():
    assert set(lacks(FormKind.CONFIRMATION, a_case())) == {
        "agreement/signatures",
        "confirmation/court",
    }


def test_an_oral_agreement_cannot_be_confirmed():
    case = replace(signed(a_case()), outcome=Outcome.ORAL_AGREEMENT)
    assert "agreement" in lacks(FormKind.CONFIRMATION, case)


def test_nobody_is_a_minor_before_the_filing_day_is_known():
    minor = a_person(born_on=date(2016, 5, 20))
    case = a_case(filed_on=None, parties=(minor, a_branch()))
    assert lacks(FormKind.AGREEMENT, case) == {}
