"""Draws the forms of a case: the renderer that the services ask for."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from forms.agreement import agreement
from forms.application import application
from forms.confirmation import confirmation
from forms.ending import other_ways, termination, undisputed_facts
from forms.handover import handover, handover_imprint
from forms.large_print import enlarged
from forms.letters import LETTER_SHEET
from forms.limit_register import limit_register, register_imprint
from forms.listing import LISTING_SHEET
from forms.notices import meeting_notice, service_receipt
from forms.oral_agreement import oral_agreement
from forms.plain_summary import plain_summary
from forms.receipts import A6, intake_receipt, slip
from forms.record import RECORD_SHEET, record, signing_line
from forms.typesetting.blocks import Block
from forms.typesetting.paper import Imprint, PaperWriter, Sheet
from forms.typesetting.typefaces import Typefaces
from forms.volume import cover
from forms.wording import Wording
from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.handovers import HandoverSheet
from mediation_app.domain.limit_register import LimitRegister

Form = Callable[[Snapshot, Wording], Iterator[Block]]

FORMS: Mapping[FormKind, Form] = MappingProxyType(
    {
        FormKind.APPLICATION: application,
        FormKind.AGREEMENT: agreement,
        FormKind.ORAL_AGREEMENT: oral_agreement,
        FormKind.CONFIRMATION: confirmation,
        FormKind.SLIP: slip,
        FormKind.INTAKE_RECEIPT: intake_receipt,
        FormKind.MEETING_NOTICE: meeting_notice,
        FormKind.SERVICE_RECEIPT: service_receipt,
        FormKind.RECORD: record,
        FormKind.PLAIN_SUMMARY: plain_summary,
        FormKind.TERMINATION: termination,
        FormKind.UNDISPUTED_FACTS: undisputed_facts,
        FormKind.OTHER_WAYS: other_ways,
        FormKind.VOLUME: cover,
    }
)
SHEETS: Mapping[FormKind, Sheet] = MappingProxyType(
    {
        FormKind.SLIP: A6,
        FormKind.RECORD: RECORD_SHEET,
        FormKind.INTAKE_RECEIPT: LETTER_SHEET,
        FormKind.MEETING_NOTICE: LETTER_SHEET,
        FormKind.PLAIN_SUMMARY: LETTER_SHEET,
        FormKind.OTHER_WAYS: LETTER_SHEET,
    }
)
"""Where a form is not set on A4 with the usual margins."""
ALWAYS_LARGE = frozenset({FormKind.INTAKE_RECEIPT, FormKind.PLAIN_SUMMARY, FormKind.OTHER_WAYS})
"""What is written for the customer alone is never set in small print."""
_WITH_A_CODE_OF_THEIR_OWN = frozenset(
    {FormKind.SLIP, FormKind.INTAKE_RECEIPT, FormKind.MEETING_NOTICE}
)
_NOT_COUNTED = frozenset({FormKind.SLIP, FormKind.VOLUME})
_MARKS = {FormKind.SLIP: "slip.mark", FormKind.VOLUME: "volume.mark"}
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
        self._paper = lru_cache(lambda sheet: PaperWriter(faces, sheet))
        self._wording = lru_cache(lambda edition: Wording.read(edition_text(edition)))

    def render(self, snapshot: Snapshot) -> bytes:
        """Return the PDF; same snapshot, same bytes.

        Raises:
            MissingGlyphError: A character has no font.
        """
        wording = self._wording(snapshot.edition)
        paper = self._paper(SHEETS.get(snapshot.kind, Sheet()))
        return paper.write(blocks_of(snapshot, wording), imprint(snapshot, wording))

    def render_register(self, register: LimitRegister) -> bytes:
        """Return the register of a day's limits as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        wording = self._wording(register.edition)
        paper = self._paper(LISTING_SHEET)
        return paper.write(limit_register(register, wording), register_imprint(register, wording))

    def render_handover(self, sheet: HandoverSheet) -> bytes:
        """Return the sheet of a hand-over as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        wording = self._wording(sheet.edition)
        paper = self._paper(LISTING_SHEET)
        return paper.write(handover(sheet, wording), handover_imprint(sheet, wording))

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return each character of the text that cannot be printed, once, in order."""
        return self._faces.missing_glyphs(text)


def blocks_of(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the blocks of a form, in large print where it is meant for people who need that."""
    blocks = FORMS[snapshot.kind](snapshot, wording)
    asked = snapshot.subject is not None and snapshot.subject.is_large
    return enlarged(blocks) if asked or snapshot.kind in ALWAYS_LARGE else blocks


def imprint(snapshot: Snapshot, wording: Wording) -> Imprint:
    """Return what the foot and the properties of a document say."""
    kind, number = snapshot.kind, snapshot.case.number
    signing = signing_line(snapshot, wording) if kind is FormKind.RECORD else ()
    if kind is not FormKind.VOLUME and snapshot.subject and snapshot.subject.is_masked:
        marks = _copy_marks(snapshot, wording)
    else:
        marks = _draft_marks(wording) if snapshot.is_draft else _issued_marks(snapshot, wording)
    return Imprint(
        title=kind.title,
        author=snapshot.committee.name,
        subject=number,
        signing=signing,
        counts_pages=kind not in _NOT_COUNTED,
        **marks,
    )


def _draft_marks(wording: Wording) -> dict[str, str]:
    return {
        "watermark": wording.text("draft_watermark"),
        "mark": wording.text("draft_mark"),
    }


def _copy_marks(snapshot: Snapshot, wording: Wording) -> dict[str, str]:
    """Return what tells a copy with hidden numbers from the document itself."""
    number, title = snapshot.case.number, snapshot.kind.title
    return {
        "watermark": wording.text("copy_watermark"),
        "mark": wording.text("copy_mark", number=number, title=title),
    }


def _issued_marks(snapshot: Snapshot, wording: Wording) -> dict[str, str]:
    fingerprint = snapshot.digest[:FINGERPRINT_DIGITS].upper()
    mark = wording.text(
        _MARKS.get(snapshot.kind, "issued_mark"),
        number=snapshot.case.number,
        title=snapshot.kind.title,
        version=snapshot.version,
        fingerprint=fingerprint,
    )
    if snapshot.kind in _WITH_A_CODE_OF_THEIR_OWN:
        return {"mark": mark}
    return {"mark": mark, "code": f"{_CODE_PREFIX}:{fingerprint}:V{snapshot.version}"}
