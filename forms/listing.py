"""A list that lies across: what the register of limits and the sheet of a hand-over share."""

from collections.abc import Iterable
from datetime import date

from forms.house_style import DENSE_LEADING_PT, FOOT
from forms.typesetting.blocks import Paragraph
from forms.typesetting.lines import Align
from forms.typesetting.paper import Sheet
from forms.typesetting.tables import Column, Row, Table
from forms.typesetting.text import Inlines, Run, Style
from forms.typesetting.typefaces import Role

LISTING_SHEET = Sheet(
    width_mm=297, height_mm=210, top_mm=18, left_mm=15, right_mm=15, bottom_mm=20
)
"""A4 across: eight columns."""

GAP_PT = 8.0
_TEXT = Style(Role.BODY, 10.5)
_LABEL = Style(Role.SANS_BOLD, 10.5)
_LEADING_PT = 15.0


def listing(
    columns: tuple[Column, ...], head: Iterable[str], rows: Iterable[tuple[str, ...]]
) -> Table:
    """Return the table; an empty text leaves its cell empty, to be filled in by hand."""
    return Table(
        columns,
        tuple((Run(text, _LABEL),) for text in head),
        tuple(map(_cells, rows)),
        _LEADING_PT,
    )


def line(text: str) -> Paragraph:
    """Return a line in the middle that stays with what follows."""
    inlines: Inlines = (Run(text, FOOT),)
    return Paragraph(inlines, DENSE_LEADING_PT, align=Align.CENTRE, keep_with_next=True)


def day_text(day: date | None) -> str:
    """Return a day as lists write it, nothing where there is none."""
    return "" if day is None else day.isoformat()


def _cells(texts: tuple[str, ...]) -> Row:
    return tuple((Run(text, _TEXT),) if text else () for text in texts)
