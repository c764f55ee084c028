"""The volume of a case, and the copy of it that one party gets."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mediation_app.domain.materials import Material
from tests.forms.reading import page_texts
from tests.ui.case.files_of_case import finish
from tests.ui.keyboard import press
from tests.ui.to_files import ToFiles
from ui.case.sections.volume_output import CopyPanel

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(open_case, page):
    page.activateWindow()
    made = open_case("第1号")
    made.editing.put(replace(made.case, materials=(Material("m1", "合同", is_received=True),)))
    made.show_section("materials")
    return made


@pytest.fixture
def output(view, tmp_path):
    volume = view.section("materials").volume
    volume.asking = ToFiles(tmp_path)
    return volume


def text_of(path):
    return "".join(page_texts(path.read_bytes())).replace("\r", "").replace("\n", "")


def test_the_copy_for_a_party_is_chosen_by_key_and_masks_the_others(view, page, place, output):
    issue, case = place.desk.paper.issue, view.case
    view.editing.store_now()
    place.tasks.finish()
    for paper in place.desk.paper.papers_for(case):
        if paper.kind.title == "人民调解申请书":
            issue(paper.kind, case.id, paper.about)
    number = case.parties[0].identity.number
    press(Qt.Key.Key_B, CTRL_SHIFT)
    finish(place)
    assert number in text_of(output.asking.saved)
    press(Qt.Key.Key_G, CTRL_SHIFT)
    (panel,) = page.findChildren(CopyPanel)
    assert [each.text() for each in panel.people] == [
        f"{each.name}（{each.role.value}）" for each in case.parties
    ]
    assert panel.people[0].hasFocus()
    assert panel.masking.isChecked()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    finish(place)
    bank = case.parties[1].name
    assert output.asking.saved.name == f"卷宗{case.number}副本（给{bank}）.pdf"
    copied = text_of(output.asking.saved)
    assert number not in copied
    assert f"本册是给{bank}的副本" in copied


@pytest.mark.usefixtures("view")
def test_a_copy_is_masked_only_where_the_person_says_so(page, place, output):
    press(Qt.Key.Key_G, CTRL_SHIFT)
    (panel,) = page.findChildren(CopyPanel)
    panel.masking.click()
    panel.people[1].click()
    finish(place)
    assert "本册是给" not in text_of(output.asking.saved)


@pytest.mark.usefixtures("output")
def test_what_cannot_be_bound_is_told(view, place):
    told = []
    view.message.connect(told.append)
    locked = Material("m2", "录音", is_received=True)
    view.editing.put(replace(view.case, materials=(*view.case.materials, locked)))
    press(Qt.Key.Key_B, CTRL_SHIFT)
    finish(place)
    assert any("请另附在后：合同、录音" in each.text for each in told)
