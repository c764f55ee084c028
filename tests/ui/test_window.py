"""The window around the pages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMessageBox,
)

from mediation_app.domain.journal import Changes
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from mediation_app.services.saved import SavedCase
from mediation_app.settings import SettingsFile
from ui.frame.demo_banner import DemoBanner
from ui.frame.details import Details, KeyList
from ui.pages import Message, SaveState, SaveStep, Tone
from ui.preferences import Preferences
from ui.rail_pages import page_entries
from ui.settings.page import SettingsPage
from ui.window import MainWindow

SAVED = SaveState(SaveStep.SAVED, datetime(2026, 11, 22, 6, 30, 7, tzinfo=UTC))
FAILED = SaveState(SaveStep.FAILED, reason=say("磁盘已满"))


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def test_the_window_begins_with_the_page_that_was_last_in_front(place, open_window, preferences):
    preferences.change(last_page="settings")
    assert isinstance(open_window(place).stack.page_in_front(), SettingsPage)


def test_a_page_that_is_no_longer_there_gives_way_to_the_first(place, open_window, preferences):
    preferences.change(last_page="charts")
    assert open_window(place).stack.key_in_front() == "today"


def test_alt_and_a_number_opens_a_page_and_the_rail_marks_it(window):
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.stack.key_in_front() == "today"
    buttons = window.rail.findChildren(QAbstractButton)
    assert [each.text() for each in buttons if each.isChecked()] == ["今日"]


def test_escape_steps_back_to_the_page_before(window):
    window.stack.go("settings")
    press(window, Qt.Key.Key_Escape)
    assert window.stack.key_in_front() == "cases"
    press(window, Qt.Key.Key_Escape)
    assert window.stack.key_in_front() == "cases"


def test_pages_keep_their_place_when_left(window):
    cases = window.stack.page_in_front()
    cases.table.selectRow(7)
    window.stack.go("settings")
    window.stack.go("cases")
    assert window.stack.page_in_front() is cases
    assert cases.table.currentIndex().row() == 7


def test_a_question_mark_lists_the_keys_of_the_page_and_of_the_window(window):
    press(window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    keys = window.findChild(KeyList)
    shown = [label.text() for label in keys.findChildren(type(window.top_bar.search._key))]
    assert {"筛选案件", "Ctrl+F", "登记新的纠纷", "Ctrl+N"} <= set(shown)
    press(keys, Qt.Key.Key_Escape)
    assert keys.isHidden()


def test_every_key_is_given_to_one_command_only(window):
    keys = [action.shortcut().toString() for action in window._all_actions()]
    assert sorted(keys) == sorted(set(keys))


def test_every_control_has_a_name_for_screen_readers(window):
    window.stack.go("settings")
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    own = [each for each in controls if not each.objectName().startswith("qt_")]
    names = [each.accessibleName() or each.toolTip() or each.text() for each in own]
    assert all(names)


# --- saving -----------------------------------------------------------------------------------


def test_the_status_line_says_where_what_was_typed_is(window):
    page = window.stack.page_in_front()
    assert window.status.saving.whole_text() == "没有未保存的内容"
    page.save_state.emit(SaveState(SaveStep.SAVING))
    assert window.status.saving.whole_text() == "正在保存…"
    page.save_state.emit(SAVED)
    local = SAVED.saved_at.astimezone().strftime("%H:%M:%S")
    assert window.status.saving.whole_text() == f"已保存 {local}"


def test_one_page_that_saved_does_not_hide_that_another_could_not(window):
    cases = window.stack.page_in_front()
    window.stack.go("settings")
    settings = window.stack.page_in_front()
    cases.save_state.emit(FAILED)
    settings.save_state.emit(SAVED)
    assert window.status.saving.whole_text() == "未能保存：磁盘已满"
    assert window.status.saving.property("tone") == "error"
    cases.save_state.emit(SAVED)
    assert window.status.saving.property("tone") == "ok"


def test_closing_asks_before_unsaved_text_is_lost(window):
    window.stack.page_in_front().save_state.emit(FAILED)
    assert not window.close()
    question = window.findChild(QMessageBox)
    assert "未能保存" in question.text()
    question.defaultButton().click()
    assert window.isVisible()


def test_who_insists_may_leave_without_saving(window):
    window.stack.page_in_front().save_state.emit(FAILED)
    window.close()
    question = window.findChild(QMessageBox)
    next(each for each in question.buttons() if each is not question.defaultButton()).click()
    assert not window.isVisible()


# --- messages ---------------------------------------------------------------------------------


def test_messages_stay_until_they_are_closed(qtbot, window):
    window.messages.show_message(Message("第一条"))
    window.messages.show_message(Message("第二条", Tone.WARNING))
    assert [each.message.text for each in window.messages.notices()] == ["第二条", "第一条"]
    close = window.messages.notices()[0].findChildren(QAbstractButton)[-1]
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert [each.message.text for each in window.messages.notices()] == ["第一条"]


def test_the_same_words_and_the_same_topic_stand_there_once(window):
    for text in ("甲", "甲"):
        window.messages.show_message(Message(text))
    for text in ("乙", "丙"):
        window.messages.show_message(Message(text, topic="draft"))
    assert [each.message.text for each in window.messages.notices()] == ["丙", "甲"]
    window.messages.clear_topic("draft")
    assert [each.message.text for each in window.messages.notices()] == ["甲"]


def test_the_button_of_a_message_does_what_it_says_and_closes_it(qtbot, window):
    done = []
    window.messages.show_message(
        Message("缺少电话", action="去填写", on_action=lambda: done.append(1))
    )
    action = window.messages.notices()[0].findChildren(QAbstractButton)[0]
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (done, window.messages.notices()) == ([1], [])
    assert window.messages.isHidden()


def test_trouble_that_nobody_waited_for_becomes_a_message(window, place):
    def refuse():
        raise StorageError(say("磁盘已满"))

    place.tasks.run(window, refuse, lambda _: None)
    place.tasks.finish()
    assert [each.message.text for each in window.messages.notices()] == ["磁盘已满"]


def test_damaged_settings_are_replaced_and_said(tmp_path, place, tasks, qtbot):
    file = tmp_path / "damaged.json"
    file.write_text("{", encoding="utf-8")
    preferences = Preferences(SettingsFile(file), tasks)
    window = MainWindow(place, preferences, page_entries(place, preferences))
    qtbot.addWidget(window)
    assert "设置文件已损坏" in str(window.messages.notices()[0].message.text)


# --- whose desk -------------------------------------------------------------------------------


def test_the_samples_say_that_they_are_samples(window):
    assert window.status.station.whole_text().endswith("示例数据")
    assert "虚构" in window.centralWidget().findChild(DemoBanner).accessibleName()


@pytest.mark.parametrize("part", ["saving", "sync", "station"])
def test_each_part_of_the_status_line_opens_its_details(window, qtbot, part):
    button = getattr(window.status, part)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    details = window.findChild(Details)
    assert details.isVisible()
    press(details, Qt.Key.Key_Escape)
    assert details.isHidden()
    assert QApplication.focusWidget() is not None


def test_a_change_of_the_committee_shows_in_the_status_line(window, place):
    shown = place.desk.setup.committee()
    wanted = replace(shown, station="观澜工作站")
    place.tasks.run(window, lambda: place.desk.setup.save(shown, wanted), lambda _: None)
    place.tasks.finish()
    assert window.status.station.whole_text().startswith("观澜工作站")


# --- look -------------------------------------------------------------------------------------


def test_zoom_goes_by_keys_and_is_remembered(window, preferences, qapp):
    control = Qt.KeyboardModifier.ControlModifier
    before = qapp.font().pointSizeF()
    for _ in range(9):
        press(window, Qt.Key.Key_Equal, control)
    assert preferences.now.zoom_percent == 200
    assert qapp.font().pointSizeF() == pytest.approx(2 * before)
    press(window, Qt.Key.Key_Minus, control)
    assert preferences.now.zoom_percent == 175
    press(window, Qt.Key.Key_0, control)
    assert preferences.now.zoom_percent == 100


def test_light_and_dark_change_by_key(window, preferences, qapp):
    window._on_scheme()
    assert preferences.now.scheme == "dark"
    assert qapp.palette().window().color().lightness() < 128
    window._on_scheme()
    assert preferences.now.scheme == "light"


def test_size_and_place_of_the_window_are_remembered(window, preferences, place, qtbot):
    window.resize(1111, 701)
    window.close()
    again = MainWindow(place, preferences, page_entries(place, preferences))
    qtbot.addWidget(again)
    assert again.height() == 701


# --- registering ------------------------------------------------------------------------------


def test_after_a_registration_escape_leads_to_the_list_and_its_message_goes_with_the_case(
    window, place, desk
):
    window.stack.go("intake")
    place.tasks.finish()
    page = window.stack.page_in_front()
    case = desk.case_files.find("第1号")
    page._on_registered(SavedCase(case, Changes()))
    place.tasks.finish()
    assert window.stack.key_in_front() == "case"
    assert [str(each.message.text) for each in window.messages.notices()] == [
        f"已登记：{case.number}"
    ]
    press(window, Qt.Key.Key_Escape)
    assert window.stack.key_in_front() == "cases"
    assert window.messages.notices() == []


def test_where_the_day_began_with_intake_escape_leads_to_today(
    qtbot, place, open_window, preferences, desk
):
    preferences.change(last_page="intake")
    window = open_window(place)
    qtbot.waitUntil(window.isActiveWindow)
    window.stack.page_in_front().finished.emit(desk.case_files.find("第1号").id)
    place.tasks.finish()
    press(window, Qt.Key.Key_Escape)
    assert window.stack.key_in_front() == "today"


def test_what_is_wrong_stays_on_other_pages_too(window):
    window.stack.page_in_front().message.emit(Message("失败", Tone.ERROR))
    window.stack.page_in_front().message.emit(Message("完成", Tone.OK))
    window.stack.go("settings")
    assert [each.message.text for each in window.messages.notices()] == ["失败"]
