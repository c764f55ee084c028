"""Steps of a case on the command line."""

import pytest

from tests.cli.desk_hand import Hand

DAY = ("--today", "2026-11-23")


@pytest.fixture(scope="module")
def hand(tmp_path_factory):
    hand = Hand(tmp_path_factory.mktemp("desk") / "station", {})
    assert hand("demo").status == 0
    return hand


def test_lawful_steps_are_listed_with_what_is_missing(hand):
    ran = hand("steps", "第17号")
    assert ran.status == 0
    assert "现在是“回访”" in ran.output
    assert "archive" in ran.output
    assert "签署完成（锁定协议）、已出具的人民调解协议书" in ran.output
    told = hand("steps", "第20号", "--json").json
    assert told["state"] == "调解"
    assert told["steps"][0] == {
        "step": "拟定协议", "key": "draft-agreement", "missing": [], "needs_reason": False,
    }  # fmt: skip
    assert told["irregular"] == []


def test_a_step_is_taken_with_its_reason_and_day_and_leads_on(hand):
    ran = hand("step", "第20号", "suspend", "--reason", "等待另案", "--on", "2026-11-20", *DAY)
    assert ran.output == (
        "（2026）云临金人调字第20号 已办理“中止”，现在是“中止”，下一步：恢复调解\n"
    )
    told = hand("step", "第20号", "恢复调解", "--json", *DAY).json
    assert (told["state"], told["next"]) == ("调解", "拟定协议")
    steps = hand("show", "第20号", "--json").json["办理步骤"]
    assert [each["步骤"] for each in steps] == ["中止", "恢复调解"]
    assert steps[0]["理由"] == "等待另案"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("第20号", "归档"), "只能在“回访、调解不成、撤回、不予受理、移送”阶段办理"),
        (("第20号", "withdraw"), "“撤回”要写明理由"),
        (("第17号", "archive"), "还缺签署完成（锁定协议）"),
        (("第20号", "飞升"), "没有“飞升”这一步，可选：登记（register）"),
        (("第20号", "draft-agreement", "--on", "2026-12-24"), "还没有到"),
        (("第20号", "draft-agreement", "--on", "2026-01-24"), "早于申请日期"),
        (("第999号", "archive"), "没有找到案件"),
    ],
)
def test_what_is_not_lawful_is_refused_with_what_is_missing(hand, words, said):
    ran = hand("step", *words, *DAY)
    assert (ran.status, ran.output) == (1, "")
    assert said in ran.errors


def test_an_archived_case_offers_to_be_supplemented_and_reopened_only(hand):
    hand("step", "第12号", "归档", *DAY)
    told = hand("steps", "第12号", "--json").json
    assert [each["key"] for each in told["steps"]] == ["supplement", "reopen"]
    reopened = hand("step", "第12号", "reopen", "--reason", "当事人提出异议", "--json", *DAY).json
    assert reopened["state"] == "调解"
