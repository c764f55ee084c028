"""Rows of a register form: a label in bold, what is entered beside it."""

from dataclasses import dataclass, replace

from forms.house_style import DENSE_LABEL, DENSE_LEADING_PT, HEADING
from forms.typesetting.lines import Align
from forms.typesetting.register import RegisterEntry
from forms.typesetting.tables import Cell
from forms.typesetting.text import Inlines, Run, Style
from forms.wording import Wording

_CONTINUED = "oral.continued"
OVER_TABLE_PT = 4.0
ROOM_TO_WRITE: tuple[Inlines, ...] = ((), ())
"""An empty box of two lines that a hand fills."""


@dataclass(frozen=True, slots=True)
class _Look:
    label: Style
    shares: tuple[float, float]
    leading_pt: float


_DENSE = _Look(DENSE_LABEL, (1.0, 4.4), DENSE_LEADING_PT)
_WIDE = _Look(HEADING, (1.0, 3.2), 25.0)


def entry(
    label: str, texts: tuple[Inlines, ...], wording: Wording, indent_pt: float = 0.0
) -> RegisterEntry:
    """Return a row in small type."""
    return replace(_row(label, texts, wording, _DENSE), indent_pt=indent_pt)


def wide_entry(label: str, texts: tuple[Inlines, ...], wording: Wording) -> RegisterEntry:
    """Return a row in the type of the body, for what a customer reads at home."""
    return _row(label, texts, wording, _WIDE)


def _row(label: str, texts: tuple[Inlines, ...], wording: Wording, look: _Look) -> RegisterEntry:
    again = label + wording.text(_CONTINUED)
    return RegisterEntry(
        label=Cell((Run(label, look.label),), Align.CENTRE),
        continued=Cell((Run(again, look.label),), Align.CENTRE),
        texts=texts,
        shares=look.shares,
        leading_pt=look.leading_pt,
        indent_pt=0.0,
    )
