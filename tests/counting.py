"""What counts as covered. Counting doubles the time of all that it watches: see decision 39."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages

import pytest

PROGRAM = ("mediation_app", "ui", "forms", "db", "resources")

UNCOUNTED = (
    # Drawn by lot.
    *("tests/soak/", "tests/life/", "tests/kills/", "tests/db/test_crashes.py"),
    "tests/db/test_agenda_states.py",
    # They measure, or go through all of it once more.
    *("tests/bench/", "tests/sync/test_journey_10.py", "tests/sync/test_first_pull.py"),
    "tests/db/test_station.py::test_many_cases_",
    *("tests/ui/test_clipping.py", "tests/ui/test_at_200_percent.py", "tests/ui/test_english.py"),
    *("tests/ui/test_keys.py", "tests/ui/test_journey_10_windows.py"),
    *("tests/ui/test_keeping.py", "tests/ui/test_survival.py"),
    *("tests/ui/case/test_case_page.py", "tests/ui/case/test_bringing_back.py"),
    "tests/ui/case/test_sealing.py",
    "tests/ui/case/test_sections.py::test_every_part_",
    *("tests/sync/test_interrupted.py", "tests/sync/test_sealed_agreements.py"),
    *("tests/db/test_search_finds.py", "tests/db/test_replica_echoes.py"),
    # What they are about runs at the centre.
    "tests/central/test_attack_",
)
"""What these reach is not counted as covered, nor what Hypothesis reaches: so the lot decides
nothing about our bounds, and every line is reached by a test that is about it.
"""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session):
    """Import the program while that counts, and find the tests while nothing does."""
    if _counter(session.config) is None or session.config.pluginmanager.hasplugin("dsession"):
        return (yield)
    for name in _modules():
        import_module(name)
    with _uncounted(session.config):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    """Count what a test reaches, or not."""
    if not (item.get_closest_marker("hypothesis") or item.nodeid.startswith(UNCOUNTED)):
        return (yield)
    with _uncounted(item.config):
        return (yield)


def _modules() -> Iterator[str]:
    for package in PROGRAM:
        folders = import_module(package).__path__
        found = walk_packages(folders, f"{package}.")
        yield from (each.name for each in found if ".migrations" not in each.name)


def _counter(config: pytest.Config):
    plugin = config.pluginmanager.getplugin("_cov")
    return plugin and plugin.cov_controller


@contextmanager
def _uncounted(config: pytest.Config) -> Iterator[None]:
    counter = _counter(config)
    if counter is None:
        yield
        return
    counter.pause()
    try:
        yield
    finally:
        counter.resume()
