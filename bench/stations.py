"""Stations full of invented cases, made once a run (or kept, since large ones take minutes)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import seconds_of
from mediation_app.bootstrap import LocalStations

KEPT_IN = "BENCH_STATIONS"
"""The environment variable that names a folder where stations are kept for the next run."""


@contextmanager
def stations() -> Iterator["StationFolder"]:
    """Give a folder for stations; it vanishes at the end unless one was named."""
    kept = os.environ.get(KEPT_IN)
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield StationFolder(Path(kept))
        return
    with TemporaryDirectory(prefix="bench-stations-") as folder:
        yield StationFolder(Path(folder))


class StationFolder:
    """Makes the stations that are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, case_count: int) -> Path:
        """Return the folder of a station with so many cases."""
        place = self._folder / str(case_count)
        if not LocalStations().exists(place):
            place.mkdir(parents=True, exist_ok=True)
            seconds = seconds_of(lambda: LocalStations().create_demo(place, case_count))
            print(f"(a station of {case_count:,} cases took {seconds:.0f} s to make)", flush=True)
        return place
