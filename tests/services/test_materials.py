"""Files come into the station's database and out again."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from mediation_app.domain.material_lists import read_material_rules
from mediation_app.domain.materials import MOST_BYTES, Material
from mediation_app.errors import ContentNotHereError, InvalidValueError, MediationError
from mediation_app.services.materials import UNKNOWN_TYPE, IncomingFile, Materials
from resources import files
from tests.builders import a_case

UNREADABLE = Path("/proc/self/mem")
"""Not even the administrator of a machine can read its beginning."""


@pytest.fixture
def materials(desk):
    return desk.materials


def test_a_file_becomes_a_ticked_material_named_after_it(materials, tmp_path):
    path = tmp_path / "银行流水.pdf"
    path.write_bytes(b"%PDF-1.7 invented")
    kept = materials.keep(a_case(), materials.read(path))
    material = kept.material
    assert (material.name, material.is_received) == ("银行流水", True)
    assert (material.file_name, material.media_type) == ("银行流水.pdf", "application/pdf")
    assert (material.size_bytes, material.added_on) == (17, date(2026, 11, 23))
    assert kept.same_as == ""
    assert materials.content(material) == b"%PDF-1.7 invented"


def test_contents_stay_after_the_desk_was_closed(stations, tmp_path):
    folder = tmp_path / "station"
    stations.create_demo(folder, 0)
    content = bytes(range(256)) * 4096  # four chunks of the protocol
    first = stations.open(folder, None)
    kept = first.materials.keep(a_case(), IncomingFile("录音.m4a", content))
    first.close()
    again = stations.open(folder, None)
    try:
        assert again.materials.content(kept.material) == content
    finally:
        again.close()


def test_contents_lie_encrypted_on_the_disk(stations, tmp_path):
    folder = tmp_path / "station"
    stations.create_demo(folder, 0)
    desk = stations.open(folder, None)
    planted = b"planted marker that nobody else writes" * 100
    desk.materials.keep(a_case(), IncomingFile("x.txt", planted))
    desk.close()
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"planted marker" not in file.read_bytes()


def test_equal_contents_are_known_again_and_told_not_refused(materials):
    first = materials.keep(a_case(), IncomingFile("合同.pdf", b"same"))
    case = a_case(materials=(first.material,))
    twin = materials.keep(case, IncomingFile("合同 (2).pdf", b"same"))
    assert twin.same_as == "合同"
    assert twin.material.blob_id == first.material.blob_id
    assert twin.material.id != first.material.id
    assert materials.keep(case, IncomingFile("合同.pdf", b"other")).same_as == ""


def test_a_type_that_nobody_knows_is_called_unknown(materials):
    kept = materials.keep(a_case(), IncomingFile("没有扩展名", b"x"))
    assert kept.material.media_type == UNKNOWN_TYPE


def test_a_folder_is_no_file(materials, tmp_path):
    with pytest.raises(InvalidValueError, match="是文件夹"):
        materials.read(tmp_path)


def test_what_is_not_there_is_said_to_be_missing(materials, tmp_path):
    with pytest.raises(InvalidValueError, match=r"没有找到文件“没有\.pdf”"):
        materials.read(tmp_path / "没有.pdf")


def test_what_is_no_plain_file_is_not_read(materials, tmp_path):
    with pytest.raises(InvalidValueError):
        materials.read(tmp_path / ("长" * 300))


def test_what_nobody_may_read_is_told(materials, tmp_path):
    path = tmp_path / "loop.pdf"
    path.symlink_to(path)
    with pytest.raises(InvalidValueError, match=r"loop\.pdf"):
        materials.read(path)


@pytest.mark.skipif(not UNREADABLE.exists(), reason="no file here is unreadable for everybody")
def test_a_file_that_cannot_be_read_is_told(materials):
    with pytest.raises(InvalidValueError, match="“mem”无法读取"):
        materials.read(UNREADABLE)


def test_an_empty_file_is_not_taken(materials, tmp_path):
    (tmp_path / "空.txt").touch()
    with pytest.raises(InvalidValueError, match=r"“空\.txt”是空文件"):
        materials.read(tmp_path / "空.txt")
    with pytest.raises(InvalidValueError, match="是空文件"):
        materials.keep(a_case(), IncomingFile("空.txt", b""))


def test_a_file_that_is_too_large_is_refused_with_the_limit(materials, tmp_path):
    path = tmp_path / "录像.mp4"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(InvalidValueError, match=r"“录像\.mp4”超过单个文件 200 MB 的上限"):
        materials.read(path)


def test_a_material_without_a_file_has_no_contents(materials):
    with pytest.raises(InvalidValueError, match="“合同”没有附上文件"):
        materials.content(Material("m1", "合同", is_received=True))


def test_contents_that_are_elsewhere_are_said_to_be_on_their_way(materials):
    elsewhere = Material("m1", "合同", blob_id=sha256(b"nowhere").hexdigest())
    with pytest.raises(ContentNotHereError, match="尚未从中心库取回"):
        materials.content(elsewhere)


def test_a_file_is_saved_as_it_came(materials, tmp_path):
    kept = materials.keep(a_case(), IncomingFile("合同.pdf", b"content"))
    target = tmp_path / "另存.pdf"
    target.write_bytes(b"older and longer than the new one")
    materials.save_as(kept.material, target)
    assert target.read_bytes() == b"content"
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_a_place_that_cannot_be_written_is_told(materials, tmp_path):
    kept = materials.keep(a_case(), IncomingFile("合同.pdf", b"content"))
    with pytest.raises(MediationError, match="不能写入"):
        materials.save_as(kept.material, tmp_path / "no such folder" / "合同.pdf")
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    with pytest.raises(MediationError, match="不能写入"):
        materials.save_as(kept.material, folder)
    assert list(tmp_path.glob("*.part")) == []


def test_a_case_is_offered_what_it_usually_needs(materials):
    offered = materials.suggested(a_case())
    assert "身份证明复印件（顾喆安）" in [each.name for each in offered]
    taken = tuple(Material(str(no), each.name) for no, each in enumerate(offered))
    assert materials.suggested(a_case(materials=taken)) == ()


def test_materials_are_saved_with_their_case(sample_desk):
    files = sample_desk.case_files
    case = files.find("第17号")
    kept = sample_desk.materials.keep(case, IncomingFile("流水.pdf", b"x"))
    files.save(case, replace(case, materials=(kept.material,)))
    assert files.find("第17号").materials == (kept.material,)


def test_the_usual_list_says_who_brings_what_by_when(desk):
    case = desk.registration.begin(
        a_case(id=desk.ids.new(), dispute="信用卡纠纷", filed_on=date(2026, 11, 23))
    ).case
    listed = {each.name: each for each in desk.materials.listed(case)}
    bill = listed["账单"]
    assert (bill.need, bill.owed_by, bill.due_on) == ("必须", "被申请人", date(2026, 11, 25))
    assert listed["身份证明复印件（顾喆安）"].owed_by == "申请人"
    assert not bill.is_received


def test_a_file_of_the_wrong_case_is_moved_and_both_journals_tell_it(desk):
    ids = [desk.ids.new(), desk.ids.new()]
    line = Material("m1", "合约", is_received=True)
    for no, case_id in enumerate(ids):
        number = f"（2026）人调字第{no + 1}号"
        desk.registration.begin(a_case(id=case_id, number=number, materials=(line,)[no:]))
    desk.materials.move("m1", ids[0], ids[1])
    assert desk.case_files.open(ids[0]).materials == ()
    assert desk.case_files.open(ids[1]).materials == (line,)
    for case_id in ids:
        assert "move_material" in {each.action for each in desk.case_files.history(case_id)}
    with pytest.raises(InvalidValueError, match="不在清单中"):
        desk.materials.move("m1", ids[0], ids[1])
    with pytest.raises(InvalidValueError, match="另一件"):
        desk.materials.move("m1", ids[1], ids[1])


def test_without_tables_of_rest_days_only_weekends_are_left_out(desk):
    rules = read_material_rules(files.usual_materials())
    units = desk.materials._units
    service = Materials(units, rules, desk.clock, desk.ids)
    assert {each.due_on for each in service.listed(a_case())} == {date(2026, 11, 25)}
