"""Sets texts in lines, and remembers what was set before."""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from forms.typesetting.ink import Ink
from forms.typesetting.lines import Measure, set_lines
from forms.typesetting.shaping import shape
from forms.typesetting.text import Inlines
from forms.typesetting.typefaces import Typefaces

REMEMBERED_TEXTS = 4096

Drawn = TypeVar("Drawn")


class LineSetter:
    """Sets lines with the faces of one station.

    The paper is drawn again at each key press, and most of its paragraphs have not changed.
    """

    def __init__(self, faces: Typefaces) -> None:
        self.faces = faces
        self._remembered = lru_cache(maxsize=REMEMBERED_TEXTS)(self._set)
        self._drawn = lru_cache(maxsize=REMEMBERED_TEXTS)(self._draw)

    def lines(self, inlines: Inlines, measure: Measure) -> Sequence[Ink]:
        """Return one drawing for each line of the text."""
        return self._remembered(inlines, measure)

    def drawn(self, draw: Callable[..., Drawn], *facts: Hashable) -> Drawn:
        """Return what a function draws with this setter, the same object for the same facts."""
        drawn: Drawn = self._drawn(draw, *facts)
        return drawn

    def _draw(self, draw: Callable[..., Any], *facts: Hashable) -> Any:
        return draw(self, *facts)

    def _set(self, inlines: Inlines, measure: Measure) -> tuple[Ink, ...]:
        return set_lines(shape(inlines, self.faces), measure)
