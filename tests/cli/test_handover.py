"""Handing over, and asking with a code, from the command line."""

import pytest

from mediation_app.bootstrap import LocalStations
from tests.cli.desk_hand import Hand

ON = ("--today", "2026-11-23")


@pytest.fixture
def hand(tmp_path):
    made = Hand(tmp_path / "station")
    assert made("demo", "--cases", "12").status == 0
    return made


def open_desk(hand):
    return LocalStations().open(hand.data_dir, None)


def test_a_colleague_stands_in_for_a_time(hand, tmp_path):
    words = ("--from", "沈砚秋", "--to", "陆则安", "--on", "2026-11-23", "--until", "2026-11-27")
    sheet = tmp_path / "sheet.pdf"
    ran = hand("handover", *words, "--json", "--out", sheet, *ON)
    assert ran.status == 0
    told = ran.json
    assert (told["from"], told["to"], told["until"]) == ("沈砚秋", "陆则安", "2026-11-27")
    assert told["done"] == "standing in"
    assert told["cases"]
    assert set(told["cases"][0]) == {"number", "parties", "stage", "is_owned", "items"}
    assert sheet.read_bytes().startswith(b"%PDF")
    desk = open_desk(hand)
    assert [each.deputy for each in desk.setup.committee().absences] == ["陆则安"]
    desk.close()
    assert "到期自动回来" in hand("handover", *words, *ON).output


def test_without_somebody_who_takes_over_it_only_lists(hand):
    ran = hand("handover", "--from", "沈砚秋", *ON)
    assert "下一件事" in ran.output
    assert "没有未办结" in hand("handover", "--from", "无此人", *ON).output
    desk = open_desk(hand)
    assert desk.setup.committee().absences == ()
    desk.close()


def test_what_is_handed_over_for_good_belongs_to_the_other(hand):
    before = len(hand("handover", "--from", "沈砚秋", "--json", *ON).json["cases"])
    words = ("--from", "沈砚秋", "--to", "陆则安", "--for-good", "--note", "调岗")
    assert "长期有效" in hand("handover", *words, *ON).output
    assert before > 0
    left = hand("handover", "--from", "沈砚秋", "--json", *ON).json["cases"]
    assert not any(each["is_owned"] for each in left)


def test_what_makes_no_sense_or_cannot_be_written_is_refused(hand, tmp_path):
    same = hand("handover", "--from", "沈砚秋", "--to", "沈砚秋", *ON)
    assert (same.status, "同一个人" in same.errors) == (1, True)
    nowhere = hand("handover", "--from", "沈砚秋", "--out", tmp_path / "no" / "x.pdf", *ON)
    assert (nowhere.status, "无法写入" in nowhere.errors) == (1, True)


def test_the_code_tells_how_a_case_stands_and_nothing_else(hand):
    desk = open_desk(hand)
    line = next(each for each in desk.lookup.lines() if each.number)
    case = desk.registration.give_code(line.id).case
    desk.close()
    told = hand("status", case.query_code.lower(), *ON)
    assert len(told.output.splitlines()) == 4
    assert not any(party.name in told.output for party in case.parties)
    assert set(hand("status", case.query_code, "--json").json) == {
        *("received", "step", "next", "next_what", "contact"),
    }
    assert "不是查询码" in hand("status", "123").errors
