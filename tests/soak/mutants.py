"""Known mistakes, each as an edit of the program's text; the checker must find every one.

A mutant is data: the program itself has no switches. It is made in a copy of the checkout, and a
process of its own runs the histories there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.house.checkout import ROOT
from tests.soak.mutant_list import MUTANTS, Mutant

COPIED = ("mediation_app", "db", "tests")
LINKED = ("resources", "pyproject.toml")
SEEDS = 200


@dataclass(frozen=True, slots=True)
class Hunt:
    """How a mutant was found: by its scenario, and by which of the random histories first."""

    name: str
    scenario: str
    is_found_by_scenario: bool
    seeds_to_find: int | None

    @property
    def is_found(self) -> bool:
        """True where either way found it."""
        return self.is_found_by_scenario or self.seeds_to_find is not None


def occurrences(mutant: Mutant) -> int:
    """Return how often the text that a mutant replaces is in its file now."""
    return (ROOT / mutant.file).read_text(encoding="utf-8").count(mutant.old)


def make(mutant: Mutant, folder: Path) -> Path:
    """Copy the checkout and put the mistake in; return the folder of the copy."""
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    file = folder / mutant.file
    text = file.read_text(encoding="utf-8")
    if text.count(mutant.old) != 1:
        message = f"{mutant.name}: the text to be replaced is not there exactly once"
        raise ValueError(message)
    file.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")
    return folder


def run_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the soak in a copy of the checkout."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "tests.soak", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def hunt(mutant: Mutant, folder: Path, seeds: int = SEEDS) -> Hunt:
    """Look for one mutant, by its scenario and by so many random histories."""
    made = make(mutant, folder)
    is_found = is_violation(run_in(made, "--scenario", mutant.scenario))
    found_after = _search(made, seeds) if seeds else None
    return Hunt(mutant.name, mutant.scenario, is_found, found_after)


def _search(made: Path, seeds: int) -> int | None:
    return _seeds_in(run_in(made, "--histories", str(seeds), "--until-found", "--seed", "1"))


def is_violation(ended: subprocess.CompletedProcess[str]) -> bool:
    """Return whether a run ended because a promise was broken, and not for another reason."""
    if ended.returncode not in {0, VIOLATED}:
        raise RuntimeError(ended.stdout[-2000:] + ended.stderr[-4000:])
    return ended.returncode == VIOLATED


VIOLATED = 3
"""The status of a run that found a promise broken."""


def _seeds_in(ended: subprocess.CompletedProcess[str]) -> int | None:
    if not is_violation(ended):
        return None
    found = [line for line in ended.stdout.splitlines() if line.startswith("found after ")]
    return int(found[-1].removeprefix("found after ").split()[0])


def hunt_all(folder: Path, seeds: int = SEEDS, names: Sequence[str] = ()) -> Iterator[Hunt]:
    """Look for every mutant, or for those with these names."""
    for mutant in (each for each in MUTANTS if not names or each.name in names):
        yield hunt(mutant, folder / mutant.name, seeds)
