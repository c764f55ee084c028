"""Conflicts of the committee's own record, on the page of conflicts."""

from dataclasses import replace

from PySide6.QtCore import Qt

from mediation_app.domain.journal import FieldChange
from tests.ui.conflicts.test_page import finish, values
from tests.ui.keyboard import press
from ui.case.committee_words import edit_words


def disagree_about_committee(desk, **sides):
    """Let people who saw the same give fields of the committee their values."""
    shown = desk.setup.committee()
    for field, wanted in sides.items():
        for value in wanted:
            desk.setup.save(shown, replace(shown, **{field: value}))


def test_a_conflict_about_the_committee_is_shown_settled_and_taken_back(open_page, desk):
    disagree_about_committee(desk, court=("甲区人民法院", "乙区人民法院"))
    page = open_page()
    messages = []
    page.message.connect(messages.append)
    assert page.list.item(0).text() == "本委员会资料"
    assert page.view.heading.text() == "管辖法院"
    assert page.view.number.text() == "本委员会资料"
    assert values(page) == ["甲区人民法院", "乙区人民法院"]
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.setup.committee().court == "乙区人民法院"
    assert "“管辖法院”采用了" in messages[-1].text
    assert page.conflicts() == ()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    finish(page)
    assert desk.setup.committee().court == "甲区人民法院"
    assert values(page) == ["甲区人民法院", "乙区人民法院"]
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    finish(page)
    assert desk.setup.committee().court == "乙区人民法院"
    assert page.conflicts() == ()


def test_rooms_are_merged_line_by_line_and_the_settings_are_one_press_away(qtbot, open_page, desk):
    disagree_about_committee(desk, rooms=(("一室", "二室"), ("一室", "三室")))
    page = open_page()
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.view.open_case.click()
    assert (page.view.open_case.text(), wanted.args) == ("打开设置", ["settings"])
    page.view.choose(2)
    page.view.settle()
    finish(page)
    rooms = desk.setup.committee().rooms
    assert (len(rooms), set(rooms)) == (3, {"一室", "二室", "三室"})


def test_a_mediator_whom_one_removed_and_another_renamed_is_told_as_such(open_page, desk):
    shown = desk.setup.committee()
    first, *others = shown.mediators
    desk.setup.save(shown, replace(shown, mediators=(replace(first, number="七"), *others)))
    desk.setup.save(shown, replace(shown, mediators=tuple(others)))
    page = open_page()
    said = " ".join(values(page))
    assert f"删除了“调解员 {first.name}”" in said
    assert f"修改了“调解员 {first.name}”：调解员 {first.name} · 工作证号：改为“七”" in said
    page.view.choose(0)
    page.view.settle()
    finish(page)
    assert page.conflicts() == ()


def test_a_change_of_the_committee_is_told_in_sentences(desk):
    committee = desk.setup.committee()
    mediator = committee.mediators[0]
    changes = (
        FieldChange("phone", "1", None),
        FieldChange("mediators/new", None, 5),
        FieldChange(f"mediators/{mediator.id}", 1, None),
        FieldChange("rooms", None, ["一室", "二室"]),
    )
    assert edit_words(changes, committee) == (
        "电话：清空",
        "增加调解员",
        f"删除调解员 {mediator.name}",
        "调解室：改为“一室；二室”",
    )
