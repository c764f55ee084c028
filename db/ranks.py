"""Numbers that put objects in order and leave room between them.

Two people may add to the same list at once, so an object that did not move keeps its number, and
equal numbers are settled by the id.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import count

STEP = 1 << 16


def ranks(ids: Sequence[str], before: Mapping[str, int]) -> dict[str, int]:
    """Return a rank for each id, ascending in this order, changing as few as possible.

    Args:
        ids: The objects in the order that is wanted.
        before: The ranks that some of them have.
    """
    stays = _longest_ascending([(before[each], each) for each in ids if each in before])
    given: dict[str, int] = {}
    low: int | None = None
    run: list[str] = []
    for each in ids:
        if each not in stays:
            run.append(each)
            continue
        high = before[each]
        if not _fill(given, run, low, high):
            return dict(zip(ids, count(0, STEP), strict=False))
        given[each] = low = high
        run = []
    _fill(given, run, low, None)
    return given


def _fill(given: dict[str, int], run: Sequence[str], low: int | None, high: int | None) -> bool:
    """Number the run between two ranks; return False where there is no room."""
    if low is not None and high is not None:
        if high - low <= len(run):
            return not run
        width = high - low
        given.update(
            (each, low + width * place // (len(run) + 1)) for place, each in enumerate(run, 1)
        )
        return True
    start = low + STEP if low is not None else 0 if high is None else high - STEP * len(run)
    given.update(zip(run, count(start, STEP), strict=False))
    return True


def _longest_ascending(keys: Sequence[tuple[int, str]]) -> set[str]:
    """Return the ids of the longest part that is in order already (patience sorting)."""
    tops: list[tuple[int, str]] = []
    links: dict[tuple[int, str], tuple[int, str] | None] = {}
    for key in keys:
        place = bisect_left(tops, key)
        links[key] = tops[place - 1] if place else None
        tops[place : place + 1] = [key]
    chosen: set[str] = set()
    key_or_none = tops[-1] if tops else None
    while key_or_none is not None:
        chosen.add(key_or_none[1])
        key_or_none = links[key_or_none]
    return chosen
