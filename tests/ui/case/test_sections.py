from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.cases import Confirmation, Outcome
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyKind, PartyRole
from mediation_app.domain.stages import Stage, stage_of
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.clipping import nothing_is_cut_off
from tests.ui.keyboard import focused_name, type_into, type_text
from tests.ui.to_files import ToFiles
from ui.case.parts import SECTIONS
from ui.case.sections.clause_picker import ClausePicker


@pytest.mark.parametrize("key", SECTIONS)
def test_every_part_opens_and_nothing_in_it_is_cut_off(qtbot, open_case, key):
    view = open_case("第7号")
    view.show_section(key)
    qtbot.wait(20)
    assert view.list.chosen == key
    nothing_is_cut_off(qtbot, view.section(key))
    nothing_is_cut_off(qtbot, view.header)


def test_parties_of_every_kind_are_added_changed_moved_and_removed(open_case):
    view = open_case("第1号")
    section = view.section("parties")
    section.add_party(PartyRole.GUARANTOR)
    assert focused_name() == "名称" or focused_name() == "姓名"
    type_text("梁保仁")
    party = view.case.parties[-1]
    assert (party.role, party.name) == (PartyRole.GUARANTOR, "梁保仁")
    section.add_agent(party)
    type_text("代理人甲")
    section.add_guardian(view.case.parties[-1])
    type_text("法定代理人乙")
    party = view.case.parties[-1]
    assert (party.agents[0].name, party.guardians[0].name) == ("代理人甲", "法定代理人乙")
    section.move_party(party.id, -1)
    assert view.case.parties[1].id == party.id
    section.remove_person(f"parties/{party.id}/agents/{party.agents[0].id}")
    assert view.case.parties[1].agents == ()
    section.remove_party(party.id)
    assert len(view.case.parties) == 2
    view.undo()
    assert view.case.parties[1].name == "梁保仁"


def test_another_kind_of_party_has_other_fields(open_case):
    view = open_case("第1号")
    view.show_section("parties")
    party = view.case.parties[1]
    assert view.binding.field_at(f"parties/{party.id}/credit_code")
    kind = field_of(view, f"parties/{party.id}/kind")
    kind.box.setCurrentIndex(list(PartyKind).index(PartyKind.NATURAL))
    kind.box.activated.emit(kind.box.currentIndex())
    assert view.case.parties[1].kind is PartyKind.NATURAL
    assert view.binding.field_at(f"parties/{party.id}/identity")
    role = field_of(view, f"parties/{party.id}/role")
    role.box.setCurrentIndex(list(PartyRole).index(PartyRole.THIRD))
    role.box.activated.emit(role.box.currentIndex())
    assert view.case.parties[1].role is PartyRole.THIRD
    assert view.binding.field_at(f"parties/{party.id}/role") is role


def test_a_minor_is_said_to_need_a_guardian(open_case):
    view = open_case("第7号")
    view.show_section("parties")
    card = view.section("parties").cards.itemAt(0).widget()
    assert "岁" in card.hint.text()
    party = view.case.parties[0]
    for guardian in party.guardians:
        view.section("parties").remove_person(f"parties/{party.id}/guardians/{guardian.id}")
    card = view.section("parties").cards.itemAt(0).widget()
    assert "需要法定代理人" in card.hint.text()


def test_terms_come_from_the_clause_library_by_keyboard(open_case, page):
    view = open_case("第20号")
    assert not view.case.agreement
    page.activateWindow()
    view.add_term()
    picker = page.findChildren(ClausePicker)[-1]
    type_into(picker.line, "dq")
    assert "道歉" in picker.list.currentItem().text()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    (term,) = view.case.agreement.terms
    assert term.kind is TermKind.APOLOGY
    assert view.case.outcome is Outcome.WRITTEN_AGREEMENT
    field = view.binding.field_at(f"agreement/terms/{term.id}/text")
    assert "还有" in field.remark.text()
    assert field.text_edit.textCursor().selectedText() == "〖道歉人〗"
    type_into(field.text_edit, "支行行长")
    assert "支行行长" in view.case.agreement.terms[0].text


def test_terms_move_and_go_and_their_amounts_have_capitals(open_case):
    view = open_case("第1号")
    view.show_section("agreement")
    section = view.section("agreement")
    first, second = view.case.agreement.terms[:2]
    section.move_term(first.id, 1)
    assert [each.id for each in view.case.agreement.terms[:2]] == [second.id, first.id]
    amount = field_of(view, f"agreement/terms/{first.id}/amount")
    type_into(amount.line, "8765.43")
    assert amount.remark.text() == "捌仟柒佰陆拾伍元肆角叁分"
    section.remove_term(first.id)
    assert first.id not in [each.id for each in view.case.agreement.terms]


def test_instalments_are_computed_and_checked_against_the_total(open_case):
    view = open_case("第1号")
    view.show_section("agreement")
    plan = view.section("agreement").plan
    assert plan.table.model().rowCount() == 60
    assert "共 60 期，合计 100,000.00 元" in plan.summary.text()
    assert plan.table.model().index(59, 2).data() == "1,667.06"
    periods = field_of(view, "agreement/plan/periods")
    periods.line.selectAll()
    type_into(periods.line, "12")
    assert plan.table.model().rowCount() == 12
    rate = field_of(view, "agreement/plan/annual_rate")
    type_into(rate.line, "3.6")
    assert "等分还款不计利息" in plan.trouble.text()


def test_instalments_can_be_written_line_by_line(open_case):
    view = open_case("第1号")
    view.show_section("agreement")
    plan = view.section("agreement").plan
    periods = field_of(view, "agreement/plan/periods")
    periods.line.selectAll()
    type_into(periods.line, "2")
    plan.write_by_hand()
    lines = view.case.agreement.plan.lines
    assert [each.amount for each in lines] == [Money(5000000), Money(5000000)]
    amount = field_of(view, f"agreement/plan/lines/{lines[1].id}/amount")
    amount.line.selectAll()
    type_into(amount.line, "49999")
    assert "少 1.00 元" in plan.trouble.text()
    plan.add_line()
    assert len(view.case.agreement.plan.lines) == 3
    plan._remove_line(view.case.agreement.plan.lines[2].id)
    plan.compute()
    assert view.case.agreement.plan.lines == ()
    plan.remove()
    assert not view.case.agreement.plan
    plan.begin()
    assert view.case.agreement.plan.total == view.case.agreement.amount


def test_signatures_give_the_day_of_effect(open_case, desk):
    view = open_case("第1号")
    view.editing.put(replace(view.case, visit=None, confirmation=Confirmation()))
    view.show_section("signing")
    section = view.section("signing")
    assert "2026年3月5日" in section.effect.text()
    seal = next(key for key in section._fields if key[1] == "")
    field = section._fields[seal]
    field.activate()
    field.line.clear()
    type_into(field.line, "2026-3-9")
    assert "2026年3月9日" in section.effect.text()
    field.line.selectAll()
    type_into(field.line, "2026-3-99")
    assert "全部签名盖章后" in section.effect.text()
    assert view.case.unfinished[0].text == "2026-3-99"
    section.sign_all_today()
    assert desk.clock.today().strftime("%Y年") in section.effect.text()


def test_mediation_has_its_roster_meetings_and_ending(open_case, place):
    view = open_case("第20号")
    view.show_section("mediation")
    section = view.section("mediation")
    held = len(view.case.meetings)
    section.add_meeting()
    assert len(view.case.meetings) == held + 1
    section._remove_meeting(view.case.meetings[-1].id)
    assert len(view.case.meetings) == held
    section._adder("陆则安")()
    section._adder("陆则安")()
    assert view.case.mediators.count("陆则安") == 1
    outcome = field_of(view, "outcome")
    outcome.box.setCurrentIndex(list(Outcome).index(Outcome.FAILED))
    outcome.box.activated.emit(outcome.box.currentIndex())
    assert view.case.outcome is Outcome.PENDING
    panel = view.taking.panel
    panel.take()
    assert panel.reason.remark.text() == "请写明理由"
    type_into(panel.reason.text_edit, "双方意见不一")
    panel.take()
    place.tasks.finish()
    assert stage_of(view.case) is Stage.FAILED
    reason = field_of(view, "termination/reason")
    assert reason.value() == "双方意见不一"
    reason.text_edit.selectAll()
    type_into(reason.text_edit, "分歧较大")
    assert stored(view).termination.reason == "分歧较大"


def test_the_journal_tells_what_happened_and_brings_it_back(open_case, place):
    view = open_case("第1号")
    before = view.case.facts
    facts = field_of(view, "facts")
    facts.text_edit.selectAll()
    type_into(facts.text_edit, "另一种说法")
    stored(view)
    view.show_section("journal")
    place.tasks.finish()
    section = view.section("journal").view
    model = section.table.model()
    assert "纠纷简要情况" in model.index(0, 2).data()
    assert model.index(0, 3).data() == "恢复"
    section._on_clicked(model.index(0, 3))
    assert view.case.facts == before
    section.filter.setText("没有这样的内容")
    assert model.rowCount() == 0


def test_issued_documents_are_listed(open_case, place, desk):
    view = open_case("第1号")
    view.show_section("documents")
    place.tasks.finish()
    section = view.section("documents")
    count = len(section._lines)
    kind = view.paper.kind
    place.tasks.run(view, lambda: desk.paper.issue(kind, view.case.id), lambda _: None)
    place.tasks.finish()
    place.tasks.finish()
    assert len(section._lines) == count + 1


def test_an_issued_document_is_printed_and_saved_again_as_it_was(open_case, place, desk, tmp_path):
    view = open_case("第1号")
    issued = desk.paper.issue(view.paper.kind, view.case.id).document
    view.show_section("documents")
    place.tasks.finish()
    section = view.section("documents")
    section.output.asking = ToFiles(tmp_path)
    (line,) = (each for each in section._lines.values() if each.id == issued.id)
    section.output.save_again(line, view.case)
    section.output.print_again(line, view.case)
    place.tasks.finish()
    place.paper_tasks.finish()
    assert section.output.asking.saved.read_bytes() == issued.pdf
    assert section.output.asking.printed.exists()


def test_confirmation_and_visit_are_bound(open_case, desk):
    view = open_case("第1号")
    view.editing.put(replace(view.case, visit=None, confirmation=Confirmation()))
    view.ask_confirmation()
    assert view.case.confirmation.is_requested
    assert view.case.confirmation.court == desk.setup.committee().court
    visited = field_of(view, "visit/visited_on")
    type_into(visited.line, "+3")
    visited._on_left()
    assert view.case.visit.visited_on > desk.clock.today()


def test_many_parties_arrive_one_by_one_and_at_once_when_one_is_wanted(qtbot, open_case):
    view = open_case("第1号")
    view.show_section("parties")
    section = view.section("parties")
    people = tuple(Party(f"x{no}", PartyRole.THIRD, name=f"第三人{no}") for no in range(12))
    view.editing.put(replace(view.case, parties=people))
    assert section.cards.count() < 12
    field = field_of(view, "parties/x11/name")
    assert field.value() == "第三人11"
    assert section.cards.count() == 12
    view.editing.put(replace(view.case, parties=people[::-1]))
    names = [section.cards.itemAt(no).widget().party.name for no in range(12)]
    assert names == [each.name for each in reversed(people)]
    qtbot.wait(30)
    nothing_is_cut_off(qtbot, section)


def test_the_person_stays_in_the_field_when_its_card_is_made_anew(qtbot, open_case):
    view = open_case("第1号")
    party = view.case.parties[0]
    kind = field_of(view, f"parties/{party.id}/kind")
    assert kind.is_active
    kind.box.setCurrentIndex(list(PartyKind).index(PartyKind.COMPANY))
    kind.box.activated.emit(kind.box.currentIndex())
    again = view.binding.field_at(f"parties/{party.id}/kind")
    assert again is not kind
    qtbot.waitUntil(lambda: again.is_active)


def test_the_zoom_is_followed_by_lists_and_tables(open_case, preferences):
    view = open_case("第1号")
    view.show_section("agreement")
    table = view.section("agreement").plan.table
    row, height = view.list.item(0).sizeHint().height(), table.height()
    preferences.change(zoom_percent=150)
    assert view.list.item(0).sizeHint().height() > row
    assert table.height() > height


def test_building_the_parts_opens_no_stray_windows(qtbot, open_case):
    view = open_case("第7号")
    for key in SECTIONS:
        view.show_section(key)
    view.section("parties").add_party(PartyRole.THIRD)
    qtbot.wait(20)
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert windows == [view.window()]


def test_the_clause_list_is_walked_with_the_arrows(open_case, page):
    view = open_case("第1号")
    before = len(view.case.agreement.terms)
    view.add_term()
    picker = page.findChildren(ClausePicker)[-1]
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    QTest.keyClick(picker.line, Qt.Key.Key_Up)
    chosen = picker.list.currentItem().data(Qt.ItemDataRole.UserRole)
    assert picker.list.currentRow() == 1
    picker._choose(picker.list.currentItem())
    assert view.case.agreement.terms[-1].kind is chosen.kind
    assert len(view.case.agreement.terms) == before + 1


def test_a_free_term_is_empty_with_the_caret_in_it(open_case, page):
    view = open_case("第1号")
    view.add_term()
    picker = page.findChildren(ClausePicker)[-1]
    type_into(picker.line, "qt")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    type_text("另行约定的内容。")
    assert view.case.agreement.terms[-1].text == "另行约定的内容。"


def test_the_field_one_is_in_stays_in_sight_when_a_message_takes_room(open_case, page, qtbot):
    page.activateWindow()
    view = open_case("第1号")
    view.go_to("authority/note")
    section, line = view.section("materials"), QApplication.focusWidget()

    def bottom():
        return line.mapTo(section.viewport(), line.rect().bottomLeft()).y()

    for height in (672, 520, 400):
        page.resize(1294, height)
        qtbot.wait(1)
        qtbot.waitUntil(lambda: 0 < bottom() <= section.viewport().height())
