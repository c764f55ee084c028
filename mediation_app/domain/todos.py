"""What somebody promised to do in a case, or is waited for to do."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to be done (待办).

    Attributes:
        owner: The colleague who does it or sees to it; empty: whoever handles the case.
        promised_to: Whom it was promised to; empty where to nobody.
        waits_for: The person or office outside the desk that has to move; empty: the owner has.
        asked_on: Since when it is open.
        due_on: Until when.
        done_on: When it was done; None while it is open.
    """

    id: str
    text: str = ""
    owner: str = ""
    promised_to: str = ""
    waits_for: str = ""
    asked_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
