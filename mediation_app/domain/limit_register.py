"""The register of a day's limits (今日时限登记表), and lists of boards, to be initialled."""

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
        standing: Whether it was entered or ended today, runs or is late; empty on other lists.
    """

    number: str
    parties: str
    limit: str
    started_on: date | None
    due_on: date | None
    source: str
    handler: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class LimitRegister:
    """The whole sheet.

    Attributes:
        committee: Whose register it is.
        heading: Which board it shows and whose; of the day, how much was entered and ended.
        edition: The dated edition of the fixed wording.
        is_of_day: True for the register of the day, False for the list of a board.
    """

    committee: str
    station: str
    heading: str
    today: date
    rows: tuple[RegisterRow, ...]
    edition: str = "2026-01"
    is_of_day: bool = False
