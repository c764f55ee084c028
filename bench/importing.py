"""Cases that come in from a file, and what it takes to open one."""

import json
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import in_turns, seconds_of
from bench.place import SAMPLES
from bench.report import Comparison, Section, comparisons
from mediation_app.bootstrap import LocalStations
from mediation_app.exchange.reading import CASES_KEY, read_cases
from mediation_app.exchange.writing import write_case
from mediation_app.services.sample_cases import invented_cases
from mediation_app.system import SystemClock, TimeOrderedIds

MANY, QUICK_MANY = 1_000, 50
NOTE = (
    "Into an empty station each time, in one transaction. *Reading alone*: the same file decoded "
    "and examined, nothing stored."
)


def measure(*, quick: bool) -> Section:
    """Return the import of the samples and of a large file."""
    many = QUICK_MANY if quick else MANY
    texts = {"12 cases": SAMPLES.read_text(encoding="utf-8"), f"{many:,} cases": _file_of(many)}
    rows = []
    with TemporaryDirectory() as folder:
        empty = map(Path(folder).joinpath, map(str, count()))
        for what, text in texts.items():
            works = {"import": partial(_import, empty, text), "reading": partial(_read, text)}
            times = in_turns(works, 2 if quick else 9)
            size = f"{len(text.encode()) / 1024:,.0f} KB"
            rows.append(
                Comparison(f"{what}, {size}", times["import"], "reading alone", times["reading"])
            )
    return Section("importing", "Import", f"{comparisons(rows)}\n\n{NOTE}")


def _import(folders: Iterator[Path], text: str, _round: int) -> float:
    folder = next(folders)
    folder.mkdir()
    stations = LocalStations()
    stations.create_demo(folder, 0)
    desk = stations.open(folder, None)
    try:
        seconds = seconds_of(lambda: desk.importing.import_text(text))
        assert desk.lookup.count() == len(json.loads(text)[CASES_KEY])
    finally:
        desk.close()
    return seconds


def _read(text: str, _round: int) -> float:
    return seconds_of(lambda: read_cases(text, TimeOrderedIds(), SystemClock().today()))


def _file_of(case_count: int) -> str:
    cases = [write_case(case) for case in invented_cases(case_count, TimeOrderedIds())]
    return json.dumps({CASES_KEY: cases}, ensure_ascii=False)
