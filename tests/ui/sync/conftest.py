"""The page of synchronisation, and what the synchroniser says to it."""

from dataclasses import replace

import pytest

from ui.sync.page import SyncPage


@pytest.fixture
def page(qtbot, place, look):  # noqa: ARG001
    place = replace(place, desk=replace(place.desk, is_demo=False))
    place.news.begin()
    made = SyncPage(place)
    qtbot.addWidget(made)
    made.resize(1282, 680)
    made.show()
    made.activateWindow()
    made.enter()
    place.tasks.finish()
    return made


@pytest.fixture
def told(qtbot, page, synchroniser):
    """Return a function that lets the synchroniser say how things stand."""

    def tell(state):
        with qtbot.waitSignal(page.place.news.state_changed):
            synchroniser.tell(state)
        page.place.tasks.finish()

    return tell
