"""What one side tells the mediator alone (背靠背): nothing prints it and no export takes it.

Forms, the exchange format, sync and the customer's window may not even import this module; a
contract in ``pyproject.toml`` says so.
"""

from dataclasses import dataclass, field
from datetime import datetime

from mediation_app.domain.cases import CaseId


@dataclass(frozen=True, slots=True)
class CaucusNote:
    """A private note of the mediator; it is kept apart from the case and never leaves the machine.

    Its text shows in no ``repr``, so that no log, no trace and no message can carry it.

    Attributes:
        author: Who wrote it, and is the only one to read it.
        side: With whom the mediator sat: 甲 or 乙.
    """

    id: str
    case_id: CaseId
    meeting_id: str
    author: str
    side: str = field(repr=False)
    tag: str = field(repr=False)
    text: str = field(repr=False)
    said_at: datetime

    @property
    def is_draft(self) -> bool:
        """True for a line that is still being typed."""
        return self.id == draft_id(self.meeting_id)


def draft_id(meeting_id: str) -> str:
    """Return the id under which the line being typed in a session is kept."""
    return f"{meeting_id}/draft"
