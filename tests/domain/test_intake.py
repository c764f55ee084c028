"""What follows from the first facts of a dispute."""

import pytest

from mediation_app.domain.intake import dispute_of_business, drafted_facts, needs_of_age
from mediation_app.domain.money import Money
from tests.builders import a_branch, a_case, a_person

DISPUTES = ("信用卡纠纷", "理财产品纠纷", "纠纷")


@pytest.mark.parametrize(
    ("before", "after", "needs", "wanted"),
    [
        (None, 60, (), ("大字",)),
        (None, 59, (), ()),
        (59, 67, ("听力弱",), ("听力弱", "大字")),
        (67, 67, (), ()),
        (60, 61, (), ()),
        (None, 67, ("大字",), ("大字",)),
        (67, None, (), ()),
    ],
)
def test_an_age_of_sixty_asks_for_large_print_once(before, after, needs, wanted):
    assert needs_of_age(before, after, needs) == wanted


@pytest.mark.parametrize(
    ("business", "dispute"),
    [
        ("信用卡", "信用卡纠纷"),
        ("信用卡息费", "信用卡纠纷"),
        ("净值型理财产品", "理财产品纠纷"),
        ("理财", "理财产品纠纷"),
        ("国库", ""),
        ("", ""),
    ],
)
def test_a_business_brings_its_kind_of_dispute(business, dispute):
    assert dispute_of_business(business, DISPUTES) == dispute


def test_the_first_account_says_what_was_typed_and_no_more():
    case = a_case(
        parties=(a_person(name="陈国强"), a_branch(name="崂山支行")),
        category="银行卡",
        subcategory="信用卡",
        cause="息费争议",
        claim=Money(620_008),
        requests=("退还违约金", " ", "停止催收电话"),
    )
    assert drafted_facts(case) == (
        "申请人陈国强与被申请人崂山支行因信用卡业务（息费争议）发生争议，涉及金额人民币6,200.08元。"
        "申请人请求：退还违约金；停止催收电话。"
    )


def test_what_nobody_typed_is_left_out():
    bare = a_case(category="", subcategory="", cause="", claim=None, requests=("退费",))
    assert drafted_facts(bare) == (
        "申请人顾喆安与被申请人云汀银行股份有限公司临江支行发生争议。申请人请求：退费。"
    )
    assert drafted_facts(a_case(requests=(" ",))) == ""
