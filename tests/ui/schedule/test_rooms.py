"""The rooms of the committee are rows of the schedule."""

from tests.ui.schedule.cast import COMMITTEE


def test_rooms_are_kept_one_a_line(window, place, desk):
    window.stack.go("settings")
    place.tasks.finish()
    page = window.stack.page_in_front()
    assert page.rooms.rooms() == COMMITTEE.rooms
    page.rooms.show_rooms(COMMITTEE.rooms)
    page.rooms.text_edit.setFocus()
    page.rooms.text_edit.appendPlainText("三楼\n调解室1")
    page.leave()
    place.tasks.finish()
    assert desk.setup.committee().rooms == (*COMMITTEE.rooms, "三楼")
