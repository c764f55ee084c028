"""Importing, listing and showing cases, and writing their documents."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.services.materials import IncomingFile
from tests.cli.desk_hand import SAMPLES, Hand

VALUES = json.loads(SAMPLES.read_text("utf-8"))
EXPECTED = json.loads(
    (Path(__file__).parents[1] / "data" / "cases.expected.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def hand(tmp_path_factory):
    """Return a hand at a desk with the sample cases, which no test changes."""
    hand = Hand(tmp_path_factory.mktemp("desk") / "station", {})
    assert hand("demo").status == 0
    return hand


@pytest.fixture
def empty(tmp_path):
    """Return a hand at an empty desk."""
    return Hand(tmp_path / "station").sit_down()


def _file(folder, values):
    file = folder / "cases.json"
    file.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    return file


def test_the_samples_are_added_once(empty):
    assert empty("import", SAMPLES, "--json").json == {
        "added": 12,
        "existing": 0,
        "refused": [],
        "warnings": [],
    }
    again = empty("import", SAMPLES)
    assert (again.status, again.output) == (0, "新增 0 件，已有 12 件，拒绝 0 件\n")


def test_a_dry_run_writes_nothing(empty):
    tried = empty("import", SAMPLES, "--dry-run")
    assert (tried.status, tried.output) == (
        0,
        "试导入，没有写入：新增 12 件，已有 0 件，拒绝 0 件\n",
    )
    assert empty("list", "--json").json == []


def test_standard_input_is_read(empty):
    assert empty("import", "-", given=SAMPLES.read_bytes()).status == 0
    assert len(empty("list", "--json").json) == 12


def test_good_cases_are_added_beside_refused_ones(empty, tmp_path):
    values = deepcopy(VALUES)
    values["案例"][1]["申请日期"] = "2026-13-01"
    values["案例"][0]["申请人"][0]["性别"] = "女"
    ran = empty("import", _file(tmp_path, values), "--json")
    assert ran.status == 1
    assert ran.json["added"] == 11
    assert ran.json["refused"] == [
        {
            "case": "（2026）云临金人调字第3号",
            "field": "申请日期",
            "reason": "2026-13-01 不是有效日期：没有13月",
        }
    ]
    warning, refusal = ran.errors.splitlines()
    assert warning.startswith("请核对：（2026）云临金人调字第1号，申请人第1人·性别：性别写“女”")
    assert refusal == "（2026）云临金人调字第3号，申请日期：2026-13-01 不是有效日期：没有13月"


def test_a_case_with_other_facts_is_refused_and_stays_as_it_was(hand, tmp_path):
    case = deepcopy(VALUES["案例"][0])
    case["争议事项"] = "另一回事"
    ran = hand("import", _file(tmp_path, [case]), "--json")
    assert (ran.status, ran.json["added"], ran.json["existing"]) == (1, 0, 0)
    (refused,) = ran.json["refused"]
    assert refused["field"] == "争议事项"
    assert "已存在，但内容不同" in refused["reason"]
    assert hand("show", case["案件编号"], "--json").json["争议事项"] != "另一回事"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "文件是空的"),
        ("甲乙".encode("gbk"), "GBK"),
        (SAMPLES.read_bytes()[:3000], "文件不完整"),
        (b"PK\x03\x04\xff", "Excel"),
    ],
)
def test_what_is_no_exchange_file_is_refused_in_one_sentence(hand, data, words):
    ran = hand("import", "-", "--json", given=data)
    assert (ran.status, ran.json["added"]) == (1, 0)
    (line,) = ran.errors.splitlines()
    assert words in line


def test_a_file_that_cannot_be_read_is_named(hand, tmp_path):
    for name, words in (
        (tmp_path / "lost.json", "没有找到文件"),
        (tmp_path, "是文件夹"),
        ("\0", "无法读取"),
    ):
        ran = hand("import", name)
        assert ran.status == 1
        assert words in ran.errors


def test_a_file_refused_as_a_whole_leaves_an_empty_desk_empty(empty, tmp_path):
    values = deepcopy(VALUES)
    values["案例"] = values["案例"][:1]
    values["案例"][0]["申请日期"] = "x"
    before = empty("verify", "--json").json
    assert empty("import", _file(tmp_path, values)).status == 1
    assert empty("verify", "--json").json == before


def test_the_list_says_what_the_contract_says(hand):
    lines = {line["number"]: line for line in hand("list", "--json").json}
    assert lines["（2026）云临金人调字第4号"] == {
        "number": "（2026）云临金人调字第4号",
        "state": "回访",
        "parties": [
            "尹𠮷兰",
            "云汀银行股份有限公司临江支行",
            "青麓人寿保险股份有限公司滨澜分公司",
        ],
        "kind": "保险代理销售纠纷",
        "amount": "50000.00",
    }
    assert len(lines) == 12


def test_the_list_can_be_searched(hand):
    assert [line["number"][-4:] for line in hand("list", "--query", "许𬘭", "--json").json] == [
        "字第3号"
    ]
    assert hand("list", "--query", "无此人").output == "没有符合的案件\n"


def test_the_list_is_a_table_for_people(hand):
    header, *rows = hand("list").output.splitlines()
    assert header.split() == ["案件编号", "阶段", "申请人", "被申请人", "纠纷类型", "金额"]
    assert len(rows) == 12


def test_a_case_without_a_number_is_named_by_its_id(hand):
    lines = hand("list", "--ids", "--json").json
    header, *rows = hand("list", "--ids").output.splitlines()
    assert header.split()[-1] == "ID"
    assert [row.split()[-1] for row in rows] == [line["id"] for line in lines]
    assert len({line["id"] for line in lines}) == 12


@pytest.mark.parametrize("case", VALUES["案例"], ids=lambda case: f"sample{case['序号']}")
def test_a_case_is_shown_as_it_was_imported_with_what_is_computed(hand, case):
    shown = hand("show", case["案件编号"], "--json").json
    computed = shown.pop("推算")
    assert shown == case
    assert list(shown) == list(case)
    (expected,) = [each for each in EXPECTED if each["案件编号"] == case["案件编号"]]
    assert {"案件编号": case["案件编号"]} | computed == expected


def test_what_is_shown_can_be_imported_again(hand):
    shown = hand("show", "第8号", "--json").output
    ran = hand("import", "-", "--json", given=shown.encode())
    assert (ran.status, ran.json["existing"]) == (0, 1)


def test_a_case_is_an_outline_for_people(hand):
    lines = hand("show", "第20号").output.splitlines()
    assert "案件编号：（2026）云临金人调字第20号" in lines
    assert "协议：（无）" in lines
    assert "  是否申请：否" in lines
    assert "    中文译名：埃里克·桑德斯特伦" in lines


def test_a_part_of_a_number_must_fit_one_case(hand):
    assert "没有找到案件" in hand("show", "第99号").errors
    ran = hand("show", "号")
    assert (ran.status, "对应多个案件" in ran.errors) == (1, True)


def test_documents_are_named_after_their_kind(hand, tmp_path):
    out = tmp_path / "new" / "folder"
    ran = hand("forms", "第1号", "--out", out, "--json")
    summary = "plain_summary.pdf"
    names = ["application.pdf", "agreement.pdf", summary, "confirmation.pdf"]
    assert ran.json == {
        "case": "（2026）云临金人调字第1号",
        "files": [str(out / name) for name in names],
    }
    assert sorted(file.name for file in out.iterdir()) == sorted(names)
    assert all(file.read_bytes().startswith(b"%PDF") for file in out.iterdir())


def test_only_the_wanted_documents_are_written_and_the_same_each_time(hand, tmp_path):
    for folder in ("first", "second"):
        words = ("forms", "第11号", "--out", tmp_path / folder, "--only", "oral_agreement")
        assert hand(*words).output == f"{tmp_path / folder / 'oral_agreement.pdf'}\n"
    first, second = (
        (tmp_path / folder / "oral_agreement.pdf").read_bytes() for folder in ("first", "second")
    )
    assert first == second


def test_a_document_that_lacks_facts_is_refused_and_the_others_are_written(hand, tmp_path):
    ran = hand("forms", "第12号", "--out", tmp_path, "--only", "agreement,application")
    assert (ran.status, ran.output) == (1, f"{tmp_path / 'application.pdf'}\n")
    (line,) = ran.errors.splitlines()
    assert "《人民调解协议书》还不能出具" in line


def test_a_volume_is_bound_only_when_asked_for(hand, tmp_path):
    hand("forms", "第1号", "--out", tmp_path, "--only", "application,agreement")
    ran = hand("forms", "第1号", "--out", tmp_path, "--only", "volume", "--json")
    assert (ran.status, ran.json["files"]) == (0, [str(tmp_path / "volume.pdf")])
    whole = (tmp_path / "volume.pdf").read_bytes()
    name = hand("show", "第1号", "--json").json["申请人"][0]["姓名"]
    words = ("forms", "第1号", "--out", tmp_path, "--only", "volume", "--copy-for")
    assert hand(*words, name).status == 0
    assert (tmp_path / "volume.pdf").read_bytes() != whole
    ran = hand(*words, "无此人")
    assert (ran.status, "本案没有叫“无此人”的当事人" in ran.errors) == (1, True)


def test_what_a_volume_cannot_hold_is_told(hand, tmp_path):
    desk = LocalStations().open(hand.data_dir, None)
    case = desk.case_files.find("第3号")
    taped = desk.materials.keep(case, IncomingFile("录音.mp3", b"ID3")).material
    desk.case_files.save(case, replace(case, materials=(taped,)))
    desk.close()
    ran = hand("forms", "第3号", "--out", tmp_path, "--only", "volume")
    assert (ran.status, "“录音”没有装进卷宗" in ran.errors) == (0, True)


def test_a_kind_that_the_case_has_nothing_for_is_refused_with_what_it_lacks(hand, tmp_path):
    ran = hand("forms", "第1号", "--out", tmp_path, "--only", "meeting_notice")
    assert (ran.status, "《调解通知书》还不能出具" in ran.errors) == (1, True)


def test_an_unknown_kind_of_document_is_refused(hand, tmp_path):
    ran = hand("forms", "第1号", "--out", tmp_path, "--only", "letter")
    assert (ran.status, "没有“letter”这种文书" in ran.errors) == (1, True)


def test_a_folder_that_cannot_be_written_is_named(hand, tmp_path):
    (tmp_path / "file").write_text("x")
    ran = hand("forms", "第1号", "--out", tmp_path / "file" / "out")
    assert (ran.status, "无法写入" in ran.errors) == (1, True)
    (tmp_path / "out" / "application.pdf").mkdir(parents=True)
    ran = hand("forms", "第1号", "--out", tmp_path / "out")
    assert (ran.status, "application.pdf 无法写入" in ran.errors) == (1, True)


def test_the_kinds_of_documents_are_listed():
    kinds = Hand()("forms", "--list", "--json").json
    assert {"kind": "agreement", "title": "人民调解协议书"} in kinds
    assert "oral_agreement    人民调解口头协议登记表" in Hand()("forms", "--list").output
