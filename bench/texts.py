"""Reads the text back out of PDFs, to see that all engines drew the same words."""

import re

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from bench.sheet import Sheet

_PAGE_NUMBER = re.compile(r"第\d+页共\d+页")
_WHITE = re.compile(r"\s+")


def text_of(pdf: bytes) -> str:
    """Return the words of all pages in order, without white space and page numbers."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [_page_text(document, number) for number in range(len(document))]
    return _PAGE_NUMBER.sub("", "".join(map(squeezed, pages)))


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def squeezed(text: str) -> str:
    """Return the text without white space, which engines are free to add."""
    return _WHITE.sub("", text)


def missing_pieces(sheet: Sheet, pdf: bytes) -> tuple[str, ...]:
    """Return the pieces of the sheet that cannot be read on the paper.

    The mark at a page's foot may stand in the middle of a paragraph and is taken out first.
    """
    text = text_of(pdf)
    mark = squeezed(sheet.mark)
    broken = text.replace(mark, "") if mark else text
    return tuple(
        piece
        for piece in map(squeezed, sheet.pieces)
        if piece not in text and piece.replace(mark, "") not in broken
    )


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    text: str = words.get_text_range()
    words.close()
    page.close()
    return text
