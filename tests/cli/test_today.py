"""What is due, told on the command line."""

import pytest

from tests.cli.desk_hand import Hand

DAY = ("--today", "2026-11-23")


@pytest.fixture(scope="module")
def hand(tmp_path_factory):
    hand = Hand(tmp_path_factory.mktemp("today") / "station")
    assert hand("demo", "--cases", "30").status == 0
    return hand


def test_the_numbers_are_those_of_the_lists(hand):
    numbers = hand("today", *DAY, "--json").json
    assert list(numbers)[:3] == ["today", "week", "overdue"]
    assert numbers["overdue"]
    for board, number in numbers.items():
        assert len(hand("today", *DAY, "--board", board, "--json").json) == number


def test_a_line_tells_the_case_what_is_due_and_whose_it_is(hand):
    line = hand("today", *DAY, "--board", "overdue", "--json").json[0]
    assert set(line) == {
        *("number", "kind", "what", "due_on", "since_on", "waited_days", "owner", "certain"),
    }
    told = hand("today", *DAY, "--board", "overdue").output.splitlines()[0]
    assert told.startswith(line["due_on"])
    assert line["number"] in told


def test_people_read_the_names_of_the_boards(hand):
    told = hand("today", *DAY).output
    assert "逾期" in told
    assert hand("today", *DAY, "--board", "today", "--person", "无此人").output == ""


def test_the_register_is_written_as_pdf(hand, tmp_path):
    assert hand("today", *DAY, "--board", "overdue", "--out", tmp_path / "r.pdf").status == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    lost = hand("today", *DAY, "--out", tmp_path / "lost" / "r.pdf")
    assert lost.status == 1
    assert "无法写入" in lost.errors


def test_an_unknown_board_is_refused_with_those_there_are(hand):
    ran = hand("today", "--board", "lost")
    assert ran.status == 1
    assert "to_sign" in ran.errors
