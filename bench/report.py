"""The tables that a run prints, and that docs/PERFORMANCE.md holds."""

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Times, ratio
from mediation_app.system import SystemClock


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of a table: ours against theirs, and the most that it may be."""

    what: str
    ours: Times
    against: str
    theirs: Times
    budget: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        found = ratio(self.ours, self.theirs)
        return (
            self.what,
            self.against,
            f"**{found:.2f}×**",
            verdict(found, self.budget, "×"),
            self.ours.words,
            self.theirs.words,
            str(len(self.ours.seconds)),
        )


HEAD = ("what", "against", "ratio", "budget", "ours", "theirs", "runs")


@dataclass(frozen=True, slots=True)
class Section:
    """What one piece of the bench found."""

    name: str
    title: str
    text: str

    def __str__(self) -> str:
        return f"### {self.title}\n\n{self.text.strip()}\n"


def verdict(found: float, budget: float | None, unit: str) -> str:
    """Return the budget and whether it is met."""
    if budget is None:
        return "–"
    gap = "" if unit == "×" else " "
    return f"≤ {budget:g}{gap}{unit}, {'met' if found <= budget else '**missed**'}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def comparisons(rows: Sequence[Comparison]) -> str:
    """Return a table of comparisons."""
    return table(HEAD, [row.cells for row in rows])


def machine() -> str:
    """Return one line about this machine and how busy it is now."""
    loads = " ".join(f"{load:.1f}" for load in os.getloadavg())
    return (
        f"{SystemClock().today()}, {_processor()}, {os.cpu_count()} cores, {_memory_gb():.0f} GB, "
        f"{platform.system()} {platform.release().split('-')[0]}, "
        f"Python {platform.python_version()}, load average {loads}"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = (
        re.search(r"^model name\s*: (.*)$", info.read_text(encoding="utf-8"), re.MULTILINE)
        if info.exists()
        else None
    )
    return found[1] if found else platform.processor()


def _memory_gb() -> float:
    return float(os.sysconf("SC_PAGE_SIZE")) * os.sysconf("SC_PHYS_PAGES") / 2**30


def write_into(page: Path, section: Section) -> None:
    """Put a section between its two marks in the page."""
    text = page.read_text(encoding="utf-8")
    start, end = f"<!-- {section.name} -->", f"<!-- /{section.name} -->"
    before, _, rest = text.partition(start)
    _, mark, after = rest.partition(end)
    if not mark:
        raise ValueError(f"{page.name} has no place for {section.name}")
    page.write_text(f"{before}{start}\n{section}{end}{after}", encoding="utf-8")
