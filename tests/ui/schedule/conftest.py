"""The desk of the journeys on its day."""

import pytest

from tests.ui.schedule import cast


@pytest.fixture
def desk(sample_station, tmp_path):
    opened = cast.furnished(sample_station, tmp_path / "station")
    yield opened
    opened.close()


@pytest.fixture
def sun(desk):
    return desk.case_files.find(cast.SUN)


@pytest.fixture
def in_case(qtbot, window, place, sun):
    """The window with the case of 孙浩 in front."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_case(sun.id)
    place.tasks.finish()
    page = window.stack.page_in_front()
    page.view.list.setFocus()
    return page.view


@pytest.fixture
def planner(in_case, place):
    """The card, opened by the key."""
    in_case.plan_meeting()
    place.tasks.finish()
    return in_case.section("schedule").planner
