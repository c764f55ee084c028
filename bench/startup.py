"""From the command to a window that can be used, against an empty window."""

import json
from collections.abc import Callable
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
Command = tuple[str, ...]
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
        self._imported = private / "imported.json"
        self._nothing = private / "nothing.json"
        # Settings of whoever runs the bench must not change what is measured.
        self._environment = {"XDG_CONFIG_HOME": str(private), "QT_QPA_PLATFORM": "offscreen"}

    def compared(self, what: str, rounds: int) -> tuple[Comparison, ...]:
        """Return the time until usable and of the whole process."""
        imported = self._run((DESKTOP,))[1]["modules"]
        self._imported.write_text(json.dumps(imported), encoding="utf-8")
        self._nothing.write_text("[]", encoding="utf-8")
        bare, least = (BARE, str(self._imported)), (BARE, str(self._nothing))
        usable: dict[Command, list[float]] = {(DESKTOP,): [], bare: [], least: []}

        def timed(command: Command) -> Callable[[int], float]:
            def work(_round: int) -> float:
                whole_s, told = self._run(command)
                usable[command].append(told["usable_s"])
                return whole_s

            return work

        for command in usable:
            self._run(command)
        whole = in_turns({command[-1]: timed(command) for command in usable}, rounds)
        ours, same, little = (Times(tuple(seconds)) for seconds in usable.values())
        return (
            Comparison(f"{what}, usable", ours, "bare window, same imports", same, BUDGET),
            Comparison(f"{what}, usable", ours, "bare window, Qt and the driver only", little),
            Comparison(
                f"{what}, whole process",
                whole[DESKTOP],
                "bare window, same imports",
                whole[bare[-1]],
            ),
        )

    def _run(self, command: Command) -> tuple[float, dict[str, Any]]:
        module, *arguments = command
        seconds, printed = run_module(
            module,
            str(monotonic()),
            str(self._station),
            *arguments,
            environment=self._environment,
        )
        return seconds, json.loads(printed)
