"""Steps on the page of a case: lawful ones are offered, what is typed is never lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.agreements import Agreement
from mediation_app.domain.cases import Outcome, Visit
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Action
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.keyboard import type_into
from ui.pages import Tone


@pytest.fixture
def messages(page):
    heard = []
    page.message.connect(heard.append)
    return heard


def offered(page):
    return {action for action, command in page.steps.items() if command.isVisible()}


def ended(view, place, action, reason="双方意见不一"):
    """Take a step that needs a reason as a person does."""
    view.taking.do(action)
    type_into(view.taking.panel.reason.text_edit, reason)
    view.taking.panel.take()
    place.tasks.finish()


def test_the_menu_holds_the_lawful_steps_only_and_says_what_they_lack(open_case, page):
    open_case("第17号")
    assert offered(page) == {Action.SEAL, Action.ARCHIVE}
    text = page.steps[Action.ARCHIVE].text()
    assert text == "归档（还缺签署完成（锁定协议）、已出具的人民调解协议书）"
    open_case("第20号")
    assert Action.ARCHIVE not in offered(page)
    assert {Action.SUSPEND, Action.WITHDRAW, Action.FAIL, Action.TRANSFER} < offered(page)


def test_a_step_that_lacks_something_leads_there(open_case, messages):
    view = open_case("第17号")
    view.taking.do(Action.ARCHIVE)
    assert view.list.chosen == "signing"
    view.taking.do(Action.RESUME)
    assert "只能在“中止”阶段办理" in messages[-1].text


def test_a_suspended_case_is_resumed_and_each_step_is_undone(open_case, place):
    view = open_case("第20号")
    before = view.case
    ended(view, place, Action.SUSPEND)
    assert stage_of(view.case) is Stage.SUSPENDED
    assert "调解已中止" in banner_of(view)
    assert view.header.primary.text() == "恢复调解"
    place.undo.undo()
    assert stored(view) == before
    place.undo.redo()
    assert stage_of(stored(view)) is Stage.SUSPENDED
    view.header.do_step()
    place.tasks.finish()
    assert stage_of(stored(view)) is Stage.MEDIATION


def banner_of(view):
    return "".join(each.text() for each in view.banner.findChildren(QLabel) if each.isVisible())


def test_a_case_that_is_over_rests_until_it_is_supplemented_or_reopened(
    open_case, place, messages
):
    view = open_case("第12号")
    place.tasks.finish()
    assert field_of(view, "facts").text_edit.isReadOnly()
    view.editing.put(replace(view.case, parties=view.case.parties[:1]))
    assert messages[-1].tone is Tone.ERROR
    assert "请先“补录”或者“重开”" in messages[-1].text
    ended(view, place, Action.SUPPLEMENT, "补写一项事实")
    assert not field_of(view, "facts").text_edit.isReadOnly()
    type_into(field_of(view, "facts").text_edit, "补充。")
    assert "补充。" in stored(view).facts
    assert view.header.primary.text() == "补录完毕"
    view.header.do_step()
    place.tasks.finish()
    assert stage_of(view.case) is Stage.FAILED
    ended(view, place, Action.REOPEN, "双方愿意再谈")
    assert stage_of(view.case) is Stage.MEDIATION
    assert view.case.outcome is Outcome.PENDING


def test_a_day_that_is_no_lawful_step_yet_is_kept_as_words_beside_its_field(open_case, place):
    view = open_case("第20号")
    field = field_of(view, "visit/visited_on")
    type_into(field.line, "2026-11-20")
    assert "“登记回访”不能在“调解”阶段办理" in field.remark.text()
    kept = stored(view)
    assert kept.visit is None or kept.visit.visited_on is None
    assert [(each.id, each.text) for each in kept.unfinished] == [
        ("visit/visited_on", "2026-11-20")
    ]
    place.tasks.finish()


def test_a_lawful_day_takes_its_step_by_being_typed(open_case):
    view = open_case("第1号")
    view.editing.put(replace(view.case, visit=None))
    type_into(field_of(view, "visit/visited_on").line, "2026-11-20")
    assert stored(view).visit.visited_on == date(2026, 11, 20)
    assert view.header.primary.text() == "签署完成"


def test_facts_that_contradict_each_other_are_said_above_the_form(open_case, place, desk):
    view = open_case("第1号")
    shown = view.case
    with desk.case_files._units() as work:
        work.cases.save(shown, replace(shown, outcome=Outcome.WITHDRAWN), "edit")
        place.tasks.changed.emit(work.commit())
    place.tasks.finish()
    assert "结果写“撤回申请”，协议却已由各方签署生效" in banner_of(view)
    view.banner.place_wanted.emit("outcome")
    assert view.list.chosen == "mediation"


def test_an_empty_visit_is_no_visit(open_case):
    view = open_case("第20号")
    view.editing.put(replace(view.case, visit=Visit(), agreement=Agreement()))
    assert stage_of(view.case) is Stage.AGREEMENT
