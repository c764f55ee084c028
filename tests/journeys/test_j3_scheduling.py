"""J3: 刘洋 plans a meeting, sees what is in its way, and prints the notices."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from mediation_app.domain.agenda import AgendaKind, agenda_of
from mediation_app.domain.stages import Stage, stage_of
from tests.ui.keyboard import press, type_text
from tests.ui.schedule import cast
from ui.paper.rasters import opened

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def desk(sample_station, tmp_path):
    made = cast.furnished(sample_station, tmp_path / "station")
    yield made
    made.close()


@pytest.fixture
def view(qtbot, window, place, desk):
    """The case of 孙浩 in front."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_case(desk.case_files.find(cast.SUN).id)
    place.tasks.finish()
    made = window.stack.page_in_front().view
    made.list.setFocus()
    return made


class Printing:
    """A printer that prints into a file."""

    def __init__(self, path):
        self._path = path

    def printer(self, printer, go_on):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._path))
        go_on()


def type_when(planner, place, text):
    planner.when.line.selectAll()
    type_text(text)
    place.tasks.finish()


def planned(view, place, desk):
    """Plan the meeting of the journey as a person does; return the case as it is stored."""
    press(Qt.Key.Key_R)
    place.tasks.finish()
    planner = view.section("schedule").planner
    type_when(planner, place, "11-26 9:30")
    assert planner.when.remark.text() == "2026-11-26 周四 9:30–11:00"
    assert (planner.length.value(), planner.room.value()) == (90, "调解室1")
    assert planner.warning.text().startswith("冲突：王桂兰 11-26 10:30 调解室1")
    others = [each for each in planner.strip.blocks if each.case_id != view.case.id]
    assert len(others) == 4
    type_when(planner, place, "14:00")
    assert planner.notice.isHidden()
    press(ENTER)
    place.tasks.finish()
    return desk.case_files.find(cast.SUN)


def test_a_meeting_is_planned_around_another(window, view, place, desk):
    case = planned(view, place, desk)
    (there,) = case.appointments
    assert (there.on, there.begins_min, there.ends_min) == (cast.DAY, 840, 930)
    assert stage_of(case) is Stage.SCHEDULED
    (reminder,) = (
        each.reminders
        for each in agenda_of(case, (), desk.limits.calendar)
        if each.kind is AgendaKind.APPOINTMENT
    )
    assert [day.isoformat() for day in reminder] == ["2026-11-25"]
    window.stack.go("schedule", "2026-11-26")
    place.tasks.finish()
    numbers = {each.booking.number for each in window.stack.page_in_front().board.placed}
    assert {cast.SUN, cast.WANG} <= numbers


def test_its_calendar_says_when_and_nothing_about_who(view, place, desk):
    case = planned(view, place, desk)
    found = desk.scheduling.between(cast.DAY, cast.DAY)
    content = desk.scheduling.exported(tuple(each for each in found if each.case_id == case.id))
    text = re.sub(r"\r\n[ \t]", "", content.decode())
    assert "DTSTART;TZID=Asia/Shanghai:20261126T140000" in text
    assert "DTEND;TZID=Asia/Shanghai:20261126T153000" in text
    assert not re.search(r"\d{17}[\dXx]", text)
    assert "孙浩" not in text


def test_each_party_gets_a_notice_with_its_receipt_of_service(view, place, desk, tmp_path):
    case = planned(view, place, desk)
    assert case.appointments[0].invited == ("p-孙浩", "p2")
    paper = tmp_path / "notices.pdf"
    view.section("schedule").notices.asking = Printing(paper)
    press(Qt.Key.Key_P, CTRL)
    place.tasks.finish()
    place.paper_tasks.finish()
    with opened(paper.read_bytes()) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    receipts = [text for text in pages if "送达回证" in text.splitlines()[:4]]
    notices = [text for text in pages if "调解通知书" in text and text not in receipts]
    assert (len(notices), len(receipts)) == (2, 2)
    for each, name in zip(notices, ("孙浩", "海岳银行崂山支行"), strict=True):
        assert name in each
        assert cast.COMMITTEE.address in each.replace("\r\n", "")
