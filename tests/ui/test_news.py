"""What the synchroniser says reaches the window in its own thread, and in one go."""

from dataclasses import replace
from threading import Thread, current_thread

import pytest
from PySide6.QtTest import QSignalSpy

from mediation_app.domain.journal import Changes
from mediation_app.domain.money import Money
from mediation_app.domain.syncing import Link, Present, SyncState
from tests.ui.disagreement import disagree
from ui.news import SHORT_ROUND_MS

ONLINE = SyncState(Link.ONLINE, to_send=2)


@pytest.fixture
def news(place):
    place.news.begin()
    place.tasks.finish()
    return place.news


def elsewhere(work):
    """Do something in another thread, as the synchroniser does."""
    thread = Thread(target=work)
    thread.start()
    thread.join()


def test_the_synchroniser_is_started_with_somebody_who_listens(news, synchroniser):
    assert synchroniser.listener is news


def test_what_is_said_in_another_thread_is_heard_in_that_of_the_window(qtbot, news, synchroniser):
    heard = []
    news.state_changed.connect(lambda state: heard.append((state, current_thread().name)))
    with qtbot.waitSignal(news.state_changed):
        elsewhere(lambda: synchroniser.tell(ONLINE))
    assert heard == [(ONLINE, "MainThread")]
    assert news.state == ONLINE


def test_the_same_state_is_told_once(qtbot, news, synchroniser):
    spy = QSignalSpy(news.state_changed)
    for _ in range(3):
        elsewhere(lambda: synchroniser.tell(ONLINE))
    qtbot.waitUntil(lambda: spy.count() == 1)
    qtbot.wait(30)
    assert spy.count() == 1


def test_a_short_round_is_not_mentioned_and_a_long_one_is(qtbot, news, synchroniser):
    links = []
    news.state_changed.connect(lambda state: links.append((state.link, state.to_send)))
    for link, to_send in ((Link.ONLINE, 2), (Link.SYNCING, 3), (Link.ONLINE, 0)):
        elsewhere(lambda: synchroniser.tell(SyncState(link, to_send)))  # noqa: B023  it runs at once
    qtbot.waitUntil(lambda: len(links) == 3)
    qtbot.wait(SHORT_ROUND_MS + 100)
    assert links == [(Link.ONLINE, 2), (Link.ONLINE, 3), (Link.ONLINE, 0)]
    elsewhere(lambda: synchroniser.tell(SyncState(Link.SYNCING, 1)))
    qtbot.waitUntil(lambda: links[-1] == (Link.SYNCING, 1))
    elsewhere(lambda: synchroniser.tell(SyncState(Link.OFFLINE, 1)))
    qtbot.waitUntil(lambda: links[-1] == (Link.OFFLINE, 1))


def test_edits_that_come_in_together_are_shown_in_one_go(qtbot, news, place):
    told = []
    place.tasks.changed.connect(told.append)
    with qtbot.waitSignal(place.tasks.changed):
        elsewhere(lambda: news.on_changes(Changes(frozenset({"a"}))))
        elsewhere(lambda: news.on_changes(Changes(frozenset({"b"}), is_committee_changed=True)))
    assert told == [Changes(frozenset({"a", "b"}), is_committee_changed=True)]


def test_conflicts_are_known_from_the_start_and_after_each_edit(qtbot, place, desk):
    case = desk.case_files.find("第1号")
    first = disagree(desk, case, "facts", "甲", "乙")
    place.news.begin()
    place.tasks.finish()
    assert place.news.conflicts == (first,)
    other = desk.case_files.find("第3号")
    disagree(desk, other, "claim", Money(100), Money(200))
    with qtbot.waitSignal(place.news.conflicts_changed):
        elsewhere(lambda: place.news.on_changes(Changes(frozenset({other.id}))))
    assert {each.case_id for each in place.news.conflicts} == {case.id, other.id}
    place.tasks.run(place.news, lambda: desk.conflicts.resolve(first, "甲"), lambda _: None)
    place.tasks.finish()
    assert [each.case_id for each in place.news.conflicts] == [other.id]


def test_many_edits_at_once_make_all_conflicts_be_read_again(qtbot, news, desk):
    case = desk.case_files.find("第1号")
    disagree(desk, case, "facts", "甲", "乙")
    many = Changes(frozenset({case.id, *(str(number) for number in range(50))}))
    with qtbot.waitSignal(news.conflicts_changed):
        elsewhere(lambda: news.on_changes(many))
    assert news.conflicts_of(case.id) == news.conflicts


def test_after_a_commit_it_is_asked_again_what_waits_to_be_sent(
    qtbot, news, synchroniser, place, desk
):
    with qtbot.waitSignal(news.state_changed):
        elsewhere(lambda: synchroniser.tell(ONLINE))
    synchroniser.now = replace(ONLINE, to_send=3)
    case = desk.case_files.find("第1号")
    edited = replace(case, facts="改")
    place.tasks.run(news, lambda: desk.case_files.save(case, edited), lambda _: None)
    place.tasks.finish()
    assert news.state.to_send == 3


def test_who_has_a_case_open_is_known_until_they_leave(qtbot, news):
    other = Present("周静", "PC-B")
    with qtbot.waitSignal(news.present_changed):
        elsewhere(lambda: news.on_present("c1", (other,)))
    assert news.present_at("c1") == (other,)
    with qtbot.waitSignal(news.present_changed):
        elsewhere(lambda: news.on_present("c1", ()))
    assert news.present_at("c1") == ()
