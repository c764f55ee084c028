"""A mediation case: the whole of what is known about one dispute."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NewType

from mediation_app.domain.agreements import Agreement, Sealed
from mediation_app.domain.courses import Course
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Party, PartyRole

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
    """One session of mediation."""

    id: str
    held_on: date


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The joint application for judicial confirmation (People's Mediation Law art 33)."""

    is_requested: bool = False
    court: str = ""
    applied_on: date | None = None
    note: str = ""
    jurisdiction_note: str = ""


@dataclass(frozen=True, slots=True)
class Termination:
    """How a mediation ended without agreement (People's Mediation Law art 26)."""

    ended_on: date | None = None
    reason: str = ""
    notice: str = ""
    delivery: str = ""
    court: str = ""
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A follow-up with the parties after the agreement (回访)."""

    visited_on: date | None = None
    performance: str = ""
    satisfaction: str = ""


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
    unfinished: tuple[Unfinished, ...] = ()

    def parties_in(self, role: PartyRole) -> tuple[Party, ...]:
        """Return the parties on one side, in their order."""
        return tuple(party for party in self.parties if party.role is role)

    @property
    def has_oral_agreement(self) -> bool:
        """True where the agreement is recorded in the register of oral agreements (art 28)."""
        return self.agreement is not None and self.outcome is Outcome.ORAL_AGREEMENT
