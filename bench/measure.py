"""Takes times in turns, so that the drift of a machine falls on both sides alike."""

import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from bench.place import ROOT

MILLISECONDS = 1000.0


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of the same work, one value a run."""

    seconds: tuple[float, ...]

    @property
    def median_s(self) -> float:
        return statistics.median(self.seconds)

    def percentile_s(self, percent: int) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]

    @property
    def words(self) -> str:
        """Median, least and most, as in ``41.2 ms (39.8–52.0)``."""
        least, most = min(self.seconds), max(self.seconds)
        if self.median_s >= 1:
            return f"{self.median_s:.2f} s ({least:.2f}–{most:.2f})"
        median, low, high = (
            three_digits(value * MILLISECONDS) for value in (self.median_s, least, most)
        )
        return f"{median} ms ({low}–{high})"


def three_digits(value: float) -> str:
    """Return a number as exact as it deserves: 0.123, 1.23, 12.3, 123."""
    for limit, places in ((1, 3), (10, 2), (100, 1)):
        if value < limit:
            return f"{value:.{places}f}"
    return f"{value:,.0f}"


def ratio(ours: Times, theirs: Times) -> float:
    """Return the median of the ratios within each round."""
    return statistics.median(a / b for a, b in zip(ours.seconds, theirs.seconds, strict=True))


def in_turns(works: Mapping[str, Callable[[int], float]], rounds: int) -> dict[str, Times]:
    """Return the times of each work; every round does each once, in changing order.

    Each work is given the number of its round and returns its own seconds.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    names = list(works)
    for number in range(rounds):
        for name in names[:: 1 if number % 2 == 0 else -1]:
            taken[name].append(works[name](number))
    return {name: Times(tuple(seconds)) for name, seconds in taken.items()}


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long it takes once; rubbish of the work before is cleared first."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def run_module(
    module: str, *arguments: str, environment: Mapping[str, str] | None = None
) -> tuple[float, str]:
    """Return the seconds of a whole new Python process, seen from outside, and what it prints."""
    command: Sequence[str] = (sys.executable, "-m", module, *arguments)
    variables = {**os.environ, **(environment or {})}
    start = perf_counter()
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own modules
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    seconds = perf_counter() - start
    if done.returncode != 0:
        raise RuntimeError(f"{module}: {done.stderr}")
    return seconds, done.stdout
