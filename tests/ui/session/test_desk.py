"""The desk of a session: who is there, notes, the clock."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.cases import Meeting
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from tests.ui.keyboard import type_into
from tests.ui.session.at_the_table import TODAY, note, stored, wang_guilan
from ui.pages import Tone
from ui.session.page import SessionPage


def meeting_of(page):
    return stored(page).meetings[-1]


def texts_on(board):
    return [label.text() for label in board.findChildren(QLabel) if label.text()]


def entered(page):
    page.enter("wang")
    page.place.tasks.finish()


def test_a_session_begins_with_those_who_are_there(page):
    entered(page)
    assert [box.isChecked() for box in page.start.present.boxes] == [True, True, True]
    page.start.present.boxes[2].click()
    page.start.begin.click()
    page.place.tasks.finish()
    meeting = meeting_of(page)
    assert (meeting.present, meeting.appointment_id) == (("p1", "p2"), "a1")
    assert meeting.began_at is not None


def test_only_who_was_invited_is_expected(page, desk):
    case = desk.case_files.open("wang")
    invited = tuple(replace(each, invited=("p2",)) for each in case.appointments)
    desk.case_files.save(case, replace(case, appointments=invited))
    entered(page)
    assert [box.isChecked() for box in page.start.present.boxes] == [False, True, True]


def test_a_meeting_recorded_today_gets_the_clock_instead_of_a_second_one(page, desk):
    case = desk.case_files.open("wang")
    desk.case_files.save(case, replace(case, appointments=(), meetings=(Meeting("m1", TODAY),)))
    entered(page)
    page.start.begin.click()
    assert meeting_of(page).id == "m1"
    assert meeting_of(page).began_at is not None


def test_what_the_table_of_steps_refuses_is_told(page, desk, qtbot):
    case = desk.case_files.open("wang")
    desk.case_files.save(case, replace(case, mediators=()))
    entered(page)
    with qtbot.waitSignal(page.message) as told:
        page.start.begin.click()
    assert "调解员" in told.args[0].text
    assert told.args[0].tone is Tone.ERROR
    assert page.view is None


def test_a_case_that_is_not_there_is_told(page, qtbot):
    with qtbot.waitSignal(page.message):
        page.enter("gone")
    entered(page)
    assert page.start is not None


def test_a_session_that_goes_on_is_opened_where_it_was_left(page, started, place, qtbot):
    note(started, "@甲 #诉求 赔52000")
    type_into(started.line.line, "@乙 #理由 还没写完")
    stored(page)
    again = SessionPage(place)
    qtbot.addWidget(again)
    entered(again)
    assert again.view.line.line.text() == "@乙 #理由 还没写完"
    assert [each.text for each in again.view.table.meeting.notes] == ["赔52000"]
    again.enter("wang")
    assert again.bears(again.context.editing.subject)


def test_a_quick_note_goes_to_its_side(page, started):
    note(started, "@甲 #诉求 赔52000")
    (kept,) = meeting_of(page).notes
    assert (kept.side, kept.tag, kept.text) == ("甲", "诉求", "赔52000")
    assert "赔52000" in texts_on(started.board)


def test_a_private_note_is_on_the_board_and_not_in_the_case(page, started, desk):
    note(started, "@我 MARK-7731")
    assert meeting_of(page).notes == ()
    assert "MARK-7731" in texts_on(started.board)
    assert [each.text for each in desk.caucus.of_case("wang")] == ["MARK-7731"]
    assert "MARK-7731" not in repr(desk.case_files.history("wang"))


def test_a_half_typed_line_is_kept_apart_and_never_in_the_case(page, started, desk):
    type_into(started.line.line, "@我 MARK-7731")
    case = stored(page)
    assert case.unfinished == ()
    assert "MARK" not in repr(case)
    (draft,) = desk.caucus.of_case("wang")
    assert (draft.is_draft, draft.text) == (True, "@我 MARK-7731")


def test_a_note_goes_back_into_the_line(page, started, desk):
    note(started, "@甲 #诉求 赔52000")
    started.edit_note(started.table.meeting.notes[0])
    assert started.line.line.text() == "@甲 #诉求 赔52000"
    started.line.line.clear()
    note(started, "@我 MARK-7731")
    started.edit_note(started.private.of_meeting(started.table.meeting_id)[0])
    assert started.line.line.text() == "@我 MARK-7731"
    assert meeting_of(page).notes == ()
    assert all(each.is_draft for each in desk.caucus.of_case("wang"))


def test_a_note_thrown_away_comes_back_by_undo(page, started, place):
    note(started, "双方到齐")
    started.remove_note(started.table.meeting.notes[0])
    assert meeting_of(page).notes == ()
    place.undo.undo()
    assert [each.text for each in meeting_of(page).notes] == ["双方到齐"]


def test_what_stands_behind_the_mark_is_completed_by_keys(started):
    line = started.line.line
    line.setFocus()
    type_into(line, "@")
    listed = started.line.suggestions
    assert [listed.item(row).text() for row in range(listed.count())] == ["@甲", "@乙", "@我"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "@乙 "
    type_into(line, "#")
    assert listed.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not listed.isVisible()
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert started.table.meeting.notes == ()
    type_into(line, "ok")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [each.text for each in started.table.meeting.notes] == ["ok"]


def test_the_clock_is_halted_goes_on_and_ends(page, started):
    started.toggle_pause()
    assert meeting_of(page).paused_at is not None
    assert started.head.pause.text() == "继续"
    started.toggle_pause()
    assert meeting_of(page).paused_at is None
    started.end_session()
    assert meeting_of(page).ended_at is not None
    assert not started.head.pause.isEnabled()
    started.tick()
    assert started.head.time.text().startswith("0:00")


def test_a_note_that_cannot_be_stored_is_sent_again(page, started, desk, qtbot, place):
    held = []

    def fail(note):
        held.append(note)
        raise StorageError(say("磁盘已满"))

    kept = desk.caucus.keep
    object.__setattr__(place.desk.caucus, "keep", fail)
    with qtbot.waitSignal(page.save_state, check_params_cb=lambda state: state.reason != ""):
        note(started, "@我 MARK-7731")
    object.__setattr__(place.desk.caucus, "keep", kept)
    started.private.store_now()
    place.tasks.finish()
    assert [each.text for each in desk.caucus.of_case("wang")] == ["MARK-7731"]
    assert len(held) == 1


@pytest.mark.parametrize(
    ("at", "key"),
    [
        ("meetings/{id}/record", "record"),
        ("meetings/{id}/deal/days", "deal"),
        ("meetings/{id}/present", "table"),
        ("termination/reason_code", "ending"),
        ("issues", "table"),
    ],
)
def test_a_place_is_found_on_its_pane(started, at, key):
    started.go_to(at.format(id=started.table.meeting_id))
    assert started.stack.currentWidget() is started.pane(key)


def test_with_little_room_notes_or_forms_are_shown(page, started):
    page.resize(900, 600)
    assert started.board.isVisible()
    assert not started.stack.isVisible()
    started.go_to(f"{started.table.place}/record")
    assert started.stack.isVisible()
    started.toggle_apart()
    assert started.board.isVisible()
    assert started.line.line.isVisible()


def test_another_case_leaves_nothing_of_the_first(page, started, desk):
    desk.registration.begin(wang_guilan(id="other", number="（2026）云临金人调字第78号"))
    note(started, "@我 MARK-7731")
    page.enter("other")
    page.place.tasks.finish()
    assert page.start is not None
    assert page.second.view.is_blank
    assert desk.caucus.of_case("other") == ()


def test_the_keys_of_the_page_do_what_they_say(page, started):
    keys = {each.shortcut().toString(): each for each in page.actions()}
    keys["F8"].trigger()
    assert started.is_apart
    keys["F8"].trigger()
    keys["Ctrl+4"].trigger()
    assert started.stack.currentWidget() is started.pane("record")
    keys["F6"].trigger()
    assert started.table.meeting.paused_at is not None
    keys["Ctrl+Return"].trigger()
    assert "缺少成交金额" in started.pane("deal").lacks.text()


def test_before_a_session_its_keys_do_nothing(page):
    entered(page)
    for each in page.actions():
        each.trigger()
    assert page.start is not None
    assert not page.bears("case other")
