"""A window that was not closed tells the next one what was typed last."""

from dataclasses import replace

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.recovery import Recovered


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "station"
    LocalStations().create_demo(folder, 3)
    return folder


@pytest.fixture
def opened(folder):
    """Return what opens the station again, as after a crash or a proper end."""
    desks = []

    def desk():
        desks.append(LocalStations().open(folder, None))
        return desks[-1]

    yield desk
    for each in desks:
        each.close()


def crash(desk):
    """Let go of the lock as the system does when a process dies."""
    desk.recovery._sessions._right.give_up()


def test_a_window_that_was_closed_leaves_nothing_behind(opened):
    first = opened()
    assert first.recovery.begin() is None
    first.recovery.end()
    assert opened().recovery.begin() is None


def test_a_program_that_ends_with_its_window_open_leaves_the_mark(opened, folder):
    """So does Qt where the window system dies: it ends the program as if that were wished."""
    desk = LocalStations().open(folder, None)
    desk.recovery.begin()
    desk.close()
    assert opened().recovery.begin() == Recovered()


def test_after_a_crash_the_fields_typed_last_are_told_with_before_and_after(opened):
    desk = opened()
    desk.recovery.begin()
    case = desk.case_files.find("第1号")
    half = desk.case_files.save(case, replace(case, facts="申请")).case
    desk.case_files.save(half, replace(half, facts="申请人称"))
    crash(desk)
    recovered = opened().recovery.begin()
    assert recovered.is_all_there
    (record,) = recovered.records
    assert record.case.id == case.id
    assert not record.is_draft
    (field,) = record.fields
    assert (field.path, field.before, field.after) == ("facts", case.facts, "申请人称")
    assert field.typed_at == recovered.saved_at


def test_a_draft_that_was_begun_and_the_committee_are_told_as_well(opened):
    desk = opened()
    desk.recovery.begin()
    committee = desk.setup.committee()
    draft = desk.registration.blank(committee)
    desk.registration.begin(draft)
    desk.setup.save(committee, replace(committee, phone="0532-11112222"))
    crash(desk)
    recovered = opened().recovery.begin()
    of_committee, of_draft = recovered.records
    assert of_committee.case is None
    assert [each.path for each in of_committee.fields] == ["phone"]
    assert of_draft.is_draft
    assert of_draft.is_new
    assert of_draft.case.id == draft.id


def test_what_somebody_changed_since_is_not_said_to_be_there(opened):
    desk = opened()
    desk.recovery.begin()
    case = desk.case_files.find("第1号")
    typed = desk.case_files.save(case, replace(case, facts="我的")).case
    crash(desk)
    desk.case_files._units = desk.registration._units
    with desk.case_files._units() as work:
        work.cases.save(typed, replace(typed, facts="别的"), "resolve")
        work.commit()
    recovered = opened().recovery.begin()
    assert not recovered.is_all_there


def test_what_was_typed_and_taken_back_or_deleted_needs_no_telling(opened):
    desk = opened()
    desk.recovery.begin()
    case = desk.case_files.find("第1号")
    typed = desk.case_files.save(case, replace(case, facts="我的")).case
    desk.case_files.save(typed, case)
    other = desk.case_files.find("第3号")
    desk.case_files.save(other, replace(other, facts="x"))
    desk.bin.delete(other.id, "误建")
    crash(desk)
    recovered = opened().recovery.begin()
    assert recovered.records == ()
    assert recovered.is_all_there


def test_a_crash_before_anything_was_typed_is_told_without_fields(opened):
    desk = opened()
    desk.recovery.begin()
    crash(desk)
    recovered = opened().recovery.begin()
    assert (recovered.records, recovered.saved_at) == ((), None)


def test_a_second_window_is_no_crash(opened):
    desk = opened()
    desk.recovery.begin()
    assert opened().recovery.begin() is None
    desk.recovery.end()
    assert opened().recovery.begin() is None


def test_what_an_earlier_crash_left_is_told_once(opened):
    desk = opened()
    desk.recovery.begin()
    case = desk.case_files.find("第1号")
    desk.case_files.save(case, replace(case, facts="我的"))
    crash(desk)
    second = opened()
    assert second.recovery.begin().records
    crash(second)
    assert opened().recovery.begin().records == ()
