"""At twice the size a window of 1366 × 768 still shows everything, and what comes next."""

from dataclasses import replace

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind
from tests.builders import a_branch, a_person
from tests.ui.fitting import misfits
from tests.ui.session.at_the_table import the_committee, wang_guilan
from ui.case.sections.course_card import CourseCard
from ui.case.steps import NextStep, StepKind

PERSON = "阿卜杜热合曼·买买提明"
BANK = "云汀银行股份有限公司滨澜市临江区分行信用卡中心催收管理部"
ROOM = "第二调解室（无障碍，一楼东侧）"
FAR_DOWN = ("receivable/interest", "authority/note", "visit/performance", "claim")
REASON = "当事人撤回申请，双方已经自行和解，不需要再办；电话里说好的"
PAGES = ("today", "cases", "schedule", "intake", "bin", "settings", "handover")


def long_case(today):
    """Return a case in which every name is long, with a session today."""
    return replace(
        wang_guilan(),
        filed_on=today,
        accepted_on=today,
        dispute="理财产品代销适当性与个人信息保护纠纷",
        parties=(a_person(id="p1", name=PERSON), a_branch(id="p2", name=BANK)),
        appointments=(Appointment("a1", today, 570, room=ROOM, mediators=(PERSON, "刘洋")),),
    )


@pytest.fixture
def large(window, desk, preferences):
    """A window at 200 %, with a case of long names."""
    desk.setup.save(desk.setup.committee(), replace(the_committee(), rooms=("调解室1", ROOM)))
    desk.registration.begin(long_case(desk.clock.today()))
    preferences.change(zoom_percent=200)
    return window


@pytest.fixture
def look_at(large, qtbot):
    """Return a function that tells what does not fit on the page in front."""

    def looked(name):
        place = large._place
        place.tasks.finish()
        place.paper_tasks.finish()
        qtbot.wait(1)
        return [f"{name}: {each}" for each in misfits(large, large.stack.currentWidget())]

    return looked


def test_no_page_scrolls_sideways_and_its_next_step_is_in_sight(large, look_at, desk):
    desk.bin.delete(desk.case_files.find("第7号").id, REASON)
    found = []
    for key in PAGES:
        large.stack.go(key)
        found += look_at(key)
    assert found == []


@pytest.mark.parametrize("key", ["conflicts", "sync"])
def test_a_page_without_anything_does_not_scroll_for_what_it_hides(large, look_at, key):
    large.stack.go(key)
    assert look_at(key) == []
    assert large.stack.currentWidget().verticalScrollBar().maximum() == 0


def test_no_part_of_a_case_scrolls_sideways_and_its_next_step_is_in_sight(large, look_at):
    large.open_case("wang")
    found = look_at("case")
    view = large.stack.page_in_front().view
    course = view.section("mediation").findChild(CourseCard)
    for add in (course.add_pause, course.add_extension, course.add_milestone):
        add()
    for key in view._titles():
        view.show_section(key)
        found += look_at(key)
    assert found == []
    primary, header = view.header.primary, view.header
    assert header.number.text() == view.case.number
    assert primary.text() == primary.whole_text()
    assert primary.mapTo(header, primary.rect().topRight()).x() < header.width()


def test_many_signs_in_the_head_of_a_case_leave_room_for_the_next_step(large, look_at):
    large.open_case("wang")
    look_at("case")
    header = large.stack.page_in_front().view.header
    header.show_conflicts(12)
    header.show_step(NextStep(StepKind.PRINT, form=FormKind.CONFIRMATION), 0)
    assert look_at("head") == []
    assert header.primary.text() == header.primary.whole_text()


def test_nothing_at_the_desk_of_a_session_scrolls_sideways(large, look_at):
    large.stack.go("session", CaseId("wang"))
    found = look_at("start")
    page = large.stack.page_in_front()
    page.start.begin.click()
    found += look_at("notes")
    page.view.enter("@乙 #方案 30000")
    page.view.enter("@甲 #事实 当时没有人说过会亏，只说比存定期划算，签字的地方都是指着签的")
    found += look_at("notes")
    page.view.toggle_forms()
    for key in page.view.tabs:
        page.view.show_pane(key)
        found += look_at(key)
    assert found == []


def test_what_was_deleted_can_be_told_apart(large, look_at, desk):
    case = desk.case_files.find("第7号")
    desk.bin.delete(case.id, REASON)
    large.stack.go("bin")
    assert look_at("bin") == []
    page = large.stack.page_in_front()
    name = page.table.visualRect(page.model.index(0, 1))
    needed = page.table.fontMetrics().horizontalAdvance(case.number)
    assert name.width() * 2 > needed
    assert name.height() >= 2 * page.table.fontMetrics().height()
    assert "\n" in page.model.index(0, 5).data()


def test_a_field_that_is_gone_to_is_in_sight(large, look_at):
    large.open_case("wang")
    look_at("case")
    view = large.stack.page_in_front().view
    for field in FAR_DOWN:
        view.go_to(field)
        assert not view.binding.field_at(field).editor.visibleRegion().isEmpty()


def test_the_card_on_which_a_meeting_is_planned_opens_with_its_beginning(large, look_at):
    large.open_case("wang")
    look_at("case")
    view = large.stack.page_in_front().view
    view.plan_meeting()
    line = view.section("schedule").planner.when.line
    assert line.visibleRegion().boundingRect().height() == line.height()
