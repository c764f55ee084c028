"""Paragraphs, headings and the space between them."""

from dataclasses import dataclass
from typing import Protocol

from forms.typesetting.lines import Align, Measure
from forms.typesetting.setting import LineSetter
from forms.typesetting.strips import Strip, StripKind, space
from forms.typesetting.text import Inlines

FEWEST_LINES = 2
"""Of a paragraph, on each of the two pages that it is broken over."""


class Block(Protocol):
    """A part of a form that becomes strips."""

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return the strips from top to bottom."""
        ...


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in lines.

    Attributes:
        keep_with_next: No page ends after this paragraph, as after a heading.
        bookmark: Title and depth in the outline of the PDF, for headings.
    """

    inlines: Inlines
    leading_pt: float
    first_indent_pt: float = 0.0
    hanging_pt: float = 0.0
    align: Align = Align.JUSTIFIED
    keep_with_next: bool = False
    bookmark: tuple[str, int] | None = None

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return one strip a line; no line stands alone at a page's top or bottom."""
        measure = Measure(
            width_pt, self.leading_pt, self.first_indent_pt, self.hanging_pt, self.align
        )
        lines = setter.lines(self.inlines, measure)
        return tuple(
            Strip(
                self.leading_pt,
                ink,
                may_start_page=self._may_start(number, len(lines)),
                keeps_next=self.keep_with_next and number == len(lines) - 1,
                bookmark=self.bookmark if number == 0 else None,
            )
            for number, ink in enumerate(lines)
        )

    def _may_start(self, number: int, count: int) -> bool:
        if number == 0:
            return True
        return FEWEST_LINES <= number <= count - FEWEST_LINES


@dataclass(frozen=True, slots=True)
class Space:
    """White space between blocks."""

    height_pt: float

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:  # noqa: ARG002
        """Return the space; it vanishes at the top of a page."""
        return (space(self.height_pt),)


@dataclass(frozen=True, slots=True)
class Closing:
    """A line that closes what is left of the last page; where nothing is left, it is not there."""

    paragraph: Paragraph

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return the line as space that can be seen."""
        strips = self.paragraph.strips(setter, width_pt)
        return tuple(Strip(strip.height_pt, strip.ink, StripKind.SPACE) for strip in strips)
