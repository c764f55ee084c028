"""What happens at the table: notes for all, offers by round, what the bank's agent may give."""

from dataclasses import dataclass
from datetime import date, datetime

from mediation_app.domain.money import Money


@dataclass(frozen=True, slots=True)
class SessionNote:
    """A quick note that everybody at the table may read; what is said apart is a ``CaucusNote``.

    Attributes:
        side: Whose words they are: 甲 (applicants), 乙 (respondents), 我 (the mediator).
        tag: What they are about: 诉求, 理由, 事实; empty where nobody said.
        said_at: When, in UTC.
    """

    id: str
    side: str = ""
    tag: str = ""
    text: str = ""
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What one side offered in one round: nobody may use it against that side later.

    Attributes:
        meeting_id: The meeting in which it was made.
        round_no: Counted from 1.
        side: 甲 or 乙.
        amount: What would be paid.
        periods: In how many instalments; None for at once.
    """

    id: str
    meeting_id: str = ""
    round_no: int = 1
    side: str = ""
    amount: Money | None = None
    periods: int | None = None
    text: str = ""
    said_at: datetime | None = None
    is_accepted: bool = False
    waives: Money | None = None
    """What would be waived of what is owed."""
    asked_at: datetime | None = None
    """Since when the agent is asking for more authority (请示), in UTC."""
    answer: str = ""
    """What came back, and from whom; empty while nothing has."""


@dataclass(frozen=True, slots=True)
class Deal:
    """What the sides shook hands on (成交), before it is written into the agreement.

    Attributes:
        offer_id: The offer that was taken.
        payer: The side that pays: 甲 or 乙.
        payee: The name on the account that is paid into.
        days: Within how many days after signing.
        counts: What is counted: 工作日, or 日 for calendar days.
        consequence: What happens if it is not paid in time.
        wording_note: Why the words of the claim and of the term differ.
        fixed_at: When it was written into the agreement, in UTC; None before that.
    """

    offer_id: str = ""
    amount: Money | None = None
    periods: int | None = None
    payer: str = ""
    payee: str = ""
    manner: str = ""
    days: int | None = None
    counts: str = ""
    consequence: str = ""
    wording_note: str = ""
    fixed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """How far the bank's agent may go (授权区间); shown to the bank's side and the mediator only.

    Attributes:
        pays_up_to: The most that the bank may pay.
        waives_up_to: The most that it may waive.
        periods_up_to: The most instalments it may grant.
        granted_by: Who granted it.
        valid_until_on: Its last day.
    """

    pays_up_to: Money | None = None
    waives_up_to: Money | None = None
    periods_up_to: int | None = None
    granted_by: str = ""
    valid_until_on: date | None = None
    note: str = ""
