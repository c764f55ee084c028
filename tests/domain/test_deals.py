"""The numbers are those of J4: 18,000.00 within ten working days of 2026-11-25."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.agreements import Agreement, Term, TermKind
from mediation_app.domain.cases import Meeting, Outcome
from mediation_app.domain.deals import (
    deal_lacks,
    deal_of,
    due_on,
    mixed_words,
    period_words,
    with_deal,
)
from mediation_app.domain.failures import OTHER_WAYS, before_failing
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyKind, PartyRole
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from mediation_app.domain.session_records import drafted_record, undisputed_in
from mediation_app.domain.sessions import Authority, Deal, Offer, SessionNote
from resources.files import holiday_tables
from tests.builders import a_branch, a_case, a_person

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
DUE = date(2026, 12, 9)
OFFER = Offer("o6", "m1", 3, "乙", Money(1800000))
DEAL = Deal("o6", Money(1800000), None, "乙", "王桂兰", "转账", 10, "工作日", "按日万分之二计付")


def at_the_table(deal=DEAL, notes=(), offers=(OFFER,), **facts):
    meeting = Meeting("m1", TODAY, notes=notes, deal=deal)
    usual = {
        "parties": (a_person(name="王桂兰"), a_branch()),
        "meetings": (Meeting("m0", TODAY), meeting),
        "offers": offers,
        "outcome": Outcome.PENDING,
        "agreement": None,
        "requests": (),
        "authority": Authority(pays_up_to=Money(2000000)),
    }
    return a_case(**(usual | facts))


def table(case):
    return case.meetings[1]


def lacks(case):
    return [each.place for each in deal_lacks(case, table(case), TODAY)]


def test_taking_an_offer_fills_in_what_is_usual():
    case = at_the_table(None)
    deal = deal_of(case, table(case), OFFER)
    assert (deal.amount, deal.payer, deal.payee) == (Money(1800000), "乙", "王桂兰")
    assert (deal.manner, deal.counts) == ("转账", "工作日")


def test_taking_another_offer_keeps_what_was_typed():
    case = at_the_table(replace(DEAL, payee="王桂兰之女"))
    deal = deal_of(case, table(case), replace(OFFER, id="o7", amount=Money(100)))
    assert (deal.offer_id, deal.amount, deal.payee) == ("o7", Money(100), "王桂兰之女")


def test_where_the_bank_only_waives_the_customer_pays():
    case = at_the_table(None, authority=Authority(waives_up_to=Money(1)))
    deal = deal_of(case, table(case), OFFER)
    assert (deal.payer, deal.payee) == ("甲", "云汀银行股份有限公司临江支行")
    company = a_person(kind=PartyKind.COMPANY)
    assert deal_of(replace(case, parties=(company,)), table(case), OFFER).payer == "乙"


def test_ten_working_days_after_signing_end_where_the_calendar_says():
    assert due_on(DEAL, TODAY, CALENDAR) == DUE
    assert due_on(replace(DEAL, counts="日"), TODAY, CALENDAR) == date(2026, 12, 7)
    assert due_on(replace(DEAL, days=None), TODAY, CALENDAR) is None


def test_a_deal_becomes_the_terms_of_the_agreement():
    case = with_deal(at_the_table(), "m1", DUE, NOW)
    first, second = case.agreement.terms
    assert (first.kind, first.amount) == (TermKind.COMPENSATION, Money(1800000))
    assert first.text == (
        "被申请人自本协议签署之日起10个工作日内（最迟2026年12月9日）一次性补偿申请人"
        "人民币18000.00元（大写：人民币壹万捌仟元整），转账至户名“王桂兰”的账户；"
        "该补偿不表示承认存在过错。"
    )
    assert second.text == "未按期履行的后果：按日万分之二计付。"
    assert (case.agreement.manner, case.agreement.amount) == ("转账", Money(1800000))
    assert case.agreement.period == "自本协议签署之日起10个工作日内（最迟2026年12月9日）"
    assert case.outcome is Outcome.WRITTEN_AGREEMENT
    assert table(case).deal.fixed_at == NOW
    assert [each.is_accepted for each in case.offers] == [True]


def test_doing_it_again_replaces_its_own_terms_only():
    own = Agreement(terms=(Term("t9", text="双方保密。"),))
    case = at_the_table(agreement=own, outcome=Outcome.ORAL_AGREEMENT)
    elsewhere = replace(OFFER, id="o1", meeting_id="m0", is_accepted=True)
    case = replace(case, offers=(elsewhere, *case.offers))
    again = with_deal(with_deal(case, "m1", DUE, NOW), "m1", DUE, NOW)
    assert [each.id for each in again.agreement.terms] == ["m1-deal", "m1-default", "t9"]
    assert again.outcome is Outcome.ORAL_AGREEMENT
    assert again.offers[0].is_accepted


def test_a_customer_who_pays_at_once_or_in_instalments_gets_other_terms():
    once = with_deal(at_the_table(replace(DEAL, payer="甲")), "m1", DUE, NOW)
    assert once.agreement.terms[0].kind is TermKind.ONE_OFF_PAYMENT
    assert once.agreement.plan is None
    spread = with_deal(at_the_table(replace(DEAL, payer="甲", periods=24)), "m1", DUE, NOW)
    assert spread.agreement.terms[0].kind is TermKind.INSTALMENTS
    assert (spread.agreement.plan.periods, spread.agreement.plan.first_due_on) == (24, DUE)


def test_without_a_deal_nothing_is_written():
    case = at_the_table(None)
    assert with_deal(case, "m1", DUE, NOW) == case
    assert period_words(replace(DEAL, counts="日"), DUE).startswith("自本协议签署之日起10日内")


def test_what_a_deal_lacks_is_named_in_order():
    assert lacks(at_the_table(None)) == ["amount", "payee", "manner", "days", "consequence"]
    assert lacks(at_the_table()) == []


def test_who_must_not_know_the_authority_is_told_only_that_the_agent_has_to_ask():
    dear = replace(OFFER, amount=Money(2000001))
    case = at_the_table(replace(DEAL, amount=Money(2000001)), offers=(dear,))
    for tells_authority in (True, False):
        (lack,) = deal_lacks(case, table(case), TODAY, tells_authority=tells_authority)
        assert str(lack.sentence).startswith("超授权，请先请示并记下答复")
        assert ("20,000.00" in str(lack.sentence)) is tells_authority
    assert deal_lacks(at_the_table(), table(at_the_table()), TODAY, tells_authority=False) == ()


def test_beyond_the_authority_an_answer_is_asked_for():
    dear = replace(OFFER, amount=Money(2000001))
    case = at_the_table(replace(DEAL, amount=Money(2000001)), offers=(dear,))
    assert lacks(case) == ["amount"]
    answered = replace(case, offers=(replace(dear, answer="行长电话同意"),))
    assert lacks(answered) == []
    assert lacks(at_the_table(replace(DEAL, offer_id="gone", amount=Money(2000001)))) == ["amount"]


@pytest.mark.parametrize(
    ("facts", "is_mixed"),
    [
        ({"notes": (SessionNote("n", "甲", "诉求", "赔52000"),)}, True),
        ({"requests": ("赔偿损失",)}, True),
        ({"requests": ("退还费用",)}, False),
        ({"requests": ("赔偿损失",), "deal": replace(DEAL, payer="甲")}, False),
        ({"requests": ("赔偿损失",), "deal": None}, False),
    ],
)
def test_a_claim_for_damages_and_a_term_of_compensation_are_pointed_out(facts, is_mixed):
    case = at_the_table(**facts)
    assert (mixed_words(case, table(case)) is not None) is is_mixed


def test_mixed_words_want_a_reason_and_weak_hearing_wants_care():
    case = at_the_table(requests=("赔偿损失",), needs=("听力弱",))
    assert lacks(case) == ["wording_note", "safeguards"]


NOTES = (
    SessionNote("1", "甲", "诉求", "赔52000"),
    SessionNote("2", "乙", "理由", "双录完整！"),
    SessionNote("3", "", "", "双方同意  不公开"),
    SessionNote("4", "甲", "让步", "可以只要15000"),
    SessionNote("5", "乙", "方案", "5000"),
    SessionNote("6", "我", "", "不会写进来"),
    SessionNote("7", "甲", "无争议", "合同签于2025年3月1日。"),
    SessionNote("8", "乙", "无争议", "已还本金两期"),
    SessionNote("9", "乙", "", "  "),
)


def test_the_record_is_drafted_from_what_everybody_may_read():
    case = at_the_table(notes=NOTES, needs=("听力弱",))
    case = with_deal(case, "m1", DUE, NOW)
    told = replace(
        table(case), rights_told_to=("p1",), safeguards=("大字版",), doubt_note="站长已核"
    )
    told = replace(told, deal=replace(told.deal, wording_note="银行不承认过错"))
    assert drafted_record(case, told).splitlines() == [
        (
            "调解员告知当事人在调解活动中的权利和义务（人民调解法第二十三条、第二十四条），"
            "申请人王桂兰表示清楚。"
        ),
        "申请人王桂兰（诉求）：赔52000。",
        "被申请人云汀银行股份有限公司临江支行（理由）：双录完整！",
        "双方：双方同意 不公开。",
        "双方无争议的事实：1. 合同签于2025年3月1日；2. 已还本金两期。",
        "调解员注意到当事人听力弱，已采取：大字版。",
        "负责人意见：站长已核。",
        (
            "经调解，双方自愿达成协议：被申请人支付人民币18000.00元（大写：人民币壹万捌仟元整），"
            "详见调解协议书。"
        ),
        "关于协议用词：银行不承认过错。",
    ]


def test_the_record_of_an_open_session_has_no_result_yet():
    case = at_the_table(notes=NOTES[:1])
    assert drafted_record(case, table(case)) == "申请人王桂兰（诉求）：赔52000。"


def test_the_record_of_a_failure_says_so_and_no_offer():
    case = at_the_table(notes=NOTES, outcome=Outcome.FAILED, parties=())
    record = drafted_record(case, table(case))
    assert record.endswith("经调解，双方未达成协议，调解终止；调解员已告知其他解决途径。")
    assert record.startswith("申请人（诉求）")
    assert "18,000" not in record
    assert "15000" not in record


def test_undisputed_facts_are_each_named_once():
    twice = SessionNote("n", "甲", "无争议", "已还本金两期")
    assert undisputed_in((*NOTES, twice)) == ("合同签于2025年3月1日。", "已还本金两期")


def test_before_failing_the_parties_are_told_of_other_ways():
    ending = before_failing(at_the_table(), "分歧较大").termination
    assert (ending.reason_code, ending.notice) == ("分歧较大", OTHER_WAYS)
    assert ending is not None
    case = at_the_table(termination=replace(ending, notice="已当面告知"))
    again = before_failing(case, "其他").termination
    assert (again.reason_code, again.notice) == ("其他", "已当面告知")


def test_a_third_person_is_called_by_its_role():
    third = a_person(id="p3", role=PartyRole.THIRD, name="郑怀远")
    case = at_the_table()
    case = replace(case, parties=(*case.parties, third))
    told = replace(table(case), rights_told_to=("p3",), deal=None)
    assert "第三人郑怀远表示清楚。" in drafted_record(case, told)
