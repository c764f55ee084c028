"""J1: a customer walks in; the clerk takes the dispute down with the keyboard alone."""

import shutil
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.boards import Board
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.query_codes import group_query_code
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.services.agenda import View
from tests.builders import a_branch, a_case, a_person
from tests.forms.reading import page_texts
from tests.ui.keyboard import focused_name, press, type_text
from ui.case.limit_button import LimitButton
from ui.frame.details import Details
from ui.frame.message_bar import MessageBar

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TAB = Qt.Key.Key_Tab
TODAY = date(2026, 11, 23)
MOST_SECONDS = 90
KEYS_A_SECOND = 3
"""A slow typist; a sign of Chinese is taken for as many keys as its pinyin has, and one more."""
KEYS_A_SIGN = 4


class KeysPressed(QObject):
    """Counts the keys that a person presses; what the program does meanwhile is no matter."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):  # noqa: N802  as Qt names it
        if watched is QApplication.focusWidget():
            if event.type() is QEvent.Type.KeyPress:
                self.count += 1
            elif event.type() is QEvent.Type.InputMethod:
                self.count += KEYS_A_SIGN * len(event.commitString())
        return False


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


def test_a_walk_in_is_registered_in_ninety_seconds_without_a_mouse(
    qapp, qtbot, window, desk, place, tmp_path
):
    listed, waiting = desk.lookup.count(), count_of(desk)
    keys = KeysPressed()
    qapp.installEventFilter(keys)
    page = begin_intake(qtbot, window, place)
    type_the_number(page)
    link_the_earlier_case(qtbot, page, place)
    type_the_dispute(page)
    press(Qt.Key.Key_S, CTRL)
    place.tasks.finish()
    qapp.removeEventFilter(keys)
    assert keys.count / KEYS_A_SECOND < MOST_SECONDS

    view = window.stack.page_in_front().view
    case = desk.case_files.open(view.case.id)
    assert_told(case)
    assert_shown(window, view, case)
    earlier = desk.case_files.find("（2025）云临金人调字第77号")
    assert [each.number for each in earlier.links] == [case.number]
    assert [each.number for each in case.links] == [earlier.number]
    assert earlier.parties[0].phone == "13800000021"
    assert desk.lookup.count() == listed + 1
    assert count_of(desk) == waiting + 1
    assert_printed(case, *print_first_papers(page, place, tmp_path))
    assert_shown_in_both(window, place, case, earlier)
    assert_on_the_board(window, place, case)


def assert_shown(window, view, case):
    """The case is in front, waits to be accepted, and its limit explains itself by key."""
    (limit,) = [each for each in view.header.findChildren(LimitButton) if each.isVisible()]
    assert limit.whole_text() == "受理决定 2026-11-30 剩 7 天"
    assert view.header.number.text() == case.number
    assert stage_of(case) is Stage.REGISTERED
    assert view.header.primary.whole_text() == "受理"
    press(Qt.Key.Key_D, CTRL | ALT)
    (details,) = [each for each in window.findChildren(Details) if each.isVisible()]
    told = [each.text() for each in details.findChildren(QLabel)]
    assert "期限 5 个工作日" in told
    assert "计入 11-24、11-25、11-26、11-27、11-30" in told
    assert "跳过 2026-11-28 星期六；跳过 2026-11-29 星期日" in told
    press(Qt.Key.Key_Escape)
    said = " ".join(each.message.text for each in window.findChild(MessageBar).notices())
    assert case.number in said
    assert group_query_code(case.query_code) in said


class PrintsToPdf:
    """The printer of the journey, and the sheets that came out of it."""

    def __init__(self, folder):
        self.folder = folder
        self.sheets = []

    def printer(self, printer, go_on):
        path = self.folder / f"{printer.docName()}.pdf"
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        self.sheets.append((path, printer.pageLayout().pageSize().id()))
        go_on()


def print_first_papers(page, place, folder):
    """Answer the message of the registration by its key; return the slip and the receipt."""
    page.papers.output.asking = asking = PrintsToPdf(folder)
    press(Qt.Key.Key_Return, ALT)
    for _ in range(4):
        place.tasks.finish()
        place.paper_tasks.finish()
    (slip, slip_size), (receipt, receipt_size) = asking.sheets
    assert (slip_size, receipt_size) == (QPageSize.PageSizeId.A6, QPageSize.PageSizeId.A4)
    return slip.read_bytes(), receipt.read_bytes()


def assert_printed(case, slip, receipt):
    """Both say number, code, next step and whom to ask, and not who the customer is in law."""
    for pdf in (slip, receipt):
        (page,) = page_texts(pdf)
        text = "".join(page.split())
        for each in (
            *(case.number, group_query_code(case.query_code).replace(" ", "")),
            *("受理决定，最迟2026年11月30日", "0999-00000000", "2026年11月23日"),
        ):
            assert each in text
        for hidden in (case.parties[0].identity.number, "4518", case.parties[0].phone):
            assert hidden not in text
    assert sizes_of(slip)[0] == pytest.approx((105 / 25.4 * 72, 148 / 25.4 * 72), abs=1)


def sizes_of(pdf):
    """Return the width and height of each page in points."""
    with pikepdf.open(BytesIO(pdf)) as document:
        boxes = [[float(each) for each in page.mediabox] for page in document.pages]
    return [(right - left, top - bottom) for left, bottom, right, top in boxes]


def assert_on_the_board(window, place, case):
    """The new case waits on the page of today, under 待受理."""
    press(Qt.Key.Key_1, ALT)
    place.tasks.finish()
    press(Qt.Key.Key_8, CTRL)
    place.tasks.finish()
    today = window.stack.page_in_front()
    assert today.board is Board.TO_ACCEPT
    rows = range(today.model.rowCount())
    assert case.number in [today.model.row(no).line.number for no in rows]
    assert today.table.selectionModel().hasSelection()


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
    qtbot.waitUntil(page.form.similar.isVisible)
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


def assert_shown_in_both(window, place, case, earlier):
    """Each of the two linked cases leads to the other, by the keyboard."""
    for here, there in ((case, earlier), (earlier, case)):
        assert window.stack.page_in_front().view.case.id == here.id
        press(Qt.Key.Key_L, ALT)
        place.tasks.finish()
        assert focused_name() == f"打开关联案件 {there.number}"
        press(Qt.Key.Key_Space)
        place.tasks.finish()


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
