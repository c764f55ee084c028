"""``python -m tests.kills --times 100 --seed 1``: kill the program while somebody types."""

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.kills.rounds import Outcome, play, prepare

MOST_MS = 2000
"""What is promised."""
_STEPS_MS = (0, 200, 400, 600, 800, 1000, 1500, MOST_MS)


def main() -> int:
    words = _words()
    moments = random.Random(words.seed)
    outcomes = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for number in range(1, words.times + 1):
            outcome = play(folder, moments)
            outcomes.append(outcome)
            _say(number, outcome)
    return _report(outcomes, words.seed)


def is_kept(outcome: Outcome) -> bool:
    """Return whether a round has kept the promise."""
    return (
        outcome.loss_ms <= MOST_MS and outcome.is_sound and outcome.is_told and not outcome.strange
    )


def _report(outcomes: Sequence[Outcome], seed: int) -> int:
    losses = sorted(each.loss_ms for each in outcomes)
    kept, sound = sum(map(is_kept, outcomes)), sum(each.is_sound for each in outcomes)
    presses = sum(each.presses for each in outcomes)
    _say(f"seed {seed}: {len(outcomes)} kills, {presses} keys, {kept} kept, {sound} sound")
    _say(
        f"loss: greatest {losses[-1]:.0f} ms, median {losses[len(losses) // 2]:.0f} ms, "
        f"none in {sum(each == 0 for each in losses)}"
    )
    for low, high in pairwise(_STEPS_MS):
        _say(f"  {low:5} to {high:5} ms: {sum(low < each <= high for each in losses)}")
    return 0 if kept == len(outcomes) else 1


def _say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  somebody waits for it in a terminal


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="how many kills")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the keys")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
