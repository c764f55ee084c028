"""Which papers a case has, what each may speak of, and what is missing before it is issued."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_papers import papers_of, subject_of, to_bring
from mediation_app.domain.cases import Confirmation, Outcome, Termination
from mediation_app.domain.concessions import amount_in, concession_in
from mediation_app.domain.documents import About, FormKind
from mediation_app.domain.materials import Material
from mediation_app.domain.missing import missing_for_form
from mediation_app.domain.money import Money
from mediation_app.domain.plain_facts import PlainFacts, plain_facts
from mediation_app.domain.printed_facts import FIRST_FORMS, printed_case, printed_committee
from mediation_app.domain.sessions import Offer
from mediation_app.domain.snapshots import canonical_json
from tests.builders import a_case, a_committee, an_agreement
from tests.forms.journeys import COMMITTEE, chen, drawn, issued, li, sun, sun_pays, wang

LATER_FORMS = sorted(set(FormKind) - FIRST_FORMS, key=lambda kind: kind.value)
CASES = {
    FormKind.SLIP: chen,
    FormKind.INTAKE_RECEIPT: chen,
    FormKind.MEETING_NOTICE: sun,
    FormKind.SERVICE_RECEIPT: sun,
    FormKind.RECORD: wang,
    FormKind.PLAIN_SUMMARY: wang,
    FormKind.TERMINATION: li,
    FormKind.UNDISPUTED_FACTS: li,
    FormKind.OTHER_WAYS: li,
    FormKind.VOLUME: sun,
}


def listed(case):
    return [(paper.kind, paper.about.key, paper.label) for paper in papers_of(case)]


def lacks(kind, case, about=None, committee=COMMITTEE):
    about = about or next((each.about for each in papers_of(case) if each.kind is kind), None)
    found = missing_for_form(kind, case, committee, about)
    return {each.place: str(each.sentence) for each in found}


def test_an_invited_party_gets_a_notice_and_a_receipt_of_service():
    assert listed(sun())[3:] == [
        (FormKind.MEETING_NOTICE, "ap1/p1", "孙浩"),
        (FormKind.MEETING_NOTICE, "ap1/p2", "海岳银行股份有限公司崂山支行"),
        (FormKind.SERVICE_RECEIPT, "ap1/p1", "孙浩"),
        (FormKind.SERVICE_RECEIPT, "ap1/p2", "海岳银行股份有限公司崂山支行"),
    ]
    called_off = replace(sun().appointments[0], cancelled_on=date(2026, 11, 24))
    assert len(papers_of(sun(appointments=(called_off,)))) == 3


def test_who_needs_large_print_gets_it():
    keys = {
        key for kind, key, _ in listed(sun(needs=("老年",))) if kind is FormKind.MEETING_NOTICE
    }
    assert keys == {"ap1/p1/large", "ap1/p2"}
    assert (FormKind.TERMINATION, "large", "") in listed(li(needs=("视力弱",)))


def test_a_session_has_its_record_and_a_customer_a_summary_of_the_agreement():
    assert listed(wang())[3:] == [
        (FormKind.RECORD, "mt1", "2026年11月25日"),
        (FormKind.AGREEMENT, "", ""),
        (FormKind.PLAIN_SUMMARY, "p1", "王桂兰"),
    ]
    silent = replace(wang().meetings[0], notes=())
    assert FormKind.RECORD not in [kind for kind, *_ in listed(wang(meetings=(silent,)))]


def test_a_case_that_failed_has_what_is_handed_over_then():
    kinds = [kind for kind, *_ in listed(li())]
    assert kinds[-3:] == [
        FormKind.TERMINATION,
        FormKind.OTHER_WAYS,
        FormKind.UNDISPUTED_FACTS,
    ]
    asked = a_case(confirmation=Confirmation(is_requested=True), agreement=None)
    assert listed(asked)[-1][0] is FormKind.CONFIRMATION


@pytest.mark.parametrize("kind", LATER_FORMS)
def test_a_later_form_gets_only_the_facts_that_it_prints(kind):
    case = CASES[kind]()
    printed = printed_case(kind, case)
    kept = {each.name for each in fields(printed) if getattr(printed, each.name)}
    never = {"facts", "issues", "offers", "authority", "appointments", "materials", "needs"}
    assert kept.isdisjoint(never)
    assert all(not party.identity.number for party in printed.parties)
    assert printed_case(FormKind.VOLUME, li()).termination is None
    assert printed_committee(kind, a_committee()).mediators == ()
    elsewhere = replace(case, facts="另一件事", tags=("x",), subcategory="y")
    assert issued(kind, elsewhere).digest == issued(kind, case).digest


@pytest.mark.parametrize("kind", LATER_FORMS)
def test_offers_and_caucus_change_no_paper(kind):
    case = CASES[kind]()
    offered = replace(case, offers=(Offer("o9", "mt1", 9, "乙", Money(777700)),))
    assert canonical_json(drawn(kind, offered)) == canonical_json(drawn(kind, case))
    assert "7777" not in canonical_json(drawn(kind, offered))


@pytest.mark.parametrize("kind", LATER_FORMS)
def test_the_journeys_lack_nothing(kind):
    assert lacks(kind, CASES[kind]()) == {}


def test_what_a_customer_takes_home_needs_a_code_and_a_telephone():
    assert lacks(FormKind.SLIP, chen(query_code="")) == {"number": "查询码（登记时自动生成）"}
    silent = replace(COMMITTEE, phone=" ")
    assert lacks(FormKind.OTHER_WAYS, li(), committee=silent) == {"committee/phone": "联系电话"}


def test_a_notice_needs_a_time_a_place_and_an_addressee():
    found = lacks(FormKind.MEETING_NOTICE, chen(), About())
    assert found == {"parties": "这份文书给谁", "appointments": "调解时间（请先排期）"}
    planned = Appointment("ap1", invited=("p1",))
    nameless = replace(sun().parties[0], name="")
    case = sun(appointments=(planned,), parties=(nameless, sun().parties[1]))
    assert lacks(FormKind.SERVICE_RECEIPT, case) == {
        "parties/p1/name": "申请人的姓名",
        "appointments/ap1/on": "调解时间",
        "appointments/ap1/room": "调解地点",
    }
    by_video = replace(sun().appointments[0], way="视频", room="")
    assert lacks(FormKind.MEETING_NOTICE, sun(appointments=(by_video,))) == {}


def test_a_record_needs_its_session_words_mediator_and_recorder():
    case = replace(wang(), mediators=(), recorder="")
    assert lacks(FormKind.RECORD, case, About()) == {
        "meetings": "调解的日期",
        "mediators": "人民调解员",
        "recorder": "记录人",
    }
    silent = wang(meetings=(replace(wang().meetings[0], notes=()),))
    found = lacks(FormKind.RECORD, silent, About(meeting_id="mt1"))
    assert found == {"meetings/mt1/record": "笔录内容"}


def test_a_summary_needs_an_agreement_on_money():
    found = lacks(FormKind.PLAIN_SUMMARY, wang(agreement=None), About(party_id="p1"))
    assert found == {"agreement": "协议内容"}
    agreement = replace(wang().agreement, amount=None, manner="", period="")
    assert set(lacks(FormKind.PLAIN_SUMMARY, wang(agreement=agreement))) == {
        "agreement/amount",
        "agreement/manner",
        "agreement/period",
    }


def test_what_ends_a_case_needs_a_day_and_a_reason_that_tells_no_offer():
    assert lacks(FormKind.TERMINATION, li(termination=None)) == {
        "termination/ended_on": "终结日期",
        "termination/reason": "终结原因",
    }
    for reason, words in (("银行可让到2000", "2000"), ("银行愿意让步", "让步")):
        end = Termination(date(2026, 11, 27), reason=reason)
        found = lacks(FormKind.TERMINATION, li(termination=end))
        assert f"“{words}”" in found["termination/reason"]


def test_concessions_are_no_undisputed_facts():
    end = li().termination
    assert lacks(FormKind.UNDISPUTED_FACTS, li(termination=replace(end, undisputed=(" ",)))) == {
        "termination/undisputed": "无争议事实"
    }
    told = replace(end, undisputed=("合同日期", "银行同意退还二千元"))
    found = lacks(FormKind.UNDISPUTED_FACTS, li(termination=told))
    assert "第2项里的让步“同意退”" in found["termination/undisputed"]
    offered = replace(end, undisputed=("差额为2,000.00元",))
    found = lacks(FormKind.UNDISPUTED_FACTS, li(termination=offered))
    assert "第1项里的让步“2,000.00”" in found["termination/undisputed"]


@settings(max_examples=30)
@given(cents=st.integers(min_value=1, max_value=10**9))
def test_an_offered_sum_is_found_however_it_is_written(cents):
    amount = Money(cents)
    offers = (Offer("o1", amount=amount),)
    for written in (str(amount), amount.grouped, f"{amount}元"):
        assert concession_in(f"约{written}左右", offers)
    assert concession_in("合同编号 7", ()) == ""
    assert concession_in("0.5万元", (Offer("o1", amount=Money(500000)),)) == "0.5万"


def test_a_date_is_no_amount():
    assert amount_in("2026年11月27日一方未到场") == ""
    assert amount_in("差距三千元") == "三千元"
    assert amount_in("还差 8,000.50") == "8,000.50"


def test_a_party_brings_what_the_case_still_waits_for_from_it():
    materials = (
        Material("m1", "流水", need="必须", owed_by="孙浩"),
        Material("m2", "合同", need="必须", owed_by="申请人"),
        Material("m3", "身份证", need="必须", owed_by="申请人", is_received=True),
        Material("m4", "照片", need="按需", owed_by="申请人"),
        Material("m5", "账单", need="必须", owed_by="被申请人"),
    )
    case = sun(materials=materials)
    assert to_bring(case, case.parties[0]) == ("流水", "合同")
    assert to_bring(case, case.parties[1]) == ("账单",)


def test_a_form_in_large_print_or_for_the_other_side_says_so():
    assert subject_of(FormKind.AGREEMENT, wang(), About()) is None
    assert subject_of(FormKind.AGREEMENT, wang(), About(is_large=True)).is_large
    assert subject_of(FormKind.APPLICATION, wang(), About(is_masked=True)).is_masked
    assert About("a", "p", "m", is_large=True, is_masked=True).key == "a/m/p/large/masked"


def facts(text, **agreed):
    terms = an_agreement(amount=Money(1800000), **agreed).terms[:1]
    agreement = an_agreement(
        terms=(replace(terms[0], text=text),), amount=Money(1800000), **agreed
    )
    return plain_facts(wang(agreement=agreement), "p1")


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("被申请人一次性补偿申请人人民币18,000.00元", "p2"),
        ("向申请人支付18000.00元，由被申请人完成", ""),
        ("向申请人，海岳银行股份有限公司崂山支行支付18000.00元", "p2"),
        ("申请人于年底前归还18,000.00元", "p1"),
        ("人民币18,000.00元作为了结", ""),
        ("申请人支付500.00元", ""),
    ],
)
def test_who_pays_is_read_off_the_clause_or_not_at_all(text, payer):
    assert facts(text).payer_id == payer


def test_the_last_day_and_the_account_are_read_off_the_agreement():
    assert plain_facts(wang(), "p1") == PlainFacts(
        "p2",
        date(2026, 12, 9),
        is_own_account=True,
        consequence="按未付金额每日万分之三支付违约金。",
    )
    assert plain_facts(wang(), "p2").is_own_account is False
    assert facts("x", period="2026-12-31前").until_on == date(2026, 12, 31)
    assert facts("x", period="2026-02-30前").until_on is None
    assert plain_facts(sun_pays(), "p1").until_on == date(2028, 11, 20)
    assert plain_facts(a_case(agreement=None), "p1") == PlainFacts()
    assert plain_facts(a_case(agreement=an_agreement(amount=None)), "nobody").payer_id == ""


def test_a_case_that_went_to_the_court_has_no_notice_of_failure():
    kinds = [kind for kind, *_ in listed(li(outcome=Outcome.TRANSFERRED))]
    assert FormKind.TERMINATION not in kinds
