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

pytest_plugins = ["tests.postgres", "tests.counting"]


@pytest.fixture
def qtbot(qapp, request):  # noqa: ARG001  windows need an application
    """Return the robot of pytest-qt, which waits longer here, see ``tests.patience``."""
    return PatientQtBot(request)
