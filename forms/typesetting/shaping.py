"""Turns runs and blanks into marks: one for each character, with its face and its width."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from forms.typesetting.characters import is_invisible, leaves_hole, may_break_between
from forms.typesetting.text import Blank, Inline, Run, Together, pieces
from forms.typesetting.truetype import UNITS_PER_PDF_EM
from forms.typesetting.typefaces import Placed, Typefaces

NO_FACE = Placed("", 0, UNITS_PER_PDF_EM)
BLANK = "\uffff"
"""Stands for a blank among the characters; it is no character of any text."""


@dataclass(slots=True)
class Mark:
    """One character on its way to a line; a blank is one mark too.

    Attributes:
        drawn_pt: Width of the glyph itself.
        width_pt: How far the next mark is; less than drawn where two marks share their blanks.
        breaks: A line may end before this mark.
    """

    character: str
    placed: Placed
    size_pt: float
    drawn_pt: float
    width_pt: float
    breaks: bool
    underlined: bool


def shape(inlines: Iterable[Inline], faces: Typefaces) -> list[Mark]:
    """Return the marks of a text in order."""
    marks: list[Mark] = []
    for part, together, glued in _parts(inlines):
        if isinstance(part, Blank):
            marks.append(_blank(part, glued=glued))
        else:
            marks.extend(_marks(part, faces, whole=together or part.whole, glued=glued))
    for before, after in pairwise(marks):
        if not may_break_between(before.character, after.character):
            after.breaks = False
        if leaves_hole(before.character, after.character):
            before.width_pt -= before.size_pt / 2
    return marks


def _parts(inlines: Iterable[Inline]) -> Iterator[tuple[Run | Blank, bool, bool]]:
    """Return runs and blanks, whether they are kept whole, and tied to what is before them."""
    for inline in inlines:
        if isinstance(inline, Together):
            for number, part in enumerate(inline.parts):
                yield part, True, number > 0
        else:
            yield inline, False, False


def _blank(blank: Blank, *, glued: bool) -> Mark:
    size, width = blank.style.size_pt, blank.width_pt
    return Mark(BLANK, NO_FACE, size, width, width, not glued, underlined=True)


def _marks(run: Run, faces: Typefaces, *, whole: bool, glued: bool) -> Iterator[Mark]:
    size, role = run.style.size_pt, run.style.role
    text = [(run.text, True)] if whole else pieces(run.text)
    breaks = not glued
    for piece, is_whole in text:
        for character in piece:
            placed = faces.place(role, character)
            if placed is None:
                if is_invisible(character) and character != "\n":
                    continue
                placed = NO_FACE
            width = placed.advance * size / UNITS_PER_PDF_EM
            yield Mark(character, placed, size, width, width, breaks, run.underlined)
            breaks = not is_whole
        breaks = True
