"""What is typed is stored whatever becomes of the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.keeping import Keeping


@pytest.fixture
def view(window):
    window.open_case(window._place.desk.case_files.find("第1号").id)
    window._place.tasks.finish()
    return window.stack.page_in_front().view


def typed(view, text):
    view.editing.put(replace(view.case, facts=text), "facts")


def stored(view):
    return view.place.desk.case_files.open(view.case.id).facts


def test_a_hidden_window_goes_on_saving(window, view, qtbot):
    typed(view, "隐藏之前")
    window.hide()
    qtbot.waitUntil(lambda: stored(view) == "隐藏之前")
    typed(view, "隐藏之后")
    qtbot.waitUntil(lambda: stored(view) == "隐藏之后")


@pytest.mark.parametrize(
    "state", [Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationSuspended]
)
def test_when_the_screen_is_locked_nothing_waits_for_its_time(view, state):
    typed(view, "锁屏之前")
    QGuiApplication.instance().applicationStateChanged.emit(state)
    view.place.tasks.finish()
    assert stored(view) == "锁屏之前"


def test_while_one_works_here_saving_keeps_its_pace(window, view):
    typed(view, "还在写")
    keeping = window.findChild(Keeping)
    keeping._on_state_changed(Qt.ApplicationState.ApplicationActive)
    view.place.tasks.finish()
    assert stored(view) != "还在写"
    keeping.keep()
    view.place.tasks.finish()
    assert stored(view) == "还在写"


def test_a_change_of_page_stores_at_once(window, view):
    typed(view, "换页之前")
    window.stack.go("intake")
    view.place.tasks.finish()
    assert stored(view) == "换页之前"
