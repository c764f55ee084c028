"""J2: the branch prepares the file of a case, with the keyboard alone."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.boards import Board
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority
from mediation_app.domain.stages import Stage, stage_of
from tests.builders import a_branch, a_case, a_person, an_agent
from tests.forms.reading import outline_of, page_texts
from tests.ui.case.files_of_case import Chosen, finish, some_files
from tests.ui.keyboard import focused_name, press, type_text
from ui.case.journal_lines import journal_lines
from ui.case.sections.material_row import MaterialRow

CTRL = Qt.KeyboardModifier.ControlModifier
TAB = Qt.Key.Key_Tab
TODAY = date(2026, 11, 23)
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FILES = {
    "领用合约": 3,
    "账单": 6,
    "息费计算表": 1,
    "还款流水": 2,
    "授权委托书": 1,
    "身份证复印件": 1,
}
FRONT = 2
"""Cover and contents."""


@pytest.fixture
def desk(sample_station, tmp_path):
    folder = tmp_path / "station"
    shutil.copytree(sample_station, folder)
    opened = LocalStations(TODAY).open(folder, None)
    yield opened
    opened.close()


def begun(desk, name, number):
    case = a_case(
        id=desk.ids.new(),
        number=number,
        dispute="信用卡纠纷",
        filed_on=TODAY,
        accepted_on=TODAY,
        agreement=None,
        parties=(
            a_person(name=name),
            a_branch(name="海岳银行崂山支行", agents=(an_agent(name="李海涛"),)),
        ),
    )
    return desk.registration.begin(case).case


@pytest.fixture
def case(desk):
    return begun(desk, "孙浩", "（2026）云临金人调字第901号")


@pytest.fixture
def other(desk):
    return begun(desk, "赵敏", "（2026）云临金人调字第902号")


def opened_from_the_board(window, place, case):
    """Find the case under 待我备卷 on the page of today, and open it, by key."""
    press(Qt.Key.Key_1, ALT)
    place.tasks.finish()
    press(Qt.Key.Key_9, CTRL)
    place.tasks.finish()
    today = window.stack.page_in_front()
    assert today.board is Board.TO_PREPARE
    numbers = [today.model.row(no).line.number for no in range(today.model.rowCount())]
    press(Qt.Key.Key_Down, times=numbers.index(case.number))
    press(Qt.Key.Key_Return)
    place.tasks.finish()
    view = window.stack.page_in_front().view
    assert view.case.id == case.id
    assert view.stack.currentWidget() is view.section("materials")
    return view


class ToFile:
    """Puts what is saved into one file."""

    def __init__(self, path):
        self.path = path

    def file(self, name, go_on):
        assert name.startswith("卷宗（2026）")
        self.name = name
        go_on(self.path)


def scan(path, pages):
    """Write a file of blank pages that is like no other."""
    with pikepdf.new() as document:
        for number in range(pages):
            document.add_blank_page(page_size=(595 - number, 842))
        document.docinfo["/Title"] = path.stem
        document.save(path)
    return path


class Folder(Chosen):
    def folder(self, go_on):
        go_on(self.chosen)


def go_to(name, limit=80):
    for _ in range(limit):
        if focused_name() == name:
            return
        press(TAB)
    raise AssertionError(f"no field {name}, but {focused_name()}")


def type_at(name, text):
    go_to(name)
    press(Qt.Key.Key_A, CTRL)
    type_text(text)


@dataclass
class Branch:
    """Where the specialist of the branch sits."""

    view: Any
    place: Any
    desk: Any
    folder: Path
    qtbot: Any

    @property
    def section(self):
        return self.view.section("materials")


@pytest.fixture
def branch(qtbot, window, case, place, desk, tmp_path):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    view = opened_from_the_board(window, place, case)
    return Branch(view, place, desk, tmp_path, qtbot)


def takes_the_usual_list(branch):
    view, section = branch.view, branch.section
    press(Qt.Key.Key_A, CTRL | SHIFT)
    materials = view.case.materials
    needed = {each.name for each in materials if each.is_needed}
    assert needed == {
        *("身份证明复印件（孙浩）", "授权委托书（李海涛）", "信用卡领用合约"),
        *("账单", "还款流水", "息费计算表"),
    }
    assert len(materials) - len(needed) == 4
    assert {each.due_on for each in materials} == {date(2026, 11, 25)}
    assert {each.owed_by for each in materials} == {"申请人", "被申请人"}
    assert "必须 0/6　按需 0/4" in section.count.text()
    section.complete()
    asked = [each.asked.text() for each in section.findChildren(MaterialRow)]
    assert sorted(Counter(asked).items()) == [
        ("必须 · 申请人 · 2026-11-25", 1),
        ("必须 · 被申请人 · 2026-11-25", 5),
        ("按需 · 申请人 · 2026-11-25", 1),
        ("按需 · 被申请人 · 2026-11-25", 3),
    ]


def takes_the_folder_in(branch):
    view, section = branch.view, branch.section
    folder = branch.folder / "孙浩"
    folder.mkdir()
    section.asking = Folder([scan(folder / f"{name}.pdf", pages) for name, pages in FILES.items()])
    press(Qt.Key.Key_D, CTRL | SHIFT)
    finish(branch.place)
    branch.qtbot.waitUntil(section.slots.isVisible)
    for _ in FILES:
        assert section.slots.list.hasFocus()
        press(Qt.Key.Key_Return)
    assert section.slots.isHidden()
    files = {each.name: each.file_name for each in view.case.materials if each.has_file}
    assert files == {
        "身份证明复印件（孙浩）": "身份证复印件.pdf",
        "授权委托书（李海涛）": "授权委托书.pdf",
        "信用卡领用合约": "领用合约.pdf",
        "账单": "账单.pdf",
        "还款流水": "还款流水.pdf",
        "息费计算表": "息费计算表.pdf",
    }
    assert "必须 6/6" in section.count.text()
    assert section.count.property("tone") == "ok"


def binds_the_volume(branch, case):
    """14 pages in the order of the list; the file is complete then."""
    view, section, target = branch.view, branch.section, branch.folder / "卷宗.pdf"
    section.volume.asking = ToFile(target)
    press(Qt.Key.Key_B, CTRL | SHIFT)
    finish(branch.place)
    pdf = target.read_bytes()
    lines = [
        (line.first_page, line.last_page) for line in branch.desk.volumes.bind(case.id).contents
    ]
    assert lines == [(1, 3), (4, 9), (10, 10), (11, 12), (13, 13), (14, 14)]
    assert len(page_texts(pdf)) == FRONT + 14
    outline = outline_of(pdf)
    assert [page - FRONT + 1 for _, _, page in outline] == [1, 4, 10, 11, 13, 14]
    cover, contents, *bound = page_texts(pdf)
    assert "调解卷宗" in cover
    assert "孙浩" in cover
    for _, title, page in outline:
        assert title in contents
        assert str(page - FRONT + 1) in contents
    assert [each.strip() for each in bound] == [str(no) for no in range(1, 15)]
    assert not any(each in f"{cover}{contents}" for each in ("支行行长", "6,000"))
    press(Qt.Key.Key_B, CTRL | ALT)
    finish(branch.place)
    assert stage_of(branch.desk.case_files.open(case.id)) is Stage.PREPARED
    assert stage_of(view.case) is Stage.PREPARED
    assert "必须 6/6" in section.count.text()
    assert section.count.property("tone") == "ok"


def copies_the_volume(branch, case):
    """The copy for the customer hides the numbers of the bank's people, and says so."""
    section, target = branch.section, branch.folder / "副本.pdf"
    section.volume.asking = asking = ToFile(target)
    press(Qt.Key.Key_G, CTRL | SHIFT)
    press(Qt.Key.Key_Return)
    finish(branch.place)
    assert asking.name == f"卷宗{case.number}副本（给孙浩）.pdf"
    assert "本册是给孙浩的副本" in "".join("".join(page_texts(target.read_bytes())).split())


def takes_nothing_twice(branch):
    view, section = branch.view, branch.section
    told = []
    view.message.connect(told.append)
    section.intake.add([branch.folder / "孙浩" / "账单.pdf"])
    finish(branch.place)
    assert "已存在（同一文件）" in told[-1].text
    assert len([each for each in view.case.materials if each.has_file]) == 6


def moves_what_is_of_another_case(branch, case, other):
    view, section = branch.view, branch.section
    (wrong,) = some_files(branch.folder, "合约.pdf")
    section.asking = Chosen([wrong])
    press(Qt.Key.Key_F, CTRL | SHIFT)
    finish(branch.place)
    press(Qt.Key.Key_M, CTRL | SHIFT)
    type_text("赵敏")
    branch.place.tasks.finish()
    press(Qt.Key.Key_Return)
    branch.place.tasks.finish()
    assert [each.file_name for each in branch.desk.case_files.open(other.id).materials] == [
        "合约.pdf"
    ]
    assert "合约" not in [each.name for each in view.case.materials]
    for each in (case, other):
        actions = {entry.action for entry in branch.desk.case_files.history(each.id)}
        assert "move_material" in actions
    view.show_section("journal")
    branch.place.tasks.finish()
    told = [each.text for each in view.section("journal").view.model.lines]
    assert f"材料“合约”移到{other.number}" in told
    arrived = branch.desk.case_files.history(other.id)
    there = journal_lines(arrived, branch.desk.case_files.open(other.id))
    assert f"材料“合约”从{case.number}移来" in [each.text for each in there]
    view.show_section("materials")


def types_the_sums(branch):
    section = branch.section
    press(Qt.Key.Key_E, CTRL | SHIFT)
    for name, text in (("应还", "31860.75"), ("本金", "26400"), ("违约金", "4200.25")):
        type_at(name, text)
    type_at("利息", "1260.05")
    assert "差 0.45" in section.receivable.gap.text()
    type_at("利息", "1260.50")
    assert "一致" in section.receivable.gap.text()


def fills_the_authority(branch, case):
    view = branch.view
    for name, text in (
        *(("可减免至", "6000"), ("可分期至", "24")),
        *(("授权人", "支行行长"), ("有效期至", "2026-12-31")),
    ):
        type_at(name, text)
    press(TAB)
    view.editing.store_now()
    branch.place.tasks.finish()
    stored = branch.desk.case_files.open(case.id)
    assert stored.authority == Authority(
        waives_up_to=Money(600_000),
        periods_up_to=24,
        granted_by="支行行长",
        valid_until_on=date(2026, 12, 31),
    )
    assert stored.receivable.gap == Money.zero()


def test_the_branch_prepares_the_file_without_a_mouse(branch, case, other):
    takes_the_usual_list(branch)
    takes_the_folder_in(branch)
    takes_nothing_twice(branch)
    moves_what_is_of_another_case(branch, case, other)
    types_the_sums(branch)
    fills_the_authority(branch, case)
    copies_the_volume(branch, case)
    binds_the_volume(branch, case)
