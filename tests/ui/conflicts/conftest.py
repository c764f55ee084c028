"""The page of conflicts, opened as the window does."""

import pytest

from ui.conflicts.page import ConflictsPage


@pytest.fixture
def open_page(qtbot, place, look):  # noqa: ARG001
    def opened(subject=""):
        place.news.begin()
        place.tasks.finish()
        made = ConflictsPage(place)
        qtbot.addWidget(made)
        made.resize(1282, 680)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.enter(subject)
        made.setFocus()
        place.tasks.finish()
        return made

    return opened
