"""A real desk over a real encrypted database of invented cases, and a window in the real look."""

import gc
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from mediation_app.bootstrap import LocalStations
from mediation_app.settings import SettingsFile
from tests.db.stations import make_cheap
from tests.fakes.synchroniser import FakeSynchroniser
from tests.ui.letting_go import end_place, end_tasks
from ui.fonts import load_fonts
from ui.look import Look
from ui.news import News
from ui.pages import Workplace
from ui.preferences import Preferences
from ui.rail_pages import page_entries
from ui.tasks import Tasks
from ui.window import MainWindow

SAMPLE_CASES = 130
"""More than one window of rows."""


@pytest.fixture(autouse=True)
def _garbage_is_collected_in_this_thread():
    """Widgets must not be destroyed in a background thread, see ``ui.garbage``.

    What is left when the next test begins belongs to the session. Looking through all of it again
    each time would take most of the time of the suite, so the collector is told to pass it over.
    Not earlier: pytest holds what a test was given until its end is over, and a window that is
    passed over while something holds it is never collected.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.enable()


@pytest.fixture(scope="session")
def _fonts(qapp):
    load_fonts()
    return qapp


@pytest.fixture(scope="session")
def sample_station(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples") / "station"
    stations = LocalStations()
    stations.create_demo(folder, SAMPLE_CASES)
    # Once for all: every window would work it out again.
    opened = stations.open(folder, None)
    opened.agenda.arrange_all()
    opened.close()
    return folder


@pytest.fixture
def desk(sample_station, tmp_path):
    folder = tmp_path / "station"
    shutil.copytree(sample_station, folder)
    opened = LocalStations().open(folder, None)
    yield opened
    opened.close()


@pytest.fixture
def empty_desk(tmp_path):
    folder = tmp_path / "empty"
    make_cheap(folder, "a long password 2026")
    opened = LocalStations().open(folder, "a long password 2026")
    yield opened
    opened.close()


@pytest.fixture
def tasks(qapp):  # noqa: ARG001  signals need an application
    made = Tasks("database")
    yield made
    end_tasks((made,))


@pytest.fixture
def paper_tasks(qapp):  # noqa: ARG001
    made = Tasks("paper")
    yield made
    end_tasks((made,))


@pytest.fixture
def preferences(tasks, tmp_path):
    made = Preferences(SettingsFile(tmp_path / "settings.json"), tasks)
    # Most tests are about cases; the page that is in front at first has its own.
    made.change(last_page="cases")
    return made


@pytest.fixture
def look(_fonts, preferences):
    made = Look(_fonts, preferences)
    yield made
    preferences.change(scheme="light", zoom_percent=100)
    made.setParent(None)


@pytest.fixture
def sync_tasks(qapp):  # noqa: ARG001
    made = Tasks("network")
    yield made
    end_tasks((made,))


@pytest.fixture
def synchroniser():
    """The synchroniser of the window: it does what a test says, the database is real."""
    return FakeSynchroniser()


@pytest.fixture
def place_of(tasks, paper_tasks, sync_tasks, synchroniser):
    """Return a function that makes a workplace of a desk."""
    places = []

    def made(desk):
        desk = replace(desk, sync=synchroniser)
        places.append(Workplace(desk, tasks, paper_tasks, sync_tasks, News(desk, tasks)))
        return places[-1]

    yield made
    for place in places:
        end_place(place)


@pytest.fixture
def place(desk, place_of):
    return place_of(desk)


@pytest.fixture
def empty_place(empty_desk, place_of):
    return place_of(empty_desk)


@pytest.fixture
def open_window(qtbot, preferences, look):  # noqa: ARG001  the look is on the application
    """Return a function that shows a window on a workplace, with its first page loaded."""

    def opened(place):
        window = MainWindow(place, preferences, page_entries(place, preferences))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.begin()
        place.tasks.finish()
        return window

    return opened


@pytest.fixture
def window(open_window, place):
    return open_window(place)
