"""Binds the papers of a case into one PDF with page numbers on every sheet and bookmarks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import count

import pikepdf
from PIL import Image, UnidentifiedImageError

from forms.letters import subject_of
from forms.pictures import picture_pages
from forms.renderer import imprint
from forms.typesetting.blocks import Paragraph
from forms.typesetting.lines import Align
from forms.typesetting.paper import Imprint, PaperWriter, Sheet
from forms.typesetting.text import Run, Style
from forms.typesetting.typefaces import Role, Typefaces
from forms.volume import contents, cover
from forms.wording import Wording
from mediation_app.domain.documents import Snapshot, VolumeLine
from mediation_app.domain.volumes import VolumePart
from mediation_app.errors import UnbindableFileError

POINTS_PER_MM = 72 / 25.4
_STAMP_SHEET = Sheet(24, 8, 1, 1, 1, 1)
_STAMP_STYLE = Style(Role.BODY, 14.0)
_STAMP_FROM_EDGE_MM = 8.0
_PDF_MARK = b"%PDF-"
_MARK_WITHIN = 1024
"""A reader looks for the mark of a PDF in so many bytes."""
_ACTING = ("/AA", "/A", "/OpenAction")
"""What a file from the street could do by itself; on paper it does nothing."""


class PdfBinder:
    """Binds with the typefaces of one station.

    Args:
        faces: The typefaces of the station.
        edition_text: Gives the JSON text of an edition of the wording by its name.
    """

    def __init__(self, faces: Typefaces, edition_text: Callable[[str], str]) -> None:
        self._paper = PaperWriter(faces)
        self._stamps = PaperWriter(faces, _STAMP_SHEET)
        self._edition_text = edition_text

    def page_count(self, content: bytes, title: str) -> int:
        """Return how many pages a PDF or a picture has.

        Raises:
            UnbindableFileError: It is neither, damaged beyond repair, or locked by a password.
        """
        with _opened(content, title) as document:
            return len(document.pages)

    def bind(self, snapshot: Snapshot, parts: Sequence[VolumePart]) -> bytes:
        """Return the volume; the same papers give the same bytes.

        Args:
            snapshot: Of the volume, with the lines of its contents, which become bookmarks.
            parts: The papers in their order.

        Raises:
            MissingGlyphError: A character has no font.
            UnbindableFileError: A paper cannot be bound.
        """
        wording = Wording.read(self._edition_text(snapshot.edition))
        said = imprint(snapshot, wording)
        with pikepdf.new() as volume:
            for form in (cover, contents):
                front = self._paper.write(form(snapshot, wording), said)
                _append(volume, front, said.title)
            counted_from = len(volume.pages)
            for part in (each for each in parts if each.page_count):
                _append(volume, part.content, part.title)
            self._number(volume, counted_from)
            _mark(volume, subject_of(snapshot).contents, counted_from)
            _label(volume, counted_from)
            _sign(volume, said)
            written = BytesIO()
            volume.save(written, deterministic_id=True, object_stream_mode=_STREAMS)
        return written.getvalue()

    def _number(self, volume: pikepdf.Pdf, first: int) -> None:
        """Print the number of each page of the volume at its upper right corner."""
        pages = len(volume.pages) - first
        if not pages:
            return
        with pikepdf.open(BytesIO(self._numbers(pages))) as stamps:
            for number in range(pages):
                stamp = volume.copy_foreign(stamps.pages[number].as_form_xobject())
                _put(volume.pages[first + number], stamp)

    def _numbers(self, pages: int) -> bytes:
        """Return a document with one number on each of its small pages."""
        height = _STAMP_SHEET.type_height_pt
        blocks = (
            Paragraph((Run(str(number), _STAMP_STYLE),), height, align=Align.RIGHT)
            for number in range(1, pages + 1)
        )
        return self._stamps.write(blocks, Imprint("", "", counts_pages=False))


_STREAMS = pikepdf.ObjectStreamMode.generate


def _opened(content: bytes, title: str) -> pikepdf.Pdf:
    """Open a PDF, or a picture as if it were one."""
    try:
        if _PDF_MARK in content[:_MARK_WITHIN]:
            return pikepdf.open(BytesIO(content))
        return picture_pages(content)
    except pikepdf.PasswordError as error:
        raise UnbindableFileError(title, is_locked=True) from error
    except (
        pikepdf.PdfError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
    ) as error:
        raise UnbindableFileError(title) from error


def _append(volume: pikepdf.Pdf, content: bytes, title: str) -> None:
    with _opened(content, title) as document:
        for page in document.pages:
            _tame(page)
        volume.pages.extend(document.pages)


def _tame(page: pikepdf.Page) -> None:
    """Take away what a page would do by itself when it is opened or clicked."""
    for thing in (page.obj, *_annotations(page)):
        for key in _ACTING:
            if key in thing:
                del thing[key]


def _annotations(page: pikepdf.Page) -> Iterator[pikepdf.Dictionary]:
    found = page.obj.get("/Annots")
    if isinstance(found, pikepdf.Array):
        yield from (each for each in found if isinstance(each, pikepdf.Dictionary))


def _put(page: pikepdf.Page, stamp: pikepdf.Object) -> None:
    """Draw the stamp over the page, under a name of our own: a random one changes the bytes."""
    known = page.resources.get("/XObject", pikepdf.Dictionary())
    name = next(each for each in map(_stamp_name, count()) if each not in known)
    page.add_resource(stamp, pikepdf.Name.XObject, name)
    placed = page.calc_form_xobject_placement(
        stamp,
        name,
        _corner(page),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=False,
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + placed)


def _stamp_name(number: int) -> pikepdf.Name:
    return pikepdf.Name(f"/Folio{number}")


def _corner(page: pikepdf.Page) -> pikepdf.Rectangle:
    """Return where the number stands: at the upper right of the page as it is looked at."""
    box = pikepdf.Rectangle(page.cropbox)
    edge = min(_STAMP_FROM_EDGE_MM * POINTS_PER_MM, box.width / 8, box.height / 8)
    across, down = _STAMP_SHEET.width_mm * POINTS_PER_MM, _STAMP_SHEET.height_mm * POINTS_PER_MM
    turned = int(page.obj.get("/Rotate", 0)) % 360
    if turned in {90, 270}:
        across, down = down, across
    is_left, is_low = turned in {90, 180}, turned in {180, 270}
    left = box.llx + edge if is_left else box.urx - edge - across
    low = box.lly + edge if is_low else box.ury - edge - down
    return pikepdf.Rectangle(left, low, left + across, low + down)


def _mark(volume: pikepdf.Pdf, lines: Iterable[VolumeLine], first: int) -> None:
    with volume.open_outline() as outline:
        outline.root.extend(
            pikepdf.OutlineItem(line.title, first + line.first_page - 1)
            for line in lines
            if line.first_page
        )


def _label(volume: pikepdf.Pdf, first: int) -> None:
    """Let a reader show the numbers that are printed: small Roman ones before the first page."""
    name, dictionary = pikepdf.Name, pikepdf.Dictionary
    labels = [0, dictionary(S=name.r)]
    if len(volume.pages) > first:
        labels.extend((first, dictionary(S=name.D, St=1)))
    volume.Root["/PageLabels"] = dictionary(Nums=pikepdf.Array(labels))


def _sign(volume: pikepdf.Pdf, imprint: Imprint) -> None:
    volume.Root["/Lang"] = pikepdf.String("zh-CN")
    volume.docinfo["/Title"] = imprint.title
    volume.docinfo["/Author"] = imprint.author
    volume.docinfo["/Subject"] = imprint.subject
