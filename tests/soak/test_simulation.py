"""A few random histories, the same ones every time, and all that ever found something."""

import json

import pytest

from tests.soak.__main__ import SEEDS
from tests.soak.simulation import run_history

FIRST, COUNT = 1, 14


def seeds_that_found_something() -> list[int]:
    return sorted(json.loads(file.read_text())["seed"] for file in SEEDS.glob("*.json"))


@pytest.mark.parametrize("seed", [*range(FIRST, FIRST + COUNT), *seeds_that_found_something()])
def test_a_random_history_breaks_no_promise(ground, seed):
    report = run_history(ground, seed)

    assert report.violations == ()


def test_the_same_seed_gives_the_same_history(ground):
    one, other = (run_history(ground, 5, steps=40) for _ in range(2))

    assert (one.steps, one.tally, one.faults) == (other.steps, other.tally, other.faults)
