"""What was deleted comes back as it was, for thirty days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.bins import KEPT_DAYS, BinnedKind
from mediation_app.domain.cases import Link
from mediation_app.domain.materials import Material
from mediation_app.domain.todos import Todo
from mediation_app.errors import ContentNotHereError, InvalidValueError
from mediation_app.services.materials import IncomingFile
from tests.services.conftest import TODAY

CONTENT = b"%PDF scan of a bank statement"


@pytest.fixture
def case(sample_desk):
    """A case with a file, a todo, an appointment and a link."""
    shown = sample_desk.case_files.find("第1号")
    kept = sample_desk.materials.keep(shown, IncomingFile("流水.pdf", CONTENT))
    wanted = replace(
        shown,
        materials=(Material("m1", "身份证明"), kept.material, Material("m3", "委托书")),
        todos=(Todo("t1", text="打电话给申请人"),),
        appointments=(Appointment("a1", on=date(2026, 12, 1)),),
        links=(Link("l1", sample_desk.case_files.find("第3号").id),),
    )
    return sample_desk.case_files.save(shown, wanted).case


@pytest.fixture
def later(tmp_path):
    """Return what opens the same station on a later day."""
    opened = []

    def desk_on(days):
        day = TODAY + timedelta(days=days)
        opened.append(LocalStations(day).open(tmp_path / "samples", None))
        return opened[-1]

    yield desk_on
    for each in opened:
        each.close()


def without_file(desk, case):
    others = tuple(each for each in case.materials if not each.has_file)
    return desk.case_files.save(case, replace(case, materials=others)).case


def test_a_deleted_case_is_in_the_bin_with_who_when_and_why(sample_desk, case):
    sample_desk.bin.delete(case.id, " 重复登记 ")
    (entry,) = sample_desk.bin.entries()
    assert (entry.kind, entry.case_id, entry.case_number) == (
        BinnedKind.CASE,
        case.id,
        case.number,
    )
    assert (entry.author, entry.reason) == (sample_desk.author, "重复登记")
    assert entry.days_left(sample_desk.clock.now()) == KEPT_DAYS
    assert case.parties[0].name in entry.name
    assert sample_desk.lookup.count(case.number) == 0


def test_a_restored_case_has_everything_that_hung_on_it(sample_desk, case):
    sample_desk.bin.delete(case.id, "误建")
    (entry,) = sample_desk.bin.entries()
    assert sample_desk.bin.restore(entry.id).case == case
    assert sample_desk.case_files.open(case.id) == case
    assert sample_desk.materials.content(case.materials[1]) == CONTENT
    assert sample_desk.bin.entries() == ()
    assert sample_desk.lookup.count(case.number) == 1


def test_a_case_is_deleted_once_and_for_a_reason(sample_desk, case):
    with pytest.raises(InvalidValueError, match="理由"):
        sample_desk.bin.delete(case.id, "  ")
    sample_desk.bin.delete(case.id, "误建")
    with pytest.raises(InvalidValueError, match="已经在回收站"):
        sample_desk.bin.delete(case.id, "误建")


def test_what_was_restored_is_not_restored_twice(sample_desk, case):
    sample_desk.bin.delete(case.id, "误建")
    (entry,) = sample_desk.bin.entries()
    sample_desk.bin.restore(entry.id)
    with pytest.raises(InvalidValueError, match="没有这一项"):
        sample_desk.bin.restore(entry.id)
    with pytest.raises(InvalidValueError, match="没有这一项"):
        sample_desk.bin.restore_case(case.id)


def test_a_case_that_was_deleted_again_is_listed_once(sample_desk, case):
    sample_desk.bin.delete(case.id, "误建")
    sample_desk.bin.restore_case(case.id)
    sample_desk.bin.delete(case.id, "重复")
    assert [each.reason for each in sample_desk.bin.entries()] == ["重复"]


def test_a_removed_file_goes_back_to_its_slot(sample_desk, case):
    now = without_file(sample_desk, case)
    (entry,) = sample_desk.bin.entries()
    assert (entry.kind, entry.name, entry.slot) == (BinnedKind.FILE, "流水.pdf", 1)
    assert entry.material == case.materials[1]
    assert sample_desk.bin.restore(entry.id).case == case
    assert now != case
    assert sample_desk.bin.entries() == ()


def test_a_line_that_waits_for_its_file_takes_it_back(sample_desk, case):
    line = case.materials[1]
    bare = Material(line.id, "银行流水")
    materials = (case.materials[0], bare, case.materials[2])
    sample_desk.case_files.save(case, replace(case, materials=materials))
    (entry,) = sample_desk.bin.entries()
    back = sample_desk.bin.restore(entry.id).case
    assert [each.id for each in back.materials] == [each.id for each in case.materials]
    assert back.materials[1] == replace(line, name="银行流水")


def test_a_file_whose_line_has_another_one_gets_a_line_of_its_own(sample_desk, case):
    other = sample_desk.materials.keep(case, IncomingFile("流水2.pdf", b"other")).material
    second = replace(case.materials[1], blob_id=other.blob_id, file_name="流水2.pdf")
    materials = (case.materials[0], second, case.materials[2])
    sample_desk.case_files.save(case, replace(case, materials=materials))
    (entry,) = sample_desk.bin.entries()
    back = sample_desk.bin.restore(entry.id).case
    assert [each.file_name for each in back.materials] == ["", "流水.pdf", "流水2.pdf", ""]
    assert len({each.id for each in back.materials}) == 4


def test_a_file_of_a_deleted_case_waits_for_its_case(sample_desk, case):
    without_file(sample_desk, case)
    (entry,) = sample_desk.bin.entries()
    sample_desk.bin.delete(case.id, "误建")
    assert [each.kind for each in sample_desk.bin.entries()] == [BinnedKind.CASE]
    with pytest.raises(InvalidValueError, match="没有这一项"):
        sample_desk.bin.restore(entry.id)
    sample_desk.bin.restore_case(case.id)
    sample_desk.bin.restore(entry.id)
    assert sample_desk.case_files.open(case.id) == case


def test_what_is_taken_back_by_undo_is_in_the_bin_no_more(sample_desk, case):
    now = without_file(sample_desk, case)
    sample_desk.case_files.save(now, case)
    assert sample_desk.bin.entries() == ()


def test_after_thirty_days_nothing_comes_back_and_files_make_room(sample_desk, case, later):
    sample_desk.bin.delete(case.id, "误建")
    assert sample_desk.bin.tidy() == 0
    assert len(later(KEPT_DAYS - 1).bin.entries()) == 1
    desk = later(KEPT_DAYS + 1)
    assert desk.bin.entries() == ()
    assert (desk.bin.tidy(), desk.bin.tidy()) == (1, 0)
    with pytest.raises(ContentNotHereError):
        desk.materials.content(case.materials[1])
    assert desk.verify().is_ok
    assert desk.case_files.history(case.id)[-1].note == "误建"


def test_contents_that_another_case_names_stay(sample_desk, case, later):
    other = sample_desk.case_files.find("第3号")
    sample_desk.case_files.save(other, replace(other, materials=(case.materials[1],)))
    sample_desk.bin.delete(case.id, "误建")
    desk = later(KEPT_DAYS + 1)
    desk.bin.tidy()
    assert desk.materials.content(case.materials[1]) == CONTENT


def test_a_removed_file_makes_room_only_after_thirty_days(sample_desk, case, later):
    without_file(sample_desk, case)
    assert later(KEPT_DAYS - 1).bin.tidy() == 0
    assert later(KEPT_DAYS + 1).bin.tidy() == 1


def test_emptying_the_bin_is_final_here_and_leaves_the_journal(sample_desk, case):
    sample_desk.bin.delete(case.id, "误建")
    other = sample_desk.case_files.find("第3号")
    sample_desk.bin.delete(other.id, "误建")
    assert sample_desk.bin.empty() == 2
    assert sample_desk.bin.entries() == ()
    with pytest.raises(InvalidValueError, match="没有这一项"):
        sample_desk.bin.restore_case(case.id)
    with pytest.raises(ContentNotHereError):
        sample_desk.materials.content(case.materials[1])
    assert sample_desk.verify().is_ok
    assert sample_desk.bin.empty() == 0
