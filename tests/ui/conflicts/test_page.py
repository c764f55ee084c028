"""The page of conflicts, over conflicts that were really made."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict, ConflictKind, ConflictSide
from mediation_app.domain.money import Money
from tests.ui.disagreement import disagree, remove_and_edit
from tests.ui.keyboard import press, type_text
from ui.case.places import with_value, without
from ui.conflicts.telling import Background, background_of, edits_of, side_words, title_of
from ui.pages import Tone

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


@pytest.fixture
def case(desk):
    return desk.case_files.find("第1号")


def amounts(desk, case):
    return disagree(desk, case, "agreement/amount", Money(618000), Money(602000))


def values(page):
    return [card.side.text for card in page.view.cards]


def finish(page):
    page.place.tasks.finish()


def test_without_conflicts_the_page_teaches_and_leads_back(qtbot, open_page):
    page = open_page()
    assert page.nothing.isVisible()
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.nothing.button.click()
    assert wanted.args == ["cases"]


def test_both_values_stand_side_by_side_with_who_when_where_and_what_was_before(
    open_page, desk, case
):
    shown = case.agreement.amount.grouped
    conflict = amounts(desk, case)
    page = open_page()
    assert page.view.heading.text() == "金额"
    assert page.view.number.text() == case.number
    assert values(page) == ["6,180.00", "6,020.00"]
    for card, side in zip(page.view.cards, conflict.sides, strict=True):
        assert card.side.author.startswith(f"{side.author}  ·  ")
    assert [card.side.is_shown_now for card in page.view.cards] == [True, False]
    assert page.view.before.text() == f"原值  {shown}"


@pytest.mark.parametrize(("key", "cents"), [(Qt.Key.Key_1, 618000), (Qt.Key.Key_2, 602000)])
def test_a_number_key_and_enter_settle_it(open_page, desk, case, key, cents):
    amounts(desk, case)
    page = open_page()
    assert QApplication.focusWidget() is page.list
    assert not page.view.confirm.isEnabled()
    press(key)
    assert page.view.confirm.isEnabled()
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.case_files.open(case.id).agreement.amount == Money(cents)
    assert desk.conflicts.open() == ()
    assert page.nothing.isVisible()


def test_the_reason_is_kept_and_the_other_value_stays_in_the_journal(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    page.view.cards[0].take.click()
    type_text("按结算单")
    press(Qt.Key.Key_Return)
    finish(page)
    entries = desk.case_files.history(case.id)
    assert entries[-1].note == "按结算单"
    written = [each.after for entry in entries for each in entry.changes]
    assert 602000 in written


def test_enter_without_a_choice_changes_nothing(open_page, desk, case):
    conflict = amounts(desk, case)
    page = open_page()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.conflicts.open() == (conflict,)


def test_escape_takes_the_choice_back_before_it_leaves(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    press(Qt.Key.Key_1)
    assert page.step_back()
    assert page.view.choice is None
    assert QApplication.focusWidget() is page.list
    assert not page.step_back()


def test_arrows_go_from_one_conflict_to_the_next_over_the_headings(open_page, desk, case):
    other = desk.case_files.find("第3号")
    amounts(desk, case)
    disagree(desk, desk.case_files.open(case.id), "facts", "甲", "乙")
    disagree(desk, other, "claim", Money(100), Money(200))
    page = open_page()
    seen = []
    for _ in range(3):
        seen.append((page.list.current().case_id, page.view.heading.text()))
        press(Qt.Key.Key_Down)
    assert sorted(seen) == sorted(
        [(case.id, "金额"), (case.id, "纠纷简要情况"), (other.id, "诉求金额")]
    )


def test_after_settling_the_next_one_is_in_front(open_page, desk, case):
    amounts(desk, case)
    disagree(desk, desk.case_files.open(case.id), "facts", "甲", "乙")
    page = open_page()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    finish(page)
    assert [each.path for each in page.conflicts()] == [page.list.current().path]
    assert page.view.choice is None
    assert page.view.reason.line.text() == ""


def test_texts_show_what_differs_and_can_be_merged(open_page, desk, case):
    left = f"{case.facts}双方到场。"
    right = f"经查，{case.facts}"
    disagree(desk, case, "facts", left, right)
    page = open_page()
    own = [[each.text for each in card.side.pieces if each.is_own] for card in page.view.cards]
    assert own == [["双方到场。"], ["经查，"]]
    press(Qt.Key.Key_3)
    assert page.view.merged.entry().text == f"经查，{case.facts}双方到场。"
    type_text("甲")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.view.settle()
    finish(page)
    assert set(desk.case_files.open(case.id).facts) == set(f"甲经查，{case.facts}双方到场。")
    assert desk.conflicts.open() == ()


def test_of_long_texts_what_differs_is_shown_and_the_rest_at_a_click(open_page, desk, case):
    same = "持卡人对年费提出异议，银行另行答复。" * 60
    disagree(desk, case, "facts", f"甲称：{same}已到场。", f"乙称：{same}未到场。")
    page = open_page()
    card = page.view.cards[0]
    height_px = card.height()
    assert all(each in card.value.text() for each in ("甲", "已到场"[0], " …… "))
    assert same not in card.value.text()
    assert page.view.confirm.visibleRegion().boundingRect().isValid(), "nobody has to scroll"
    card.whole.click()
    assert same in card.value.text()
    assert card.whole.isHidden()
    assert card.sizeHint().height() > height_px
    assert page.view.choice is None, "reading is no choice"


def test_lists_are_merged_line_by_line(open_page, desk, case):
    disagree(desk, case, "requests", (*case.requests, "甲"), ("乙", *case.requests))
    page = open_page()
    page.view.choose(2)
    page.view.settle()
    finish(page)
    assert desk.case_files.open(case.id).requests == ("乙", *case.requests, "甲")


def test_amounts_and_phones_are_not_merged(open_page, desk, case):
    party = case.parties[0]
    disagree(desk, case, f"parties/{party.id}/phone", "15400000002", "15400000003")
    page = open_page()
    assert page.view.merge.isHidden()
    assert values(page) == ["154 0000 0002", "154 0000 0003"]
    assert page.view.heading.text() == f"{party.name} · 联系电话"


def test_three_values_have_three_keys(open_page, desk, case):
    disagree(desk, case, "agreement/amount", Money(100), Money(200), Money(300))
    page = open_page()
    assert [card.take.text() for card in page.view.cards] == ["采用 1", "采用 2", "采用 3"]
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.case_files.open(case.id).agreement.amount == Money(300)


def test_a_removal_tells_what_the_other_one_changed(open_page, desk, case):
    party = case.parties[0]
    place = f"parties/{party.id}/phone"
    conflict = remove_and_edit(desk, case, party, place, "15400000002")
    assert conflict.kind is ConflictKind.REMOVAL
    page = open_page()
    assert party.name in page.view.heading.text()
    said = " ".join(values(page))
    assert f"删除了“{party.name}”" in said
    assert "154 0000 0002" in said
    removing = next(no for no, each in enumerate(conflict.sides) if each.value is None)
    assert page.view.cards[removing].take.text() == f"删除 {removing + 1}"
    assert page.view.cards[1 - removing].take.text() == f"保留 {2 - removing}"
    messages = []
    page.message.connect(messages.append)
    page.view.choose(removing)
    page.view.settle()
    finish(page)
    author = conflict.sides[removing].author
    assert messages[-1].text == f"“{party.name}”按{author}的意见删除，其余的留在流水中"
    left = [each.id for each in desk.case_files.open(case.id).parties]
    assert party.id not in left
    assert desk.conflicts.open() == ()


def test_nothing_is_said_of_edits_before_the_journal_has_told_them(open_page, desk, case):
    party = case.parties[0]
    conflict = remove_and_edit(desk, case, party, f"parties/{party.id}/phone", "15400000002")
    page = open_page()
    editing = next(each for each in conflict.sides if each.value is not None)
    assert "154 0000 0002" in " ".join(values(page))
    assert side_words(conflict, editing, background_of(case)) == ""


def test_a_removal_tells_of_each_thing_the_other_one_changed(open_page, desk, case):
    party = case.parties[0]
    other = with_value(case, f"parties/{party.id}/phone", "15400000002")
    desk.case_files.save(case, other)
    desk.case_files.save(other, with_value(other, f"parties/{party.id}/address", "望海路 9 号"))
    desk.case_files.save(case, replace(case, parties=without(case.parties, party.id)))
    said = " ".join(values(open_page()))
    assert "154 0000 0002" in said
    assert "望海路 9 号" in said


def test_a_thing_that_was_renamed_has_one_name_and_both_sides_letters_of_one_size(
    open_page, desk, case
):
    party = case.parties[0]
    desk.case_files.save(case, with_value(case, f"parties/{party.id}/name", "孙红玫"))
    desk.case_files.save(case, replace(case, parties=without(case.parties, party.id)))
    page = open_page()
    assert page.view.heading.text() == "孙红玫"
    assert "删除了“孙红玫”" in " ".join(values(page))
    assert len({each.value.font().pointSizeF() for each in page.view.cards}) == 1


def test_a_settled_one_can_be_taken_back_and_decided_anew(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    messages = []
    page.message.connect(messages.append)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    finish(page)
    (message,) = messages
    assert "6,020.00" in message.text
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    finish(page)
    assert desk.case_files.open(case.id).agreement.amount == Money(618000)
    assert [each.path for each in page.conflicts()] == ["agreement/amount"]
    assert values(page) == ["6,180.00", "6,020.00"]
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.case_files.open(case.id).agreement.amount == Money(602000)
    assert page.conflicts() == ()


def test_nothing_is_taken_back_that_was_changed_since(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    messages = []
    page.message.connect(messages.append)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    finish(page)
    now = desk.case_files.open(case.id)
    wanted = replace(now, agreement=replace(now.agreement, amount=Money(1)))
    desk.case_files.save(now, wanted)
    messages[0].on_action()
    finish(page)
    assert messages[-1].tone is Tone.ERROR
    assert desk.case_files.open(case.id).agreement.amount == Money(1)


def test_a_value_that_arrives_meanwhile_is_added_and_what_was_typed_stays(
    qtbot, open_page, desk, case
):
    amounts(desk, case)
    page = open_page()
    press(Qt.Key.Key_2)
    page.view.reason.line.setText("按结算单")
    disagree(desk, case, "agreement/amount", Money(300))
    with qtbot.waitSignal(page.place.news.conflicts_changed):
        page.place.news._load_all_conflicts()
    finish(page)
    assert values(page) == ["6,180.00", "6,020.00", "3.00"]
    assert page.view.choice == 1
    assert page.view.reason.line.text() == "按结算单"


def test_the_page_begins_with_the_field_that_was_asked_for(open_page, desk, case):
    amounts(desk, case)
    disagree(desk, desk.case_files.open(case.id), "facts", "甲", "乙")
    assert open_page(f"{case.id} facts").view.heading.text() == "纠纷简要情况"


def test_tab_leads_from_the_values_to_the_reason_and_the_button(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    press(Qt.Key.Key_1)
    way = []
    page.view.cards[0].take.setFocus()
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        way.append(QApplication.focusWidget())
    view = page.view
    assert way == [view.cards[1].take, view.reason.line, view.confirm, view.open_case]


def test_the_case_can_be_opened_from_its_conflict(qtbot, open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    with qtbot.waitSignal(page.case_chosen) as chosen:
        page.view.open_case.click()
    assert chosen.args == [case.id]


# --- words ------------------------------------------------------------------------------------


def a_conflict(path, kind, *sides, before=None):
    made = (ConflictSide(f"o{no}", value, who, "PC", NOW) for no, (value, who) in enumerate(sides))
    return Conflict(CaseId("c"), "第1号", path, kind, before, tuple(made))


def test_the_deletion_of_a_case_is_told_as_such(desk, case):
    conflict = a_conflict("deleted", ConflictKind.REMOVAL, (None, "周静"), (True, "刘洋"))
    background = Background(case, desk.case_files.history(case.id))
    words = [side_words(conflict, each, background) for each in conflict.sides]
    assert words == ["周静修改了“整件案件”，需要保留", "刘洋删除了“整件案件”"]
    assert title_of(conflict, None) == "整件案件"
    assert edits_of(conflict.sides[0], "deleted", background) == ()


def test_a_reason_that_was_not_given_yet_is_there_again(open_page, desk, case):
    amounts(desk, case)
    page = open_page()
    page.view.cards[0].take.click()
    type_text("按结算单")
    page.place.drafts.store_now()
    finish(page)
    again = open_page()
    assert again.view.reason.line.text() == "按结算单"
    assert not again.view.kept.note.isHidden()
    again.view.cards[0].take.click()
    press(Qt.Key.Key_Return)
    finish(again)
    finish(again)
    assert desk.drafts.all() == ()


@pytest.mark.parametrize(("width_px", "is_above"), [(1282, False), (640, True)])
def test_where_there_is_little_room_the_list_stands_above_and_both_scroll_as_one(
    qtbot, open_page, desk, case, width_px, is_above
):
    disagree(desk, case, "facts", "甲方的说法。" * 60, "乙方的说法。" * 60)
    page = open_page()
    page.resize(width_px, 680)
    press(Qt.Key.Key_1)

    def top():
        return page.view.mapTo(page, page.view.rect().topLeft()).y()

    qtbot.waitUntil(lambda: (top() >= page.list.height()) is is_above)
    assert (page.view.minimumHeight() > 0) is is_above


def test_values_that_stand_one_below_the_other_are_numbered_not_left_and_right(
    qtbot, open_page, desk, case
):
    amounts(desk, case)
    page = open_page()
    assert page.view.cards[0].take.text() == "采用左 1"
    page.resize(500, 680)
    qtbot.waitUntil(lambda: page.view.cards[0].take.text() == "采用 1")
    page.resize(1282, 680)
    qtbot.waitUntil(lambda: page.view.cards[1].take.text() == "采用右 2")
