"""A case that moves to another station while it is open here: it says so, and takes no more."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from mediation_app.domain.journal import Changes
from mediation_app.errors import CaseNotFoundError
from tests.ui.keyboard import type_into
from ui.case.page import CasePage
from ui.pages import SaveStep


class MovableCases:
    """The cases of a desk, which a centre may take away and give back."""

    def __init__(self, case_files):
        self._case_files = case_files
        self.are_gone = False

    def __getattr__(self, name):
        if self.are_gone and name in {"open", "save"}:
            return self._refuse
        return getattr(self._case_files, name)

    def _refuse(self, *_):
        raise CaseNotFoundError("x")


@pytest.fixture
def cases(desk):
    return MovableCases(desk.case_files)


@pytest.fixture
def page(qtbot, desk, cases, place_of, look):  # noqa: ARG001
    place = place_of(replace(desk, case_files=cases))
    made = CasePage(place)
    qtbot.addWidget(made)
    made.resize(1294, 672)
    made.show()
    made.enter(desk.case_files.find("第1号").id)
    place.tasks.finish()
    return made


def move(page, cases, *, is_gone=True):
    cases.are_gone = is_gone
    page.place.tasks.changed.emit(Changes(frozenset({page.view.case.id})))
    page.place.tasks.finish()


def said(page):
    labels = page.view.banner.findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def facts_of(page):
    page.view.go_to("facts")
    return page.view.binding.field_at("facts").text_edit


def test_a_case_that_left_says_so_and_is_only_read(page, cases):
    facts = facts_of(page)
    shown = facts.toPlainText()
    move(page, cases)
    assert "案件已不在这台电脑上" in said(page)
    assert facts.isReadOnly()
    assert facts.toPlainText() == shown
    assert not page.view.header.primary.isEnabled()
    phone = f"parties/{page.view.case.parties[0].id}/phone"
    page.view.go_to(phone)  # built only now
    assert page.view.binding.field_at(phone).editor.isReadOnly()


def test_nothing_is_added_to_a_case_that_left(page, cases):
    told = []
    page.message.connect(told.append)
    move(page, cases)
    before = page.view.case
    page.view.editing.put(replace(before, facts="别的"))
    assert page.view.case == before
    assert "不能再修改" in told[-1].text


def test_what_could_not_be_stored_any_more_stays_in_sight_and_is_not_tried_for_ever(page, cases):
    states = []
    page.save_state.connect(states.append)
    cases.are_gone = True
    type_into(facts_of(page), "最后一句。")
    page.view.editing.store_now()
    page.place.tasks.finish()
    assert "案件已不在这台电脑上" in said(page)
    assert states[-1].step is SaveStep.FAILED
    assert "最后一句。" in facts_of(page).toPlainText()
    assert not page.view.editing._timer.isActive()
    page.leave()
    page.place.tasks.finish()
    (back,) = (each for each in page.view.banner.findChildren(QPushButton) if each.text())
    back.click()
    assert page.view is None
    assert states[-1].step is SaveStep.SAVED


def test_from_a_case_that_left_one_press_leads_to_the_list(page, cases, qtbot):
    move(page, cases)
    (back,) = page.view.banner.findChildren(QPushButton)
    with qtbot.waitSignal(page.finished) as finished:
        back.click()
    assert (back.text(), finished.args) == ("返回案件列表", [""])
    assert page.view is None


def test_a_case_that_comes_back_is_written_in_again(page, cases):
    move(page, cases)
    move(page, cases, is_gone=False)
    assert "案件已不在" not in said(page)
    facts = facts_of(page)
    assert not facts.isReadOnly()
    type_into(facts, "回来了。")
    page.view.editing.store_now()
    page.place.tasks.finish()
    assert "回来了。" in page.place.desk.case_files.open(page.view.case.id).facts
