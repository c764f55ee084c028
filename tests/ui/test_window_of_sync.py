"""What the window says and does about the centre and about conflicts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
)

from mediation_app.domain.syncing import Link, Progress, SyncState
from mediation_app.errors import CentralError
from mediation_app.sentences import say
from tests.ui.disagreement import disagree
from ui.case.others import OVERRULED
from ui.frame.details import Details
from ui.pages import Message, SaveState, SaveStep, Tone

SAVED = SaveState(SaveStep.SAVED, datetime(2026, 11, 22, 6, 30, 7, tzinfo=UTC))
FAILED = SaveState(SaveStep.FAILED, reason=say("磁盘已满"))


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


@pytest.fixture
def told(qtbot, window, synchroniser):
    """Return a function that lets the synchroniser say how things stand."""

    def tell(state):
        with qtbot.waitSignal(window._place.news.state_changed):
            synchroniser.tell(state)
        return window.status

    return tell


ONLINE = SyncState(Link.ONLINE, contact_at=datetime(2026, 11, 22, 6, 31, tzinfo=UTC))


def test_a_station_without_a_centre_says_so_and_counts_nothing(window):
    assert window.status.sync.whole_text() == "本机数据（未连接中心库）"
    assert window.status.to_send.isHidden()
    assert window.status.conflicts.isHidden()


@pytest.mark.parametrize(
    ("state", "words", "tone"),
    [
        (ONLINE, f"已同步 {ONLINE.contact_at.astimezone():%H:%M}", "ok"),
        (replace(ONLINE, contact_at=None), "已同步", "ok"),
        (replace(ONLINE, trouble=say("断了")), "已连接，上次同步没有完成", "warning"),
        (SyncState(Link.WAITING), "等待同步", "muted"),
        (SyncState(Link.SYNCING), "正在同步…", "muted"),
        (
            SyncState(Link.SYNCING, progress=Progress(say("接收"), 1, 2)),
            "接收  1 / 2",
            "muted",
        ),
        (SyncState(Link.OFFLINE), "离线，可照常办理", "muted"),
        (SyncState(Link.REFUSED), "没有连上中心库，需要处理", "error"),
    ],
)
def test_the_status_line_says_how_it_stands_with_the_centre(told, state, words, tone):
    status = told(replace(state, to_send=1203))
    assert status.sync.whole_text() == words
    assert status.sync.property("tone") == tone
    assert status.to_send.whole_text() == "待上传 1,203"
    assert status.conflicts.whole_text() == "冲突 0"


def test_the_parts_about_the_centre_open_details_that_lead_to_its_page(told, window, qtbot):
    told(replace(ONLINE, person="刘洋", orgs=("崂山工作站",), to_send=2))
    qtbot.mouseClick(window.status.to_send, Qt.MouseButton.LeftButton)
    details = window.findChild(Details)
    said = [each.text() for each in details.findChildren(QLabel)]
    assert "2 项修改已保存在本机，等待上传。" in said
    assert "刘洋，可以看到：崂山工作站" in said
    link = next(each for each in details.findChildren(QPushButton) if each.text())
    link.click()
    assert window.stack.key_in_front() == "sync"


def test_what_the_centre_refused_is_told_on_every_page_and_one_press_away(told, window, qtbot):
    assert window.status.refused.isHidden()
    told(replace(ONLINE, set_aside=2))
    assert window.status.refused.whole_text() == "未被接受 2"
    assert window.status.refused.property("tone") == "warning"
    qtbot.mouseClick(window.status.refused, Qt.MouseButton.LeftButton)
    assert window.stack.key_in_front() == "sync"
    told(ONLINE)
    assert window.status.refused.isHidden()


def test_who_is_at_the_desk_is_the_person_whom_the_centre_knows(told, window, place):
    assert window.top_bar.person.text() == place.desk.author
    told(replace(ONLINE, person="刘洋"))
    assert window.top_bar.person.text() == "刘洋"


def test_f5_syncs_now_where_there_is_a_centre_and_leads_to_one_where_not(
    told, window, synchroniser
):
    press(window, Qt.Key.Key_F5)
    assert window.stack.key_in_front() == "sync"
    told(ONLINE)
    press(window, Qt.Key.Key_F5)
    window._place.sync_tasks.finish()
    assert synchroniser.calls[-1] == "sync"


def test_trouble_of_the_network_becomes_a_message(window, place):
    def refuse():
        raise CentralError(say("联系不上"))

    place.sync_tasks.run(window, refuse, lambda _: None)
    place.sync_tasks.finish()
    assert [each.message.text for each in window.messages.notices()] == ["联系不上"]


@pytest.fixture
def disputed(window, desk, place):  # noqa: ARG001  the window is there before
    """A case in whose facts two people disagree, and the window knows."""
    case = desk.case_files.find("第1号")
    disagree(desk, case, "facts", "甲", "乙")
    place.news.begin()
    place.tasks.finish()
    return case


def test_conflicts_are_seen_from_every_page_and_one_key_away(window, disputed):
    assert window.status.conflicts.whole_text() == "冲突 1"
    assert window.status.conflicts.property("tone") == "warning"
    assert window.conflict_banner.isVisible()
    press(window, Qt.Key.Key_F7)
    assert window.stack.key_in_front() == "conflicts"
    assert window.conflict_banner.isHidden()
    assert window.stack.page_in_front().list.current().case_id == disputed.id
    press(window, Qt.Key.Key_Escape)
    assert window.conflict_banner.isVisible()


def test_a_banner_that_was_read_comes_again_only_with_more_conflicts(
    window, disputed, desk, place
):
    close = window.conflict_banner.findChildren(QAbstractButton)[-1]
    close.click()
    assert window.conflict_banner.isHidden()
    place.news.begin()
    place.tasks.finish()
    assert window.conflict_banner.isHidden()
    disagree(desk, desk.case_files.open(disputed.id), "issues", "甲", "乙")
    place.news.begin()
    place.tasks.finish()
    assert window.conflict_banner.isVisible()


def test_a_mark_in_a_case_leads_to_its_conflict(window, disputed, place):
    window.open_case(disputed.id)
    place.tasks.finish()
    window.stack.page_in_front().conflict_chosen.emit(disputed.id, "facts")
    place.tasks.finish()
    page = window.stack.page_in_front()
    assert page.view.heading.text() == "纠纷简要情况"
    page.view.open_case.click()
    assert window.stack.key_in_front() == "case"


def test_the_message_about_a_disputed_field_goes_when_the_dispute_is_settled(
    window, disputed, desk, place
):
    for case_id in (disputed.id, "another"):
        topic = f"{OVERRULED} {case_id} facts"
        window.messages.show_message(Message(case_id, Tone.WARNING, topic=topic))
    window._on_conflicts_changed()
    assert [each.message.text for each in window.messages.notices()] == [disputed.id]
    (conflict,) = desk.conflicts.open()
    place.tasks.run(window, lambda: desk.conflicts.resolve(conflict, "甲"), lambda _: None)
    place.tasks.finish()
    assert window.messages.notices() == []
