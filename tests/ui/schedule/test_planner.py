"""What is in the way is seen before a meeting is planned."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from mediation_app.domain.schedule import Ground
from tests.ui.keyboard import press, type_text
from tests.ui.schedule.cast import DAY, SUN, TODAY
from ui.schedule.day_strip import LANE_PX, RIGHT_PX
from ui.schedule.drawing import hours_shown, lanes_of, load_words, spoken_block, words_rect

ENTER = Qt.Key.Key_Return


def type_when(planner, place, text):
    planner.when.activate()
    planner.when.line.selectAll()
    type_text(text)
    place.tasks.finish()


def test_the_day_is_read_while_it_is_typed(planner, place):
    type_when(planner, place, "11-26 15:00")
    assert planner.when.remark.text() == "2026-11-26 周四 15:00–16:30"
    type_when(planner, place, "11-28")
    assert planner.when.remark.text() == "2026-11-28 周六 9:00–10:30 · 休息日：星期六"
    type_when(planner, place, "2026-11-20 9:00")
    planner.length.activate()
    assert "2026-11-20 已经过去" in planner.when.remark.text()
    type_when(planner, place, "99-99")
    planner.length.activate()
    assert "没有99月" in planner.when.remark.text()
    assert planner.strip.isHidden()
    assert planner.appointment() is None


def test_a_mere_time_keeps_the_day_that_was_typed_before(planner, place):
    type_when(planner, place, "11-26 9:30")
    type_when(planner, place, "14:00")
    planner.length.activate()
    assert planner.when.line.text() == "2026-11-26 14:00"


def test_quick_choices_count_from_today_and_keep_the_time(planner, place):
    type_when(planner, place, "11-26 10:00")
    planner._typing("1周")()
    place.tasks.finish()
    assert planner.when.line.text() == "2026-12-01 10:00"
    planner.when.show_text("")
    planner._typing("1个月")()
    assert planner.when.line.text() == "2026-12-24 9:00"


def test_the_strip_shows_the_day_with_the_meeting_that_is_wanted(planner, place):
    type_when(planner, place, "11-26 15:30")
    assert len(planner.strip.blocks) == 5
    said = planner.strip.accessibleDescription()
    assert said.startswith("11-26 周四 · 4 场 · 4 小时")
    assert "15:30–17:00 第32号" in said
    planner.strip.grab()
    (_, rect), *_ = planner.strip._placed()
    point = rect.center().toPoint()
    QApplication.sendEvent(planner.strip, QHelpEvent(QEvent.Type.ToolTip, point, QPoint(5, 5)))
    assert "赵敏" in QToolTip.text()
    type_when(planner, place, "12-1 9:00")
    assert planner.strip.accessibleDescription().startswith("12-01 周二 · 还没有安排")


def test_another_room_another_mediator_or_a_video_is_in_nobodys_way(planner, place):
    type_when(planner, place, "11-26 10:00")
    (found,) = planner.overlaps
    assert [ground for ground, _ in found.grounds] == [Ground.ROOM]
    assert planner.notice.isVisibleTo(planner)
    planner.way.box.setCurrentIndex(1)
    planner.way.box.activated.emit(1)
    place.tasks.finish()
    assert planner.overlaps == ()
    assert not planner.room.isEnabled()
    wanted = planner.appointment()
    assert (wanted.way, wanted.room) == ("视频", "")


def test_over_another_meeting_nothing_is_planned_without_a_reason(planner, place, desk):
    type_when(planner, place, "11-26 10:00")
    press(ENTER)
    assert planner.reason.is_active
    assert "写明仍要安排的理由" in planner.reason.remark.text()
    type_text("ok")
    press(ENTER)
    place.tasks.finish()
    (planned,) = desk.case_files.find(SUN).appointments
    assert (planned.begins_min, planned.reason) == (600, "ok")


@pytest.mark.parametrize(("when", "length"), [("", "90"), ("11-26 9:00", "x"), ("11-26", "1")])
def test_what_lacks_its_time_is_not_planned(planner, place, desk, when, length):
    planner.length.show_text(length)
    if when:
        type_when(planner, place, when)
    planner.submit()
    place.tasks.finish()
    assert desk.case_files.find(SUN).appointments == ()
    lacking = planner.length if when else planner.when
    assert lacking.is_active


def test_what_the_desk_refuses_stands_beside_the_time(planner, place):
    type_when(planner, place, "11-27 23:30")
    press(ENTER)
    place.tasks.finish()
    assert "当天结束" in planner.when.remark.text()
    assert planner.isVisible()


def test_esc_closes_the_card_and_keeps_what_was_typed(in_case, planner, place, case_page):
    type_when(planner, place, "11-26 9:30")
    assert case_page.step_back()
    assert planner.isHidden()
    assert in_case.section("schedule").adding.hasFocus()
    press(Qt.Key.Key_R)
    assert planner.isVisible()
    assert planner.when.line.text() == "2026-11-26 9:30"
    planner.closed.emit()
    assert not case_page.step_back()


def test_enter_twice_plans_once(planner, place, desk):
    type_when(planner, place, "11-26 15:00")
    planner.submit()
    planner.submit()
    place.tasks.finish()
    case = desk.case_files.find(SUN)
    assert (len(case.appointments), len(case.steps)) == (1, 1)


def test_bookings_side_by_side_take_as_many_lanes_as_they_need(desk):
    bookings = desk.scheduling.between(DAY, DAY)
    assert lanes_of(bookings) == [0, 0, 0, 0]
    assert lanes_of((*bookings[:1], *bookings[:1], *bookings[1:])) == [0, 1, 0, 0, 0]
    assert hours_shown(bookings) == (480, 1080)
    assert hours_shown([]) == (480, 1080)


def test_a_name_of_three_characters_stands_whole_in_an_hour_beside_the_paper(planner):
    strip_px, hours = 565, 10
    hour = QRectF(0, 0, (strip_px - RIGHT_PX) / hours - 1, LANE_PX)
    needed = planner.strip.fontMetrics().horizontalAdvance("王桂兰")
    assert needed <= int(words_rect(hour).width())


def test_all_about_a_booking_is_said_in_words(desk):
    words = spoken_block(desk.scheduling.between(DAY, DAY)[1])
    assert words.splitlines()[0] == "11-26 周四"
    assert "10:30–11:30 第31号\n王桂兰 ⇄ 海岳银行崂山支行\n调解室1" in words
    assert load_words(desk.scheduling.day_load(TODAY)) == ""
