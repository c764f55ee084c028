"""Puts the used part of a face into a PDF, with a map back to text beyond U+FFFF too."""

import zlib
from collections.abc import Mapping
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from forms.typesetting.subset import embedded_order, subset_file
from forms.typesetting.truetype import UNITS_PER_PDF_EM, TrueTypeFile

_SYMBOLIC = 4
_STEM_V = 80
_CODES_A_BLOCK = 100
_REMEMBERED_SUBSETS = 64


class Embedder:
    """Embeds faces, and remembers the subsets made for the paper a moment ago."""

    def __init__(self) -> None:
        self._subset = lru_cache(maxsize=_REMEMBERED_SUBSETS)(_compressed_subset)

    def embed(self, document: PDFDocument, font: TrueTypeFile, glyphs: Mapping[int, str]) -> None:
        """Add a face with these glyphs to the fonts that every page of the document may use.

        Codes in the text are the numbers of the glyphs in the whole font, so that the operators
        of a paragraph stay the same whatever else a document contains.
        """
        program, length, places = self._subset(font, frozenset(glyphs))
        name = f"{_tag(glyphs)}+{font.name}"
        file = _stream({"Length1": length}, program)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(name),
                "CIDSystemInfo": _identity_system(),
                "FontDescriptor": document.Reference(_descriptor(font, name, document, file)),
                "DW": UNITS_PER_PDF_EM,
                "W": _widths(font, glyphs),
                "CIDToGIDMap": document.Reference(_stream({}, places)),
            }
        )
        mapping = _stream({}, zlib.compress(to_unicode(glyphs).encode()))
        whole = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(mapping),
            }
        )
        document.idToObject["BasicFonts"].dict[font.name] = document.Reference(whole)


def to_unicode(glyphs: Mapping[int, str]) -> str:
    """Return the map from codes to text; characters beyond U+FFFF are surrogate pairs there."""
    lines = [
        f"<{glyph:04x}> <{character.encode('utf-16-be').hex()}>"
        for glyph, character in sorted(glyphs.items())
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (
            lines[at : at + _CODES_A_BLOCK] for at in range(0, len(lines), _CODES_A_BLOCK)
        )
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <ffff>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _compressed_subset(font: TrueTypeFile, glyphs: frozenset[int]) -> tuple[bytes, int, bytes]:
    """Return the compressed font program, its length, and the compressed map of glyph places."""
    order = embedded_order(font, glyphs)
    program = subset_file(font, order)
    places = bytearray(2 * (max(order) + 1))
    for index, glyph in enumerate(order):
        places[2 * glyph : 2 * glyph + 2] = index.to_bytes(2, "big")
    return zlib.compress(program), len(program), zlib.compress(bytes(places))


def _tag(glyphs: Mapping[int, str]) -> str:
    """Return the six letters that name a subset, the same for the same glyphs."""
    number = zlib.crc32(",".join(map(str, sorted(glyphs))).encode())
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters


def _stream(entries: Mapping[str, int], compressed: bytes) -> PDFStream:
    dictionary = PDFDictionary({**entries, "Filter": PDFName("FlateDecode")})
    return PDFStream(dictionary, compressed)


def _identity_system() -> PDFDictionary:
    return PDFDictionary(
        {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    )


def _descriptor(
    font: TrueTypeFile, name: str, document: PDFDocument, file: PDFStream
) -> PDFDictionary:
    metrics = font.metrics
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray(metrics.box),
            "ItalicAngle": 0,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.ascent,
            "StemV": _STEM_V,
            "FontFile2": document.Reference(file),
        }
    )


def _widths(font: TrueTypeFile, glyphs: Mapping[int, str]) -> PDFArray:
    entries: list[object] = []
    for glyph in sorted(glyphs):
        advance = font.advance(glyph)
        if advance != UNITS_PER_PDF_EM:
            entries.extend((glyph, PDFArray([advance])))
    return PDFArray(entries)
