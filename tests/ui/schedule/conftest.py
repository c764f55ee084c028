"""The desk of the journeys on its day."""

import pytest

from tests.ui.schedule import cast
from ui.case.page import CasePage


@pytest.fixture
def desk(sample_station, tmp_path):
    opened = cast.furnished(sample_station, tmp_path / "station")
    yield opened
    opened.close()


@pytest.fixture
def sun(desk):
    return desk.case_files.find(cast.SUN)


@pytest.fixture
def case_page(qtbot, place, sun, look):  # noqa: ARG001  the look is on the application
    """The page of a case, without the window around it, with that of 孙浩."""
    made = CasePage(place)
    qtbot.addWidget(made)
    made.resize(1294, 672)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter(sun.id)
    place.tasks.finish()
    made.view.list.setFocus()
    return made


@pytest.fixture
def in_case(case_page):
    return case_page.view


@pytest.fixture
def planner(in_case, place):
    """The card, opened by the key."""
    in_case.plan_meeting()
    place.tasks.finish()
    return in_case.section("schedule").planner
