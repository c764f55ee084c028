"""Edits that the centre refused, on the page of synchronisation: one's own and those of others."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton

from mediation_app.domain.journal import FieldChange
from mediation_app.domain.syncing import Link, SetAside, SyncState
from mediation_app.sentences import say
from tests.ui.sync.test_page import NOW, ONLINE, texts


def refused(case, after, **more):
    changes = (FieldChange("facts", "旧", after),)
    return SetAside("o1", case.id, case.number, "周文", NOW, say("来晚了"), changes, **more)


def press_in(widget, text):
    (found,) = (
        each
        for each in widget.findChildren(QAbstractButton)
        if each.text() == text and each.isVisible()
    )
    found.click()


def settle(page):
    for _ in range(3):
        page.place.sync_tasks.finish()
        page.place.tasks.finish()


def test_an_own_edit_is_taken_up_again_by_one_press(told, page, synchroniser, desk):
    case = desk.case_files.find("第1号")
    synchroniser.refused = (refused(case, "重新提交的内容"),)
    told(replace(ONLINE, set_aside=1))
    press_in(page.refused.own, "重新提交")
    settle(page)
    assert desk.case_files.open(case.id).facts == "重新提交的内容"
    assert page.refused.isHidden()
    assert synchroniser.refused == ()


def test_an_own_edit_that_changes_nothing_more_can_only_be_let_go(told, page, synchroniser, desk):
    case = desk.case_files.find("第1号")
    synchroniser.refused = (refused(case, case.facts),)
    told(replace(ONLINE, set_aside=1))
    assert "重新提交" not in texts(page.refused)
    press_in(page.refused.own, "不再提示")
    settle(page)
    assert page.refused.isHidden()


def test_a_late_edit_of_a_colleague_is_asked_for_adopted_and_answered(
    told, page, synchroniser, desk
):
    case = desk.case_files.find("第1号")
    late = refused(case, "同事的内容", is_of_others=True, device_name="PC-B")
    synchroniser.too_late = (late,)
    told(ONLINE)
    settle(page)
    said = texts(page.refused)
    assert "同事来晚的修改" in said
    assert any("周文" in each and "PC-B" in each for each in said)
    assert any("改为 “同事的内容”" in each for each in said)
    press_in(page.refused.of_others, "采用")
    settle(page)
    assert desk.case_files.open(case.id).facts == "同事的内容"
    assert "answer o1" in synchroniser.calls
    assert page.refused.isHidden()


def test_a_late_edit_that_the_centre_cannot_be_told_about_stays_listed(
    qtbot, told, page, synchroniser, desk
):
    case = desk.case_files.find("第1号")
    late = refused(case, "同事的内容", is_of_others=True)
    synchroniser.too_late = (late,)
    told(ONLINE)
    settle(page)
    synchroniser.now = SyncState(Link.OFFLINE)
    with qtbot.waitSignal(page.message) as said:
        press_in(page.refused.of_others, "不采用")
        settle(page)
    assert "连不上中心库" in said.args[0].text
    assert [each.edit for each in page.refused.of_others.edits] == [late]


def test_an_edit_of_the_committee_is_told_in_its_own_words(told, page, synchroniser, desk):
    change = FieldChange("court", "旧", "乙区人民法院")
    synchroniser.refused = (SetAside("o2", "", "", "周文", NOW, say("理由"), (change,)),)
    told(replace(ONLINE, set_aside=1))
    assert {"本委员会资料", "管辖法院：改为“乙区人民法院”"} <= set(texts(page.refused))
    press_in(page.refused.own, "重新提交")
    settle(page)
    assert desk.setup.committee().court == "乙区人民法院"


def test_an_edit_of_a_case_that_moved_away_names_no_draft_and_opens_nothing(
    told, page, synchroniser
):
    change = FieldChange("facts", "旧", "新")
    synchroniser.refused = (SetAside("o3", "gone", "", "周文", NOW, say("理由"), (change,)),)
    told(replace(ONLINE, set_aside=1))
    said = texts(page.refused)
    assert "已不在本机的案件" in said
    assert not {"打开案件", "重新提交"} & set(said)
    assert "原文仍在本机；案件移回本站后可以重新提交，也可以不再提示。" in said
