"""The one search box."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mediation_app.domain.query_codes import new_query_code
from ui.frame.details import Details


@pytest.fixture
def search(window):
    return window.search


def ctrl_k(window):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def texts(search):
    return [hit.text for hit in search.hits.hits()]


def found(search, window):
    window._place.tasks.finish()
    return search.hits.hits()


def test_ctrl_k_opens_the_box_with_what_can_be_done_and_its_keys(window, search):
    ctrl_k(window)
    assert search.hasFocus()
    hits = {hit.text: hit.key for hit in found(search, window)}
    assert hits["登记新的纠纷"] == "Ctrl+N"
    assert hits["筛选案件"] == "Ctrl+F"


def test_a_case_is_found_by_its_number_and_opened_by_enter(window, search, qtbot):
    line = window._place.desk.lookup.lines("", 1, 17)[0]
    search.case_chosen.disconnect()
    ctrl_k(window)
    QTest.keyClicks(search, "1")
    search.setText(line.number)
    search.textEdited.emit(line.number)
    hits = found(search, window)
    assert [hit.detail for hit in hits] == [line.number]
    with qtbot.waitSignal(search.case_chosen) as chosen:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert chosen.args == [line.id]
    assert not search.are_hits_open()
    assert search.text() == ""


def test_people_in_the_hits_are_masked(window, search):
    line = window._place.desk.lookup.lines("", 1)[0]
    ctrl_k(window)
    search.setText(line.number)
    search.textEdited.emit(line.number)
    assert not any(name in hit.text for hit in found(search, window) for name in line.applicants)


def test_a_command_is_found_by_its_initials_in_pinyin(window, search, qtbot):
    ctrl_k(window)
    window._place.tasks.finish()
    QTest.keyClicks(search, "qhqs")
    qtbot.waitUntil(lambda: "切换浅色和深色" in texts(search))


def test_a_chosen_command_is_done(window, search):
    ctrl_k(window)
    search.setText("打开“设置”")
    search.textEdited.emit(search.text())
    found(search, window)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.stack.key_in_front() == "settings"


def test_arrows_go_round(window, search):
    ctrl_k(window)
    count = len(found(search, window))
    QTest.keyClick(search, Qt.Key.Key_Up)
    assert search.hits.currentIndex().row() == count - 1
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert search.hits.currentIndex().row() == 0


def test_escape_closes_the_hits_and_goes_back_to_the_page(window, search):
    ctrl_k(window)
    QTest.keyClicks(search, "yun")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not search.are_hits_open()
    assert window.stack.isAncestorOf(QApplication.focusWidget())
    assert window.stack.key_in_front() == "cases"


def test_nothing_found_says_what_to_try(window, search):
    ctrl_k(window)
    search.setText("没有这样的人")
    search.textEdited.emit(search.text())
    assert found(search, window) == []
    assert search._nothing.isVisible()


def test_an_input_method_composes_while_hits_are_shown(window, search):
    ctrl_k(window)
    found(search, window)
    QApplication.sendEvent(search, QInputMethodEvent("yun ting", []))
    assert search.hasFocus()
    assert search.are_hits_open()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("云汀")
    QApplication.sendEvent(search, commit)
    assert search.text() == "云汀"
    assert found(search, window)


def test_the_hits_hang_in_the_window_and_are_no_popup(window, search):
    ctrl_k(window)
    panel = search._panel
    assert panel.parentWidget() is window
    assert not panel.isWindow()


def test_a_click_elsewhere_closes_the_hits(window, search, qtbot):
    ctrl_k(window)
    qtbot.mouseClick(window.stack.page_in_front(), Qt.MouseButton.LeftButton)
    assert not search.are_hits_open()


def type_code(window, search, code):
    ctrl_k(window)
    search.setText(code)
    search.textEdited.emit(code)
    return found(search, window)


def test_a_query_code_tells_four_lines_and_leads_to_the_case(window, search, desk):
    line = next(each for each in desk.lookup.lines("", 50) if each.number)
    case = desk.registration.give_code(line.id).case
    code = case.query_code if any(map(str.isdigit, case.query_code)) else case.query_code.lower()
    hits = type_code(window, search, code)
    assert {"看办理进度", case.number} <= {hit.detail for hit in hits}
    next(hit for hit in hits if hit.detail == "看办理进度").choose()
    window._place.tasks.finish()
    (details,) = [each for each in window.findChildren(Details) if each.isVisible()]
    said = [label.text() for label in details.findChildren(QLabel)]
    assert (
        sum(text.startswith(("收到日期", "现在哪一步", "下一日期", "找谁")) for text in said) == 4
    )
    assert not any(party.name in text for party in case.parties for text in said if party.name)


def test_a_code_that_nobody_has_is_told_beside_the_box(window, search):
    hits = type_code(window, search, new_query_code("of nobody in this test"))
    next(hit for hit in hits if hit.detail == "看办理进度").choose()
    window._place.tasks.finish()
    (details,) = [each for each in window.findChildren(Details) if each.isVisible()]
    assert any("本站没有" in label.text() for label in details.findChildren(QLabel))
