from dataclasses import replace

from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.clipping import nothing_is_cut_off
from tests.ui.keyboard import type_into
from ui.case.parts import SECTIONS, section_of
from ui.pages import SaveStep, Tone


def test_the_header_says_who_what_how_much_and_where_it_stands(open_case):
    view = open_case("第1号")
    assert view.header.number.text() == "（2026）云临金人调字第1号"
    assert view.header.sides.accessibleName() == "顾喆安 ⇄ 云汀银行股份有限公司信用卡中心"
    assert view.header.amount.text() == "¥100,000.00"
    assert view.header.stages.accessibleName() == "阶段：回访"


def test_every_fact_of_every_sample_is_shown_and_read_back_unchanged(open_case, desk):
    for line in desk.lookup.lines("", 12):
        view = open_case(line.number)
        for key in SECTIONS:
            view.show_section(key)
        for field in view.binding._fields.values():
            field.left.emit()
        assert stored(view) == desk.case_files.find(line.number)
        assert not view.place.undo.can_undo


def test_a_change_in_a_field_is_stored_and_shown_in_the_header(open_case):
    view = open_case("第1号")
    field = field_of(view, f"parties/{view.case.parties[0].id}/name")
    field.line.selectAll()
    type_into(field.line, "欧阳喆安")
    assert "欧阳喆安" in view.header.sides.accessibleName()
    assert stored(view).parties[0].name == "欧阳喆安"


def test_news_from_elsewhere_do_not_touch_the_field_in_focus(open_case, desk, place):
    view = open_case("第1号")
    facts = field_of(view, "facts")
    facts.text_edit.selectAll()
    type_into(facts.text_edit, "正在写的内容")
    theirs = replace(view.case, issues="别人写的争议", facts="别人写的事实")
    base = desk.case_files.open(view.case.id)
    place.tasks.run(view, lambda: desk.case_files.save(base, theirs), lambda _: None)
    place.tasks.finish()
    assert facts.value() == "正在写的内容"
    (conflict,) = desk.conflicts.open(view.case.id)
    assert {side.value for side in conflict.sides} == {"别人写的事实", "正在写的内容"}


def test_undo_goes_back_across_fields(open_case):
    view = open_case("第1号")
    before = view.case
    facts = field_of(view, "facts")
    type_into(facts.text_edit, "甲")
    place = field_of(view, "meeting_place")
    type_into(place.line, "乙")
    view.undo()
    assert view.case.meeting_place == before.meeting_place
    assert place.value() == before.meeting_place
    view.undo()
    assert view.case == before
    assert facts.value() == before.facts
    view.redo()
    assert "甲" in facts.value()


def test_text_that_cannot_be_read_comes_back_after_a_restart(open_case, page, desk, place):
    view = open_case("第1号")
    claim = field_of(view, "claim")
    claim.line.selectAll()
    type_into(claim.line, "12.345")
    stored(view)
    open_case("第3号")
    again = open_case("第1号")
    claim = field_of(again, "claim")
    assert claim.line.text() == "12.345"
    assert "最多两位" in claim.remark.text()
    del page, desk, place


def test_leaving_the_page_stores_everything(open_case, page, desk, place):
    view = open_case("第1号")
    states = []
    page.save_state.connect(lambda state: states.append(state.step))
    type_into(field_of(view, "facts").text_edit, "离开前")
    page.leave()
    place.tasks.finish()
    assert "离开前" in desk.case_files.open(view.case.id).facts
    assert states[-1] is SaveStep.SAVED


def test_a_case_that_is_not_there_is_said(page, place):
    messages = []
    page.message.connect(messages.append)
    page.enter("0" * 32)
    place.tasks.finish()
    assert page.view is None
    assert messages


def test_where_there_is_little_room_form_and_paper_take_turns(open_case, page):
    view = open_case("第1号")
    assert view.paper.isVisible()
    page.resize(880, 560)
    assert not view.paper.isVisible()
    view.toggle_paper()
    assert view.paper.isVisible()
    assert not view.stack.isVisible()
    view.go_to("facts")
    assert view.stack.isVisible()


def test_at_double_size_nothing_is_cut_off(qtbot, open_case, page, preferences):
    preferences.change(zoom_percent=200)
    view = open_case("第7号")
    for key in SECTIONS:
        view.show_section(key)
        qtbot.wait(10)
        nothing_is_cut_off(qtbot, view.section(key))
    del page


def test_places_belong_to_their_parts():
    assert section_of("agreement/signatures/x") == "signing"
    assert section_of("agreement/terms/t1/text") == "agreement"
    assert section_of("parties/p1/name") == "parties"
    assert section_of("channel") == "overview"


def test_a_case_that_could_not_be_stored_is_kept_until_it_is(qtbot, open_case, page, desk, place):
    view = open_case("第1号")
    case_id = view.case.id
    type_into(field_of(view, "facts").text_edit, "尚未存下")
    view.editing._on_the_way += 1
    open_case("第3号")
    assert page._leaving == [view]
    view.editing._on_the_way -= 1
    view.editing.save_state.emit(None)
    assert page._leaving == []
    page.leave()
    place.tasks.finish()
    assert "尚未存下" in desk.case_files.open(case_id).facts
    assert page.view.case.id != case_id
    del qtbot


def test_a_case_that_does_not_open_leaves_no_other_one_in_its_place(open_case, page, place):
    open_case("第1号")
    told, gone = [], []
    page.message.connect(told.append)
    page.finished.connect(gone.append)
    page.enter("nobody")
    place.tasks.finish()
    assert page.view is None
    assert gone == [""]
    assert [str(each.tone) for each in told] == [str(Tone.ERROR)]
    assert open_case("第1号").case.number.endswith("第1号")


def test_a_case_that_does_not_open_disturbs_not_the_one_that_was_asked_for_since(
    page, desk, place
):
    gone = []
    page.finished.connect(gone.append)
    page.enter("nobody")
    page.enter(desk.case_files.find("第1号").id)
    place.tasks.finish()
    assert page.view.case.number.endswith("第1号")
    assert gone == []
