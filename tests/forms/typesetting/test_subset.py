"""Cutting fonts: what is left must draw the same."""

from io import BytesIO

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

from forms.typesetting.subset import embedded_order, subset_file
from forms.typesetting.truetype import TrueTypeFile
from tests.forms.conftest import FONTS
from tests.forms.small_fonts import CODE_OF_PAIR, CODE_OF_TURNED, small_font


def shapes(font, names):
    glyphs = font.getGlyphSet()
    drawn = []
    for name in names:
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        drawn.append((pen.value, glyphs[name].width))
    return drawn


def cut(path, codes):
    font = TrueTypeFile.open(path)
    order = embedded_order(font, [font.glyphs[code] for code in codes])
    return order, subset_file(font, order)


def test_a_subset_draws_its_glyphs_as_the_whole_font_does():
    path = FONTS / "MediationSerif-Regular.ttf"
    order, raw = cut(path, map(ord, "协议书顾喆安𬘭，0123"))
    with TTFont(BytesIO(raw), checkChecksums=2) as part, TTFont(path) as whole:
        names = [whole.getGlyphName(glyph) for glyph in order]
        assert shapes(part, part.getGlyphOrder()) == shapes(whole, names)
    assert len(raw) < 40_000


def test_parts_of_composed_glyphs_come_along(tmp_path):
    path = small_font(tmp_path / "small.ttf")
    order, raw = cut(path, [CODE_OF_PAIR, CODE_OF_TURNED])
    with TTFont(BytesIO(raw), checkChecksums=2) as part, TTFont(path) as whole:
        names = [whole.getGlyphName(glyph) for glyph in order]
        assert names == [".notdef", "square", "pair", "narrow", "turned"]
        assert shapes(part, part.getGlyphOrder()) == shapes(whole, names)


def test_hinting_programs_of_a_stations_own_font_are_kept(tmp_path):
    path = small_font(tmp_path / "small.ttf")
    with TTFont(path) as font:
        font["prep"] = prep = _program()
        font.save(tmp_path / "hinted.ttf")
    _, raw = cut(tmp_path / "hinted.ttf", [CODE_OF_PAIR])
    with TTFont(BytesIO(raw), checkChecksums=2) as part:
        assert part["prep"].program.getBytecode() == prep.program.getBytecode()


def test_the_same_glyphs_give_the_same_bytes():
    path = FONTS / "MediationSans-Bold.ttf"
    assert cut(path, map(ord, "甲乙丙")) == cut(path, map(ord, "丙甲乙甲"))


def _program():
    table = newTable("prep")
    table.program = Program()
    table.program.fromBytecode(b"\xb0\x01\x21")
    return table
