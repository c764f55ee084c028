"""The page on which somebody hands over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mediation_app.domain.handovers import HANDED_OVER
from tests.ui.clipping import cut_off
from tests.ui.keyboard import focused_name, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TAB = Qt.Key.Key_Tab
PERSON = "沈砚秋"


@pytest.fixture
def page(window, place, qtbot):
    (command,) = [each for each in window.actions() if each.text() == "代班和交接"]
    assert command.shortcut().toString() == "Ctrl+Shift+H"
    command.trigger()
    place.tasks.finish()
    made = window.stack.page_in_front()
    qtbot.waitUntil(made.deputy.isVisible)
    made.person.show_text(PERSON)
    made.enter()
    place.tasks.finish()
    return made


@pytest.fixture
def messages(page):
    said = []
    page.message.connect(lambda each: said.append(each.text))
    return said


def test_all_that_a_person_owns_stands_on_one_page(page, desk):
    owned = desk.handover.everything(PERSON)
    assert page.list.count() == len(owned) > 0
    assert focused_name() == "谁接手"
    assert cut_off(page) == []


def test_a_colleague_stands_in_and_comes_back_early_without_a_mouse(page, desk, place, messages):
    type_text("陆则安")
    press(TAB, times=2)
    type_text("2099-12-31")
    press(Qt.Key.Key_Return, CTRL)
    place.tasks.finish()
    (absence,) = desk.handover.absences()
    assert (absence.person, absence.deputy) == (PERSON, "陆则安")
    assert "到期自动回来" in messages[0]
    place.tasks.finish()
    (ending,) = page._absences.itemAt(0).widget().findChildren(QPushButton)
    ending.setFocus()
    press(Qt.Key.Key_Return)
    place.tasks.finish()
    assert desk.handover.absences() == ()


def test_what_was_handed_over_for_good_is_taken_back_with_undo(page, desk, place, messages):
    type_text("陆则安")
    press(TAB)
    chosen = page.chosen()
    assert chosen
    press(Qt.Key.Key_M, CTRL | SHIFT)
    place.tasks.finish()
    assert desk.case_files.open(chosen[0]).handler == "陆则安"
    assert desk.case_files.open(chosen[0]).steps[-1].action == HANDED_OVER
    assert f"已把 {len(chosen)} 件移交陆则安" in messages
    press(Qt.Key.Key_Z, CTRL)
    place.tasks.finish()
    assert desk.case_files.open(chosen[0]).handler != "陆则安"


def test_nothing_chosen_or_nobody_named_is_told(page, place, messages):
    press(Qt.Key.Key_Return, CTRL)
    place.tasks.finish()
    assert "谁接手" in messages[-1]
    for no in range(page.list.count()):
        page.list.item(no).setCheckState(Qt.CheckState.Unchecked)
    press(Qt.Key.Key_M, CTRL | SHIFT)
    assert "选定" in messages[-1]


def test_the_sheet_goes_to_the_printer(page, place):
    asked = []

    class Printer:
        def printer(self, printer, go_on):
            del go_on
            asked.append(printer.docName())

    page.output.asking = Printer()
    press(Qt.Key.Key_P, CTRL)
    place.tasks.finish()
    assert asked == [f"交接清单 {PERSON}"]


def test_a_line_leads_to_its_case(page):
    chosen = []
    page.case_chosen.connect(chosen.append)
    page.list.setFocus()
    page.list.setCurrentRow(0)
    press(Qt.Key.Key_Return)
    assert chosen == [page.owned[0].case_id]


def test_somebody_who_owns_nothing_is_told_what_belongs_here(page, place):
    page.person.show_text("无此人")
    page.enter()
    place.tasks.finish()
    assert page.nothing.isVisible()
    assert page.list.isHidden()
