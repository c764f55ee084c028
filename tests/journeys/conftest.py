"""Journeys are gone in the window of the desk."""

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
