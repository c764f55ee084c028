"""Opens the desktop as the program does, says when its list can be used, and closes it."""

import sys
from pathlib import Path

from mediation_app.bootstrap import open_desktop


def main(began_at_s: str, folder: str) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as late as in the program

    from bench.usable_desktop import UsableDesktop  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    watcher = UsableDesktop(application, float(began_at_s))
    watcher.begin()
    return open_desktop(Path(folder), None)


sys.exit(main(*sys.argv[1:]))
