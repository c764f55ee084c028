"""Linked cases are shown in both, opened by key, and taken off with a way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mediation_app.domain.cases import CaseId, Link
from tests.ui.keyboard import press
from ui.pages import Message

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def linked(desk):
    """Two cases of the sample station that are linked."""
    one, other = (desk.case_files.find(each) for each in ("第1号", "第20号"))
    desk.links.link(one.id, other.id, "同一张卡")
    return one, other


def card(view):
    return view.section("overview").links


def texts(view):
    return "\n".join(each.text() for each in card(view).findChildren(QLabel) if each.text())


@pytest.mark.parametrize(("here", "there"), [("第1号", "第20号"), ("第20号", "第1号")])
def test_both_cases_show_the_other_with_who_linked_them_and_when(
    linked, open_case, place, desk, here, there
):
    view = open_case(here)
    place.tasks.finish()
    other = desk.case_files.find(there)
    (opener,) = card(view).openers
    assert opener.text() == other.number
    shown = texts(view)
    for told in (other.dispute, desk.author, "同一张卡", "关联"):
        assert told in shown
    assert all(each.name not in shown for each in other.parties if len(each.name) == 3)
    assert {each.id for each in linked} == {view.case.id, other.id}


def test_a_case_without_links_has_no_such_list_and_says_how_to_link(open_case, page, qtbot):
    view = open_case("第1号")
    assert card(view).isHidden()
    with qtbot.waitSignal(page.message) as told:
        view.show_links()
    assert "Alt+L" in told.args[0].text


@pytest.mark.usefixtures("linked")
def test_the_linked_case_is_opened_by_the_keyboard(open_case, page, place, desk, qtbot):
    open_case("第1号")
    place.tasks.finish()
    page.activateWindow()
    press(Qt.Key.Key_L, ALT)
    assert page.view.focusWidget() is card(page.view).openers[0]
    with qtbot.waitSignal(page.case_chosen) as chosen:
        press(Qt.Key.Key_Space)
    assert chosen.args == [desk.case_files.find("第20号").id]


def test_a_link_is_taken_off_both_cases_and_undo_puts_it_back(
    linked, open_case, page, place, desk
):
    one, other = linked
    view = open_case("第1号")
    place.tasks.finish()
    before = [desk.case_files.open(each.id) for each in (one, other)]
    told: list[Message] = []
    page.message.connect(told.append)
    card(view).removers[0].click()
    place.tasks.finish()
    assert [desk.case_files.open(CaseId(each.id)).links for each in (one, other)] == [(), ()]
    assert card(view).isHidden()
    assert told[-1].text == f"取消与{other.number}的关联"
    place.undo.undo()
    place.tasks.finish()
    assert [desk.case_files.open(each.id) for each in (one, other)] == before
    assert not card(view).isHidden()
    place.undo.redo()
    place.tasks.finish()
    assert desk.case_files.open(other.id).links == ()


def test_what_changes_in_the_linked_case_is_shown_at_once(linked, open_case, place, desk):
    _, other = linked
    view = open_case("第1号")
    place.tasks.finish()
    saved = desk.steps.take(other.id, desk.steps.lawful(other.id)[-1].action, "因故")
    place.tasks.changed.emit(saved.changes)
    place.tasks.finish()
    assert saved.case == card(view).linked[0].case


def test_a_case_that_is_at_another_desk_is_told_by_its_number_alone(page, place, desk):
    elsewhere = Link("k1", CaseId("elsewhere"), "（2025）他站字第1号")
    draft = replace(desk.registration.blank(desk.setup.committee()), links=(elsewhere,))
    desk.registration.begin(draft)
    page.enter(draft.id)
    place.tasks.finish()
    place.tasks.finish()
    assert (card(page.view).openers, len(card(page.view).removers)) == ([], 1)
    assert "（2025）他站字第1号（不在本机）" in texts(page.view)
    card(page.view).removers[0].click()
    place.tasks.finish()
    assert desk.case_files.open(draft.id).links == ()
