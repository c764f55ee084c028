"""Fills pages with strips and keeps the rules of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from forms.typesetting.strips import Carrier, Strip, StripKind

LINES_OVER_SIGNATURES = 2


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip and where its top is, measured down from the top of the type area."""

    y_pt: float
    strip: Strip


Page = tuple[PlacedStrip, ...]


def paginate(strips: Sequence[Strip], height_pt: float) -> tuple[Page, ...]:
    """Return the pages, of which there is at least one.

    A signature field never begins a page without two lines of body over it; a table is closed
    and opened again with its head; nothing is cut.
    """
    starts = _allowed_starts(strips)
    pages: list[Page] = []
    at = 0
    while not pages or at < len(strips):
        end = _page_end(strips, starts, at, height_pt)
        pages.append(_page(strips, at, end))
        at = _after_space(strips, end)
    return tuple(pages)


def _allowed_starts(strips: Sequence[Strip]) -> list[bool]:
    starts: list[bool] = []
    is_kept = False
    for strip in strips:
        starts.append(strip.may_start_page and not is_kept)
        if strip.kind is not StripKind.SPACE:
            is_kept = strip.keeps_next
    for at, strip in enumerate(strips):
        if strip.kind is StripKind.SIGNATURE and strip.part == 0:
            _tie_to_body(strips, starts, at)
    return starts


def _tie_to_body(strips: Sequence[Strip], starts: list[bool], at: int) -> None:
    """Keep a first signature field on one page with two lines of body before it."""
    lines = 0
    while at > 0 and lines < LINES_OVER_SIGNATURES:
        starts[at] = False
        at -= 1
        lines += strips[at].kind in {StripKind.BODY, StripKind.TABLE}


def _after_space(strips: Sequence[Strip], at: int) -> int:
    while at < len(strips) and strips[at].kind is StripKind.SPACE:
        at += 1
    return at


def _is_empty(strip: Strip) -> bool:
    """Say whether a strip may hang over the end of a page, since nothing is to be seen of it."""
    return strip.kind is StripKind.SPACE and not strip.ink.letters


def _is_inside(strips: Sequence[Strip], at: int) -> Carrier | None:
    """Return what a page break before this strip would cut in two."""
    if 0 < at < len(strips) and strips[at].carrier is strips[at - 1].carrier:
        return strips[at].carrier
    return None


def _page_end(strips: Sequence[Strip], starts: list[bool], at: int, height_pt: float) -> int:
    """Return the first strip that does not stand on the page that begins with ``at``."""
    carrier = _is_inside(strips, at)
    used = sum(strip.height_pt for strip in carrier.opening(strips[at].part)) if carrier else 0.0
    end = at
    while end < len(strips):
        follower = _is_inside(strips, end + 1)
        closing = follower.closing_pt if follower else 0.0
        used += strips[end].height_pt
        if used + closing > height_pt and not _is_empty(strips[end]):
            break
        end += 1
    if end == len(strips):
        return end
    for back in range(end, at, -1):
        if starts[back]:
            return back
    return max(end, at + 1)


def _page(strips: Sequence[Strip], at: int, end: int) -> Page:
    drawn: list[Strip] = []
    opened = _is_inside(strips, at)
    if opened:
        drawn.extend(opened.opening(strips[at].part))
    drawn.extend(strips[at:end])
    cut = _is_inside(strips, end)
    if cut:
        first = next(strip.part for strip in strips[at:end] if strip.carrier is cut)
        drawn.extend(cut.closing(first, strips[end].part))
    placed, y = [], 0.0
    for strip in drawn:
        placed.append(PlacedStrip(y, strip))
        y += strip.height_pt
    return tuple(placed)
