"""Breaks text into lines that fill their measure, by the rules of Chinese typesetting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from forms.typesetting.characters import BLANK_LEFT, BLANK_RIGHT, CLOSING, OPENING, SPACES, is_wide
from forms.typesetting.ink import Ink, Letters, Rule
from forms.typesetting.shaping import BLANK, Mark

# Wider gaps make rivers, and programs that read the PDF take them for spaces between words.
MOST_STRETCH_EM = 0.095
_INNER_SQUEEZE_EM = 0.22
_END_SQUEEZE_EM = 0.5
_UNDERLINE_DROP_EM = 0.22
_ASCENT_EM = 0.88
_TOLERANCE_PT = 0.01


class Align(Enum):
    """Where the text of a line stands."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Measure:
    """The shape of a paragraph's lines."""

    width_pt: float
    leading_pt: float
    first_indent_pt: float = 0.0
    hanging_pt: float = 0.0
    align: Align = Align.JUSTIFIED

    def indent_pt(self, line: int) -> float:
        """Return where a line begins, counting from 0."""
        return self.first_indent_pt if line == 0 else self.hanging_pt


@dataclass(frozen=True, slots=True)
class _Row:
    """The marks of one line; ``ends`` tells that the text ends or is broken by hand here."""

    marks: Sequence[Mark]
    ends: bool


def set_lines(marks: Sequence[Mark], measure: Measure) -> tuple[Ink, ...]:
    """Return one drawing a line; a text without marks has one empty line."""
    rows = list(_rows(marks, measure)) or [_Row((), ends=True)]
    return tuple(_drawn(row, number, measure) for number, row in enumerate(rows))


def _rows(marks: Sequence[Mark], measure: Measure) -> Iterator[_Row]:
    start, line = 0, 0
    while start < len(marks):
        room = measure.width_pt - measure.indent_pt(line)
        end, by_hand = _line_end(marks, start, room)
        row = list(marks[start:end])
        while row and row[-1].character in SPACES:
            row.pop()
        start = end + by_hand
        yield _Row(row, ends=by_hand or start >= len(marks))
        line += 1


def _line_end(marks: Sequence[Mark], start: int, room: float) -> tuple[int, bool]:
    """Return where the line that begins at ``start`` ends, and whether a newline ends it."""
    used = squeeze = 0.0
    at = start
    while at < len(marks) and marks[at].character != "\n":
        end = _box_end(marks, at)
        box, last = marks[at:end], marks[end - 1]
        used += sum(mark.width_pt for mark in box)
        squeeze += sum(_squeeze(mark, _INNER_SQUEEZE_EM) for mark in box)
        over = used - room - (last.width_pt if last.character in SPACES else 0.0)
        if over > _TOLERANCE_PT and over > _room_made(last, squeeze):
            return (at if at > start else _forced_end(marks, start, room)), False
        at = end
    return at, at < len(marks)


def _box_end(marks: Sequence[Mark], start: int) -> int:
    """Return the end of what must stay together from here on."""
    for at in range(start + 1, len(marks)):
        if marks[at].breaks or marks[at].character == "\n":
            return at
    return len(marks)


def _room_made(last: Mark, squeeze: float) -> float:
    """Return by how much a line that ends with this mark may be too long (挤入)."""
    if last.character not in BLANK_RIGHT:
        return 0.0
    return squeeze + _squeeze(last, _END_SQUEEZE_EM) - _squeeze(last, _INNER_SQUEEZE_EM)


def _forced_end(marks: Sequence[Mark], start: int, room: float) -> int:
    """Return where a box longer than a whole line is cut, at a seemly place if there is one."""
    used, end = 0.0, start
    while end < len(marks) and used + marks[end].width_pt <= room:
        used += marks[end].width_pt
        end += 1
    for at in range(end, start + 1, -1):
        before, after = marks[at - 1].character, marks[min(at, len(marks) - 1)].character
        if before not in OPENING and after not in CLOSING:
            return at
    return max(end, start + 1)


def _squeeze(mark: Mark, most_em: float) -> float:
    """Return how much of a mark's blank half a tight line may take."""
    is_loose = mark.width_pt > mark.size_pt * 0.9
    if is_loose and (mark.character in BLANK_RIGHT or mark.character in BLANK_LEFT):
        return mark.size_pt * most_em
    return 0.0


def _drawn(row: _Row, line: int, measure: Measure) -> Ink:
    marks = row.marks
    indent = measure.indent_pt(line)
    spare = measure.width_pt - indent - sum(mark.width_pt for mark in marks)
    widths = [mark.width_pt for mark in marks]
    if spare < 0:
        _take_back(marks, widths, -spare)
        spare = 0.0
    elif measure.align is Align.JUSTIFIED and not row.ends:
        _spread(marks, widths, spare)
    x = indent + spare * _share_before(measure.align)
    return _ink(marks, widths, x, measure.leading_pt)


def _share_before(align: Align) -> float:
    return {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(align, 0.0)


def _take_back(marks: Sequence[Mark], widths: list[float], over: float) -> None:
    """Narrow the full-width marks of a line, the last one first."""
    last = len(marks) - 1
    for at in range(last, -1, -1):
        taken = min(
            over, _squeeze(marks[at], _END_SQUEEZE_EM if at == last else _INNER_SQUEEZE_EM)
        )
        widths[at] -= taken
        over -= taken


def _spread(marks: Sequence[Mark], widths: list[float], spare: float) -> None:
    """Share the spare room of a line among the gaps of its Chinese text and its spaces.

    What the gaps cannot take is left at the end of the line.
    """
    gaps = [
        at
        for at, (before, after) in enumerate(pairwise(marks))
        if before.character in SPACES or is_wide(before.character) or is_wide(after.character)
    ]
    for at in gaps:
        widths[at] += min(spare / len(gaps), MOST_STRETCH_EM * marks[at].size_pt)


def _ink(marks: Sequence[Mark], widths: Sequence[float], x: float, leading: float) -> Ink:
    size = max((mark.size_pt for mark in marks), default=0.0)
    baseline = (leading - size) / 2 + _ASCENT_EM * size
    rules: list[Rule] = []
    places: list[tuple[Mark, float, float]] = []
    for mark, width in zip(marks, widths, strict=True):
        places.append((mark, x, width))
        x += width
    letters = tuple(_letters(group, baseline) for group in _groups(places))
    for left, right, mark in _underlined(places):
        under = baseline + _UNDERLINE_DROP_EM * mark.size_pt
        rules.append(Rule(left, under, right, under))
    return Ink(letters, tuple(rules))


_Place = tuple[Mark, float, float]


def _groups(places: Sequence[_Place]) -> Iterator[list[_Place]]:
    """Return the marks of a line in groups of one face, size and gap."""
    group: list[_Place] = []
    for place in places:
        if place[0].character == BLANK:
            if group:
                yield group
            group = []
            continue
        if group and not _continues(group, place):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _continues(group: Sequence[_Place], place: _Place) -> bool:
    first, before, mark = group[0], group[-1][0], place[0]
    same_type = mark.placed.face == before.placed.face and mark.size_pt == before.size_pt
    return same_type and abs(_gap(first) - _gap(group[-1])) < _TOLERANCE_PT


def _gap(place: _Place) -> float:
    return place[2] - place[0].drawn_pt


def _letters(group: Sequence[_Place], baseline: float) -> Letters:
    first = group[0][0]
    return Letters(
        text="".join(mark.character for mark, _, _ in group),
        face=first.placed.face,
        size_pt=first.size_pt,
        glyphs=tuple(mark.placed.glyph for mark, _, _ in group),
        x_pt=group[0][1],
        y_pt=baseline,
        gap_pt=_gap(group[0]) if len(group) > 1 else 0.0,
    )


def _underlined(places: Sequence[_Place]) -> Iterator[tuple[float, float, Mark]]:
    for number, (mark, x, width) in enumerate(places):
        if not mark.underlined or (number and _joins(places[number - 1][0], mark)):
            continue
        right = x + width
        for other, at, other_width in places[number + 1 :]:
            if not (other.underlined and _joins(mark, other)):
                break
            right = at + other_width
        yield x, right, mark


def _joins(before: Mark, after: Mark) -> bool:
    """Say whether two underlined neighbours share one line; a blank has one of its own."""
    both = before.underlined and after.underlined
    return both and BLANK not in {before.character, after.character}
