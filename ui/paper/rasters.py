"""Pictures of pages; runs in the paper thread only, since PDFium knows one thread."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtGui import QImage

POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points."""

    width_pt: float
    height_pt: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """A document with the pictures of some of its pages.

    Attributes:
        pdf: The document.
        sizes: The size of every page.
        images: Pictures by page, counted from 0.
        pixels_a_point: The scale of the pictures.
    """

    pdf: bytes
    sizes: tuple[PageSize, ...] = ()
    images: Mapping[int, QImage] = field(default_factory=lambda: MappingProxyType({}))
    pixels_a_point: float = 1.0


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a document and close it again."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        yield document


def sheets_of(pdf: bytes, pages: Iterable[int], pixels_a_point: float) -> Sheets:
    """Return the document with pictures of those of the pages that it has."""
    with opened(pdf) as document:
        sizes = tuple(PageSize(*document.get_page_size(no)) for no in range(len(document)))
        wanted = [page for page in pages if page < len(sizes)]
        images = {page: image_of(document, page, pixels_a_point) for page in wanted}
    return Sheets(pdf, sizes, MappingProxyType(images), pixels_a_point)


def image_of(document: pypdfium2.PdfDocument, page_no: int, pixels_a_point: float) -> QImage:
    """Return the picture of one page."""
    with closing(document[page_no]) as page:
        bitmap = page.render(scale=pixels_a_point, rev_byteorder=False)
        with closing(bitmap):
            form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else _FOUR  # noqa: PLR2004
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
            # The bitmap's memory goes with it, so the picture is copied.
            copied = image.copy()
    return copied.rgbSwapped() if form is QImage.Format.Format_RGB888 else copied


_FOUR = QImage.Format.Format_RGB32
