"""The desk of a session on the sample station."""

import shutil

import pytest

from mediation_app.bootstrap import LocalStations
from tests.ui.session.at_the_table import TODAY, the_committee, wang_guilan
from ui.session.page import SessionPage


@pytest.fixture(scope="session")
def station_of_j4(tmp_path_factory):
    """The folder of the station on the day of J4, with its case; copied for each test."""
    folder = tmp_path_factory.mktemp("j4") / "station"
    stations = LocalStations(TODAY)
    stations.create_demo(folder, 0)
    opened = stations.open(folder, None)
    opened.registration.begin(wang_guilan())
    opened.setup.save(opened.setup.committee(), the_committee())
    opened.close()
    return folder


@pytest.fixture
def desk(station_of_j4, tmp_path):
    shutil.copytree(station_of_j4, tmp_path / "station")
    opened = LocalStations(TODAY).open(tmp_path / "station", None)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, place, look):  # noqa: ARG001
    made = SessionPage(place)
    qtbot.addWidget(made)
    made.resize(1294, 672)
    made.show()
    yield made
    made.second.close()


@pytest.fixture
def started(page):
    """Return the desk of the session, begun with everybody there."""
    page.enter("wang")
    page.place.tasks.finish()
    page.start.begin.click()
    page.place.tasks.finish()
    return page.view
