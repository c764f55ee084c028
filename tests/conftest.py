"""Windows are drawn off-screen, unless somebody wants to watch them and says so."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test leaves a password in the keyring of whoever runs it.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

pytest_plugins = ["tests.postgres"]
