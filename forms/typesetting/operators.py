"""Writes drawings as PDF operators."""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from forms.typesetting.ink import Ink, Letters, Rule

# Hairlines meet in corners; the modules of a code must not be longer than they are.
_SQUARE_CAP, _BUTT_CAP = "2 J", "0 J"
_WIDEST_HAIRLINE_PT = 0.6

GlyphUse = Mapping[str, Mapping[int, str]]
"""For each face the glyphs used, each with its character."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The operators of one ink, from its own corner, and what they use."""

    operators: str
    glyphs: GlyphUse


class OperatorWriter:
    """Writes operators, and remembers those of ink that was drawn before."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Ink, Drawing] = WeakKeyDictionary()

    def drawing(self, ink: Ink) -> Drawing:
        """Return the operators that draw an ink with its top left corner at the origin."""
        known = self._known.get(ink)
        if known is None:
            known = self._known[ink] = _written(ink)
        return known


def _written(ink: Ink) -> Drawing:
    glyphs: dict[str, dict[int, str]] = {}
    for letters in ink.letters:
        used = glyphs.setdefault(letters.face, {})
        used.update(zip(letters.glyphs, letters.text, strict=True))
    rules = " ".join(map(_rule, ink.rules))
    texts = " ".join(map(_letters, ink.letters))
    return Drawing(f"{rules} BT {texts} ET" if texts else rules, glyphs)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _rule(rule: Rule) -> str:
    start = f"{_number(rule.x_pt)} {_number(-rule.y_pt)} m"
    end = f"{_number(rule.to_x_pt)} {_number(-rule.to_y_pt)} l"
    cap = _SQUARE_CAP if rule.width_pt < _WIDEST_HAIRLINE_PT else _BUTT_CAP
    return f"{cap} {_number(rule.width_pt)} w {start} {end} S"


def _letters(letters: Letters) -> str:
    codes = "".join(f"{glyph:04x}" for glyph in letters.glyphs)
    return (
        f"/{letters.face} {_number(letters.size_pt)} Tf {_number(letters.gap_pt)} Tc "
        f"1 0 0 1 {_number(letters.x_pt)} {_number(-letters.y_pt)} Tm <{codes}> Tj"
    )
