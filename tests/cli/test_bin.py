"""Deleting and bringing back from the command line."""

import pytest

from tests.cli.desk_hand import Hand

CASE = "第1号"


@pytest.fixture
def hand(tmp_path):
    hand = Hand(tmp_path / "station", environment={})
    assert hand("demo", "--cases", "3").status == 0
    return hand


def test_a_case_is_deleted_for_a_reason_listed_and_brought_back(hand):
    before = hand("show", CASE, "--json").json
    deleted = hand("delete", CASE, "--reason", "重复登记")
    assert "已放进回收站" in deleted.output
    listed = hand("bin")
    for words in (before["案件编号"], "重复登记", "30"):
        assert words in listed.output
    (entry,) = hand("bin", "list", "--json").json
    assert (entry["kind"], entry["reason"], entry["days_left"]) == ("案件", "重复登记", 30)
    assert hand("list", "--query", before["案件编号"], "--json").json == []
    assert "已恢复案件" in hand("bin", "restore", entry["id"][:12]).output
    assert hand("show", CASE, "--json").json == before
    assert "回收站是空的" in hand("bin").output


def test_the_answers_are_there_as_json(hand):
    number = hand("show", CASE, "--json").json["案件编号"]
    assert hand("delete", CASE, "--reason", "误建", "--json").json == {"deleted": number}
    restored = hand("bin", "restore", number, "--json").json
    assert restored["number"] == number
    hand("delete", CASE, "--reason", "误建")
    assert hand("bin", "empty", "--json").json == {"emptied": 1}
    assert hand("bin", "list", "--json").json == []


def test_the_bin_is_emptied_for_good(hand):
    hand("delete", CASE, "--reason", "误建")
    assert "1 项" in hand("bin", "empty").output
    assert hand("bin", "restore", CASE).status == 1
    assert hand("verify").status == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bin", "restore"), "请写明恢复哪一项"),
        (("bin", "restore", "nothing"), "没有“nothing”"),
        (("bin", "restore", "0"), "不止一项"),
        (("delete", CASE, "--reason", " "), "理由"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(hand, words, told):
    hand("delete", "第3号", "--reason", "误建")
    hand("delete", "第4号", "--reason", "误建")
    ran = hand(*words)
    assert ran.status == 1
    assert told in ran.errors
