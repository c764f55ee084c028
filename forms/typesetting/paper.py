"""Puts blocks on sheets of paper and writes the PDF."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
)

from forms.typesetting.blocks import Block
from forms.typesetting.codes import code_ink
from forms.typesetting.embedding import Embedder
from forms.typesetting.ink import Ink
from forms.typesetting.lines import Align, Measure
from forms.typesetting.operators import OperatorWriter
from forms.typesetting.outline import Heading, outline
from forms.typesetting.outlines import outline_operators
from forms.typesetting.pages import Page, paginate
from forms.typesetting.setting import LineSetter
from forms.typesetting.shaping import NO_FACE
from forms.typesetting.text import Inlines, Run, Style
from forms.typesetting.typefaces import Role, Typefaces
from mediation_app.errors import MissingGlyphError

POINTS_PER_MM = 72 / 25.4
_WATERMARK_PT_A_MM = 150.0 / 210
_WATERMARK_GREY = "0.9 g"
_WATERMARK_TURN = "0.7071 0.7071 -0.7071 0.7071"
_FOOT_STYLE = Style(Role.BODY, 12.0)
_SIGNING_STYLE = Style(Role.BODY, 12.0)
_SIGNING_ABOVE_PT = 30.0
_MARK_BELOW_PT = 20.0
_CODE_MM = 14.0
_CODE_BELOW_MM = 3.0
_CODE_LEAST_MM = 6.0
"""From the lower edge of the sheet, where printers begin to cut."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet and its margins in millimetres; A4 with the margins of GB/T 9704-2012.

    Attributes:
        foot_below_mm: How far under the type area the foot stands.
        mark_pt: Size of what identifies an issued document.
    """

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 37
    left_mm: float = 28
    right_mm: float = 26
    bottom_mm: float = 35
    foot_below_mm: float = 5
    mark_pt: float = 7.5

    @property
    def type_width_pt(self) -> float:
        """Width of the type area."""
        return (self.width_mm - self.left_mm - self.right_mm) * POINTS_PER_MM

    @property
    def type_height_pt(self) -> float:
        """Height of the type area."""
        return (self.height_mm - self.top_mm - self.bottom_mm) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says about itself.

    Attributes:
        title: For the PDF's properties.
        author: The committee.
        subject: The case number.
        watermark: Large and light across each page, empty for none.
        mark: Small at the foot: case number, document, version, fingerprint; empty for a draft.
        code: Start of what the code at the foot says, empty for none; the page follows it.
        signing: A line for the signatures of each page, over its number; nothing for none.
        counts_pages: Says at the foot which page of how many it is.
    """

    title: str
    author: str
    subject: str = ""
    watermark: str = ""
    mark: str = ""
    code: str = ""
    signing: Inlines = ()
    counts_pages: bool = True


class PaperWriter:
    """Writes documents with the faces of one station."""

    def __init__(self, faces: Typefaces, sheet: Sheet | None = None) -> None:
        self._faces = faces
        self._sheet = sheet or Sheet()
        self._setter = LineSetter(faces)
        self._writer = OperatorWriter()
        self._embedder = Embedder()

    def pages(self, blocks: Iterable[Block]) -> tuple[Page, ...]:
        """Return the pages with everything at its place."""
        width = self._sheet.type_width_pt
        strips = [strip for block in blocks for strip in block.strips(self._setter, width)]
        return paginate(strips, self._sheet.type_height_pt)

    def write(self, blocks: Iterable[Block], imprint: Imprint) -> bytes:
        """Return the PDF; the same blocks and imprint give the same bytes.

        Raises:
            MissingGlyphError: Names every character that no font has; nothing is written.
        """
        pages = self.pages(blocks)
        drawn = [
            [*self._body(page), *self._edges(imprint, number, len(pages))]
            for number, page in enumerate(pages, start=1)
        ]
        watermark = self._watermark(imprint.watermark)
        inks = [ink for page in drawn for _, _, ink in page]
        _refuse_missing(inks)
        document = PDFDocument(invariant=1, lang="zh-CN", pdfVersion=(1, 4))
        document.setTitle(imprint.title)
        document.setAuthor(imprint.author)
        document.setSubject(imprint.subject)
        document.setCreator(imprint.author)
        self._embed(document, inks)
        for page in drawn:
            self._add_page(document, self._operators(page, watermark))
        self._add_outline(document, pages)
        return bytes(document.format())

    def _body(self, page: Page) -> Iterator["_Placed"]:
        sheet = self._sheet
        left, top = sheet.left_mm * POINTS_PER_MM, (sheet.height_mm - sheet.top_mm) * POINTS_PER_MM
        for placed in page:
            yield left, top - placed.y_pt, placed.strip.ink

    def _edges(self, imprint: Imprint, number: int, count: int) -> Iterator["_Placed"]:
        """Return the foot: the page's number, and what identifies an issued document."""
        sheet = self._sheet
        left = sheet.left_mm * POINTS_PER_MM
        top = (sheet.bottom_mm - sheet.foot_below_mm) * POINTS_PER_MM
        if imprint.signing:
            yield left, top + _SIGNING_ABOVE_PT, self._foot(imprint.signing, _SIGNING_STYLE)
        if imprint.counts_pages:
            text = Run(f"第 {number} 页 共 {count} 页", _FOOT_STYLE, whole=True)
            yield left, top, self._foot((text,), _FOOT_STYLE)
        if imprint.mark:
            below = _MARK_BELOW_PT if imprint.counts_pages else 0.0
            style = Style(Role.SANS, sheet.mark_pt)
            mark = self._foot((Run(imprint.mark, style, whole=True),), style)
            yield left, top - below, mark
        if imprint.code:
            size = _CODE_MM * POINTS_PER_MM
            right = (sheet.width_mm - sheet.right_mm) * POINTS_PER_MM
            beside_foot = sheet.bottom_mm - sheet.foot_below_mm - _CODE_BELOW_MM
            at = max(beside_foot, _CODE_MM + _CODE_LEAST_MM) * POINTS_PER_MM
            yield right - size, at, code_ink(f"{imprint.code}:{number}/{count}", size)

    def _foot(self, inlines: Inlines, style: Style) -> Ink:
        measure = Measure(self._sheet.type_width_pt, style.size_pt * 1.4, align=Align.CENTRE)
        return self._setter.lines(inlines, measure)[0]

    def _operators(self, page: Sequence["_Placed"], watermark: str) -> str:
        parts = [watermark] if watermark else []
        for x, y, ink in page:
            drawing = self._writer.drawing(ink)
            if drawing.operators:
                parts.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {drawing.operators} Q")
        return "\n".join(parts)

    def _watermark(self, text: str) -> str:
        """Return the watermark along the diagonal, its middle in the middle of the sheet.

        It is drawn as shapes, so that it does not get between the words of who copies the text.
        """
        if not text:
            return ""
        sheet = self._sheet
        middle_x = sheet.width_mm * POINTS_PER_MM / 2
        middle_y = sheet.height_mm * POINTS_PER_MM / 2
        font = self._faces.opened(Role.SANS_BOLD)
        size = sheet.width_mm * _WATERMARK_PT_A_MM
        return (
            f"q {_WATERMARK_GREY} {_WATERMARK_TURN} {middle_x:.3f} {middle_y:.3f} cm "
            f"1 0 0 1 {-size * len(text) / 2:.3f} {-size / 2:.3f} cm "
            f"{outline_operators(font, text, size)} Q"
        )

    def _embed(self, document: PDFDocument, inks: Iterable[Ink]) -> None:
        used: dict[str, dict[int, str]] = {}
        for ink in inks:
            for face, glyphs in self._writer.drawing(ink).glyphs.items():
                used.setdefault(face, {}).update(glyphs)
        for face, glyphs in sorted(used.items()):
            self._embedder.embed(document, self._faces.file_of(face), glyphs)

    def _add_page(self, document: PDFDocument, operators: str) -> None:
        sheet = self._sheet
        packed = PDFDictionary({"Filter": PDFName("FlateDecode")})
        contents = PDFStream(packed, zlib.compress(operators.encode("ascii")))
        size = [each * POINTS_PER_MM for each in (sheet.width_mm, sheet.height_mm)]
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": document.Reference(document.Pages),
                "MediaBox": PDFArray([0, 0, *size]),
                "Resources": PDFDictionary({"Font": PDFObjectReference("BasicFonts")}),
                "Contents": document.Reference(contents),
            }
        )
        document.addPage(page)

    def _add_outline(self, document: PDFDocument, pages: Sequence[Page]) -> None:
        top = (self._sheet.height_mm - self._sheet.top_mm) * POINTS_PER_MM
        headings = [
            Heading(*placed.strip.bookmark, document.Reference(sheet), top - placed.y_pt)
            for sheet, page in zip(document.Pages.pages, pages, strict=True)
            for placed in page
            if placed.strip.bookmark
        ]
        document.Catalog.Outlines = outline(document, headings) if headings else None


_Placed = tuple[float, float, Ink]


def _refuse_missing(inks: Iterable[Ink]) -> None:
    missing = dict.fromkeys(
        character
        for ink in inks
        for letters in ink.letters
        if letters.face == NO_FACE.face
        for character in letters.text
    )
    if missing:
        raise MissingGlyphError(tuple(missing))
