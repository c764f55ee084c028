"""Rows of a register form: a label and what is entered, in boxes that may run over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forms.typesetting.blocks import FEWEST_LINES
from forms.typesetting.ink import Ink, Rule, overlaid
from forms.typesetting.setting import LineSetter
from forms.typesetting.strips import Strip, StripKind
from forms.typesetting.tables import PADDING_PT, Cell, cell_lines, side_rules
from forms.typesetting.text import Inlines

MOST_UNCUT_LINES = 12


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A label and a text of any length beside it.

    Attributes:
        continued: The label where the text goes on on the next page.
    """

    label: Cell
    continued: Cell
    texts: tuple[Inlines, ...]
    shares: tuple[float, float]
    leading_pt: float
    indent_pt: float

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return a strip for the whole, or one a line where the text is long."""
        widths = tuple(share * width_pt / sum(self.shares) for share in self.shares)
        lines = [
            line
            for text in self.texts
            for line in cell_lines(
                setter, Cell(text, indent_pt=self.indent_pt), widths[1], self.leading_pt
            )
        ]
        carrier = _Carrier(self, setter, widths)
        if len(lines) <= MOST_UNCUT_LINES:
            return (carrier.whole(lines),)
        return tuple(carrier.line(line, part, len(lines)) for part, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class _Carrier:
    entry: RegisterEntry
    setter: LineSetter
    widths: tuple[float, ...]

    @property
    def closing_pt(self) -> float:
        return PADDING_PT

    def closing(self, first: int, end: int) -> tuple[Strip, ...]:  # noqa: ARG002
        """Return the lower edge of the box."""
        return (self._edge(at_top=False),)

    def opening(self, first: int) -> tuple[Strip, ...]:  # noqa: ARG002
        """Return the upper edge of the box."""
        leading = self.entry.leading_pt
        labels = cell_lines(self.setter, self.entry.continued, self.widths[0], leading)
        edge = self._edge(at_top=True)
        ink = overlaid([edge.ink, *_column(labels, 0.0, PADDING_PT / 2, leading)])
        return (replace(edge, ink=ink),)

    def whole(self, lines: Sequence[Ink]) -> Strip:
        leading = self.entry.leading_pt
        labels = cell_lines(self.setter, self.entry.label, self.widths[0], leading)
        height = max(len(lines), len(labels)) * leading + PADDING_PT
        drawn = [
            *_column(labels, 0.0, (height - len(labels) * leading) / 2, leading),
            *_column(lines, self.widths[0], (height - len(lines) * leading) / 2, leading),
            Ink(rules=(*side_rules(self.widths, height), *self._levels(0.0, height))),
        ]
        return Strip(height, overlaid(drawn), StripKind.TABLE)

    def line(self, line: Ink, part: int, count: int) -> Strip:
        """Return one line with the sides of its box; the label is drawn with the first one.

        So the lines follow each other without the label between them when they are copied.
        """
        leading = self.entry.leading_pt
        labels = cell_lines(self.setter, self.entry.label, self.widths[0], leading)
        again = cell_lines(self.setter, self.entry.continued, self.widths[0], leading)
        is_first, is_last = part == 0, part == count - 1
        top = PADDING_PT / 2 if is_first else 0.0
        height = leading + top + (PADDING_PT / 2 if is_last else 0.0)
        drawn = _column(labels, 0.0, top, leading) if is_first else []
        drawn.extend(_column([line], self.widths[0], top, leading))
        edges = [0.0] * is_first + [height] * is_last
        rules = (*side_rules(self.widths, height), *self._levels(*edges))
        may_start = is_first or len(labels) < part <= count - max(len(again), FEWEST_LINES)
        return Strip(
            height,
            overlaid([*drawn, Ink(rules=rules)]),
            StripKind.TABLE,
            may_start,
            carrier=self,
            part=part,
        )

    def _edge(self, *, at_top: bool) -> Strip:
        rules = (
            *side_rules(self.widths, PADDING_PT),
            *self._levels(0.0 if at_top else PADDING_PT),
        )
        return Strip(PADDING_PT, Ink(rules=rules), StripKind.TABLE, may_start_page=False)

    def _levels(self, *heights: float) -> tuple[Rule, ...]:
        return tuple(Rule(0.0, y, sum(self.widths), y) for y in heights)


def _column(lines: Sequence[Ink], x: float, top: float, leading: float) -> list[Ink]:
    return [
        line.moved(x + PADDING_PT, top + number * leading) for number, line in enumerate(lines)
    ]
