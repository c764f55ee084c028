"""Making, opening and checking databases by command."""

import pytest

from tests.cli.desk_hand import PASSWORD, SAMPLES, Hand


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "station")


def test_a_new_database_tells_its_recovery_code_once(hand):
    made = hand("init", "--json")
    assert made.status == 0
    assert made.json["data_dir"] == str(hand.data_dir)
    assert len(made.json["recovery_code"]) > 20
    again = hand("init")
    assert again.status == 1
    assert "已有数据库" in again.errors


def test_making_a_database_tells_people_what_to_keep(hand):
    assert "恢复码（只显示这一次" in hand("init").output
    assert hand("verify").output.startswith("数据库完好")


@pytest.mark.parametrize("command", [("list",), ("verify",), ("show", "1"), ("import", SAMPLES)])
def test_without_a_database_the_way_to_make_one_is_told(hand, command):
    ran = hand(*command)
    folder = hand.data_dir
    assert (ran.status, ran.output) == (1, "")
    assert ran.errors == f"这里还没有数据库，请先运行 mediation-app init --data-dir {folder}\n"
    assert not folder.exists()


def test_a_wrong_password_is_told(hand):
    hand("init")
    wrong = Hand(hand.data_dir, {"MEDIATION_PASSWORD": "wrong"})
    assert wrong("list").errors == "密码不正确，数据库没有打开\n"


def test_the_password_may_be_in_another_variable(hand):
    hand("init")
    other = Hand(hand.data_dir, {"DOOR": PASSWORD})
    assert other("list", "--password-env", "DOOR").status == 0
    missing = other("list", "--password-env", "GATE")
    assert (missing.status, "环境变量 GATE" in missing.errors) == (1, True)


def test_without_a_terminal_a_missing_password_is_refused(hand):
    hand("init")
    assert "环境变量 MEDIATION_PASSWORD" in Hand(hand.data_dir, {})("list").errors


def test_at_a_terminal_the_password_is_asked(hand):
    assert Hand(hand.data_dir, {}, [PASSWORD, PASSWORD])("init").status == 0
    assert Hand(hand.data_dir, {}, [PASSWORD])("list").status == 0
    assert Hand(hand.data_dir, {}, [""])("list").errors == "没有输入密码\n"


def test_two_different_new_passwords_make_no_database(hand):
    ran = Hand(hand.data_dir, {}, [PASSWORD, "other"])("init")
    assert (ran.status, "不一致" in ran.errors) == (1, True)
    assert not hand.data_dir.exists()


def test_the_sample_database_needs_no_password(hand):
    keyless = Hand(hand.data_dir, {})
    assert keyless("demo", "--cases", "15", "--json").json == {
        "data_dir": str(hand.data_dir),
        "cases": 15,
    }
    assert len(keyless("list", "--json").json) == 15
    assert keyless("verify", "--json").json["ok"] is True
    again = keyless("demo")
    assert (again.status, "已有数据库" in again.errors) == (1, True)


def test_the_sample_database_has_twelve_cases_unless_told(hand):
    assert "案件 12 件，全部虚构" in hand("demo").output


@pytest.mark.parametrize("number", ["0", "-3", "99999999999"])
def test_an_impossible_number_of_cases_is_refused(hand, number):
    assert hand("demo", "--cases", number).status == 1
    assert not hand.data_dir.exists()
