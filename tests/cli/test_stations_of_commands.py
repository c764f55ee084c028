"""Making, opening and checking databases by command."""

import pytest

from db.engine import open_engine
from db.keys import read_key_ring
from db.station import Station
from tests.cli.desk_hand import PASSWORD, SAMPLES, Hand
from tests.db.stations import surroundings


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
    hand.sit_down()
    wrong = Hand(hand.data_dir, {"MEDIATION_PASSWORD": "wrong"})
    assert wrong("list").errors == "密码不正确，数据库没有打开\n"


def test_the_password_may_be_in_another_variable(hand):
    hand.sit_down()
    other = Hand(hand.data_dir, {"DOOR": PASSWORD})
    assert other("list", "--password-env", "DOOR").status == 0
    missing = other("list", "--password-env", "GATE")
    assert (missing.status, "环境变量 GATE" in missing.errors) == (1, True)


def test_without_a_terminal_a_missing_password_is_refused(hand):
    hand.sit_down()
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


def test_a_changed_record_is_named_and_refused(hand):
    hand.sit_down()("import", SAMPLES)
    station = Station(hand.data_dir, surroundings())
    engine = open_engine(station._database, read_key_ring(station._keys).unlock(PASSWORD))
    with engine.connect() as connection:
        for guard in ("op_stays", "op_is_kept"):
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        connection.exec_driver_sql("DELETE FROM op WHERE no = 3")
        connection.commit()
    engine.dispose()
    told = hand("verify", "--json")
    assert (told.status, told.json["ok"], told.json["first_bad"]) == (1, False, "#3")
    assert hand("verify").errors == "数据库不完整，第一处问题：#3\n"
    assert hand("verify").output == ""


def test_without_a_folder_a_persons_own_station_is_meant(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    hand = Hand()
    assert str(tmp_path) in hand("list").errors
    made = hand("demo", "--json")
    assert made.json["data_dir"].startswith(str(tmp_path))
    # The samples are a station of their own, never this person's.
    assert hand("list").status == 1
    assert hand("init").status == 0
    assert hand("list", "--json").json == []


class _Impatient:
    """A person who presses Ctrl+C when asked."""

    def pop(self, _place):
        raise KeyboardInterrupt


def test_an_interrupt_at_the_password_is_quiet(hand):
    ran = Hand(hand.data_dir, {}, _Impatient())("init")
    assert (ran.status, ran.output, ran.errors) == (130, "", "")
