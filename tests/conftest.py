"""Windows are drawn off-screen, unless somebody wants to watch them and says so."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.postgres"]
