"""Reference documents: their text to the letter, their pictures within a tolerance.

``python -m tests.forms.test_references`` draws them anew; look at every page before committing.
"""

from pathlib import Path

import pytest

from forms.renderer import PdfRenderer
from forms.typesetting.typefaces import Typefaces
from resources.files import wording
from tests.forms.conftest import FONTS
from tests.forms.journeys import journey_snapshots
from tests.forms.reading import grey_of, page_texts, pictures, png
from tests.forms.samples import sample_snapshots

REFERENCES = Path(__file__).parent / "references"
NAMES = (
    *("01-agreement", "07-agreement", "11-oral_agreement", "17-confirmation", "20-application"),
    *("J1-slip", "J3-notice", "J4-plain", "J9-termination"),
)
SNAPSHOTS = dict(sample_snapshots()) | dict(journey_snapshots())
TILE = 16
MOST_TILE_DIFFERENCE = 12.0
PAGE_END = "\n\f\n"


def text_of(pdf):
    return PAGE_END.join(page.replace("\r\n", "\n") for page in page_texts(pdf)) + "\n"


def picture_path(name, number):
    return REFERENCES / f"{name}-{number}.png"


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_that_of_the_reference(name, renderer):
    expected = (REFERENCES / f"{name}.txt").read_text(encoding="utf-8")
    assert text_of(renderer.render(SNAPSHOTS[name])) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_page_looks_like_the_reference(name, renderer):
    drawn = pictures(renderer.render(SNAPSHOTS[name]))
    assert not picture_path(name, len(drawn) + 1).exists()
    for number, picture in enumerate(drawn, start=1):
        reference = grey_of(picture_path(name, number).read_bytes())
        assert picture[:2] == reference[:2]
        assert largest_difference(picture, reference) <= MOST_TILE_DIFFERENCE


def test_a_moved_line_is_seen_as_a_difference(renderer):
    width, height, grey = pictures(renderer.render(SNAPSHOTS["17-confirmation"]))[0]
    moved = (width, height, grey[-3 * width :] + grey[: -3 * width])
    assert largest_difference((width, height, grey), moved) > MOST_TILE_DIFFERENCE


def largest_difference(one, other):
    """Return the largest mean difference of grey in any small square of two pictures."""
    width, height, first = one
    second = other[2]
    worst = 0.0
    for top in range(0, height - TILE + 1, TILE):
        for left in range(0, width - TILE + 1, TILE):
            starts = [row * width + left for row in range(top, top + TILE)]
            one_tile = b"".join(first[start : start + TILE] for start in starts)
            other_tile = b"".join(second[start : start + TILE] for start in starts)
            if one_tile != other_tile:
                apart = sum(abs(a - b) for a, b in zip(one_tile, other_tile, strict=True))
                worst = max(worst, apart / TILE**2)
    return worst


def draw_references():
    """Write the texts and pictures of all references."""
    renderer = PdfRenderer(Typefaces(FONTS), wording)
    for old in REFERENCES.glob("*.*"):
        old.unlink()
    for name in NAMES:
        pdf = renderer.render(SNAPSHOTS[name])
        (REFERENCES / f"{name}.txt").write_text(text_of(pdf), encoding="utf-8")
        for number, picture in enumerate(pictures(pdf), start=1):
            picture_path(name, number).write_bytes(png(*picture))


if __name__ == "__main__":
    draw_references()
