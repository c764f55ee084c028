"""J1: a customer walks in; the clerk takes the dispute down with the keyboard alone."""

import shutil
import time
from datetime import date

import pytest
from PySide6.QtCore import Qt

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.boards import Board
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.query_codes import group_query_code
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.services.agenda import View
from tests.builders import a_branch, a_case, a_person
from tests.ui.keyboard import focused_name, press, type_text
from ui.frame.message_bar import MessageBar

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TAB = Qt.Key.Key_Tab
TODAY = date(2026, 11, 23)
MOST_SECONDS = 90


@pytest.fixture
def desk(sample_station, tmp_path):
    """The sample station on the day of the journeys, where 陈国强 was before."""
    folder = tmp_path / "station"
    shutil.copytree(sample_station, folder)
    opened = LocalStations(TODAY).open(folder, None)
    earlier = a_case(
        id=opened.ids.new(),
        number="（2025）云临金人调字第77号",
        filed_on=date(2025, 8, 4),
        parties=(
            a_person(name="陈国强", phone="13800000021", identity=Identity()),
            a_branch(),
        ),
    )
    opened.registration.begin(earlier)
    yield opened
    opened.close()


def go_to(name, limit=40):
    """Press Tab until the field of this name has the focus."""
    for _ in range(limit):
        if focused_name() == name:
            return
        press(TAB)
    raise AssertionError(f"no field {name}, but {focused_name()}")


def count_of(desk):
    desk.agenda.arrange_all()
    return desk.agenda.count(Board.TO_ACCEPT, View())


def test_a_walk_in_is_registered_in_ninety_seconds_without_a_mouse(qtbot, window, desk, place):
    listed, waiting = desk.lookup.count(), count_of(desk)
    began = time.monotonic()
    page = begin_intake(qtbot, window, place)
    type_the_number(page)
    link_the_earlier_case(qtbot, page, place)
    type_the_dispute(page)
    press(Qt.Key.Key_S, CTRL)
    place.tasks.finish()
    assert time.monotonic() - began < MOST_SECONDS

    case = desk.case_files.open(window.stack.page_in_front().view.case.id)
    assert_told(case)
    assert stage_of(case) is Stage.REGISTERED
    (limit,) = [each for each in desk.limits.of_case(case) if each.rule.key == "acceptance"]
    assert limit.deadline.limit_on == date(2026, 11, 30)
    earlier = desk.case_files.find("（2025）云临金人调字第77号")
    assert [each.number for each in earlier.links] == [case.number]
    assert [each.number for each in case.links] == [earlier.number]
    assert desk.lookup.count() == listed + 1
    assert count_of(desk) == waiting + 1
    said = " ".join(each.message.text for each in window.findChild(MessageBar).notices())
    assert group_query_code(case.query_code) in said


def begin_intake(qtbot, window, place):
    press(Qt.Key.Key_N, CTRL)
    place.tasks.finish()
    page = window.stack.page_in_front()
    qtbot.waitUntil(lambda: page.form is not None and page.form.number_field.isVisible())
    assert focused_name() == "证件号码"
    return page


def type_the_number(page):
    """Type it with a wrong last digit first: what was typed stays, and is corrected."""
    type_text("370000195901124514")
    number = page.form.number_field
    assert "应为 8" in number.remark.text()
    assert number.remark.property("tone") == "error"
    assert number.line.text() == "370000 19590112 4514"
    press(Qt.Key.Key_Backspace)
    type_text("8")
    assert "男 · 1959-01-12 出生" in number.remark.text()
    assert "67 岁" in page.form.age_hint.text()
    assert page.editing.case.needs == ("大字",)


def link_the_earlier_case(qtbot, page, place):
    press(TAB)
    type_text("陈国强")
    press(TAB)
    type_text("13700000021")
    qtbot.waitUntil(page.form.similar.isVisible, timeout=2000)
    assert "2025-08 同名同尾号 1 件" in page.form.similar.heading.text()
    press(Qt.Key.Key_L, ALT)
    place.tasks.finish()


def type_the_dispute(page):
    go_to("渠道")
    for initials in ("lf", "xyk", "xfzy"):
        type_text(initials)
        press(TAB)
    go_to("机构")
    type_text("崂山支行")
    go_to("金额")
    type_text("6200.08")
    assert page.form.claim.remark.text() == "陆仟贰佰元零捌分"
    press(TAB)
    type_text("退还违约金并停止催收电话")
    press(TAB)
    assert focused_name() == "沟通需求：老年"
    press(Qt.Key.Key_Space)


def assert_told(case):
    (person,) = case.parties_in(PartyRole.APPLICANT)
    (bank,) = case.parties_in(PartyRole.RESPONDENT)
    assert (person.name, person.sex, person.age) == ("陈国强", "男", 67)
    assert (bank.name, case.channel, case.subcategory) == ("崂山支行", "来访", "信用卡")
    assert (case.cause, case.claim, case.needs) == ("息费争议", Money(620_008), ("老年", "大字"))
    assert case.requests == ("退还违约金并停止催收电话",)


def test_the_clerk_of_any_desk_reads_four_lines_by_the_code(desk):
    draft = a_case(id=desk.ids.new(), number="", agreement=None, filed_on=TODAY, mediators=())
    desk.registration.begin(draft)
    case = desk.registration.register(draft.id).case
    lines = [str(each) for each in desk.progress.of_code(case.query_code.lower()).lines()]
    assert lines[:3] == [
        "收到日期：2026-11-23",
        "现在哪一步：登记",
        "下一日期：2026-11-30 受理决定",
    ]
    assert len(lines) == 4
