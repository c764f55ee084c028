"""Where texts differ, and how two edits of one text are put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SIGNS = re.compile(r"\d[\d,.]*|[A-Za-z]+|\s|.", re.DOTALL)
_SENTENCES = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
MOST_SIGNS = 600
"""Longer texts are compared sentence by sentence first, so that it takes no time."""


LONG_SAME, AROUND = 160, 40
"""What is the same in both and longer is left out, but for so many signs beside a difference."""
GAP = " …… "


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether the other text has it."""

    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands between two places of the text before in place of what stood there."""

    begin: int
    end: int
    signs: tuple[str, ...]


def pieces(text: str, other: str) -> tuple[Piece, ...]:
    """Return the text in parts: what the other has too, and what it has not."""
    found: list[Piece] = []
    for part, is_own in _compared(text, other):
        if found and found[-1].is_own is is_own:
            found[-1] = Piece(found[-1].text + part, is_own)
        elif part:
            found.append(Piece(part, is_own))
    return tuple(found)


def shortened(parts: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the parts with only the ends of what is long and the same in both texts."""
    last = len(parts) - 1
    return tuple(
        each
        if each.is_own or len(each.text) <= LONG_SAME
        else Piece(_ends(each.text, is_first=no == 0, is_last=no == last), is_own=False)
        for no, each in enumerate(parts)
    )


def _ends(text: str, *, is_first: bool, is_last: bool) -> str:
    begin = "" if is_first else text[:AROUND]
    end = "" if is_last else text[-AROUND:]
    return f"{begin}{GAP}{end}"


def blended(before: str, texts: Sequence[str]) -> str:
    """Return the text before with the changes of all; where two meet, both are kept."""
    result = texts[0]
    for each in texts[1:]:
        result = _blended_two(before, result, each)
    return result


def _compared(text: str, other: str) -> Iterator[tuple[str, bool]]:
    own, its = _SIGNS.findall(text), _SIGNS.findall(other)
    if len(own) <= MOST_SIGNS and len(its) <= MOST_SIGNS:
        yield from _marked(own, its)
        return
    own, its = _SENTENCES.findall(text), _SENTENCES.findall(other)
    for kind, a, b, c, d in SequenceMatcher(None, own, its, autojunk=False).get_opcodes():
        here, there = "".join(own[a:b]), "".join(its[c:d])
        if kind != "replace" or max(len(here), len(there)) > MOST_SIGNS:
            yield here, kind != "equal"
        else:
            yield from _marked(_SIGNS.findall(here), _SIGNS.findall(there))


def _marked(own: list[str], its: list[str]) -> Iterator[tuple[str, bool]]:
    for kind, a, b, _, _ in SequenceMatcher(None, own, its, autojunk=False).get_opcodes():
        yield "".join(own[a:b]), kind != "equal"


def _blended_two(before: str, left: str, right: str) -> str:
    is_short = max(len(before), len(left), len(right)) <= MOST_SIGNS
    pattern = _SIGNS if is_short else _SENTENCES
    base = pattern.findall(before)
    lefts = _changes(base, pattern.findall(left))
    rights = _changes(base, pattern.findall(right))
    result: list[str] = []
    at = 0
    while lefts or rights:
        begin, end, mine, theirs = _next_group(lefts, rights)
        result += base[at:begin]
        result += _together(
            base[begin:end], _applied(base, mine, begin, end), _applied(base, theirs, begin, end)
        )
        at = end
    return "".join(result + base[at:])


def _changes(base: list[str], signs: list[str]) -> list[_Change]:
    opcodes = SequenceMatcher(None, base, signs, autojunk=False).get_opcodes()
    return [_Change(a, b, tuple(signs[c:d])) for kind, a, b, c, d in opcodes if kind != "equal"]


def _next_group(
    lefts: list[_Change], rights: list[_Change]
) -> tuple[int, int, list[_Change], list[_Change]]:
    """Take the first change of either, with all of both that reach into it."""
    begin = min(each[0].begin for each in (lefts, rights) if each)
    end = begin
    mine: list[_Change] = []
    theirs: list[_Change] = []
    is_growing = True
    while is_growing:
        is_growing = False
        for waiting, taken in ((lefts, mine), (rights, theirs)):
            while waiting and waiting[0].begin <= end:
                end = max(end, waiting[0].end)
                taken.append(waiting.pop(0))
                is_growing = True
    return begin, end, mine, theirs


def _applied(base: list[str], changes: list[_Change], begin: int, end: int) -> list[str]:
    result: list[str] = []
    at = begin
    for each in changes:
        result += [*base[at : each.begin], *each.signs]
        at = each.end
    return result + base[at:end]


def _together(was: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    if theirs in (was, mine):
        return mine
    if mine == was:
        return theirs
    return mine + theirs
