"""Draws the forms of a case: the renderer that the services ask for."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from forms.agreement import agreement, opening
from forms.application import application
from forms.confirmation import confirmation
from forms.oral_agreement import oral_agreement
from forms.typesetting.blocks import Block
from forms.typesetting.paper import Imprint, PaperWriter
from forms.typesetting.typefaces import Typefaces
from forms.wording import Wording
from mediation_app.domain.documents import FormKind, Snapshot

Form = Callable[[Snapshot, Wording], Iterator[Block]]

FORMS: Mapping[FormKind, Form] = MappingProxyType(
    {
        FormKind.APPLICATION: application,
        FormKind.AGREEMENT: agreement,
        FormKind.ORAL_AGREEMENT: oral_agreement,
        FormKind.CONFIRMATION: confirmation,
    }
)
FINGERPRINT_DIGITS = 8
_CODE_PREFIX = "TJ"


class PdfRenderer:
    """Draws documents as PDF.

    Args:
        faces: The typefaces of the station.
        edition_text: Gives the JSON text of an edition of the wording by its name.
    """

    def __init__(self, faces: Typefaces, edition_text: Callable[[str], str]) -> None:
        self._faces = faces
        self._paper = PaperWriter(faces)
        self._wording = lru_cache(lambda edition: Wording.read(edition_text(edition)))

    def render(self, snapshot: Snapshot) -> bytes:
        """Return the PDF; same snapshot, same bytes.

        Raises:
            MissingGlyphError: A character has no font.
        """
        wording = self._wording(snapshot.edition)
        blocks = FORMS.get(snapshot.kind, opening)(snapshot, wording)
        return self._paper.write(blocks, imprint(snapshot, wording))

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return each character of the text that cannot be printed, once, in order."""
        return self._faces.missing_glyphs(text)


def imprint(snapshot: Snapshot, wording: Wording) -> Imprint:
    """Return what the foot and the properties of a document say."""
    title, number = snapshot.kind.title, snapshot.case.number
    author = snapshot.committee.name
    if snapshot.is_draft:
        watermark = wording.text("draft_watermark")
        return Imprint(title, author, number, watermark, wording.text("draft_mark"))
    fingerprint = snapshot.digest[:FINGERPRINT_DIGITS].upper()
    mark = wording.text(
        "issued_mark",
        number=number,
        title=title,
        version=snapshot.version,
        fingerprint=fingerprint,
    )
    code = f"{_CODE_PREFIX}:{fingerprint}:V{snapshot.version}"
    return Imprint(title, author, number, mark=mark, code=code)
