"""Two values for one field: both are kept until a person has looked."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from mediation_app.domain.cases import CaseId
from mediation_app.domain.journal import FieldValue

OF_COMMITTEE = CaseId("")
"""In the place of a case where something is about the committee itself."""


class ConflictKind(Enum):
    """What came together."""

    VALUES = "values"
    """Two people gave one field two values."""
    REMOVAL = "removal"
    """One removed what another changed."""
    SEALED = "sealed"
    """An edit reached an agreement that had been signed; it is not part of it."""


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values: who wrote it, when, on which machine. ``value`` None is "removed"."""

    op_id: str
    value: FieldValue
    author: str
    device_name: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that holds more than one value.

    Attributes:
        case_id: ``OF_COMMITTEE`` where it is about the committee's own record.
        path: The register: ``agreement/amount``, ``parties/<id>/phone``.
        before: What the field held before either of them wrote, as the first author saw it.
        sides: At least two with different values; the first is the one that is shown.
    """

    case_id: CaseId
    case_number: str
    path: str
    kind: ConflictKind
    before: FieldValue
    sides: tuple[ConflictSide, ...]

    @property
    def is_of_committee(self) -> bool:
        """True where it is about the committee, its people and rooms, and about no case."""
        return self.case_id == OF_COMMITTEE
