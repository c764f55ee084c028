"""The schedule by day and week, with the keyboard alone."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from mediation_app.exchange.calendars import read_calendar
from tests.ui.keyboard import press
from tests.ui.schedule.cast import DAY, TODAY, WANG
from tests.ui.schedule.test_case_section import Chosen
from ui.schedule.page import SchedulePage

KEY = Qt.Key


@pytest.fixture
def page(qtbot, window, place):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.stack.go("schedule")
    place.tasks.finish()
    shown = window.stack.page_in_front()
    shown.board.setFocus()
    return shown


def press_and_load(page, key, times=1):
    press(key, times=times)
    page.place.tasks.finish()


def at(page, number):
    return next(each for each in page.board.placed if each.booking.number == number)


def clicked(board, point, kind=QEvent.Type.MouseButtonPress):
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(point)
    QApplication.sendEvent(board, QMouseEvent(kind, where, where, button, button, none))


def test_the_week_of_today_comes_first_with_rooms_as_rows(page):
    assert page.span.text() == "2026-11-23 – 11-29"
    assert page.board._shown.rows == ("调解室1", "调解室2", "")
    assert len(page.board.placed) == 4
    assert page.day == TODAY


def test_arrows_go_to_days_and_meetings_and_enter_opens_the_case(page, window, place, desk):
    press_and_load(page, KEY.Key_Right, 2)
    assert page.day == DAY
    assert page.board.chosen.appointment.begins_min == 510
    assert "8:30–9:30" in page.board.accessibleDescription()
    press_and_load(page, KEY.Key_Down)
    assert page.board.chosen.number == WANG
    press_and_load(page, KEY.Key_Down, 9)
    press_and_load(page, KEY.Key_Up, 9)
    press_and_load(page, KEY.Key_Down)
    press_and_load(page, KEY.Key_Return)
    place.tasks.finish()
    assert window.stack.page_in_front().view.case.id == desk.case_files.find(WANG).id


def test_a_day_without_meetings_is_told_and_passed_through(page):
    press_and_load(page, KEY.Key_Down)
    press_and_load(page, KEY.Key_Return)
    assert page.board.chosen is None
    assert page.board.accessibleDescription().startswith("11-24 周二")


def test_weeks_turn_and_t_comes_back(page):
    press_and_load(page, KEY.Key_PageDown)
    assert page.span.text() == "2026-11-30 – 12-06"
    assert page.board.placed == ()
    press_and_load(page, KEY.Key_PageUp, 2)
    assert page.span.text() == "2026-11-16 – 11-22"
    press_and_load(page, KEY.Key_T)
    assert page.day == TODAY
    press_and_load(page, KEY.Key_Left, 2)
    assert page.day == date(2026, 11, 22)
    assert page.span.text() == "2026-11-16 – 11-22"
    page._later()
    page._earlier()
    page.place.tasks.finish()
    assert page.day == date(2026, 11, 22)


def test_a_day_is_a_line_of_time(page):
    press_and_load(page, KEY.Key_W)
    press_and_load(page, KEY.Key_Right, 2)
    assert page.span.text() == "2026-11-26 周四"
    assert page.load.accessibleName() == "4 场 · 4 小时"
    placed = sorted(page.board.placed, key=lambda each: each.rect.left())
    assert [each.booking.appointment.begins_min for each in placed] == [510, 630, 840, 990]
    page.grab()
    press_and_load(page, KEY.Key_W)
    assert len(page.board._shown.plans) == 7


def test_mediators_can_be_the_rows(page):
    press_and_load(page, KEY.Key_V)
    assert page.board._shown.rows == ("刘洋", "周静", "")
    assert len(page.board.placed) == 4
    wang = at(page, WANG)
    assert page.board._shown.row_of(wang.booking) == (2,)
    page.grab()


def test_the_pointer_chooses_opens_and_is_told_all(page, qtbot):
    board, rect = page.board, at(page, WANG).rect
    clicked(board, rect.center())
    assert (page.day, board.chosen.number) == (DAY, WANG)
    with qtbot.waitSignal(board.opened) as opened:
        clicked(board, rect.center(), QEvent.Type.MouseButtonDblClick)
    assert opened.args[0].number == WANG
    QApplication.sendEvent(
        board, QHelpEvent(QEvent.Type.ToolTip, rect.center().toPoint(), QPoint(5, 5))
    )
    assert "王桂兰" in QToolTip.text()
    monday = board._column(0).center()
    clicked(board, monday)
    assert page.day == date(2026, 11, 23)
    clicked(board, QPointF(3, 3))
    clicked(board, QPointF(3, 3), QEvent.Type.MouseButtonDblClick)
    assert page.day == date(2026, 11, 23)


def test_n_leads_to_the_cases_and_says_how_to_go_on(page, window):
    press_and_load(page, KEY.Key_N)
    assert window.stack.page_in_front() is not page
    assert "按 R" in window.messages.notices()[-1].message.text


def test_a_week_leaves_as_a_calendar_and_another_calendar_comes(page, tmp_path):
    path = tmp_path / "week.ics"
    page.calendars.asking = Chosen(path)
    page._export()
    page.place.tasks.finish()
    content = path.read_bytes()
    assert len(read_calendar(content, DAY)) == 4
    foreign = content.replace(b"@mediation-app", b"@elsewhere").replace(b"STATUS", b"X-STATUS")
    rule = b"DTSTART;TZID=Asia/Shanghai:20261126T103000\r\nRRULE:FREQ=DAILY"
    path.write_bytes(foreign.replace(b"DTSTART;TZID=Asia/Shanghai:20261126T103000", rule))
    told = []
    page.calendars.message.connect(told.append)
    page.calendars.take()
    page.place.tasks.finish()
    said = "已导入：占用 {count} 段时间，改期 0 件，取消 0 件；{more}"
    assert re.fullmatch(said.format(count=r"\d{3}", more="重复的日程取到 20.*"), told[0].text)
    # The one of the 26th comes again on the 27th and the 28th, and each is found by itself.
    assert len(page.board.placed) == 11
    keys = [each.booking.key for each in page.board.placed]
    assert len(set(keys)) == len(keys)
    path.write_bytes(path.read_bytes().replace(b"FREQ=DAILY", b"FREQ=HOURLY"))
    page.calendars.take()
    page.place.tasks.finish()
    assert told[1].text == said.format(count=4, more="1 项重复日程只取了第一次")
    page.grab()


def test_a_calendar_that_moves_a_meeting_over_another_is_told(page, desk, tmp_path):
    (early, wang, *_) = desk.scheduling.between(DAY, DAY)
    there = replace(early.appointment, begins_min=wang.appointment.begins_min, room="调解室1")
    moved = replace(early, appointment=replace(there, room=early.appointment.room))
    planned = desk.case_files.find(WANG)
    desk.scheduling.move(planned.id, replace(wang.appointment, room="调解室2"))
    path = tmp_path / "moved.ics"
    path.write_bytes(desk.scheduling.exported((moved,)))
    page.calendars.asking = Chosen(path)
    told = []
    page.calendars.message.connect(told.append)
    page.calendars.take()
    page.place.tasks.finish()
    assert "没有采用" in told[-1].text


def test_what_changes_elsewhere_shows(page, desk, place):
    (early, *_) = desk.scheduling.between(DAY, DAY)
    cancel = desk.scheduling.cancel
    place.tasks.run(page, lambda: cancel(early.case_id, early.appointment.id, "x"), lambda _: None)
    place.tasks.finish()
    assert len(page.board.placed) == 3


def test_without_rooms_and_meetings_the_page_teaches(qtbot, empty_place):
    made = SchedulePage(empty_place)
    qtbot.addWidget(made)
    made.enter("2026-11-26")
    empty_place.tasks.finish()
    assert made._stack.currentWidget() is made.empty
    assert made.day == DAY
    wanted = []
    made.page_wanted.connect(wanted.append)
    made.empty.button.click()
    assert wanted == ["cases"]
    made.show_day(DAY + timedelta(1))
    empty_place.tasks.finish()


def test_today_has_a_line_at_the_present_time(page):
    press_and_load(page, KEY.Key_W)
    board, shown = page.board, page.board._shown
    board.show_days(shown, TODAY, TODAY, None)
    before = board.grab().toImage()
    board.show_days(shown, TODAY, TODAY, 600)
    assert board.grab().toImage() != before
    board.show_days(shown, TODAY, TODAY, 120)
    assert board.grab().toImage() == before


def test_other_keys_are_left_to_the_window(page):
    press(KEY.Key_Down, Qt.KeyboardModifier.ControlModifier)
    press(KEY.Key_F12)
    assert page.day == TODAY
