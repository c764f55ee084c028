"""The outline of a PDF: its headings, which a reader shows beside the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, its depth from 0, and the place it points to."""

    title: str
    level: int
    page: PDFObjectReference
    top_pt: float


def outline(document: PDFDocument, headings: Sequence[Heading]) -> PDFDictionary:
    """Return the root of the outline; its entries are added to the document."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    _hang(document, root, headings)
    return root


def _hang(document: PDFDocument, parent: PDFDictionary, headings: Sequence[Heading]) -> None:
    """Hang the headings of one depth, each with those under it, on their parent."""
    items = []
    parent_reference = document.Reference(parent)
    for heading, under in _families(headings):
        item = PDFDictionary(
            {
                "Title": PDFString(heading.title),
                "Parent": parent_reference,
                "Dest": PDFArray([heading.page, PDFName("XYZ"), 0, heading.top_pt, 0]),
            }
        )
        items.append(item)
        if under:
            _hang(document, item, under)
    references = [document.Reference(item) for item in items]
    for number, item in enumerate(items):
        if number > 0:
            item["Prev"] = references[number - 1]
        if number < len(items) - 1:
            item["Next"] = references[number + 1]
    parent["First"], parent["Last"] = references[0], references[-1]
    parent["Count"] = len(items)


def _families(headings: Sequence[Heading]) -> Iterator[tuple[Heading, Sequence[Heading]]]:
    """Return each highest heading with the deeper ones that follow it."""
    start = 0
    while start < len(headings):
        end = start + 1
        while end < len(headings) and headings[end].level > headings[start].level:
            end += 1
        yield headings[start], headings[start + 1 : end]
        start = end
