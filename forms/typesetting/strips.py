"""Strips: the horizontal slices that pages are filled with."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from forms.typesetting.ink import Ink


class StripKind(Enum):
    """What a strip is for the rules of the page."""

    BODY = "body"
    TABLE = "table"
    SIGNATURE = "signature"
    SPACE = "space"


class Carrier(Protocol):
    """Something that runs over several pages and is closed and opened again at each break."""

    @property
    def closing_pt(self) -> float:
        """Height that must stay free for what closes a page."""
        ...

    def closing(self, first: int, end: int) -> "tuple[Strip, ...]":
        """Return what stands under the parts ``first`` to ``end - 1`` when the page ends there."""
        ...

    def opening(self, first: int) -> "tuple[Strip, ...]":
        """Return what stands over part ``first`` when a page begins with it."""
        ...


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of the document that is never cut.

    Attributes:
        height_pt: How much of the page it takes.
        ink: What is drawn, from the left edge of the type area and the top of the strip.
        may_start_page: A page may begin with it.
        keeps_next: No page ends after it.
        bookmark: Title and level of a heading, for the outline of the PDF.
        carrier: What it is a part of, if that may run over pages.
        part: Its number among the parts of the carrier.
    """

    height_pt: float
    ink: Ink
    kind: StripKind = StripKind.BODY
    may_start_page: bool = True
    keeps_next: bool = False
    bookmark: tuple[str, int] | None = None
    carrier: Carrier | None = None
    part: int = 0


def space(height_pt: float) -> Strip:
    """Return white space, which vanishes at the top of a page."""
    return Strip(height_pt, Ink(), StripKind.SPACE)
