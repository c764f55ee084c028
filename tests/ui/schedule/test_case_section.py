"""What is planned in a case: who answered, moving, calling off, files."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Meeting
from mediation_app.exchange.calendars import read_calendar
from tests.ui.keyboard import press, type_into, type_text
from tests.ui.schedule.cast import DAY, SUN
from ui.fields.line_field import LineField
from ui.schedule.calendar_files import CalendarDialogs, CalendarFiles


@pytest.fixture
def planned(in_case, desk, place, sun):
    """The section of a case in which a meeting is planned."""
    wanted = replace(desk.scheduling.proposal(sun, desk.setup.committee()), id="n1", on=DAY)
    place.tasks.run(in_case, lambda: desk.scheduling.plan(sun.id, wanted), lambda _: None)
    in_case.show_section("schedule")
    place.tasks.finish()
    return in_case.section("schedule")


def shown(section, kind, text):
    """Return the button or box with these words."""
    found = [each for each in section.findChildren(kind) if each.text() == text]
    return next(each for each in found if not each.isHidden())


def appointment(desk):
    return desk.case_files.find(SUN).appointments[-1]


def test_an_empty_case_teaches_how_to_plan(in_case):
    in_case.show_section("schedule")
    section = in_case.section("schedule")
    assert "按 R" in section._empty.text()
    assert section._empty.isVisibleTo(section)
    assert not section.print_notices()


def test_the_key_opens_the_card_with_what_one_usually_plans(in_case, place):
    press(Qt.Key.Key_R)
    place.tasks.finish()
    planner = in_case.section("schedule").planner
    assert planner.isVisible()
    assert planner.when.is_active
    assert planner.room.value() == "调解室1"
    assert planner.mediators.value() == ("刘洋",)
    assert planner.length.value() == 90
    type_text("r")
    assert planner.when.line.text() == "r"


def test_an_answer_is_noted_where_it_was_asked(planned, place, desk):
    shown(planned, QCheckBox, "孙浩").click()
    place.tasks.finish()
    assert appointment(desk).answered == ("p-孙浩",)
    shown(planned, QCheckBox, "孙浩").click()
    place.tasks.finish()
    assert appointment(desk).answered == ()


def test_a_meeting_is_moved_on_the_same_card(planned, place, desk):
    shown(planned, QPushButton, "改期").click()
    place.tasks.finish()
    assert planned.planner.when.line.text() == "2026-11-26 9:00"
    planned.planner.when.line.selectAll()
    type_text("15:00")
    place.tasks.finish()
    planned.planner.go.click()
    place.tasks.finish()
    now = appointment(desk)
    assert (now.id, now.begins_min, now.revision) == ("n1", 900, 1)
    assert planned.planner.isHidden()


def test_a_meeting_is_called_off_with_a_reason(planned, place, desk):
    cancel = shown(planned, QPushButton, "取消排期")
    for _ in range(2):
        cancel.click()
    place.tasks.finish()
    assert appointment(desk).cancelled_on is None
    type_text("ill")
    cancel.click()
    place.tasks.finish()
    assert (appointment(desk).reason, appointment(desk).cancelled_on is None) == ("ill", False)
    assert not planned.print_notices()


def test_taking_the_step_back_takes_the_meeting_back(planned, in_case, place, desk):
    planned.context.editing.stepped(
        replace(planned.context.case, appointments=(), steps=()), planned.context.case
    )
    in_case.place.undo.undo()
    place.tasks.finish()
    in_case.editing.store_now()
    place.tasks.finish()
    assert desk.case_files.find(SUN).appointments == ()


def test_what_was_held_or_called_off_has_no_buttons(in_case):
    held = Appointment("n1", DAY, reason="改到下午")
    case = replace(
        in_case.case,
        appointments=(held, Appointment("n2", cancelled_on=DAY)),
        meetings=(Meeting("m1", DAY, appointment_id="n1"),),
    )
    in_case.show_section("schedule")
    in_case.editing.put(case)
    section = in_case.section("schedule")
    section.complete()
    texts = [each.text() for each in section.findChildren(QPushButton)]
    assert "取消排期" not in texts


class Chosen:
    """Asks nobody."""

    def __init__(self, path):
        self.path, self.name = path, ""

    def target(self, name, go_on):
        self.name = name
        go_on(self.path)

    def source(self, go_on):
        go_on(self.path)


def test_one_meeting_leaves_as_a_calendar(planned, place, tmp_path):
    path = tmp_path / "one.ics"
    planned.calendars.asking = Chosen(path)
    planned._save(planned.context.case.appointments[0])
    place.tasks.finish()
    (found,) = read_calendar(path.read_bytes(), DAY)
    assert (found.appointment_id, found.on) == ("n1", DAY)
    assert planned.calendars.asking.name == f"{SUN}-2026-11-26.ics"


def test_a_calendar_that_is_none_is_refused_in_the_bar(qtbot, place, case_page, tmp_path):
    files = CalendarFiles(place, case_page)
    files.asking = Chosen(tmp_path / "missing.ics")
    with qtbot.waitSignal(files.message) as told:
        files.take()
        place.tasks.finish()
    assert "没有日历" in told.args[0].text


def test_a_notice_needs_somebody_to_be_told(qtbot, planned, in_case):
    case = in_case.case
    nobody = replace(case, appointments=(replace(case.appointments[0], invited=()),))
    with qtbot.waitSignal(planned.notices.message) as told:
        planned.notices.print_all(nobody, "n1")
    assert "没有选择通知谁" in told.args[0].text


def test_the_dialogs_of_the_system_ask_without_blocking(case_page):
    got, dialogs = [], CalendarDialogs(case_page)
    for ask in (dialogs.source, lambda go_on: dialogs.target("a.ics", go_on)):
        ask(got.append)
        dialog = case_page.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit("/tmp/a.ics")
        dialog.reject()
    assert [path.name for path in got] == ["a.ics", "a.ics"]


def test_a_case_without_room_for_a_notice_says_what_is_missing(qtbot, planned, in_case, place):
    case = replace(in_case.case, appointments=(replace(in_case.case.appointments[0], on=None),))
    in_case.editing.put(case)
    with qtbot.waitSignal(planned.notices.message) as told:
        planned._print("n1")
        place.tasks.finish()
    assert "调解通知书" in told.args[0].text


def test_why_a_meeting_is_called_off_is_kept_until_it_is(planned, in_case, place, desk):
    shown(planned, QPushButton, "取消排期").click()
    type_text("银行要求")
    place.drafts.store_now()
    place.tasks.finish()
    planned.cards.show_items((), planned._card)
    planned.refresh(in_case.case)
    reasons = [each for each in planned.findChildren(LineField) if each.label_text == "取消的理由"]
    (reason,) = [each for each in reasons if each.isVisibleTo(planned)]
    assert reason.line.text() == "银行要求"
    shown(planned, QPushButton, "取消排期").click()
    place.tasks.finish()
    place.tasks.finish()
    assert appointment(desk).reason == "银行要求"
    assert desk.drafts.all() == ()


def test_the_card_of_a_meeting_to_be_moved_is_opened_as_it_was_left(planned, place, desk):
    planned.open_form("plan/n1")
    planned.planner.length.line.selectAll()
    type_into(planned.planner.length.line, "45")
    planned.step_back()
    planned.open_form("plan/gone")
    assert planned.planner.isHidden()
    planned.open_form("plan/n1")
    assert planned.planner.is_moving
    assert planned.planner.length.value() == 45
    assert planned.planner.kept.note.isVisible()
    planned.planner.go.click()
    place.tasks.finish()
    assert appointment(desk).lasts_min == 45
    assert desk.drafts.all() == ()
