"""Importing tables on the command line: what they change is listed, with or without writing."""

import json

import pytest

from tests.cli.desk_hand import SAMPLES, Hand
from tests.own_tables import LIMIT, TABLE


@pytest.fixture
def hand(tmp_path):
    """Return a hand at a station with one running case, accepted on 2026-12-02."""
    hand = Hand(tmp_path / "station").sit_down()
    case = json.loads(SAMPLES.read_text("utf-8"))["案例"][0]
    for key in ("协议", "分期计划", "司法确认", "回访", "终止"):
        case.pop(key, None)
    case["调解结果"] = "调解中"
    case["期限"] = {"受理日期": "2026-12-02"}
    assert hand("import", "-", given=json.dumps(case, ensure_ascii=False).encode()).status == 0
    return hand


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "2027.json"
    path.write_text(json.dumps(TABLE, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"limits": [LIMIT]}, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_year_is_imported_and_what_changed_is_listed(hand, table):
    number = hand("list", "--json").json[0]["number"]
    told = hand("calendar", "import", table, "--json").json
    assert told.pop("doubts")
    assert told == {
        "year": 2027,
        "rest": 1,
        "worked": 1,
        "replaced": False,
        "changes": [
            {
                "case": number,
                "limit": "调解期限",
                "before": "2027-01-01",
                "after": "2027-01-03",
                "certain": True,
            }
        ],
        "dry_run": False,
    }
    assert hand("calendar", "list", "--json").json == [2022, 2023, 2024, 2025, 2026, 2027]
    assert hand("show", number, "--json").json["推算"]["期限"] == {
        "调解期限届满日_受理后30日": "2027-01-03"
    }


def test_a_year_is_told_to_people_and_a_dry_run_writes_nothing(hand, table):
    ran = hand("calendar", "import", table, "--dry-run")
    lines = ran.output.splitlines()
    assert lines[:2] == [
        "试导入，没有写入：导入2027年节假日表：休息 1 天，调休上班 1 天",
        "以下 1 个期限有变化：",
    ]
    assert lines[3].split()[-3:] == ["调解期限", "2027-01-01（待定）", "2027-01-03"]
    assert "请核对：2027-05-01 是劳动节，表中没有写成休息" in ran.errors
    assert "2027" not in hand("calendar", "list").output
    hand("calendar", "import", table)
    assert hand("calendar", "import", table).output.splitlines() == [
        "替换2027年节假日表：休息 1 天，调休上班 1 天",
        "没有期限因此变化",
    ]


def test_limits_are_imported_listed_and_replaced(hand, own, tmp_path):
    told = hand("limits", "import", own, "--dry-run", "--json").json
    assert (told["limits"], told["removed"], told["dry_run"]) == (["mediation"], [], True)
    assert [each["after"] for each in told["changes"]] == ["2026-12-22"]
    assert "本站" not in hand("limits", "list").output
    assert hand("limits", "import", own).output.startswith("导入本站时限 1 项：mediation\n")
    rows = [line for line in hand("limits", "list").output.splitlines() if "本站" in line]
    assert [row.split()[:3] for row in rows] == [["mediation", "调解期限", "20"]]
    listed = hand("limits", "list", "--json").json
    assert [each["length"] for each in listed if each["key"] == "mediation"] == [30, 20]
    other = tmp_path / "other.json"
    entry = LIMIT | {"key": "contact", "name": "联系", "valid_to": "2026-06-30"}
    other.write_text(json.dumps({"limits": [entry]}), encoding="utf-8")
    ran = hand("limits", "import", other)
    assert "本站原有的不再采用：mediation" in ran.output


def test_a_limit_that_comes_or_goes_is_told_with_nothing_on_the_other_side(hand, tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"limits": [LIMIT | {"key": "own"}]}), encoding="utf-8")
    assert "（无）" in hand("limits", "import", path).output


@pytest.mark.parametrize("command", ["calendar", "limits"])
@pytest.mark.parametrize(
    ("content", "words"), [(b"{", "JSON"), (b"\xff\xfe\x00", "UTF-8"), (None, "没有找到文件")]
)
def test_a_wrong_file_is_refused_and_nothing_is_kept(hand, tmp_path, command, content, words):
    path = tmp_path / "wrong.json"
    if content is not None:
        path.write_bytes(content)
    ran = hand(command, "import", path)
    assert (ran.status, ran.output) == (1, "")
    assert words in ran.errors
    assert not (hand.data_dir / "tables").exists()


def test_without_a_station_nothing_can_be_imported(tmp_path, table):
    ran = Hand(tmp_path / "none")("calendar", "import", table)
    assert (ran.status, "还没有数据库" in ran.errors) == (1, True)
