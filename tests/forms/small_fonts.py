"""Small fonts made for one test each."""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

CODE_OF_SQUARE, CODE_OF_PAIR, CODE_OF_NARROW = ord("A"), ord("B"), ord("C")
CODE_OF_TURNED = ord("D")


def _square(size):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, size))
    pen.qCurveTo((size, size), (size, 0))
    pen.closePath()
    return pen.glyph()


def _composed(*parts):
    pen = TTGlyphPen({"square": None, "narrow": None})
    for name, transformation in parts:
        pen.addComponent(name, transformation)
    return pen.glyph()


def small_font(path, *, units_per_em=2048, characters=None):
    """Write a font with a square, a narrow square and glyphs composed of them."""
    names = [".notdef", "empty", "square", "pair", "narrow", "turned"]
    builder = FontBuilder(units_per_em, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(
        characters
        or {
            CODE_OF_SQUARE: "square",
            CODE_OF_PAIR: "pair",
            CODE_OF_NARROW: "narrow",
            CODE_OF_TURNED: "turned",
            ord(" "): "empty",
        }
    )
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf(
        {
            ".notdef": _square(100),
            "empty": empty,
            "square": _square(1000),
            "pair": _composed(("square", (1, 0, 0, 1, 0, 0)), ("narrow", (1, 0, 0, 1, 1100, 0))),
            "narrow": _square(300),
            "turned": _composed(
                ("square", (0.5, 0, 0, 0.5, 0, 0)),
                ("narrow", (0.5, 0, 0, 0.25, 900, 0)),
                ("narrow", (0, 0.5, -0.5, 0, 3000, 0)),
            ),
        }
    )
    builder.setupHorizontalMetrics(
        {name: (1024 if name == "narrow" else 2048, 0) for name in names}
    )
    builder.setupHorizontalHeader(ascent=1800, descent=-248)
    builder.setupOS2(sTypoAscender=1800, sTypoDescender=-248)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupPost()
    builder.save(path)
    return path
