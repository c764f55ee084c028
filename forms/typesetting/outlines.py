"""Draws characters as bare shapes, which look like text but are no text to a reader program."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.typesetting.truetype import TrueTypeFile

_ON_CURVE, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an outline, in units of the font."""

    x: float
    y: float
    is_on_curve: bool

    def middle(self, other: "Point") -> "Point":
        """Return the point half way to another one, which lies on the curve."""
        return Point((self.x + other.x) / 2, (self.y + other.y) / 2, is_on_curve=True)


def outline_operators(font: TrueTypeFile, text: str, size_pt: float) -> str:
    """Return the path of a text in a row, from the origin, ready to be filled.

    Characters that are composed of other glyphs, or that the font lacks, are left out.
    """
    scale = size_pt / font.units_per_em
    operators: list[str] = []
    x = 0.0
    for character in text:
        glyph = font.glyphs.get(ord(character), 0)
        for contour in _contours(font.outline(glyph)):
            moved = [Point(p.x * scale + x, p.y * scale, p.is_on_curve) for p in contour]
            operators.extend(_path(moved))
        x += font.advance(glyph) * size_pt / 1000
    return " ".join((*operators, "f"))


def _contours(outline: bytes) -> Iterator[Sequence[Point]]:
    count = struct.unpack_from(">h", outline)[0] if outline else 0
    if count <= 0:
        return
    ends = struct.unpack_from(f">{count}H", outline, 10)
    at = 10 + 2 * count
    at += 2 + struct.unpack_from(">H", outline, at)[0]
    flags, at = _flags(outline, at, ends[-1] + 1)
    xs, at = _coordinates(outline, at, flags, _X_SHORT, _X_SAME)
    ys, _ = _coordinates(outline, at, flags, _Y_SHORT, _Y_SAME)
    points = [
        Point(x, y, bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=True)
    ]
    for first, last in zip((0, *(end + 1 for end in ends)), ends, strict=False):
        yield points[first : last + 1]


def _flags(outline: bytes, at: int, count: int) -> tuple[list[int], int]:
    flags: list[int] = []
    while len(flags) < count:
        flag = outline[at]
        times = 1
        if flag & _REPEAT:
            at += 1
            times += outline[at]
        flags.extend([flag] * times)
        at += 1
    return flags, at


def _coordinates(
    outline: bytes, at: int, flags: Sequence[int], short: int, same: int
) -> tuple[list[int], int]:
    values: list[int] = []
    value = 0
    for flag in flags:
        if flag & short:
            value += outline[at] if flag & same else -outline[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", outline, at)[0]
            at += 2
        values.append(value)
    return values, at


def _path(contour: Sequence[Point]) -> Iterator[str]:
    """Return a closed path; quadratic curves are written as the cubic ones of PDF."""
    points = _with_middles(contour)
    start = points[0]
    yield f"{start.x:.2f} {start.y:.2f} m"
    current, control = start, None
    for point in (*points[1:], start):
        if not point.is_on_curve:
            control = point
            continue
        yield _curve(current, control, point) if control else f"{point.x:.2f} {point.y:.2f} l"
        current, control = point, None
    yield "h"


def _with_middles(contour: Sequence[Point]) -> list[Point]:
    """Return the contour from a point on the curve, with the points that TrueType leaves out."""
    points: list[Point] = []
    for before, point in zip((contour[-1], *contour[:-1]), contour, strict=True):
        if not before.is_on_curve and not point.is_on_curve:
            points.append(before.middle(point))
        points.append(point)
    first = next(number for number, point in enumerate(points) if point.is_on_curve)
    return [*points[first:], *points[:first]]


def _curve(start: Point, control: Point, end: Point) -> str:
    x1, y1 = start.x + (control.x - start.x) * 2 / 3, start.y + (control.y - start.y) * 2 / 3
    x2, y2 = end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3
    return f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {end.x:.2f} {end.y:.2f} c"
