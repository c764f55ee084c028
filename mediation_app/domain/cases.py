"""A mediation case: the whole of what is known about one dispute."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import NewType

from mediation_app.domain.agreements import Agreement, Sealed
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.courses import Course
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.receivables import Receivable
from mediation_app.domain.sessions import Authority, Deal, Offer, SessionNote
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.todos import Todo

CaseId = NewType("CaseId", str)


class Outcome(Enum):
    """How the mediation stands or ended; the value is the word of the register."""

    PENDING = "调解中"
    WRITTEN_AGREEMENT = "达成书面协议"
    ORAL_AGREEMENT = "达成口头协议"
    FAILED = "调解不成"
    WITHDRAWN = "撤回申请"
    REFUSED = "不予受理"
    SUSPENDED = "中止调解"
    TRANSFERRED = "移送人民法院"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of mediation.

    Attributes:
        appointment_id: The planned meeting that it came from; empty where nobody had planned it.
        present: The ids of the parties and agents that were there.
        began_at: When it began, in UTC; None where only the day is known.
        ended_at: When it ended, in UTC.
        notes: What everybody at the table may read.
        record: The text of the record (笔录), drafted from the notes and then edited.
    """

    id: str
    held_on: date
    appointment_id: str = ""
    present: tuple[str, ...] = ()
    began_at: datetime | None = None
    ended_at: datetime | None = None
    notes: tuple[SessionNote, ...] = ()
    record: str = ""
    paused_at: datetime | None = None
    """Since when it is interrupted; None while it goes on."""
    paused_s: int = 0
    """How long it was interrupted before that, in seconds."""
    rights_told_to: tuple[str, ...] = ()
    """The ids of the parties that said they know their rights and duties (arts 23-24)."""
    doubts: tuple[str, ...] = ()
    """What was noticed of a party that calls for care: 听力弱, 情绪激动, 行为能力存疑."""
    safeguards: tuple[str, ...] = ()
    """What was done about it: 大字版, 复述确认."""
    doubt_note: str = ""
    """What the head of the station noted about it."""
    deal: Deal | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The joint application for judicial confirmation (People's Mediation Law art 33)."""

    is_requested: bool = False
    court: str = ""
    applied_on: date | None = None
    note: str = ""
    jurisdiction_note: str = ""
    ruled_on: date | None = None
    """The day of the court's ruling on the application (裁定)."""
    ruling: str = ""
    """What it ruled: 确认有效, 驳回申请, 不予受理, 准许撤回."""
    ruling_number: str = ""
    """The court's number of the ruling: （2026）浙0000民特1号."""


@dataclass(frozen=True, slots=True)
class Termination:
    """How a mediation ended without agreement (People's Mediation Law art 26)."""

    ended_on: date | None = None
    reason: str = ""
    notice: str = ""
    delivery: str = ""
    court: str = ""
    materials: tuple[str, ...] = ()
    reason_code: str = ""
    """Which of the usual reasons it was (分歧较大, 一方不到场 …)."""
    undisputed: tuple[str, ...] = ()
    """Facts that both sides sign as undisputed (无争议事实); never concessions."""
    signers: tuple[str, ...] = ()
    """The ids of the parties that are willing to sign these facts."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A follow-up with the parties after the agreement (回访)."""

    visited_on: date | None = None
    performance: str = ""
    satisfaction: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Another case that belongs to this one (关联): nothing of it is merged."""

    id: str
    case_id: CaseId = CaseId("")
    number: str = ""
    """The number that the other case had when it was linked, for people and for other desks."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was typed into a field and cannot be read as its value yet; kept, never printed."""

    id: str
    """The place of the field: ``agreement/amount``."""
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One dispute from the first contact to the archive; empty text means not known yet."""

    id: CaseId
    number: str = ""
    """The committee's case number; empty until the case is registered."""
    provisional_number: str = ""
    """The number it had before the centre gave one; it may be on paper already."""
    serial: int | None = None
    """Its place in the list it was imported from."""
    tags: tuple[str, ...] = ()
    category: str = ""
    subcategory: str = ""
    cause: str = ""
    channel: str = ""
    source: str = ""
    dispute: str = ""
    filed_on: date | None = None
    accepted_on: date | None = None
    complaint_received_on: date | None = None
    court_material_signed_on: date | None = None
    course: Course = field(default_factory=Course)
    """What else its limits depend on."""
    parties: tuple[Party, ...] = ()
    facts: str = ""
    issues: str = ""
    requests: tuple[str, ...] = ()
    claim: Money | None = None
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    meetings: tuple[Meeting, ...] = ()
    meeting_place: str = ""
    outcome: Outcome = Outcome.PENDING
    agreement: Agreement | None = None
    sealed: Sealed | None = None
    """There once the signed agreement is closed; then neither it nor this is ever edited."""
    confirmation: Confirmation = field(default_factory=Confirmation)
    termination: Termination | None = None
    visit: Visit | None = None
    materials: tuple[Material, ...] = ()
    steps: tuple[StepTaken, ...] = ()
    """The steps that were taken with it, in their order."""
    handler: str = ""
    """The colleague who owns it (经办人); empty: its first mediator."""
    appointments: tuple[Appointment, ...] = ()
    offers: tuple[Offer, ...] = ()
    authority: Authority | None = None
    todos: tuple[Todo, ...] = ()
    needs: tuple[str, ...] = ()
    """What helps the customer to follow (沟通需求): 老年, 听力弱, 大字."""
    links: tuple[Link, ...] = ()
    query_code: str = ""
    """By which the customer asks how it stands (查询码); there once it was registered."""
    receivable: Receivable | None = None
    """What the bank says is owed, and what it is made of."""
    left_open: str = ""
    """What the agreement leaves open (部分达成); empty where it settles everything."""
    unfinished: tuple[Unfinished, ...] = ()

    def parties_in(self, role: PartyRole) -> tuple[Party, ...]:
        """Return the parties on one side, in their order."""
        return tuple(party for party in self.parties if party.role is role)

    @property
    def has_oral_agreement(self) -> bool:
        """True where the agreement is recorded in the register of oral agreements (art 28)."""
        return self.agreement is not None and self.outcome is Outcome.ORAL_AGREEMENT
