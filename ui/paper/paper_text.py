"""The words on the paper and where they stand."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from pypdfium2.raw import FPDFText_GetUnicode  # type: ignore[import-untyped]  # it ships no types

from ui.paper.rasters import opened

_SLACK_PT = 3.0
_FEWEST_TO_GO_ON = 6
"""As many characters tell where a text goes on behind the foot of a page."""
_HIGH, _LOW, _AFTER_LOW, _BEYOND, _HALF_BITS = 0xD800, 0xDC00, 0xE000, 0x10000, 10


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on a page, in points from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, page: int, x: float, y: float) -> bool:
        """Return whether a point is in it, or nearly."""
        return (
            page == self.page
            and self.left - _SLACK_PT <= x <= self.right + _SLACK_PT
            and self.top - _SLACK_PT <= y <= self.bottom + _SLACK_PT
        )


@dataclass(frozen=True, slots=True)
class PaperText:
    """Every character of a document that is not blank, and its spot.

    Lines break anywhere in Chinese, so what is looked for is compared without blanks.
    """

    text: str = ""
    spots: tuple[Spot, ...] = field(default=(), repr=False)

    def find(self, words: str, anchor: str = "") -> tuple[range, ...]:
        """Return where the words stand; with an anchor only the first place behind it."""
        wanted = without_blanks(words)
        if not wanted:
            return ()
        start = max(self.text.find(without_blanks(anchor)), 0) if anchor else 0
        found = self.text.find(wanted, start)
        if found < 0:
            return self._pieces(wanted, start)
        if anchor:
            return (range(found, found + len(wanted)),)
        places = []
        while found >= 0:
            places.append(range(found, found + len(wanted)))
            found = self.text.find(wanted, found + len(wanted))
        return tuple(places)

    def _pieces(self, wanted: str, start: int) -> tuple[range, ...]:
        """Return where the parts of a text stand that runs over the foot of a page."""
        places: list[range] = []
        while wanted:
            found = self.text.find(wanted[:_FEWEST_TO_GO_ON], start)
            if found < 0:
                return ()
            length = 0
            while (
                length < len(wanted)
                and self.text[found + length : found + length + 1] == (wanted[length])
            ):
                length += 1
            places.append(range(found, found + length))
            wanted, start = wanted[length:], found + length
        return tuple(places)

    def spots_of(self, places: tuple[range, ...]) -> tuple[Spot, ...]:
        """Return the spots of these characters, joined where they stand side by side."""
        joined: list[Spot] = []
        for place in places:
            for spot in self.spots[place.start : place.stop]:
                last = joined[-1] if joined else None
                if last is not None and _is_beside(last, spot):
                    joined[-1] = _joined(last, spot)
                else:
                    joined.append(spot)
        return tuple(joined)

    def index_at(self, page: int, x: float, y: float) -> int | None:
        """Return which character stands at a point, or None."""
        hits = [no for no, spot in enumerate(self.spots) if spot.holds(page, x, y)]
        centre = {no: abs((self.spots[no].left + self.spots[no].right) / 2 - x) for no in hits}
        return min(hits, key=lambda no: centre[no]) if hits else None


def without_blanks(text: str) -> str:
    """Return the text without blanks and line ends."""
    return "".join(text.split())


def read_paper(pdf: bytes) -> PaperText:
    """Return the words of a document; runs in the paper thread."""
    characters: list[str] = []
    spots: list[Spot] = []
    with opened(pdf) as document:
        for page_no in range(len(document)):
            height = document.get_page_size(page_no)[1]
            with closing(document[page_no]) as page, closing(page.get_textpage()) as words:
                for no, character in _characters(words):
                    left, bottom, right, top = words.get_charbox(no, loose=True)
                    characters.append(character)
                    spots.append(Spot(page_no, left, height - top, right, height - bottom))
    return PaperText("".join(characters), tuple(spots))


def _characters(words: Any) -> Iterator[tuple[int, str]]:
    """Yield every character that is not blank, and its number among PDFium's UTF-16 units."""
    high = 0
    for no in range(words.count_chars()):
        unit = FPDFText_GetUnicode(words.raw, no)
        if _HIGH <= unit < _LOW:
            high = unit
            continue
        if _LOW <= unit < _AFTER_LOW and high:
            unit = _BEYOND + ((high - _HIGH) << _HALF_BITS) + (unit - _LOW)
        high = 0
        character = chr(unit)
        if character.strip():
            yield no, character


def _is_beside(one: Spot, other: Spot) -> bool:
    return (
        one.page == other.page
        and abs(one.top - other.top) < _SLACK_PT
        and -_SLACK_PT < other.left - one.right < 4 * _SLACK_PT
    )


def _joined(one: Spot, other: Spot) -> Spot:
    return Spot(
        one.page,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
