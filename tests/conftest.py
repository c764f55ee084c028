"""Windows are drawn off-screen, unless somebody wants to watch them and says so."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.memory import fast_folder
from tests.ui.robot import PatientQtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test leaves a password in the keyring of whoever runs it.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
if in_memory := fast_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", in_memory)

# A machine that is busy with other things makes no test fail.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

pytest_plugins = ["tests.postgres"]

UNCOUNTED = (
    # Drawn by lot.
    *("tests/soak/", "tests/life/", "tests/kills/", "tests/db/test_crashes.py"),
    "tests/db/test_agenda_states.py",
    # They measure, or go through all of it once more.
    *("tests/bench/", "tests/sync/test_journey_10.py", "tests/sync/test_first_pull.py"),
    "tests/db/test_station.py::test_many_cases_",
    *("tests/ui/test_clipping.py", "tests/ui/test_at_200_percent.py", "tests/ui/test_english.py"),
    *("tests/ui/test_keys.py", "tests/ui/test_journey_10_windows.py"),
    "tests/ui/case/test_case_page.py::test_every_fact_",
    "tests/ui/case/test_sections.py::test_every_part_",
)
"""What these reach is not counted as covered, nor what Hypothesis reaches: so the lot decides
nothing about our bounds, and every line is reached by a test that is about it. Counting would
make them take up to twice as long.
"""


@pytest.fixture
def qtbot(qapp, request):  # noqa: ARG001  windows need an application
    """Return the robot of pytest-qt, which waits longer here, see ``tests.patience``."""
    return PatientQtBot(request)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item):
    coverage = item.config.pluginmanager.getplugin("_cov")
    is_counted = not (item.get_closest_marker("hypothesis") or item.nodeid.startswith(UNCOUNTED))
    if coverage is None or is_counted:
        return (yield)
    coverage.cov_controller.pause()
    try:
        return (yield)
    finally:
        coverage.cov_controller.resume()
