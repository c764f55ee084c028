"""Work beside the window."""

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from mediation_app.domain.journal import Changes
from mediation_app.errors import CaseNotFoundError
from ui.tasks import UnexpectedError


class Holder:
    """What a service answers after it stored something."""

    changes = Changes(case_ids=frozenset({"c1"}))


def test_the_answer_comes_in_the_thread_of_the_window(qtbot, tasks):
    answers = []
    owner = QObject()
    tasks.run(
        owner, threading.get_ident, lambda ident: answers.append((ident, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    worked_in, answered_in = answers[0]
    assert worked_in != answered_in == threading.get_ident()


def test_work_is_done_in_the_order_it_was_asked_for(tasks):
    answers = []
    owner = QObject()
    for number in range(50):
        tasks.run(owner, lambda number=number: number, answers.append)
    tasks.finish()
    assert answers == list(range(50))


def test_an_owner_that_is_gone_gets_no_answer_but_the_changes_are_announced(tasks):
    answers, announced = [], []
    tasks.changed.connect(announced.append)
    go_on = threading.Event()
    owner = QObject()
    tasks.run(owner, lambda: go_on.wait() and Holder, answers.append)
    delete(owner)
    go_on.set()
    tasks.finish()
    assert (answers, announced) == ([], [Holder.changes])


def test_a_result_that_is_changes_is_announced_and_one_without_any_is_not(tasks):
    announced = []
    tasks.changed.connect(announced.append)
    owner = QObject()
    tasks.run(owner, lambda: Changes(is_committee_changed=True), lambda _: None)
    tasks.run(owner, Changes, lambda _: None)
    tasks.run(owner, lambda: "nothing stored", lambda _: None)
    tasks.finish()
    assert announced == [Changes(is_committee_changed=True)]


def raise_trouble():
    raise CaseNotFoundError("7")


def raise_bug():
    raise ZeroDivisionError


def test_expected_trouble_goes_to_who_asked(tasks):
    told = []
    owner = QObject()
    tasks.run(owner, raise_trouble, lambda _: pytest.fail("there was an answer"), told.append)
    tasks.finish()
    assert isinstance(told[0], CaseNotFoundError)


def test_trouble_that_nobody_waits_for_goes_to_the_window(tasks):
    refused = []
    tasks.refused.connect(refused.append)
    tasks.run(QObject(), raise_trouble, lambda _: None)
    tasks.finish()
    assert [type(each) for each in refused] == [CaseNotFoundError]


def test_a_bug_is_reported_and_who_asked_learns_that_nothing_was_done(tasks):
    crashed, told, refused = [], [], []
    tasks.crashed.connect(crashed.append)
    tasks.refused.connect(refused.append)
    owner = QObject()
    tasks.run(owner, raise_bug, lambda _: None, told.append)
    tasks.run(owner, raise_bug, lambda _: None)
    tasks.finish()
    assert [type(each) for each in crashed] == [ZeroDivisionError, ZeroDivisionError]
    assert [type(each) for each in told] == [UnexpectedError]
    assert refused == []


def test_only_the_newest_of_one_kind_is_done(tasks):
    done = []
    owner = QObject()
    go_on = threading.Event()
    tasks.run(owner, go_on.wait, lambda _: None)
    for number in range(5):
        tasks.run_latest("page", owner, lambda number=number: done.append(number), lambda _: None)
    tasks.run_latest("other", owner, lambda: done.append("other"), lambda _: None)
    go_on.set()
    tasks.finish()
    assert done == [4, "other"]


def test_the_newest_of_one_owner_does_not_push_out_that_of_another(tasks):
    done = []
    first, second = QObject(), QObject()
    go_on = threading.Event()
    tasks.run(first, go_on.wait, lambda _: None)
    tasks.run_latest("page", first, lambda: 1, done.append)
    tasks.run_latest("page", second, lambda: 2, done.append)
    go_on.set()
    tasks.finish()
    assert done == [1, 2]


def test_finishing_also_does_what_the_answers_ask_for(tasks):
    done = []
    owner = QObject()
    tasks.run(owner, lambda: 1, lambda _: tasks.run(owner, lambda: 2, done.append))
    tasks.finish()
    assert done == [2]


def test_what_is_first_goes_before_all_that_waits_and_in_its_own_order(tasks):
    began, gate, done = threading.Event(), threading.Event(), []

    def wait() -> None:
        began.set()
        gate.wait()

    tasks.run(tasks, wait, lambda _: done.append("began"))
    began.wait()
    for number in range(3):
        tasks.run(tasks, lambda: None, lambda _, n=number: done.append(f"list {n}"))
    for number in range(2):
        tasks.run_first(tasks, lambda: None, lambda _, n=number: done.append(f"typed {n}"))
    gate.set()
    tasks.finish()
    assert done == ["began", "typed 0", "typed 1", "list 0", "list 1", "list 2"]
