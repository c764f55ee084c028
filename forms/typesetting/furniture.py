"""Rules across the page, and codes that stand beside lines of text."""

from dataclasses import dataclass

from forms.typesetting.blocks import Block
from forms.typesetting.codes import code_ink
from forms.typesetting.ink import Ink, Rule, overlaid
from forms.typesetting.setting import LineSetter
from forms.typesetting.strips import Strip

POINTS_PER_MM = 72 / 25.4
_GUTTER_PT = 12.0


@dataclass(frozen=True, slots=True)
class RuleAcross:
    """A line from edge to edge, as under a letterhead; no page ends with it."""

    thickness_pt: float = 1.0
    gap_pt: float = 6.0

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:  # noqa: ARG002
        """Return the line with white space around it."""
        y = self.gap_pt / 2
        rule = Rule(0.0, y, width_pt, y, self.thickness_pt)
        return (Strip(self.gap_pt, Ink(rules=(rule,)), may_start_page=False, keeps_next=True),)


@dataclass(frozen=True, slots=True)
class CodeBeside:
    """A QR code at the right edge with text on its left; the two are never parted.

    Attributes:
        payload: What a scanner reads, and nothing else.
        quiet_pt: White space around the code, which scanners need.
        keep_with_next: No page ends after it.
    """

    payload: str
    size_mm: float
    blocks: tuple[Block, ...] = ()
    quiet_pt: float = 4.0
    keep_with_next: bool = False

    def strips(self, setter: LineSetter, width_pt: float) -> tuple[Strip, ...]:
        """Return one strip as high as the higher one of the two."""
        size = self.size_mm * POINTS_PER_MM
        text_width = width_pt - size - 2 * self.quiet_pt - _GUTTER_PT
        drawn: list[Ink] = []
        y = 0.0
        for strip in (each for block in self.blocks for each in block.strips(setter, text_width)):
            drawn.append(strip.ink.moved(0.0, y))
            y += strip.height_pt
        left = width_pt - size - self.quiet_pt
        code = setter.drawn(_code, self.payload, size).moved(left, self.quiet_pt)
        height = max(y, size + 2 * self.quiet_pt)
        return (Strip(height, overlaid((*drawn, code)), keeps_next=self.keep_with_next),)


def _code(setter: LineSetter, payload: str, size_pt: float) -> Ink:  # noqa: ARG001
    return code_ink(payload, size_pt)
