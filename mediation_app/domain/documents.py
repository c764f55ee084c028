"""The documents of a case: their kinds, and the frozen facts from which one is drawn."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.instalments import InstalmentLine


class FormKind(Enum):
    """Kinds of forms; the value names the file."""

    APPLICATION = "application"
    AGREEMENT = "agreement"
    ORAL_AGREEMENT = "oral_agreement"
    CONFIRMATION = "confirmation"

    @property
    def title(self) -> str:
        """Return the title as it is printed."""
        return TITLES[self]


TITLES = {
    FormKind.APPLICATION: "人民调解申请书",
    FormKind.AGREEMENT: "人民调解协议书",
    FormKind.ORAL_AGREEMENT: "人民调解口头协议登记表",
    FormKind.CONFIRMATION: "司法确认申请书",
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a form prints, computed beforehand: a form lays out and looks nothing up.

    Attributes:
        lines: The instalments, empty where nothing is paid over time.
        copies: How many copies the text speaks of.
        effective_on: The day the agreement took effect, if it did.
        confirm_by_on: The last day for the joint application to the court.
        version: Number of this issue of the form in this case, from 1.
        is_draft: True prints 草稿 across the page.
        edition: The dated edition of the fixed wording, such as ``2026-01``.
        digest: SHA-256 (64 hex digits) of the content, empty for a draft.
    """

    kind: FormKind
    case: Case
    committee: Committee
    lines: tuple[InstalmentLine, ...] = ()
    copies: int = 0
    effective_on: date | None = None
    confirm_by_on: date | None = None
    version: int = 1
    is_draft: bool = True
    edition: str = "2026-01"
    digest: str = ""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document as it was issued: never changed, only superseded by the next version."""

    id: str
    case_id: CaseId
    kind: FormKind
    version: int
    issued_at: datetime
    sha256: str
    """Of the PDF's bytes, 64 hex digits."""
    content_digest: str
    """Of the snapshot it was drawn from, 64 hex digits; its first eight are on the paper."""
    pdf: bytes
    snapshot: str
    """The snapshot as canonical JSON."""


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """An issued document as a line of a list, without its bytes."""

    id: str
    kind: FormKind
    version: int
    issued_at: datetime
    content_digest: str
