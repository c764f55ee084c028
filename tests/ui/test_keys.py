"""Everything can be done with the keyboard, and the keys are told."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from tests.ui.keyboard import press
from ui.frame.details import KeyList

PAGES = ("today", "cases", "intake", "schedule", "sync", "settings", "handover", "conflicts")
KEYS = ("Ctrl+", "Alt+", "Enter", "Esc", "F1", "F5", "F7", "F8", "F9", "Shift+")


@pytest.fixture
def open_page(window, place, desk, qtbot):
    def opened(key):
        if key == "case":
            window.open_case(desk.case_files.find("第1号").id)
        else:
            window.stack.go(key)
        place.tasks.finish()
        qtbot.wait(1)
        return window.stack.page_in_front()

    return opened


def is_told_or_reached(button):
    """Return whether a button says its key, or is reached by Tab and has a name."""
    tells_key = any(key in button.toolTip() for key in KEYS)
    name = button.accessibleName() or button.text()
    return tells_key or (bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) and bool(name))


@pytest.mark.parametrize("key", [*PAGES, "case"])
def test_every_button_says_its_key_or_is_reached_by_tab(open_page, window, key):
    if key not in window.stack._entries:
        pytest.skip("this page is not there")
    open_page(key)
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    inner = (QLineEdit, QPlainTextEdit)
    bad = [
        (type(each).__name__, each.text() or each.accessibleName(), each.toolTip())
        for each in buttons
        if not isinstance(each.parentWidget(), inner) and not is_told_or_reached(each)
    ]
    assert bad == []


@pytest.mark.parametrize("key", ["today", "cases", "intake", "case", "handover"])
def test_the_list_of_keys_and_the_search_box_hold_every_action(open_page, window, key):
    page = open_page(key)
    page_actions = {each.text() for each in page.findChildren(QAction) if each.text()}
    all_actions = (*page.actions(), *window.actions())
    wanted = {each.text() for each in all_actions if each.text() and each.isVisible()}
    assert {each.text() for each in page.actions()} <= page_actions
    window._on_keys()
    (shown,) = [each for each in window.findChildren(KeyList) if each.isVisible()]
    assert wanted <= {label.text() for label in shown.findChildren(QLabel)}
    shown.close_panel()
    found = {each.text() for each in window._searchable_actions()}
    assert {each for each in wanted if each not in {"搜索案件和命令", "后退一步"}} <= found


def fields_in_order(page, names):
    """Return the places on the screen of what Tab reaches, in the order of Tab."""
    first = next(
        each for each in page.findChildren(QLineEdit) if each.accessibleName() == names[0]
    )
    seen, widget = [], first
    while True:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return [each for each in seen if page.isAncestorOf(each)]


def test_tab_goes_through_intake_as_one_reads(open_page):
    page = open_page("intake")
    names = (
        "证件号码",
        "姓名",
        "联系电话",
        "渠道",
        "业务",
        "原因",
        "机构",
        "金额",
        "诉求",
        "事实",
    )
    order = [each.accessibleName() for each in fields_in_order(page, names)]
    places = [order.index(name) for name in names]
    assert places == sorted(places)


def test_tab_goes_down_the_form_of_a_case(open_page, place):
    page = open_page("case")
    page.view.show_section("overview")
    place.tasks.finish()
    order = [
        each
        for each in fields_in_order(page, ("纠纷类型",))
        if isinstance(each, QLineEdit) and page.view.stack.isAncestorOf(each)
    ]
    tops = [each.mapTo(page, each.rect().topLeft()) for each in order]
    rows = [(round(top.y() / 12), top.x()) for top in tops]
    assert rows == sorted(rows)


@pytest.mark.parametrize("key", [*PAGES, "case"])
def test_no_key_does_two_things_on_one_page(open_page, key):
    page = open_page(key)
    taken = [each.toString() for action in page.actions() for each in action.shortcuts()]
    assert [each for each, count in Counter(taken).items() if count > 1] == []


def test_the_list_of_keys_scrolls_by_key_as_soon_as_it_is_open(open_page, window, qtbot):
    open_page("case")
    press(Qt.Key.Key_Question)
    (shown,) = [each for each in window.findChildren(KeyList) if each.isVisible()]
    bar = shown.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(Qt.Key.Key_PageDown, times=20)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Escape)
    assert shown.isHidden()
