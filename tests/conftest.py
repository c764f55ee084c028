"""Windows are drawn off-screen, unless somebody wants to watch them and says so."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test leaves a password in the keyring of whoever runs it.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

pytest_plugins = ["tests.postgres"]

BY_CHANCE = tuple(
    f"tests/soak/test_{name}.py" for name in ("chaos", "cuts", "mutants", "simulation")
)
"""What they reach is drawn by lot and not counted as covered; counting would double their time."""


def pytest_collection_modifyitems(items):
    for item in items:
        if item.nodeid.startswith(BY_CHANCE):
            item.add_marker(pytest.mark.no_cover)
