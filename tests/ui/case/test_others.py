"""What other people do to the case that is open here."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mediation_app.domain.journal import Changes
from mediation_app.domain.money import Money
from mediation_app.domain.syncing import Present
from tests.ui.case.fields_of_case import field_of
from tests.ui.disagreement import disagree
from tests.ui.keyboard import press, type_into
from ui.case.others import other_words
from ui.pages import Tone

PLACE = "agreement/amount"


@pytest.fixture
def view(open_case, place):
    place.news.begin()
    return open_case("第1号")


def mark_of(field):
    button = field._conflict
    return button.text() if button is not None and not button.isHidden() else ""


def elsewhere(place, work):
    place.tasks.run(place.news, work, lambda _: None)
    place.tasks.finish()


def test_who_finds_his_own_value_beside_anothers_is_told_that_it_is_his(desk, view):
    conflict = disagree(desk, view.case, PLACE, Money(618000), Money(602000))
    first, second = conflict.sides
    conflict = replace(
        conflict, sides=(replace(first, author="周静"), replace(second, author="刘洋"))
    )
    case = desk.case_files.open(view.case.id)
    assert other_words(conflict, case, "刘洋") == "冲突：您填的是 6,020.00，现在显示周静的"
    assert other_words(conflict, case, "周静") == "冲突：刘洋  6,020.00"


def test_a_field_with_two_values_says_whose_is_the_other_and_leads_there(
    qtbot, page, view, place, desk
):
    view.show_section("agreement")
    case = view.case
    conflict = disagree(desk, case, PLACE, Money(618000), Money(602000))
    place.tasks.changed.emit(Changes(frozenset({case.id})))
    place.tasks.finish()
    field = view.binding.field_at(PLACE)
    who = conflict.sides[1].author
    assert mark_of(field) == f"冲突：{who}  6,020.00"
    assert view.header.conflicts.text() == "冲突 1"
    with qtbot.waitSignal(page.conflict_chosen) as chosen:
        field._conflict.click()
    assert chosen.args == [case.id, PLACE]
    elsewhere(place, lambda: desk.conflicts.resolve(conflict, 618000))
    assert mark_of(field) == ""
    assert view.header.conflicts.isHidden()


def test_a_part_that_is_shown_later_has_its_marks_too(view, place, desk):
    elsewhere(place, lambda: disagree(desk, view.case, "issues", "甲", "") and None)
    place.tasks.changed.emit(Changes(frozenset({view.case.id})))
    place.tasks.finish()
    view.show_section("facts")
    assert mark_of(view.binding.field_at("issues")).endswith("（空）")
    view.header.conflicts.click()


def test_long_values_are_cut_in_the_mark(view, place, desk):
    disagree(desk, view.case, "facts", "甲", "乙" * 80)
    place.tasks.changed.emit(Changes(frozenset({view.case.id})))
    place.tasks.finish()
    view.show_section("facts")
    assert mark_of(view.binding.field_at("facts")).count("乙") == 24


def test_who_else_is_there_is_said_softly_and_goes_again(qtbot, view, place, synchroniser):
    assert view.header.present.isHidden()
    others = (Present("周静", "PC-B"), Present("王建国", ""))
    with qtbot.waitSignal(place.news.present_changed):
        synchroniser.listener.on_present(view.case.id, others)
    assert view.header.present.accessibleName() == "周静 (PC-B)、王建国 也打开了此案"
    with qtbot.waitSignal(place.news.present_changed):
        synchroniser.listener.on_present("another case", others)
    assert not view.header.present.isHidden()
    with qtbot.waitSignal(place.news.present_changed):
        synchroniser.listener.on_present(view.case.id, others[:1])
    assert view.header.present.accessibleName() == "周静 (PC-B) 也打开了此案"


def test_others_are_told_which_case_is_open_here_and_that_it_is_left(
    page, view, place, synchroniser
):
    case_id = view.case.id
    place.sync_tasks.finish()
    assert synchroniser.calls[-1] == f"open {case_id}"
    page.leave()
    place.sync_tasks.finish()
    assert synchroniser.calls[-1] == f"open {case_id}"
    page.hide()
    place.sync_tasks.finish()
    assert synchroniser.calls[-1] == "open"
    page.show()
    place.sync_tasks.finish()
    assert synchroniser.calls[-1] == f"open {case_id}"


def test_a_conflict_does_not_jerk_the_text_away_under_the_caret(qtbot, page, view, place, desk):
    """J10 at one desk: the field keeps what is typed until it is left."""
    messages = []
    page.message.connect(messages.append)
    view.show_section("facts")
    shown = view.case
    field = field_of(view, "issues")
    field.activate()
    qtbot.waitUntil(lambda: field.is_active)
    field.text_edit.selectAll()
    type_into(field.text_edit, "我写的")
    elsewhere(place, lambda: desk.case_files.save(shown, replace(shown, issues="他们写的")))
    assert field.entry().text == "我写的"
    type_into(field.text_edit, "，还在写")
    view.editing.store_now()
    place.tasks.finish()
    assert field.entry().text == "我写的，还在写"
    assert (mark_of(field), messages) == (f"冲突：{desk.author}  他们写的", [])
    press(Qt.Key.Key_Tab)
    place.tasks.finish()
    assert field.entry().text == "他们写的"
    (message,) = messages
    assert message.tone is Tone.WARNING
    assert "争议事项" in message.text
    assert mark_of(field).endswith("我写的，还在写")
    with qtbot.waitSignal(page.conflict_chosen) as chosen:
        message.on_action()
    assert chosen.args == [shown.id, "issues"]
    values = [each.value for each in desk.conflicts.open(shown.id)[0].sides]
    assert values == ["他们写的", "我写的，还在写"]


@pytest.fixture
def overruled(qtbot, page, view, place, desk):
    """A person typed into 争议事项 while somebody else did, and has left the field."""
    messages = []
    page.message.connect(messages.append)
    view.show_section("facts")
    shown = view.case
    field = field_of(view, "issues")
    field.activate()
    qtbot.waitUntil(lambda: field.is_active)
    type_into(field.text_edit, "我写的")
    elsewhere(place, lambda: desk.case_files.save(shown, replace(shown, issues="他们写的")))
    press(Qt.Key.Key_Tab)
    place.tasks.finish()
    return messages


def test_where_it_was_settled_meanwhile_the_message_leads_to_the_journal(
    overruled, view, place, desk
):
    (conflict,) = desk.conflicts.open(view.case.id)
    elsewhere(place, lambda: desk.conflicts.resolve(conflict, "他们写的"))
    overruled[0].on_action()
    assert view.stack.currentWidget() is view.section("journal")


def test_a_field_in_which_nobody_typed_takes_the_news_when_it_is_left_and_says_nothing(
    qtbot, page, view, place, desk
):
    messages = []
    page.message.connect(messages.append)
    shown = view.case
    field = field_of(view, "issues")
    qtbot.waitUntil(lambda: field.is_active)
    elsewhere(place, lambda: desk.case_files.save(shown, replace(shown, issues="他们写的")))
    assert field.entry().text == shown.issues
    press(Qt.Key.Key_Tab)
    place.tasks.finish()
    assert field.entry().text == "他们写的"
    assert messages == []


def begin_to_type(qtbot, field, text):
    field.activate()
    qtbot.waitUntil(lambda: field.is_active)
    field.text_edit.selectAll()
    type_into(field.text_edit, text)


def sides_at(desk, case, path):
    return [
        side.value
        for conflict in desk.conflicts.open(case.id)
        if conflict.path == path
        for side in conflict.sides
    ]


def test_typing_where_a_mark_stands_settles_it(qtbot, view, place, desk):
    disagree(desk, view.case, "issues", "甲", "乙")
    place.tasks.changed.emit(Changes(frozenset({view.case.id})))
    place.tasks.finish()
    view.show_section("facts")
    field = field_of(view, "issues")
    assert mark_of(field) == f"冲突：{desk.author}  乙"
    begin_to_type(qtbot, field, "丙")
    view.editing.store_now()
    place.tasks.finish()
    assert sides_at(desk, view.case, "issues") == []
    assert field.entry().text == "丙"


def test_what_comes_behind_while_one_types_stays_until_somebody_looks(qtbot, view, place, desk):
    view.show_section("facts")
    shown, field = view.case, field_of(view, "issues")
    begin_to_type(qtbot, field, "我写的")
    view.editing.store_now()
    place.tasks.finish()
    elsewhere(place, lambda: desk.case_files.save(shown, replace(shown, issues="他们写的")))
    assert sides_at(desk, shown, "issues") == ["我写的", "他们写的"]
    for more in ("，还在写", "，一直在写"):
        type_into(field.text_edit, more)
        view.editing.store_now()
        place.tasks.finish()
    assert sides_at(desk, shown, "issues") == ["他们写的", "我写的，还在写，一直在写"]
    assert field.entry().text == "我写的，还在写，一直在写"
