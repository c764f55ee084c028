"""Reading TrueType files, checked against an independent reader."""

import struct
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from forms.typesetting.truetype import TrueTypeFile
from tests.forms.conftest import FONTS
from tests.forms.small_fonts import CODE_OF_NARROW, CODE_OF_SQUARE, small_font

SHIPPED = sorted(path.name for path in FONTS.glob("*.ttf"))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_face_has_the_characters_and_widths_that_another_reader_finds(name):
    ours = TrueTypeFile.open(FONTS / name)
    with TTFont(FONTS / name, lazy=True) as theirs:
        expected = {code: theirs.getGlyphID(glyph) for code, glyph in theirs.getBestCmap().items()}
        assert ours.glyphs == expected
        widths = theirs["hmtx"]
        units = theirs["head"].unitsPerEm
        for code in list(expected)[:: max(1, len(expected) // 200)]:
            glyph = expected[code]
            advance = widths[theirs.getGlyphName(glyph)][0]
            assert ours.advance(glyph) == advance * 1000 // units


def test_a_font_of_the_basic_plane_with_short_places_is_read(tmp_path):
    path = small_font(tmp_path / "small.ttf")
    ours = TrueTypeFile.open(path)
    assert [ours.advance(ours.glyphs[code]) for code in (CODE_OF_SQUARE, CODE_OF_NARROW)] == [
        1000,
        500,
    ]
    assert ours.metrics.ascent == 1800 * 1000 // 2048
    with TTFont(path) as theirs:
        assert theirs["head"].indexToLocFormat == 0
        table, places = theirs.reader["glyf"], list(theirs["loca"].locations)
    outlines = [table[start:end] for start, end in pairwise(places)]
    assert [ours.outline(glyph) for glyph in range(len(outlines))] == outlines


def test_a_map_with_an_array_of_glyphs_and_holes_is_read(tmp_path):
    path = small_font(tmp_path / "small.ttf")
    ours = TrueTypeFile.open(path)
    start = ours.tables["cmap"][0]
    raw = bytearray(path.read_bytes())
    segment = struct.pack(
        ">HHHHHHH HH H HH hh HH 4H",
        *(4, 16 + 16 + 8, 0, 4, 4, 1, 0),
        *(0x44, 0xFFFF),
        0,
        *(0x41, 0xFFFF),
        *(1, 1),
        *(4, 0),
        *(1, 0, 2, 3),
    )
    table = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segment
    raw[start : start + len(table)] = table
    path.write_bytes(raw)
    assert TrueTypeFile.open(path).glyphs == {0x41: 2, 0x43: 3, 0x44: 4}
