"""Tables that run over pages: the head is repeated, sums are carried over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forms.typesetting.ink import Ink, Rule, framed, overlaid
from forms.typesetting.lines import Align, Measure
from forms.typesetting.setting import LineSetter
from forms.typesetting.strips import Strip, StripKind
from forms.typesetting.text import Inlines

PADDING_PT = 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """Width of a column, as a share of the sum of all shares, and where its text stands."""

    share: float
    align: Align = Align.CENTRE


Row = tuple[Inlines, ...]
Sums = Callable[[int, int], Row]
"""Gives the row of sums over the rows from the first number up to, without, the second."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head.

    Attributes:
        total: The last row, which stays with the row before it.
        closing: Sums of the rows of one page, printed where a page ends inside the table.
        opening: Sums brought forward, printed where a page begins inside the table.
    """

    columns: tuple[Column, ...]
    head: Row
    rows: tuple[Row, ...]
    leading_pt: float
    total: Row | None = None
    closing: Sums | None = None
    opening: Sums | None = None

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return the head and one strip a row; no row is alone under the head."""
        shares = sum(column.share for column in self.columns)
        widths = tuple(column.share * width_pt / shares for column in self.columns)
        carrier = _Carrier(self, setter, widths)
        rows = (*self.rows, *((self.total,) if self.total else ()))
        last_part = len(rows) - 1
        parts = [
            carrier.strip(
                row,
                part,
                may_start_page=part > 1 and not (self.total and part == last_part),
            )
            for part, row in enumerate(rows)
        ]
        return (carrier.head(keeps_next=True), *parts)


@dataclass(frozen=True, slots=True)
class _Carrier:
    table: Table
    setter: LineSetter
    widths: tuple[float, ...]

    @property
    def closing_pt(self) -> float:
        return sum(strip.height_pt for strip in self.closing(0, 0))

    def closing(self, first: int, end: int) -> tuple[Strip, ...]:
        """Return the sums of a page."""
        sums = self.table.closing
        return (self.strip(sums(first, end), end),) if sums else ()

    def opening(self, first: int) -> tuple[Strip, ...]:
        """Return the head, and the sums of the pages before."""
        sums = self.table.opening
        carried = (self.strip(sums(0, first), first),) if sums else ()
        return (self.head(keeps_next=True), *carried)

    def head(self, *, keeps_next: bool) -> Strip:
        cells = tuple(Cell(text, Align.CENTRE) for text in self.table.head)
        ink, height = grid_row(self.setter, cells, self.widths, self.table.leading_pt)
        return Strip(height, ink, StripKind.TABLE, keeps_next=keeps_next)

    def strip(self, row: Row, part: int, *, may_start_page: bool = True) -> Strip:
        cells = tuple(
            Cell(text, column.align) for text, column in zip(row, self.table.columns, strict=True)
        )
        ink, height = grid_row(self.setter, cells, self.widths, self.table.leading_pt)
        return Strip(height, ink, StripKind.TABLE, may_start_page, carrier=self, part=part)


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a box of a grid."""

    inlines: Inlines
    align: Align = Align.LEFT
    indent_pt: float = 0.0


def cell_lines(
    setter: LineSetter, cell: Cell, width_pt: float, leading_pt: float
) -> Sequence[Ink]:
    """Return the lines of a cell, from the cell's own left edge."""
    inner = Measure(width_pt - 2 * PADDING_PT, leading_pt, cell.indent_pt, align=cell.align)
    return setter.lines(cell.inlines, inner)


def grid_row(
    setter: LineSetter, cells: Sequence[Cell], widths: Sequence[float], leading_pt: float
) -> tuple[Ink, float]:
    """Return a row of boxes with their texts in the middle of the height, and that height.

    Rows are remembered, since a key press changes none of a long table's.
    """
    return setter.drawn(_grid_row, tuple(cells), tuple(widths), leading_pt)


def _grid_row(
    setter: LineSetter, cells: tuple[Cell, ...], widths: tuple[float, ...], leading_pt: float
) -> tuple[Ink, float]:
    texts = [
        cell_lines(setter, cell, width, leading_pt)
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, texts)) * leading_pt + PADDING_PT
    drawn: list[Ink] = []
    x = 0.0
    for lines, width in zip(texts, widths, strict=True):
        top = (height - len(lines) * leading_pt) / 2
        drawn.extend(
            line.moved(x + PADDING_PT, top + number * leading_pt)
            for number, line in enumerate(lines)
        )
        drawn.append(Ink(rules=framed(x, 0.0, width, height)))
        x += width
    return overlaid(drawn), height


def side_rules(widths: Sequence[float], height_pt: float) -> tuple[Rule, ...]:
    """Return the upright lines of a row that goes on above and below."""
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(Rule(x, 0.0, x, height_pt) for x in edges)
