"""What the journeys that go through a session share: the station, the way to its desk, a hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from mediation_app.bootstrap import LocalStations
from tests.ui.session.at_the_table import TODAY, the_committee


@pytest.fixture(name="folder")
def session_folder(tmp_path):
    return tmp_path / "station"


@pytest.fixture(name="desk")
def session_desk(folder, case_of_journey):
    """A station with the one case that the module of the journey names."""
    stations = LocalStations(TODAY)
    stations.create_demo(folder, 0)
    opened = stations.open(folder, None)
    opened.registration.begin(case_of_journey)
    opened.setup.save(opened.setup.committee(), the_committee())
    yield opened
    opened.close()


def begun(window, place):
    """Open the case, press the key of the session, begin."""
    window.open_case("wang")
    place.tasks.finish()
    page = window.stack.page_in_front()
    (begin,) = (each for each in page.actions() if each.shortcut() == QKeySequence("Ctrl+M"))
    begin.trigger()
    place.tasks.finish()
    session = window.stack.page_in_front()
    QTest.keyClick(session.start.begin, Qt.Key.Key_Return)
    place.tasks.finish()
    return session


def tick(field, *labels):
    """Click the boxes with these labels."""
    for box in field.boxes:
        if box.text() in labels:
            box.click()
