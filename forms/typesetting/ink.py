"""What is drawn, measured from the top left corner of a strip; y grows downwards."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of one face and size in a row, ``gap_pt`` apart beyond their own widths."""

    text: str
    face: str
    size_pt: float
    glyphs: tuple[int, ...]
    x_pt: float
    y_pt: float
    gap_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x_pt: float
    y_pt: float
    to_x_pt: float
    to_y_pt: float
    width_pt: float = 0.5


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Ink:
    """Letters and rules drawn together; equal only to itself, so that it can be cached."""

    letters: tuple[Letters, ...] = ()
    rules: tuple[Rule, ...] = ()

    def moved(self, dx_pt: float, dy_pt: float) -> "Ink":
        """Return the same drawing at another place."""
        letters = (
            replace(each, x_pt=each.x_pt + dx_pt, y_pt=each.y_pt + dy_pt) for each in self.letters
        )
        rules = (
            Rule(
                each.x_pt + dx_pt,
                each.y_pt + dy_pt,
                each.to_x_pt + dx_pt,
                each.to_y_pt + dy_pt,
                each.width_pt,
            )
            for each in self.rules
        )
        return Ink(tuple(letters), tuple(rules))

    @property
    def text(self) -> str:
        """The characters in drawing order."""
        return "".join(each.text for each in self.letters)


def overlaid(inks: Iterable[Ink]) -> Ink:
    """Return several drawings as one."""
    drawn = tuple(inks)
    return Ink(
        tuple(each for ink in drawn for each in ink.letters),
        tuple(each for ink in drawn for each in ink.rules),
    )


def framed(x_pt: float, y_pt: float, width_pt: float, height_pt: float) -> tuple[Rule, ...]:
    """Return the four sides of a box."""
    right, bottom = x_pt + width_pt, y_pt + height_pt
    return (
        Rule(x_pt, y_pt, right, y_pt),
        Rule(right, y_pt, right, bottom),
        Rule(right, bottom, x_pt, bottom),
        Rule(x_pt, bottom, x_pt, y_pt),
    )
