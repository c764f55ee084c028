"""What was changed, by whom, when and on which machine."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias


class RecordKind(Enum):
    """What kind of record a journal entry is about."""

    CASE = "case"
    COMMITTEE = "committee"


FieldValue: TypeAlias = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None means that it was or is absent.

    Attributes:
        path: Where in the record: ``facts``, ``parties/<id>/name``, ``agreement/amount``. The path
            of an object itself (``parties/<id>``) holds its place among its kind.
    """

    path: str
    before: FieldValue
    after: FieldValue


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One saved action, as the audit trail shows it.

    Attributes:
        note: Why it was done, in the author's words; empty where nobody asked.
        device_name: As people call the machine; empty where it has no name.
        given_number: The case number that the centre gave in answer; empty where it gave none.
        placed_at: When it came into the log of the centre; None where that is not known here.
    """

    op_id: str
    record_kind: RecordKind
    record_id: str
    action: str
    author: str
    device_id: str
    saved_at: datetime
    changes: tuple[FieldChange, ...]
    note: str = ""
    device_name: str = ""
    given_number: str = ""
    placed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit changed; open screens reload by it."""

    case_ids: frozenset[str] = frozenset()
    is_committee_changed: bool = False


@dataclass(frozen=True, slots=True)
class Verification:
    """What the check of the audit chain and of the database file found."""

    is_ok: bool
    record_count: int
    first_bad: str | None = None
