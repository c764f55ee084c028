"""FEATURES L6: only white-listed fields reach the second screen."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.cases import Meeting
from mediation_app.domain.customer_view import (
    BLANK,
    RIGHTS,
    CustomerView,
    Tick,
    Topic,
    customer_view,
)
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority, Offer, SessionNote
from tests.builders import a_branch, a_case, a_person, an_agreement

MEETING = Meeting("m1", date(2026, 11, 25), rights_told_to=("p1",))
SECRETS = a_case(
    number="（2026）云临金人调字第12345号",
    issues="理财亏损由谁承担",
    authority=Authority(Money(2000099), Money(777700), 24, "章行长", note="内部"),
    meetings=(replace(MEETING, notes=(SessionNote("n", "甲", "", "记录内容"),), record="笔录"),),
    offers=(Offer("o1", "m1", 1, "甲", Money(1234500)),),
    needs=("听力弱",),
)


def everything(view):
    return "\n".join(
        (view.number_tail, view.heading, *view.lines, *view.pages, *(t.label for t in view.ticks))
    )


def test_the_second_screen_knows_these_facts_and_no_others():
    names = [each.name for each in fields(CustomerView)]
    assert names == ["number_tail", "heading", "lines", "pages", "ticks"]


def test_no_topic_tells_a_name_an_authority_a_note_or_another_offer():
    shown = "\n".join(everything(customer_view(SECRETS, topic, MEETING)) for topic in Topic)
    secrets = (
        *("20,000.99", "7,777", "24", "章行长", "内部", "记录内容", "笔录", "12,345", "听力弱"),
        *("顾喆安", "云汀银行", "154", "3300", "金人调字"),
    )
    assert [each for each in secrets if each in shown] == []


def test_of_the_number_only_the_last_four_digits_are_shown():
    assert customer_view(SECRETS, Topic.ISSUE).number_tail == "2345"
    assert customer_view(a_case(), Topic.ISSUE).number_tail == "0001"
    assert customer_view(a_case(number=""), Topic.ISSUE).number_tail == ""


def test_the_issue_is_what_is_in_dispute_else_its_kind():
    assert customer_view(SECRETS, Topic.ISSUE).lines == ("理财亏损由谁承担",)
    plain = a_case(issues=" ", dispute="信用卡纠纷")
    assert customer_view(plain, Topic.ISSUE).lines == ("信用卡纠纷",)


def test_the_rights_can_be_ticked_by_each_side():
    view = customer_view(a_case(parties=(a_person(), a_branch())), Topic.RIGHTS, MEETING)
    assert view.lines == RIGHTS
    assert view.ticks == (
        Tick("p1", "申请人：我已听清楚", is_ticked=True),
        Tick("p2", "被申请人：我已听清楚"),
    )
    two = a_case(parties=(a_person(), a_person(id="p3"), a_branch()))
    labels = [each.label for each in customer_view(two, Topic.RIGHTS).ticks]
    assert labels == ["申请人1：我已听清楚", "申请人2：我已听清楚", "被申请人：我已听清楚"]


def test_an_offer_stands_in_digits_and_in_capitals():
    offer = Offer("o", "m1", 3, "乙", Money(1800000))
    view = customer_view(SECRETS, Topic.OFFER, MEETING, offer)
    assert view.lines == ("被申请人提出", "18,000.00 元", "壹万捌仟元整")
    spread = Offer("o", "m1", 1, "", periods=24, waives=Money(546075))
    assert customer_view(SECRETS, Topic.OFFER, MEETING, spread).lines == (
        "减免 5,460.75 元",
        "分 24 期",
    )
    assert customer_view(SECRETS, Topic.OFFER, MEETING).lines == ()


def test_the_agreement_comes_page_by_page():
    agreed = a_case(agreement=an_agreement())
    assert customer_view(agreed, Topic.AGREEMENT).pages == (
        "1. 被申请人于2026年3月31日前退还人民币100.00元。",
    )
    assert customer_view(a_case(agreement=None), Topic.AGREEMENT).pages == ()


@given(st.sampled_from(Topic), st.text(max_size=20))
def test_what_is_shown_is_never_blank_by_chance(topic, note):
    case = replace(SECRETS, meetings=(replace(MEETING, record=note),))
    assert not customer_view(case, topic).is_blank
    assert BLANK.is_blank
    assert everything(BLANK).strip() == ""
