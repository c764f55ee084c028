"""The desk of the journeys on its day."""

import shutil

import pytest

from mediation_app.bootstrap import LocalStations
from tests.ui.schedule import cast
from ui.case.page import CasePage


@pytest.fixture(scope="session")
def furnished_station(sample_station, tmp_path_factory):
    """The folder of the desk, furnished once and copied for each test."""
    folder = tmp_path_factory.mktemp("furnished") / "station"
    cast.furnished(sample_station, folder).close()
    return folder


@pytest.fixture
def desk(furnished_station, tmp_path):
    shutil.copytree(furnished_station, tmp_path / "station")
    opened = LocalStations(cast.TODAY).open(tmp_path / "station", None)
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
