"""A case goes into the bin for a reason, and comes back with one key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_app.domain.bins import KEPT_DAYS
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from mediation_app.services.materials import IncomingFile
from tests.ui.keyboard import press, type_text
from ui.bin.deleting import DeletePanel
from ui.bin.model import LEFT, RESTORE


@pytest.fixture
def desk_of(window):
    return window._place.desk


def finish(window):
    window._place.tasks.finish()
    window._place.tasks.finish()


def case_page(window, number="第7号"):
    window.open_case(window._place.desk.case_files.find(number).id)
    finish(window)
    return window.stack.page_in_front()


def bin_page(window):
    window.stack.go("bin")
    finish(window)
    return window.stack.page_in_front()


def ask(page):
    page.ask_to_delete()
    (panel,) = page.window().findChildren(DeletePanel)
    return panel


def test_a_case_is_deleted_for_a_reason_typed_beside_it(window, desk_of):
    page = case_page(window)
    case = page.view.case
    window.activateWindow()
    panel = ask(page)
    assert QApplication.focusWidget() is panel.reason
    press(Qt.Key.Key_Return)
    assert panel.lack.isVisible()
    assert desk_of.bin.entries() == ()
    type_text("重复登记")
    press(Qt.Key.Key_Return)
    finish(window)
    (entry,) = desk_of.bin.entries()
    assert (entry.case_id, entry.reason) == (case.id, "重复登记")
    assert window.stack.key_in_front() == "cases"
    assert page.view is None
    assert case.number in window.messages.notices()[0].message.text


def test_deleting_is_taken_back_and_done_again_like_any_step(window, desk_of):
    page = case_page(window)
    case = page.view.case
    page._delete("误建")
    finish(window)
    window._place.undo.undo()
    finish(window)
    assert desk_of.bin.entries() == ()
    assert desk_of.case_files.open(case.id) == case
    assert "已撤销" in window.messages.notices()[0].message.text
    window._place.undo.redo()
    finish(window)
    assert len(desk_of.bin.entries()) == 1


def test_what_cannot_be_deleted_stays_open_and_says_why(window, desk_of):
    page = case_page(window)
    desk_of.bin.delete(page.view.case.id, "别处删除")
    page._delete("误建")
    finish(window)
    assert page.view is not None
    assert "已经在回收站" in str(window.messages.notices()[0].message.text)


def test_the_bin_tells_what_was_deleted_and_brings_it_back(window, desk_of):
    page = case_page(window)
    case = page.view.case
    page._delete("误建")
    finish(window)
    found = bin_page(window)
    model = found.model
    words = [model.index(0, column).data() for column in range(model.columnCount())]
    assert case.number in words[1]
    assert words[2:4] == ["误建", desk_of.author]
    assert words[LEFT] == f"还有 {KEPT_DAYS} 天"
    found.table.activated.emit(model.index(0, 0))
    finish(window)
    assert desk_of.case_files.open(case.id) == case
    assert found.stack.currentIndex() == 0
    window.messages.notices()[0].message.on_action()
    finish(window)
    assert window.stack.page_in_front().view.case == case


def test_a_file_that_was_taken_out_is_put_back_by_a_click(window, desk_of):
    case = desk_of.case_files.find("第1号")
    kept = desk_of.materials.keep(case, IncomingFile("流水.pdf", b"%PDF"))
    with_file = replace(case, materials=(*case.materials, kept.material))
    saved = desk_of.case_files.save(case, with_file).case
    desk_of.case_files.save(saved, case)
    found = bin_page(window)
    found._on_clicked(found.model.index(0, 0))
    found._on_clicked(found.model.index(0, RESTORE))
    finish(window)
    assert desk_of.case_files.open(case.id) == with_file


def test_what_came_back_elsewhere_meanwhile_is_said(window, desk_of):
    page = case_page(window)
    case_id = page.view.case.id
    page._delete("误建")
    finish(window)
    found = bin_page(window)
    desk_of.bin.restore_case(case_id)
    found._restore_current()
    finish(window)
    assert "没有这一项" in str(window.messages.notices()[0].message.text)
    assert found.model.rowCount() == 0
    found._restore_current()


def test_an_empty_bin_teaches_what_belongs_there(window):
    found = bin_page(window)
    assert found.stack.currentIndex() == 0
    assert not found.hint.isVisible()
    QTest.keyClick(found, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_page_without_a_case_deletes_nothing(window):
    page = case_page(window)
    page._close()
    page.ask_to_delete()
    page._delete("x")
    page._on_not_deleted(StorageError(say("磁盘已满")))
    assert not window.findChildren(DeletePanel)
