from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.cases import Confirmation, Outcome
from mediation_app.domain.transitions import Action
from mediation_app.errors import CaseNotFoundError
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.case.files_of_case import finish
from tests.ui.keyboard import focused_name, press, type_text
from ui.case.limit_button import words_of_limit
from ui.case.seal_question import SealQuestion
from ui.frame.details import Details
from ui.pages import Tone


def test_the_primary_button_leads_from_stage_to_stage(open_case, desk, place):
    view = open_case("第20号")
    fresh = replace(view.case, meetings=(), accepted_on=None, agreement=None)
    view.editing.put(replace(fresh, outcome=Outcome.PENDING))
    assert view.header.primary.text() == "受理"
    view.header.primary.click()
    place.tasks.finish()
    assert view.case.accepted_on == desk.clock.today()
    assert view.header.primary.text() == "备卷完成"
    view.header.primary.click()
    place.tasks.finish()
    assert view.header.primary.text() == "排期"
    view.taking.take(Action.MEDIATE)
    place.tasks.finish()
    assert view.case.meetings
    assert view.header.primary.text() == "拟定协议"


def test_what_is_missing_is_listed_and_shown_beside_the_fields(open_case):
    view = open_case("第1号")
    agreement = replace(view.case.agreement, signatures=(), manner="")
    unsigned = replace(view.case, visit=None, agreement=agreement, confirmation=Confirmation())
    view.editing.put(replace(unsigned, facts="", recorder=""))
    assert view.header.primary.text().startswith("补齐")
    view.header.primary.click()
    assert view.list.chosen == "facts"
    assert view.binding.field_at("facts").remark.text() == "缺少纠纷主要事实"
    assert view.binding.field_at("agreement/manner").remark.text() == "缺少履行方式"


def test_a_limit_explains_itself(open_case):
    view = open_case("第1号")
    confirmation = replace(view.case.confirmation, applied_on=None)
    view.editing.put(replace(view.case, visit=None, confirmation=confirmation))
    button = view.header._limit_row.itemAt(0).widget()
    said = "".join(button.sentences())
    assert "2026-03-05（协议生效）" in said
    assert "清明节" in said
    assert "2026-04-07" in said
    button.explain()


def test_enter_goes_on_from_field_to_field(open_case):
    view = open_case("第1号")
    field = field_of(view, "dispute")
    field.activate()
    press(Qt.Key.Key_Return)
    assert focused_name() == "案件来源"


def test_entering_the_same_case_again_keeps_its_place(open_case, page):
    view = open_case("第1号")
    view.show_section("signing")
    page.enter(view.case.id)
    page.enter()
    assert page.view is view
    assert view.list.chosen == "signing"


def test_the_page_offers_its_commands_with_their_keys(open_case, page):
    view = open_case("第1号")
    keys = {each.shortcut().toString(): each for each in page.actions()}
    assert {"Ctrl+P", "Ctrl+Return", "Ctrl+Shift+S", "F9"} <= set(keys)
    keys["Ctrl+PgDown"].trigger()
    assert view.list.chosen == "parties"
    keys["Ctrl+PgUp"].trigger()
    assert view.list.chosen == "overview"


class ToOneFile:
    """Prints everything into one file."""

    def __init__(self, path):
        self.path = path

    def printer(self, printer, go_on):
        printer.setOutputFileName(str(self.path))
        go_on()


def asked_for(signal, do):
    """Return what a signal tells while something is done."""
    told = []
    signal.connect(told.append)
    do()
    return told


def draft_like(case, case_id):
    """Return the case as it was before anything was done, without its facts."""
    draft = replace(case, number="", accepted_on=None, meetings=(), visit=None, agreement=None)
    unasked = replace(case.confirmation, is_requested=False, applied_on=None)
    begun = replace(draft, id=case_id, outcome=Outcome.PENDING, confirmation=unasked)
    return replace(begun, facts="")


def test_a_dispute_goes_from_draft_to_signing_with_the_primary_button(
    open_case, page, desk, place, tmp_path
):
    case = open_case("第3号").case
    page.enter(desk.registration.begin(draft_like(case, desk.ids.new())).case.id)
    place.tasks.finish()
    view = page.view
    view.paper.output.asking = ToOneFile(tmp_path / "out.pdf")
    assert view.header.primary.text() == "登记"
    view.header.do_step()
    assert view.binding.field_at("facts").remark.text() == "缺少纠纷简要情况"
    type_text("事实经过。")
    view.header.do_step()
    place.tasks.finish()
    assert view.case.number.startswith("（")
    for expected in ("受理", "备卷完成"):
        assert view.header.primary.text() == expected
        view.header.do_step()
        place.tasks.finish()
    assert view.header.primary.text() == "排期"
    view.taking.take(Action.SCHEDULE)
    place.tasks.finish()
    assert view.header.primary.text() == "开始调解"
    assert asked_for(page.session_wanted, view.header.do_step) == [view.case.id]
    view.section("mediation").add_meeting()
    view.editing.put(replace(view.case, agreement=replace(case.agreement, signatures=())))
    assert view.header.primary.text() == "打印人民调解协议书"
    place.paper_tasks.finish()
    view.header.do_step()
    finish(place)
    assert view.header.primary.text() == "登记签署"
    view.header.do_step()
    assert view.list.chosen == "signing"


def test_a_printed_agreement_goes_to_signing_to_the_court_and_to_a_visit(
    open_case, place, tmp_path
):
    view = open_case("第3号")
    case = view.case
    unasked = replace(case.confirmation, is_requested=False, applied_on=None)
    view.editing.put(replace(case, visit=None, confirmation=unasked))
    view.paper.output.asking = ToOneFile(tmp_path / "out.pdf")
    view.section("signing").sign_all_today()
    assert view.header.primary.text() == "签署完成"
    view.sealing.seal()
    place.tasks.finish()
    assert view.header.primary.text() == "准备司法确认"
    view.header.do_step()
    assert view.header.primary.text() == "打印司法确认申请书"
    assert view.paper.kind.name == "CONFIRMATION"
    place.paper_tasks.finish()
    view.header.do_step()
    for _ in range(3):
        place.tasks.finish()
        place.paper_tasks.finish()
    assert view.header.primary.text() == "申请司法确认"
    view.header.do_step()
    type_text("+1")
    assert view.header.primary.text() == "登记裁定"
    view.header.do_step()
    type_text("+3")
    assert view.header.primary.text() == "登记回访"
    view.header.do_step()
    type_text("+9")
    assert view.header.primary.text() == "归档"
    assert (tmp_path / "out.pdf").exists()
    assert stored(view).visit is not None


def test_several_limits_are_told_behind_a_button(open_case, page):
    view = open_case("第3号")
    fresh = replace(view.case, agreement=None, visit=None, outcome=Outcome.PENDING)
    fresh = replace(fresh, confirmation=Confirmation())
    view.editing.put(replace(fresh, complaint_received_on=date(2026, 2, 9)))
    more = view.header._limit_row.itemAt(1).widget()
    assert more.text().startswith("+")
    more.click()
    (details,) = [each for each in page.findChildren(Details) if each.isVisible()]
    told = "".join(each.text() for each in details.findChildren(QLabel))
    assert "2026" in told
    assert "期限" in told


@pytest.mark.parametrize(("days", "words"), [(-2, "已过 2 天"), (0, "今天到期"), (5, "剩 5 天")])
def test_a_limit_says_how_many_days_are_left(open_case, desk, days, words):
    view = open_case("第1号")
    (limit,) = [
        each
        for each in desk.limits.of_case(replace(view.case, visit=None))
        if each.rule.starts_from == "协议生效"
    ]
    today = limit.deadline.limit_on - timedelta(days=days)
    assert words in words_of_limit(limit, today)


def test_the_committee_that_changes_its_name_changes_the_paper(open_case, page, desk, place):
    view = open_case("第1号")
    shown = desk.setup.committee()
    wanted = replace(shown, name="新名称调解委员会")
    place.tasks.run(page, lambda: desk.setup.save(shown, wanted), lambda _: None)
    place.tasks.finish()
    place.tasks.finish()
    assert view.context.committee.name == "新名称调解委员会"


def test_an_enter_outside_of_fields_does_what_is_next(open_case, page):
    view = open_case("第1号")
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    (question,) = page.findChildren(SealQuestion)
    question.no.click()


def test_a_refused_registration_is_said(open_case, page, place):
    view = open_case("第1号")
    messages = []
    page.message.connect(messages.append)
    view.on_refused(CaseNotFoundError("x"))
    assert messages[-1].tone is Tone.ERROR
    del place
