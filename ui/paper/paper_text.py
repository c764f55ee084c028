"""The words on the paper and where they stand."""

from contextlib import closing
from dataclasses import dataclass, field

from ui.paper.rasters import opened

_SLACK_PT = 3.0


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
        if anchor or found < 0:
            return (range(found, found + len(wanted)),) if found >= 0 else ()
        places = []
        while found >= 0:
            places.append(range(found, found + len(wanted)))
            found = self.text.find(wanted, found + len(wanted))
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
                # One character at a time, since text and counts differ beyond U+FFFF.
                for no in range(words.count_chars()):
                    character = words.get_text_range(no, 1)
                    if not character.strip():
                        continue
                    left, bottom, right, top = words.get_charbox(no, loose=True)
                    spot = Spot(page_no, left, height - top, right, height - bottom)
                    characters.extend(character)
                    spots.extend(spot for _ in character)
    return PaperText("".join(characters), tuple(spots))


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
