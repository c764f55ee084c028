"""What is told of sessions, and what is refused."""

import pytest

from mediation_app.domain.money import Money
from mediation_app.exchange.schema import schema_text
from mediation_app.exchange.writing import write_case
from tests.exchange.reading_room import read, sample, told

SESSION = {
    "会次": 1,
    "到场": ["申请人1", "被申请人1"],
    "开始": "2026-11-25T01:30:00+00:00",
    "快记": [{"方": "甲", "标签": "诉求", "内容": "赔52000"}],
    "成交": {"方案序号": 1, "金额": "18000.00", "收款户名": "王桂兰"},
}
OFFER = {"会次": 1, "轮次": 3, "方": "乙", "金额": "18000.00"}


def a_file(session=SESSION, offer=OFFER, **more):
    return sample() | {"调解会": [session], "方案": [offer]} | more


def test_a_session_and_its_offers_are_read_and_written_again():
    result = read(a_file())
    assert told(result) == []
    (case,) = result.cases
    meeting, (offer,) = case.meetings[0], case.offers
    assert meeting.present == (case.parties[0].id, case.parties[1].id)
    assert (offer.meeting_id, offer.amount) == (meeting.id, Money(1800000))
    assert (meeting.deal.offer_id, meeting.notes[0].text) == (offer.id, "赔52000")
    written = write_case(case)
    assert written["调解会"] == [SESSION]
    assert written["方案"] == [OFFER]


def test_a_meeting_of_which_only_the_day_is_known_is_not_told_twice():
    (case,) = read(sample()).cases
    assert "调解会" not in write_case(case)
    assert "方案" not in write_case(case)


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"session": SESSION | {"会次": 99}}, "会次", "没有第99次"),
        ({"session": SESSION | {"到场": ["路人1"]}}, "到场", "没有“路人1”"),
        ({"session": {"会次": 1, "成交": {"方案序号": 7}}}, "方案序号", "没有第7个方案"),
        ({"session": {"笔录": "没有会次"}}, "会次", "缺少必填内容"),
        ({"offer": OFFER | {"会次": 99}}, "会次", "没有第99次"),
    ],
)
def test_what_refers_to_nothing_is_refused(change, place, words):
    ((field, sentence),) = told(read(a_file(**change)))
    assert place in field
    assert words in sentence


def test_signers_who_are_not_there_are_refused():
    file = sample() | {"终止": {"终止日期": "2026-11-25", "愿意签名": ["申请人1", "申请人9"]}}
    assert any("没有“申请人9”" in sentence for _, sentence in told(read(file)))


def test_the_schema_knows_no_private_note():
    assert "背靠背" not in schema_text()
    assert "caucus" not in schema_text()
