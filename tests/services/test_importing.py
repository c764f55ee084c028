"""Cases come in from a file."""

import json

import pytest

from mediation_app.services.materials import IncomingFile
from resources import files
from tests.builders import a_case

NUMBER = "（2026）云临金人调字第{}号"


@pytest.fixture
def samples():
    return json.loads(files.sample_cases())


def run(desk, content, **options):
    return desk.importing.import_text(json.dumps(content, ensure_ascii=False), **options)


def test_all_samples_come_in_once(desk, samples):
    first = run(desk, samples)
    assert (len(first.added), first.existing, first.refused) == (12, (), ())
    again = run(desk, samples)
    assert (again.added, len(again.existing), again.refused) == ((), 12, ())
    assert desk.lookup.count() == 12


def test_one_bad_case_does_not_stop_the_others(desk, samples):
    samples["案例"][2]["申请日期"] = "2026-13-01"
    report = run(desk, samples)
    assert len(report.added) == 11
    assert [each.case for each in report.refused] == [NUMBER.format(4)]
    assert "13" in str(report.refused[0].reason)


def test_a_dry_run_says_the_same_and_stores_nothing(desk, samples):
    report = run(desk, samples, is_dry_run=True)
    assert len(report.added) == 12
    assert desk.lookup.count() == 0
    assert desk.setup.committee().case_word == ""


def test_a_case_that_is_there_with_other_facts_is_refused(sample_desk, samples):
    case = samples["案例"][0]
    case["争议事项"] = "另一个争议"
    report = run(sample_desk, [case])
    assert [(each.case, each.field) for each in report.refused] == [(NUMBER.format(1), "争议事项")]
    assert sample_desk.case_files.find("第1号").issues != "另一个争议"


def test_the_committee_is_described_by_the_first_import_only(desk, samples):
    run(desk, samples)
    assert desk.setup.committee().case_word == "云临金人调字"
    samples["调解组织"]["名称"] = "另一个委员会"
    run(desk, samples)
    assert desk.setup.committee().name.startswith("滨澜市")


def test_a_file_without_numbers_like_ours_sets_no_case_word(desk, samples):
    samples["案例"] = samples["案例"][:1]
    samples["案例"][0]["案件编号"] = "甲-1"
    assert run(desk, samples).added == ("甲-1",)
    assert desk.setup.committee().case_word == ""


def test_a_file_without_a_committee_describes_none(desk, samples):
    del samples["调解组织"]
    report = run(desk, samples)
    assert len(report.added) == 12
    assert desk.setup.committee().name == ""


def test_contents_that_are_nowhere_are_not_waited_for(desk, samples):
    """Nobody could ever send them; the file can be attached again."""
    material = {
        "名称": "流水",
        "已收到": True,
        "文件名": "流水.pdf",
        "文件大小": 9,
        "文件摘要": "0" * 64,
    }
    case = samples["案例"][0] | {"材料": [material, {"名称": "合同", "已收到": False}]}
    run(desk, case)
    stored, listed = desk.case_files.find(case["案件编号"]).materials
    assert (stored.name, stored.file_name, stored.is_received) == ("流水", "流水.pdf", True)
    assert not stored.has_file
    assert (listed.name, listed.is_received) == ("合同", False)
    again = run(desk, case)
    assert (len(again.existing), again.refused) == (1, ())


def test_contents_that_are_here_are_found_again(desk, samples):
    kept = desk.materials.keep(a_case(), IncomingFile("流水.pdf", b"content")).material
    material = {"名称": "流水", "已收到": True, "文件摘要": kept.blob_id}
    case = samples["案例"][0] | {"材料": [material]}
    run(desk, case)
    (stored,) = desk.case_files.find(case["案件编号"]).materials
    assert desk.materials.content(stored) == b"content"
