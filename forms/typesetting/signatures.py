"""Fields in which people sign, fingerprint and seal."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from forms.typesetting.blocks import Block
from forms.typesetting.ink import Ink, framed, overlaid
from forms.typesetting.lines import Align, Measure
from forms.typesetting.setting import LineSetter
from forms.typesetting.strips import Strip, StripKind, space
from forms.typesetting.text import Inlines

POINTS_PER_MM = 72 / 25.4
LEAST_WIDTH_MM = 60
LEAST_HEIGHT_MM = 18
_GUTTER_PT = 14.0
_ROW_GAP_PT = 10.0
_BOX_GAP_PT = 2.0


@dataclass(frozen=True, slots=True)
class SignatureField:
    """Room for one signer.

    Attributes:
        label: In what quality somebody signs.
        printed: The name and the date.
        height_mm: Of the box, at least 18; a round seal wants more.
        is_sealed: Name and date stand in the box, so that the seal is put over them.
    """

    label: Inlines
    printed: tuple[Inlines, ...]
    leading_pt: float
    height_mm: float = LEAST_HEIGHT_MM
    is_sealed: bool = False

    def drawn(self, setter: LineSetter, width_pt: float) -> tuple[Ink, float]:
        """Return the field and its height."""
        leading = self.leading_pt
        labels = setter.lines(self.label, Measure(width_pt, leading, align=Align.LEFT))
        align = Align.CENTRE if self.is_sealed else Align.LEFT
        printed = [
            ink
            for text in self.printed
            for ink in setter.lines(text, Measure(width_pt, leading, align=align))
        ]
        top = len(labels) * leading
        height = self.height_mm * POINTS_PER_MM
        beside = top + (height - len(printed) * leading) / 2
        below = beside if self.is_sealed else top + height + _BOX_GAP_PT
        inks = [
            *(ink.moved(0.0, number * leading) for number, ink in enumerate(labels)),
            Ink(rules=framed(0.0, top, width_pt, height)),
            *(ink.moved(0.0, below + number * leading) for number, ink in enumerate(printed)),
        ]
        lowest = max(top + height, below + len(printed) * leading)
        return overlaid(inks), lowest + _ROW_GAP_PT


@dataclass(frozen=True, slots=True)
class SignatureFields:
    """All signature fields of a document, two side by side.

    Attributes:
        continued: What stands over the fields when they go on on another page, at least two
            lines, so that no page bears signatures only.
    """

    fields: tuple[SignatureField, ...]
    continued: Block = field(repr=False)

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return one strip for each two fields; the last one keeps what is under it."""
        width = (width_pt - _GUTTER_PT) / 2
        carrier = _Carrier(self.continued.strips(setter, width_pt))
        rows = [self.fields[at : at + 2] for at in range(0, len(self.fields), 2)]
        strips = [_row(setter, row, width, carrier, part) for part, row in enumerate(rows)]
        return (*strips[:-1], *(replace(strip, keeps_next=True) for strip in strips[-1:]))


@dataclass(frozen=True, slots=True)
class _Carrier:
    continued: tuple[Strip, ...]

    @property
    def closing_pt(self) -> float:
        return 0.0

    def closing(self, first: int, end: int) -> tuple[Strip, ...]:  # noqa: ARG002
        return ()

    def opening(self, first: int) -> tuple[Strip, ...]:  # noqa: ARG002
        return (*self.continued, space(_ROW_GAP_PT))


def _row(
    setter: LineSetter,
    fields: Sequence[SignatureField],
    width: float,
    carrier: _Carrier,
    part: int,
) -> Strip:
    drawn = [each.drawn(setter, width) for each in fields]
    inks = [ink.moved(number * (width + _GUTTER_PT), 0.0) for number, (ink, _) in enumerate(drawn)]
    height = max(height for _, height in drawn)
    return Strip(height, overlaid(inks), StripKind.SIGNATURE, carrier=carrier, part=part)
