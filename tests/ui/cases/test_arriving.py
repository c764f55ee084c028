"""An empty list of a station whose first cases are still at the centre."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.syncing import Link, Progress, SyncRound, SyncState
from mediation_app.sentences import say

NOW = datetime(2026, 11, 22, 6, 31, tzinfo=UTC)
WAITING = SyncState(Link.WAITING, contact_at=NOW, person="刘洋", orgs=("崂山工作站",))
FIRST = Progress(say("首次同步：接收“{org}”的案件", org="崂山工作站"), 1200, 3500)
PULLING = replace(WAITING, link=Link.SYNCING, progress=FIRST)
CUT_OFF = SyncRound(NOW, NOW, trouble=say("连不上中心库"))


@pytest.fixture
def open_page(empty_place, open_window, synchroniser):
    """Return a function that opens the list of a station that stands so with its centre."""

    def opened(state, history=()):
        synchroniser.now, synchroniser.history = state, history
        return open_window(empty_place).stack.page_in_front()

    return opened


@pytest.fixture
def told(qtbot, empty_place, synchroniser):
    """Return a function that lets the synchroniser say how things stand."""

    def tell(state):
        with qtbot.waitSignal(empty_place.news.state_changed):
            synchroniser.tell(state)
        empty_place.tasks.finish()

    return tell


def said(page):
    return " ".join(
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (WAITING, "正在接收案件"),
        (replace(WAITING, link=Link.SYNCING), "正在接收案件"),
        (PULLING, "首次同步：接收“崂山工作站”的案件  1,200 / 3,500"),
        (replace(WAITING, trouble=say("已取消")), "接收已取消，稍后自动继续"),
        (replace(WAITING, link=Link.OFFLINE, trouble=say("连不上")), "现在联系不上中心库"),
        (replace(WAITING, link=Link.REFUSED, trouble=say("已停用")), "没有连上中心库，需要处理"),
        (replace(WAITING, link=Link.ONLINE, trouble=say("不完整")), "上次同步没有完成"),
    ],
)
def test_what_has_not_come_yet_is_not_said_to_be_nothing(open_page, state, words):
    page = open_page(state, (CUT_OFF,))
    assert words in said(page)
    assert "还没有案件" not in said(page)
    assert "0 件" not in said(page)
    assert page.window().focusWidget() is page._arriving.button


@pytest.mark.parametrize("link", [Link.WAITING, Link.SYNCING, Link.OFFLINE, Link.ONLINE])
def test_a_centre_that_was_found_empty_once_leaves_the_list_empty(open_page, link):
    page = open_page(replace(WAITING, link=link), (CUT_OFF, SyncRound(NOW, NOW)))
    assert "还没有案件" in said(page)


def test_nothing_is_claimed_before_anybody_knows(empty_place, open_window):
    empty_place.news.begin = lambda: None
    page = open_window(empty_place).stack.page_in_front()
    assert page.shown.currentWidget() is page._loading


def test_the_words_follow_the_pull_until_there_is_something(open_page, told, empty_place, qtbot):
    page = open_page(replace(WAITING, link=Link.OFFLINE, trouble=say("连不上")))
    told(PULLING)
    assert "1,200 / 3,500" in said(page)
    told(replace(PULLING, progress=replace(FIRST, done=1300)))
    assert "1,300 / 3,500" in said(page)
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page._arriving.button.click()
    assert wanted.args == ["sync"]
    registration = empty_place.desk.registration
    draft = registration.blank(empty_place.desk.setup.committee())
    empty_place.tasks.run(page, lambda: registration.begin(draft), lambda _: None)
    empty_place.tasks.finish()
    assert page.shown.currentWidget() is page.table
    assert page.count.text() == "1 件"
    told(replace(PULLING, progress=None))
    assert page.shown.currentWidget() is page.table


def test_a_round_that_found_nothing_ends_the_waiting(open_page, told):
    page = open_page(WAITING)
    assert "正在接收案件" in said(page)
    told(replace(WAITING, link=Link.ONLINE))
    assert page.shown.currentWidget() is page._nothing_yet
