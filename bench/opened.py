"""A process that opens a station, reads its list and says how much memory it holds."""

import os
import sys
from pathlib import Path

from mediation_app.bootstrap import LocalStations


def main(folder: str) -> None:
    desk = LocalStations().open(Path(folder), None)
    assert desk.lookup.count()
    assert desk.lookup.lines()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    print(pages * os.sysconf("SC_PAGE_SIZE"))
    desk.close()


main(*sys.argv[1:])
