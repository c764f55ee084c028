"""What screens and lists read; never through whole cases, so that a million of them scroll."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from mediation_app.domain.agenda import AgendaItem
from mediation_app.domain.boards import Wish
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.documents import IssuedLine
from mediation_app.domain.journal import JournalEntry, Verification
from mediation_app.domain.money import Money
from mediation_app.domain.schedule import Booking
from mediation_app.domain.stages import Stage


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a line of a list."""

    id: CaseId
    number: str
    stage: Stage
    applicants: tuple[str, ...]
    respondents: tuple[str, ...]
    dispute: str
    category: str
    amount: Money | None
    """What was agreed, or before that what is claimed."""
    filed_on: date | None
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A thing of the agenda as a line of a board, with what tells its case."""

    item: AgendaItem
    number: str
    stage: Stage
    applicants: tuple[str, ...]
    respondents: tuple[str, ...]


class Queries(Protocol):
    """Reading beside the unit of work."""

    def case_lines(
        self, text: str = "", limit: int = 200, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        """Return the lines that fit the text, latest first.

        The text may be part of a name, its pinyin or initials, of a case number, or the tail of an
        identity or phone number; several words must all fit.
        """
        ...

    def count(self, text: str = "") -> int:
        """Return how many lines fit."""
        ...

    def similar(self, name: str, identity_number: str, phone: str) -> tuple[CaseLine, ...]:
        """Return cases of what is perhaps the same person, latest first, at most ten.

        The same identity number, or the same name with the same last four digits of the phone.
        """
        ...

    def agenda(self, wish: Wish, limit: int = 200, offset: int = 0) -> tuple[AgendaLine, ...]:
        """Return the lines of a board in its order, as far as the agenda is arranged."""
        ...

    def agenda_count(self, wish: Wish) -> int:
        """Return how many lines there are."""
        ...

    def running_limits(
        self, owners: frozenset[str] | None, limit: int = 200
    ) -> tuple[AgendaLine, ...]:
        """Return the limits that run, what is due first first, as far as they are arranged.

        Args:
            owners: Only those of these people; None for all.
            limit: How many at most.
        """
        ...

    def unarranged(self, limits: Limits) -> int:
        """Return how many cases changed, or their tables, since their agenda was arranged."""
        ...

    def bookings(self, first_on: date, last_on: date) -> tuple[Booking, ...]:
        """Return what is planned on some days, and what other calendars take, by its beginning.

        What was called off is among them.
        """
        ...

    def case_of_appointment(self, appointment_id: str) -> CaseId | None:
        """Return the case that has this appointment; None where there is none."""
        ...

    def roles(self, case_ids: Collection[CaseId]) -> Mapping[CaseId, frozenset[str]]:
        """Return, for each case, the roles that this person has in its organisation or above it.

        A case that no centre knows yet belongs to the organisation for which this machine writes;
        none are told where there is no such organisation.
        """
        ...

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        """Return the documents issued in the case, in their order."""
        ...

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        """Return what happened to the case, oldest first; to the committee by ``OF_COMMITTEE``."""
        ...

    def case_as_of(self, case_id: CaseId, instant: datetime) -> Case | None:
        """Return a case without what was saved since; None where it was not there then."""
        ...

    def conflicts(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        """Return the fields that hold more than one value, by time.

        Args:
            case_id: Of one case, or of the committee by ``OF_COMMITTEE``; None for all of them.
        """
        ...

    def verify(self) -> Verification:
        """Check the database file and the audit chain."""
        ...
