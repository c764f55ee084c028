"""The register of a day's limits, for somebody to initial (今日时限登记表)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line; the signature is left for a hand.

    Attributes:
        parties: Both sides, as they stand on paper.
        limit: What is to be done.
        started_on: From which day it runs.
        due_on: Its last day.
        source: The rule behind it.
        handler: Who sees to it.
    """

    number: str
    parties: str
    limit: str
    started_on: date | None
    due_on: date | None
    source: str
    handler: str


@dataclass(frozen=True, slots=True)
class LimitRegister:
    """The whole sheet.

    Attributes:
        committee: Whose register it is.
        heading: Which board it shows, and whose.
        edition: The dated edition of the fixed wording.
    """

    committee: str
    station: str
    heading: str
    today: date
    rows: tuple[RegisterRow, ...]
    edition: str = "2026-01"
