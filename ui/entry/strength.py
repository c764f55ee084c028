"""How hard a password is to guess."""

from enum import IntEnum
from itertools import pairwise

SHORTEST = 8
LONG = 12
VERY_LONG = 16
KINDS_FOR_GOOD = 3
FEWEST_DIFFERENT = 5


class Strength(IntEnum):
    """From one that is refused to one that is good."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3


def strength_of(password: str) -> Strength:
    """Return how hard the password is to guess, by its length and its kinds of characters."""
    if len(password) < SHORTEST:
        return Strength.TOO_SHORT
    if len(set(password)) < FEWEST_DIFFERENT or _is_run(password):
        return Strength.WEAK
    kinds = _kinds(password)
    if len(password) >= VERY_LONG or (len(password) >= LONG and kinds >= KINDS_FOR_GOOD):
        return Strength.GOOD
    return Strength.FAIR if len(password) >= LONG or kinds >= KINDS_FOR_GOOD else Strength.WEAK


def _kinds(password: str) -> int:
    tests = (str.isdigit, str.islower, str.isupper, lambda each: not each.isalnum())
    return sum(any(test(each) for each in password) for test in tests)


def _is_run(password: str) -> bool:
    """Return whether it only counts up or down: 12345678, abcdefgh, 87654321."""
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return steps in ({1}, {-1})
