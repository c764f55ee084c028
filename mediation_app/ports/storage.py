"""What the services need from the memory."""

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.documents import IssuedDocument
from mediation_app.domain.journal import Changes, FieldChange, FieldValue
from mediation_app.domain.schedule import Booking


class Cases(Protocol):
    """The cases of this machine, inside one unit of work."""

    def get(self, case_id: CaseId) -> Case:
        """Return the case.

        Raises:
            CaseNotFoundError: There is none with this id.
        """
        ...

    def find(self, number: str) -> Case:
        """Return the case with this number, or the only one whose number contains it.

        Raises:
            CaseNotFoundError: None fits.
            AmbiguousCaseError: More than one fits, and none exactly.
        """
        ...

    def has_number(self, number: str) -> bool:
        """Return whether a case with exactly this number is there."""
        ...

    def last_serial(self, year: int, word: str) -> int:
        """Return the highest serial among numbers （year）word第n号, 0 where there is none."""
        ...

    def add(self, case: Case, action: str) -> None:
        """Store a new case.

        Raises:
            DuplicateCaseError: Its number is taken.
        """
        ...

    def save(
        self,
        shown: Case,
        wanted: Case,
        action: str,
        note: str = "",
        marks: Sequence[Conflict] = (),
    ) -> Case:
        """Apply what differs between the two to the case as it is stored now; return the result.

        Fields that others changed meanwhile, and that this edit leaves alone, stay as they are.

        Args:
            shown: What the author saw.
            wanted: What he made of it.
            action: As the journal calls it.
            note: Why, in the author's words.
            marks: The conflicts that were marked where he wrote. A value behind the shown one of
                which nothing told him stays, beside what he writes.

        Raises:
            DuplicateCaseError: The number was changed to one that is taken.
        """
        ...

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Case:
        """Settle a conflict by one of its values or another one; return the case as it is then.

        Only what the conflict shows counts as seen: a value that arrived meanwhile stays open.
        """
        ...

    def amended(
        self, case_id: CaseId, changes: Sequence[FieldChange]
    ) -> tuple[Case, tuple[FieldChange, ...]]:
        """Return the case as it would be with these values, and what would change by that."""
        ...

    def delete(self, case_id: CaseId, reason: str) -> None:
        """Take a case out of lists and search; it stays in the journal and can come back."""
        ...

    def is_deleted(self, case_id: CaseId) -> bool:
        """Return whether a case was deleted and did not come back."""
        ...

    def restore(self, case_id: CaseId) -> Case:
        """Bring a deleted case back; return it."""
        ...


class Documents(Protocol):
    """Issued documents, inside one unit of work."""

    def add(self, document: IssuedDocument) -> None:
        """Store an issued document."""
        ...

    def get(self, document_id: str) -> IssuedDocument:
        """Return the document with its bytes.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        ...


class Committees(Protocol):
    """The committee whose desk this is."""

    def get(self) -> Committee:
        """Return it; an empty one before it was described."""
        ...

    def save(self, shown: Committee, wanted: Committee, action: str) -> Committee:
        """Apply what differs between the two; return the committee as it is then."""
        ...

    def amended(self, changes: Sequence[FieldChange]) -> tuple[Committee, tuple[FieldChange, ...]]:
        """Return the committee as it would be with these values, and what would change by that."""
        ...

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Committee:
        """Settle a conflict by one of its values or another one; return the committee then."""
        ...

    def rewrite(self, path: str, shown: FieldValue, value: FieldValue, action: str) -> bool:
        """Give a register another value, if it still holds the one that was shown.

        Returns:
            False where it holds another one, and nothing was written.
        """
        ...


class Blobs(Protocol):
    """Contents of files, encrypted in the local database, inside one unit of work."""

    def put(self, content: bytes) -> str:
        """Store contents; return their id, which is the same for equal contents."""
        ...

    def get(self, blob_id: str) -> bytes:
        """Return the contents.

        Raises:
            ContentNotHereError: They have not come from the centre yet.
        """
        ...


class Numbers(Protocol):
    """The case numbers that this machine gives, inside one unit of work."""

    def give(self, word: str, year: int) -> str:
        """Return the next number for a case.

        A desk without a centre counts by itself. With one it gives a number that was leased, else
        a provisional one, in whose place the centre puts an official one later.
        """
        ...


class Agendas(Protocol):
    """What is due when in every case, kept beside the cases, inside one unit of work."""

    def arrange(self, limits: Limits, most: int) -> int:
        """Work out the agenda of cases that changed, and of all where the tables did.

        Args:
            limits: By which tables limits are computed.
            most: So many cases at once.

        Returns:
            How many cases are left.
        """
        ...


class Calendars(Protocol):
    """Calendars that somebody brought from elsewhere, inside one unit of work."""

    def replace(self, calendar: str, bookings: Iterable[Booking]) -> None:
        """Store the times that a calendar takes, in place of those it took before."""
        ...


class UnitOfWork(Protocol):
    """One action of a person: all of it is stored by ``commit``, or nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    @property
    def cases(self) -> Cases:
        """The cases."""
        ...

    @property
    def documents(self) -> Documents:
        """The issued documents."""
        ...

    @property
    def committees(self) -> Committees:
        """The committee."""
        ...

    @property
    def numbers(self) -> Numbers:
        """The case numbers that this machine gives."""
        ...

    @property
    def blobs(self) -> Blobs:
        """The contents of attached files."""
        ...

    @property
    def calendars(self) -> Calendars:
        """Other calendars."""
        ...

    @property
    def agenda(self) -> Agendas:
        """What is due when."""
        ...

    def commit(self) -> Changes:
        """Make everything lasting; return what changed."""
        ...


UnitsOfWork: TypeAlias = Callable[[], UnitOfWork]
"""Opens a unit of work in the name of the person at the desk."""
