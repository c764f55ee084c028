"""What the memory without a file holds."""

from dataclasses import dataclass, field

from db.fold import Write, is_deleted, shown
from db.registers import from_registers
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.documents import IssuedDocument
from mediation_app.domain.journal import JournalEntry, RecordKind
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.schedule import Booking

Key = tuple[RecordKind, str]
OWN = (RecordKind.COMMITTEE, "own")


@dataclass(frozen=True)
class Seen:
    """What an entry showed and meant, and which entries somebody had seen by that."""

    shows: object
    meant: object
    all: frozenset[int]
    own: frozenset[int]


@dataclass(frozen=True)
class Kept:
    """A record with all that was ever shown of it."""

    state: dict[str, tuple[Write, ...]] = field(default_factory=dict)
    seen: tuple[Seen, ...] = ()


@dataclass
class State:
    """All that is stored."""

    records: dict[Key, Kept] = field(default_factory=dict)
    entries: list[JournalEntry] = field(default_factory=list)
    documents: dict[str, IssuedDocument] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    calendars: dict[str, tuple[Booking, ...]] = field(default_factory=dict)
    limits: Limits = field(default_factory=lambda: Limits(LimitTable(()), RestCalendar(())))

    def copy(self) -> "State":
        return State(
            dict(self.records),
            list(self.entries),
            dict(self.documents),
            dict(self.contents),
            dict(self.calendars),
            self.limits,
        )


def key_of(case_id: CaseId) -> Key:
    return RecordKind.CASE, case_id


def cases_in(state: State, *, with_deleted: bool = False) -> list[Case]:
    """Return the cases in the order in which they were last written."""
    return [
        from_registers(Case, shown(kept.state))
        for (kind, _), kept in state.records.items()
        if kind is RecordKind.CASE and (with_deleted or not is_deleted(kept.state))
    ]
