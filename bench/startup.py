"""From the command to a window that can be used, against an empty window."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from bench.measure import Times, in_turns, run_module
from bench.report import Comparison, Section, comparisons
from bench.stations import stations

SIZES = (12, 50_000)
QUICK_SIZES = (12, 1_000)
BUDGET = 1.5
DESKTOP, BARE = "bench.open_desktop", "bench.bare_window"
NOTE = (
    "*Usable*: from the start of the process until the rows of the list are painted and the event "
    "loop is free again. The bare window is an empty `QMainWindow` that imports the same modules, "
    "opens the same file with the bare driver, counts its cases, and is painted. *Whole process*: "
    "start, window, closing, seen from outside. Platform: Qt's `offscreen`."
)


def measure(*, quick: bool) -> Section:
    """Return the start of a small and of a large station."""
    rows: list[Comparison] = []
    with stations() as folder, TemporaryDirectory() as private:
        for size in QUICK_SIZES if quick else SIZES:
            start = _Start(folder.of(size), Path(private))
            rows += start.compared(f"{size:,} cases", 2 if quick else 15)
    return Section("startup", "Start of the desktop", f"{comparisons(rows)}\n\n{NOTE}")


class _Start:
    def __init__(self, station: Path, private: Path) -> None:
        self._station = station
        self._modules = private / "modules.json"
        # Settings of whoever runs the bench must not change what is measured.
        self._environment = {"XDG_CONFIG_HOME": str(private), "QT_QPA_PLATFORM": "offscreen"}

    def compared(self, what: str, rounds: int) -> tuple[Comparison, ...]:
        """Return the time until usable and of the whole process."""
        imported = self._run(DESKTOP)[1]["modules"]
        self._modules.write_text(json.dumps(imported), encoding="utf-8")
        self._run(BARE, str(self._modules))
        usable: dict[str, list[float]] = {DESKTOP: [], BARE: []}

        def desktop(_round: int) -> float:
            whole_s, told = self._run(DESKTOP)
            usable[DESKTOP].append(told["usable_s"])
            return whole_s

        def bare(_round: int) -> float:
            whole_s, told = self._run(BARE, str(self._modules))
            usable[BARE].append(told["usable_s"])
            return whole_s

        whole = in_turns({DESKTOP: desktop, BARE: bare}, rounds)
        ours, theirs = (Times(tuple(usable[name])) for name in (DESKTOP, BARE))
        return (
            Comparison(f"{what}, usable", ours, "bare window", theirs, BUDGET),
            Comparison(f"{what}, whole process", whole[DESKTOP], "bare window", whole[BARE]),
        )

    def _run(self, module: str, *arguments: str) -> tuple[float, dict[str, Any]]:
        seconds, printed = run_module(
            module,
            str(monotonic()),
            str(self._station),
            *arguments,
            environment=self._environment,
        )
        return seconds, json.loads(printed)
