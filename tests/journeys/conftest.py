"""Journeys are gone in the window of the desk."""

import pytest

from mediation_app.bootstrap import LocalStations
from tests.ui.conftest import (  # noqa: F401  pytest finds fixtures by their names here
    _fonts,
    _garbage_is_collected_in_this_thread,
    desk,
    look,
    open_window,
    paper_tasks,
    place,
    place_of,
    preferences,
    sample_station,
    sync_tasks,
    synchroniser,
    tasks,
    window,
)
from tests.ui.session.at_the_table import TODAY, the_committee


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "station"


@pytest.fixture
def session_desk(folder, case_of_journey):
    """A station with the one case that the module of the journey names."""
    stations = LocalStations(TODAY)
    stations.create_demo(folder, 0)
    opened = stations.open(folder, None)
    opened.registration.begin(case_of_journey)
    opened.setup.save(opened.setup.committee(), the_committee())
    yield opened
    opened.close()
