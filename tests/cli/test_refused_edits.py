"""The command about edits that the centre refused, at two desks of two stations."""

from contextlib import closing

import pytest

from mediation_app.bootstrap import LocalStations
from tests.cli.desk_hand import PASSWORD, Hand
from tests.cli.test_syncing_commands import ENVIRONMENT, edited, words

NOT_CONNECTED = "本机还没有连接中心库，请先运行 mediation-app connect"


def a_hand(tmp_path, centre, person):
    hand = Hand(
        tmp_path / person.login, ENVIRONMENT | {"MEDIATION_CENTRAL_PASSWORD": person.password}
    )
    assert hand.sit_down()(*words(centre, person)).status == 0
    return hand


def facts_of(hand, case_id):
    with closing(LocalStations().open(hand.data_dir, PASSWORD)) as desk:
        return desk.case_files.open(case_id).facts


@pytest.fixture
def moved(tmp_path, centre):
    """Return two desks, and a case that went to the second while the first was typing."""
    station = centre.org("临江区调解站", case_word="云临金人调字")
    other = centre.org("西坝调解站", case_word="云西金人调字")
    here = a_hand(tmp_path, centre, centre.person("陆知远", station))
    there = a_hand(tmp_path, centre, centre.person("何青", other))
    case_id = edited(here, None, facts="甲")
    assert here("sync", "--once").status == 0
    edited(here, case_id, facts="来晚了")
    with centre.database.connect() as connection:
        connection.execute("SELECT sync.move_record(%s, %s)", (case_id, other))
    assert here("sync", "--once").status == 0
    assert there("sync", "--once").status == 0
    return here, there, case_id


def test_whoever_has_the_case_lists_takes_and_is_asked_no_more(moved):
    _, there, case_id = moved
    told = there("refused").output
    assert "同事来晚的修改" in told
    assert "facts：甲 → 来晚了" in told
    assert "陆知远" in told
    (late,) = there("refused", "list", "--json").json["of_others"]
    assert (late["can_be_taken"], late["changes"][0]["after"]) == (True, "来晚了")
    taken = there("refused", "take", late["id"][-12:])
    assert (taken.status, taken.output) == (
        0,
        "已作为您的修改保存，原来的内容在流水中可以恢复\n",
    )
    assert facts_of(there, case_id) == "来晚了"
    assert there("refused").output == "没有未被接受的修改\n"


def test_its_author_lists_it_and_lets_it_go(moved):
    here, _, _ = moved
    told = here("refused").output
    assert "已不在本机的案件  本机的修改" in told
    assert "只能不再列出（drop）" in told
    (own,) = here("refused", "--json").json["own"]
    assert "案件已不在这里" in here("refused", "take", own["id"]).errors
    assert here("refused", "drop", own["id"], "--json").json == {"dropped": own["id"]}
    assert here("refused", "list", "--json").json["own"] == []


def test_without_a_connection_own_ones_are_listed_and_let_go_and_the_rest_is_said(moved):
    here, _, _ = moved
    assert here("refused", "drop", "zz").errors == "没有未被接受的修改“zz”\n"
    with closing(LocalStations().open(here.data_dir, PASSWORD)) as desk:
        desk.sync.disconnect()
    told = here("refused", "--json")
    assert (told.status, told.json["of_others"]) == (1, None)
    (own,) = told.json["own"]
    listed = here("refused")
    assert (listed.status, own["id"] in listed.output) == (1, True)
    assert listed.errors == f"同事来晚的修改没有列出：{NOT_CONNECTED}\n"
    assert here("refused", "drop", own["id"]).status == 0


def test_a_desk_that_is_not_connected_says_so_and_ends_with_1(tmp_path):
    hand = Hand(tmp_path / "站", dict(ENVIRONMENT)).sit_down()
    told = hand("refused")
    assert (told.status, told.output) == (1, "")
    assert NOT_CONNECTED in told.errors
    assert hand("refused", "--json").json == {"own": [], "of_others": None}
    assert hand("refused", "take", "zz").errors == f"{NOT_CONNECTED}\n"
    assert "请写明哪一项" in hand("refused", "drop", "").errors


def test_samples_are_never_asked_about_at_a_centre(tmp_path):
    hand = Hand(tmp_path / "样例", dict(ENVIRONMENT))
    assert hand("demo", "--cases", "1").status == 0
    told = hand("refused")
    assert (told.status, "示例数据不能连接中心库" in told.errors) == (1, True)
