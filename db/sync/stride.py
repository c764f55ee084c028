"""How much goes into one transaction, or one answer, so that nobody waits long for it."""

from collections.abc import Sequence
from time import perf_counter
from typing import Self, TypeVar

LONGEST_S = 0.1
"""A transaction of sync that took longer is followed by smaller ones."""

Item = TypeVar("Item")


class Stride:
    """Learns from each transaction how large the next one may be."""

    def __init__(
        self, first: int = 32, most: int = 512, *, least: int = 1, longest_s: float = LONGEST_S
    ) -> None:
        """Begin with a size.

        Args:
            first: The size.
            most: It never grows beyond.
            least: It never shrinks below: what a transaction costs by itself, on a busy disk more
                than all that is in it, would be paid for every item.
            longest_s: How long it may take, with what goes before it and keeps nobody waiting.
        """
        self.size = first
        self._least = least
        self._most = most
        self._longest_s = longest_s
        self._began = 0.0

    def __enter__(self) -> Self:
        self._began = perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.took(perf_counter() - self._began)

    def took(self, seconds: float) -> None:
        """Learn that a transaction of this size took so long."""
        if seconds > self._longest_s:
            self.size = max(self._least, self.size // 2)
        elif seconds < self._longest_s / 3:
            self.size = min(self._most, self.size * 2)
        elif seconds < self._longest_s * 2 / 3:
            self.size = min(self._most, self.size + self.size // 4)

    def first_of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return as many as go into the next transaction."""
        return items[: self.size]
