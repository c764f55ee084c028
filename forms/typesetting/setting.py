"""Sets texts in lines, and remembers texts that were set before."""

from collections.abc import Sequence
from functools import lru_cache

from forms.typesetting.ink import Ink
from forms.typesetting.lines import Measure, set_lines
from forms.typesetting.shaping import shape
from forms.typesetting.text import Inlines
from forms.typesetting.typefaces import Typefaces

REMEMBERED_TEXTS = 4096


class LineSetter:
    """Sets lines with the faces of one station.

    The paper is drawn again at each key press, and most of its paragraphs have not changed.
    """

    def __init__(self, faces: Typefaces) -> None:
        self.faces = faces
        self._remembered = lru_cache(maxsize=REMEMBERED_TEXTS)(self._set)

    def lines(self, inlines: Inlines, measure: Measure) -> Sequence[Ink]:
        """Return one drawing for each line of the text."""
        return self._remembered(inlines, measure)

    def _set(self, inlines: Inlines, measure: Measure) -> tuple[Ink, ...]:
        return set_lines(shape(inlines, self.faces), measure)
