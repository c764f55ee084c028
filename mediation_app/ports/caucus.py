"""Where a mediator's private notes are kept: apart from all cases, on this machine alone."""

from typing import Protocol

from mediation_app.domain.cases import CaseId
from mediation_app.domain.caucus import CaucusNote


class CaucusNotes(Protocol):
    """Private notes; no journal, no sync, no search and no export knows of them."""

    def put(self, note: CaucusNote) -> None:
        """Store a note, in place of the author's one with the same id."""
        ...

    def remove(self, author: str, note_id: str) -> None:
        """Delete a note of this author, if it is there."""
        ...

    def of_case(self, author: str, case_id: CaseId) -> tuple[CaucusNote, ...]:
        """Return what this author noted in a case, and nobody else's notes, the oldest first."""
        ...
