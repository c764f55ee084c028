"""The documents of a case: their kinds, and the frozen facts from which one is drawn."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId, Meeting
from mediation_app.domain.committees import Committee
from mediation_app.domain.instalments import InstalmentLine
from mediation_app.domain.plain_facts import PlainFacts


class FormKind(Enum):
    """Kinds of forms; the value names the file."""

    APPLICATION = "application"
    AGREEMENT = "agreement"
    ORAL_AGREEMENT = "oral_agreement"
    CONFIRMATION = "confirmation"
    SLIP = "receipt_slip"
    INTAKE_RECEIPT = "intake_receipt"
    MEETING_NOTICE = "meeting_notice"
    SERVICE_RECEIPT = "service_receipt"
    RECORD = "meeting_record"
    PLAIN_SUMMARY = "plain_summary"
    TERMINATION = "termination"
    UNDISPUTED_FACTS = "undisputed_facts"
    OTHER_WAYS = "other_ways"
    VOLUME = "volume"

    @property
    def title(self) -> str:
        """Return the title as it is printed."""
        return TITLES[self]


TITLES = {
    FormKind.APPLICATION: "人民调解申请书",
    FormKind.AGREEMENT: "人民调解协议书",
    FormKind.ORAL_AGREEMENT: "人民调解口头协议登记表",
    FormKind.CONFIRMATION: "司法确认申请书",
    FormKind.SLIP: "收件凭条",
    FormKind.INTAKE_RECEIPT: "收件回执",
    FormKind.MEETING_NOTICE: "调解通知书",
    FormKind.SERVICE_RECEIPT: "送达回证",
    FormKind.RECORD: "人民调解记录",
    FormKind.PLAIN_SUMMARY: "明白纸",
    FormKind.TERMINATION: "终止调解告知书",
    FormKind.UNDISPUTED_FACTS: "无争议事实记载",
    FormKind.OTHER_WAYS: "其他途径告知",
    FormKind.VOLUME: "调解卷宗",
}


@dataclass(frozen=True, slots=True)
class About:
    """Which things of a case one form is about; nothing where it is about the case as a whole.

    Attributes:
        appointment_id: The planned meeting of a notice.
        party_id: Whom a notice, a receipt of service, a plain summary or a copy is for.
        meeting_id: The meeting of a record.
        is_large: For people who read large print only.
        is_masked: Leaves out what identifies the others, as on a copy for the other side.
    """

    appointment_id: str = ""
    party_id: str = ""
    meeting_id: str = ""
    is_large: bool = False
    is_masked: bool = False

    @property
    def key(self) -> str:
        """Return a text that tells the versions of one notice from those of another."""
        marks = ("large",) * self.is_large + ("masked",) * self.is_masked
        return "/".join(
            part for part in (self.appointment_id, self.meeting_id, self.party_id, *marks) if part
        )


@dataclass(frozen=True, slots=True)
class VolumeLine:
    """One line of the contents of a volume; pages count from 1, cover and contents do not."""

    title: str
    first_page: int
    last_page: int
    sha256: str = ""
    """Of the bytes that were bound in, 64 hex digits."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form prints beyond the facts of its case, as ``About`` chose it.

    Attributes:
        addressee_id: The party whom it is addressed to.
        next_step: What comes next, as the desk calls it: 受理决定.
        next_by_on: Until when.
        query_code: What the customer shows to ask how the case stands.
        bring: What the addressee is asked to bring.
        plain: What the agreement says to the addressee in plain words.
        contents: The lines of a volume.
    """

    addressee_id: str = ""
    appointment: Appointment | None = None
    meeting: Meeting | None = None
    next_step: str = ""
    next_by_on: date | None = None
    query_code: str = ""
    bring: tuple[str, ...] = ()
    plain: PlainFacts | None = None
    contents: tuple[VolumeLine, ...] = ()
    is_large: bool = False
    is_masked: bool = False


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
        subject: What else it prints; None for the forms of the first version of the program.
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
    subject: Subject | None = None


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
    about: str = ""
    """The key of what it is about; versions count for each kind and key."""


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """An issued document as a line of a list, without its bytes."""

    id: str
    kind: FormKind
    version: int
    issued_at: datetime
    content_digest: str
    about: str = ""
