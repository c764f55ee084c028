"""Choices that are found by typing a part of them, their pinyin or its initials."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen.

    Attributes:
        value: What is stored.
        label: What is shown.
        keys: What else finds it, such as the initials of its pinyin.
        note: What is shown beside it, muted.
        origin: Where it was found, for whoever offered it.
    """

    value: object
    label: str
    keys: tuple[str, ...] = ()
    note: str = ""
    origin: str = ""


def fitting(choices: Iterable[Choice], typed: str) -> tuple[Choice, ...]:
    """Return the choices that fit what was typed, those that begin with it first."""
    wanted = typed.strip().casefold()
    if not wanted:
        return tuple(choices)
    ranked = ((rank, choice) for choice in choices if (rank := _rank(choice, wanted)) is not None)
    return tuple(choice for _, choice in sorted(ranked, key=lambda pair: pair[0]))


def exactly(choices: Iterable[Choice], typed: str) -> Choice | None:
    """Return the choice whose label was typed."""
    wanted = typed.strip().casefold()
    return next((choice for choice in choices if choice.label.casefold() == wanted), None)


def _rank(choice: Choice, wanted: str) -> int | None:
    label = choice.label.casefold()
    if wanted in label:
        return 0 if label.startswith(wanted) else 2
    if any(key.startswith(wanted) for key in choice.keys):
        return 1
    return 3 if any(wanted in key for key in choice.keys) else None
