"""The committee's record has the history that a case has, on the page of settings."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mediation_app.domain.absences import Absence
from mediation_app.domain.conflicts import OF_COMMITTEE
from tests.ui.conflicts.test_committee import disagree_about_committee
from tests.ui.input_method import compose
from ui.pages import SaveStep


@pytest.fixture
def page(window, qtbot, monkeypatch):
    # Everything here is done by one person within a second.
    monkeypatch.setattr("ui.case.journal_lines.ONE_SITTING", timedelta(days=-1))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.stack.go("settings")
    window._place.tasks.finish()
    return window.stack.page_in_front()


def change(page, **facts):
    """Let somebody change the record at another screen, and this page hear of it."""
    setup = page.place.desk.setup
    shown = setup.committee()
    page.place.tasks.run(page, lambda: setup.save(shown, replace(shown, **facts)), lambda _: None)
    page.place.tasks.finish()
    page.place.tasks.finish()


def told(page):
    return [each.text for each in page.history.view.model.lines]


def restore(page, text):
    (row,) = (no for no, each in enumerate(told(page)) if each == text)
    model = page.history.view.shown
    assert model.index(row, 3).data() == "恢复"
    page.history.view.table.clicked.emit(model.index(row, 3))
    page.leave()
    page.place.tasks.finish()


def test_what_is_typed_stands_in_the_history_and_comes_back_by_one_press(page):
    court = page.committee.fields["court"]
    before = court.text()
    compose(court, "第一法庭")
    page.leave()
    page.place.tasks.finish()
    page.place.tasks.finish()
    line = f"管辖法院：“{before}” 改为 “{court.text()}”"
    assert told(page)[0] == line
    page.history.view.filter.setText("第一法庭")
    assert page.history.view.shown.rowCount() == 1
    page.history.view.filter.clear()
    states = []
    page.save_state.connect(lambda state: states.append(state.step))
    restore(page, line)
    assert page.place.desk.setup.committee().court == before == court.text()
    assert states[0] is SaveStep.SAVING
    assert court.hasFocus()
    page.place.undo.undo()
    assert court.text() != before


def test_a_mediator_who_was_taken_off_the_roster_comes_back_with_the_number(page, qtbot):
    first, *others = page.place.desk.setup.committee().mediators
    change(page, mediators=(replace(first, number="七"), *others))
    change(page, mediators=tuple(others))
    restore(page, f"删除调解员 {first.name}")
    back = page.place.desk.setup.committee().mediators[-1]
    assert (back.id, back.name, back.number) == (first.id, first.name, "七")
    qtbot.waitUntil(page.roster.lines()[-1].name.hasFocus)
    area = page.roster.lines()[-1].parentWidget()
    qtbot.waitUntil(lambda: not area.visibleRegion().isEmpty())


def test_rooms_come_back_as_they_were(page):
    change(page, rooms=("一室", "二室"))
    change(page, rooms=("三室",))
    restore(page, "调解室：“一室；二室” 改为 “三室”")
    assert page.place.desk.setup.committee().rooms == ("一室", "二室")
    assert page.rooms.editor.hasFocus()


def test_the_value_that_lost_a_conflict_is_in_the_history_and_comes_back(page, desk):
    disagree_about_committee(desk, court=("甲区人民法院", "乙区人民法院"))
    (conflict,) = desk.conflicts.open(OF_COMMITTEE)
    desk.conflicts.resolve_own(conflict, "甲区人民法院", "按结算单")
    page.enter()
    page.place.tasks.finish()
    assert told(page)[0] == "管辖法院：在冲突中选定“甲区人民法院”，理由：按结算单"
    (lost,) = (each for each in told(page) if each.endswith("“乙区人民法院”（未采用）"))
    restore(page, lost)
    assert desk.setup.committee().court == "乙区人民法院"


def test_who_stands_in_is_told_here_and_changed_on_its_own_page(page, desk):
    today = desk.clock.today()
    change(page, absences=(Absence("a1", "刘洋", "周静", today),))
    assert told(page)[0] == "增加代班 刘洋"
    change(page, absences=())
    assert told(page)[0] == "删除代班 刘洋"
    assert page.history.view.shown.index(0, 3).data() == ""


def test_nothing_is_read_again_for_a_page_that_nobody_sees(page, window):
    before = told(page)
    window.stack.go("cases")
    change(page, phone="0532-1")
    assert told(page) == before
    window.stack.go("settings")
    page.place.tasks.finish()
    assert len(told(page)) == len(before) + 1


def test_a_record_that_nobody_changed_says_what_will_stand_here(open_window, empty_place):
    window = open_window(empty_place)
    window.stack.go("settings")
    empty_place.tasks.finish()
    history = window.stack.page_in_front().history
    assert history.nothing.isVisibleTo(history)
    assert history.view.table.isHidden()
