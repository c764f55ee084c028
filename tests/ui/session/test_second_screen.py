"""What the customer sees: what was chosen, in large type, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from mediation_app.domain.customer_view import RIGHTS, CustomerView, Tick, Topic
from tests.ui.clipping import cut_off, nothing_is_cut_off
from tests.ui.session.at_the_table import note, stored
from ui.customer.window import RIGHTS_PT, CustomerWindow


@pytest.fixture
def screen(started, page):
    started.toggle_window()
    return page.second.window


def words_of(window):
    labels = [each.text() for each in window.findChildren(QLabel)]
    return [*labels, *(each.text() for each in window.findChildren(QCheckBox))]


def sizes_of(window):
    there = (*window.findChildren(QLabel), *window.findChildren(QCheckBox))
    for each in there:
        each.ensurePolished()
    return [each.font().pointSizeF() for each in there]


def test_it_is_blank_until_something_is_chosen(screen, started):
    assert words_of(screen) == []
    started.show_topic(Topic.ISSUE)
    assert words_of(screen) == ["议题", "0077", "理财亏损 52,000.00 元由谁承担"]


def test_the_rights_are_ticked_across_the_desk(screen, started, page):
    started.show_topic(Topic.RIGHTS)
    assert set(RIGHTS) <= set(words_of(screen))
    screen.findChildren(QCheckBox)[0].click()
    assert stored(page).meetings[0].rights_told_to == ("p1",)
    screen.ticked.emit("p1", False)
    assert stored(page).meetings[0].rights_told_to == ()


def test_after_sitting_apart_stands_ticked_what_was_ticked_before(screen, started):
    started.show_topic(Topic.RIGHTS)
    screen.findChildren(QCheckBox)[0].click()
    started.toggle_apart()
    assert words_of(screen) == []
    started.toggle_apart()
    assert [each.isChecked() for each in screen.findChildren(QCheckBox)] == [True, False]


def test_what_is_shown_never_moves_the_buttons_that_choose_it(started, page):
    def places():
        page.window().repaint()
        started.head.layout().activate()
        return [each.x() for each in started.head.topics.values()]

    before = places()
    started.toggle_window()
    assert places() == before
    for topic in Topic:
        started.show_topic(topic)
        assert places() == before
    pages = CustomerView("0001", "协议", pages=("1. 甲", "2. 乙"))
    started.head.show_screen(pages, is_open=True, is_apart=False)
    assert places() == before


def test_rights_are_set_in_twenty_eight_points_and_nothing_below_eighteen(screen, started):
    started.show_topic(Topic.RIGHTS)
    assert min(sizes_of(screen)) >= 18
    rights = [each for each in screen.findChildren(QLabel) if each.text() in RIGHTS]
    assert {round(each.font().pointSizeF()) for each in rights} == {RIGHTS_PT}
    assert cut_off(screen) == []


def test_an_offer_being_typed_is_not_seen_before_it_is_shown(screen, started):
    note(started, "@乙 #方案 5000")
    started.show_topic(Topic.OFFER)
    assert "5,000.00 元" in words_of(screen)
    note(started, "@乙 #方案 20000.01")
    assert "20,000.01 元" not in words_of(screen)
    started.show_offer(started.case.offers[-1])
    assert "20,000.01 元" in words_of(screen)


def test_no_word_of_the_authority_reaches_it(screen, started):
    note(started, "@乙 #方案 20000.01")
    for topic in Topic:
        started.show_topic(topic)
        told = "".join(words_of(screen))
        assert "超授权" not in told
        assert "20,000.00" not in told
        assert "支行行长" not in told


def test_f8_blanks_it_at_once_from_either_window(screen, started):
    started.show_topic(Topic.ISSUE)
    QTest.keyClick(screen, Qt.Key.Key_F8)
    assert started.is_apart
    assert words_of(screen) == []
    assert started.banner.isVisible()
    started.show_topic(Topic.ISSUE)
    assert words_of(screen) == []
    assert not started.pane("offers").isEnabled()
    started.toggle_apart()
    assert "议题" in words_of(screen)
    assert not started.banner.isVisible()


def test_the_agreement_is_read_page_by_page(qtbot, look):  # noqa: ARG001
    window = CustomerWindow()
    qtbot.addWidget(window)
    window.show_view(CustomerView("0001", "协议", pages=("1. 甲", "2. 乙")))
    assert words_of(window) == ["协议", "0001", "1. 甲", "1 / 2"]
    window.turn(1)
    window.turn(1)
    assert words_of(window) == ["协议", "0001", "2. 乙", "2 / 2"]
    window.show_view(CustomerView("0001", "权利告知", ticks=(Tick("p1", "申请人：我已听清楚"),)))
    assert window.page_no == 0


def test_the_head_says_what_the_customer_sees(screen, started, page):
    head = started.head
    assert head.shown.text() == "客户屏空白"
    started.show_topic(Topic.ISSUE)
    assert head.topics[Topic.ISSUE].isChecked()
    page.second.turn(1)
    screen.close()
    assert head.opener.text() == "打开客户屏"
    started.toggle_window()
    assert page.second.is_open
    started.toggle_window()
    assert not page.second.is_open


def test_without_a_window_pages_are_not_turned(started, page):
    page.second.turn(1)
    page.second.close()
    assert not page.second.is_open
    assert started.head.opener.text() == "打开客户屏"


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_word_of_the_session_is_cut_off(started, page, preferences, zoom, qtbot):
    note(started, "@甲 #诉求 赔52000")
    note(started, "@乙 #方案 18000")
    preferences.change(zoom_percent=zoom)
    for key in ("offers", "deal", "record", "ending", "table"):
        started.show_pane(key)
        if zoom > 100:
            started.toggle_forms() if key == "offers" else None
        nothing_is_cut_off(qtbot, page)
