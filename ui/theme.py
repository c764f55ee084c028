"""The look of the window: one style sheet made from tokens, light or dark, at any zoom.

Screens say what a thing *is* by dynamic properties (``ui.styling.mark``), never how it looks:

=================  ====================================================================
``kind``           of a button: ``primary`` (one on a screen), ``quiet`` (no border),
                   ``danger``, ``link`` (words that can be clicked), ``rail``
``tone``           of a label, field or frame: ``error``, ``warning``, ``ok``, ``muted``,
                   ``accent``; a field gets the border, a label the words, a ``notice``
                   frame its ground
``role``           of a label: ``title`` (16 pt), ``heading`` (13 pt), ``strong``, ``caption``
                   (small, muted), ``number`` (large figures); of a frame: ``surface`` (what
                   one writes on), ``panel`` (floats above the page), ``notice`` (a message),
                   ``bar`` (a hair line below), ``foot`` (a hair line above), ``rail``,
                   ``banner``; of a table: ``rows``
=================  ====================================================================

Colours for what is painted by hand come from ``ui.colours.colours_now()``,
lengths from ``ui.measures.scaled``.
"""

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QPalette

from resources.looks import icon_path
from ui.colours import DARK, LIGHT, Colours, palette_of
from ui.measures import BODY_PT
from ui.style_sheet import SHEET

CAPTION_PT, BADGE_PT = 9.5, 8.0
HEADING_PT = 13.0
TITLE_PT = 16.0
RADIUS_PX = 6
ROW_HEIGHTS_PX = {"compact": 28, "normal": 32, "large": 44}


@dataclass(frozen=True, slots=True)
class Theme:
    """Light or dark, and how large; ``zoom`` is 1.0 for 100 %."""

    is_dark: bool = False
    zoom: float = 1.0

    @property
    def colours(self) -> Colours:
        """The colour tokens."""
        return DARK if self.is_dark else LIGHT

    @property
    def body_pt(self) -> float:
        """The size of ordinary words."""
        return BODY_PT * self.zoom

    def palette(self) -> QPalette:
        """Return the palette for the application."""
        return palette_of(self.colours)

    def style_sheet(self) -> str:
        """Return the style sheet for the application."""
        colours = self.colours
        tokens = {name: getattr(colours, name) for name in Colours.__slots__}
        tokens |= {f"px{n}": f"{max(1, round(n * self.zoom))}px" for n in range(1, 65)}
        tokens |= {
            "body": f"{BODY_PT * self.zoom:.2f}pt",
            "caption": f"{CAPTION_PT * self.zoom:.2f}pt",
            "badge": f"{BADGE_PT * self.zoom:.2f}pt",
            "heading": f"{HEADING_PT * self.zoom:.2f}pt",
            "title": f"{TITLE_PT * self.zoom:.2f}pt",
            "radius": f"{round(RADIUS_PX * self.zoom)}px",
            "chevron": icon_path("chevron-down-grey").as_posix(),
            "chevron_up": icon_path("chevron-up-grey").as_posix(),
            "check": icon_path("check-dark" if self.is_dark else "check-light").as_posix(),
        }
        return Template(SHEET).substitute(tokens)
