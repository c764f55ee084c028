"""One step in many cases at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import TABLE, Action
from tests.ui.keyboard import type_into
from ui.cases.page import CasesPage
from ui.pages import Tone

ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def page(qtbot, place, look, preferences):  # noqa: ARG001
    made = CasesPage(place, preferences)
    qtbot.addWidget(made)
    made.resize(1294, 672)
    made.show()
    made.enter()
    place.tasks.finish()
    return made


def choose(page, *numbers):
    """Choose the rows of these samples."""
    page.table.clearSelection()
    chosen = []
    for row in range(page.model.rowCount()):
        shown = page.model.row(row)
        if shown is not None and any(shown.line.number.endswith(each) for each in numbers):
            page.table.selectionModel().select(page.model.index(row, 0), ROWS)
            chosen.append(shown.line.id)
    assert len(chosen) == len(numbers)
    return chosen


def all_rows(page, place):
    """Bring all rows into memory; the samples are the last ones."""
    for row in range(page.model.rowCount()):
        page.model.data(page.model.index(row, 0))
    page.model._fetch_wanted()
    place.tasks.finish()


def offered(page):
    return [each.text() for each in page.bulk.menu.actions()]


def test_one_chosen_case_is_no_crowd(page, place):
    all_rows(page, place)
    choose(page, "字第12号")
    assert not page.bulk.isVisible()


def test_what_is_offered_is_lawful_for_some_of_them(page, place):
    all_rows(page, place)
    choose(page, "字第12号", "字第14号", "字第20号")
    assert page.bulk.count.text() == "选中 3 件"
    assert "归档（2 件）" in offered(page)
    assert "撤回（1 件）" in offered(page)
    assert not any("受理" in each for each in offered(page))
    page._on_bulk()
    page.bulk.menu.close()
    page.bulk.given_up.emit()
    assert not page.bulk.isVisible()


def test_giving_up_leaves_one_case_chosen_also_while_ctrl_is_held(page, place):
    all_rows(page, place)
    choose(page, "字第12号", "字第14号")
    QTest.keyPress(page.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    page.bulk.given_up.emit()
    QTest.keyRelease(page.table, Qt.Key.Key_Control)
    assert not page.bulk.isVisible()


def test_what_is_refused_is_named_with_its_reason_and_the_others_are_done(page, place, desk):
    all_rows(page, place)
    messages = []
    page.message.connect(messages.append)
    ids = choose(page, "字第12号", "字第14号", "字第20号")
    page.bulk.take(Action.ARCHIVE)
    place.tasks.finish()
    stages = [stage_of(desk.case_files.open(each)) for each in ids]
    assert sorted(each.value for each in stages) == ["归档", "归档", "调解"]
    (message,) = messages
    assert message.tone is Tone.WARNING
    assert "“归档”：已办理 2 件，未办理 1 件" in message.text
    assert "（2026）云临金人调字第20号：“归档”只能在" in message.text


def test_a_step_that_needs_a_reason_asks_for_it_once(page, place, desk):
    all_rows(page, place)
    messages = []
    page.message.connect(messages.append)
    ids = choose(page, "字第12号", "字第14号")
    page.bulk.ask(next(row for row in TABLE if row.action is Action.REOPEN))
    page.bulk.panel.take()
    assert page.bulk.panel.isVisible()
    type_into(page.bulk.panel.reason.text_edit, "双方愿意再谈")
    page.bulk.panel.take()
    place.tasks.finish()
    assert {stage_of(desk.case_files.open(each)) for each in ids} == {Stage.MEDIATION}
    assert messages[-1].tone is Tone.OK
    assert {desk.case_files.open(each).steps[-1].reason for each in ids} == {"双方愿意再谈"}
