"""What the customer's window may show: this type and nothing else reaches it.

It holds finished words. An authority, a private note, a badge or a name of the other side cannot
get in, because ``customer_view`` takes none of them from the case.
"""

import re
from dataclasses import dataclass
from enum import Enum

from mediation_app.domain.capitals import capitals
from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.deals import ROLES
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.sessions import Offer

_TAIL_DIGITS = 4

RIGHTS = (
    "您可以选择或者接受人民调解员。",
    "您可以接受调解、拒绝调解，也可以随时要求终止调解。",
    "您可以要求调解公开进行或者不公开进行。",
    "您可以自主表达意愿，自愿达成调解协议。",
    "请您如实陈述纠纷事实。",
    "请您遵守调解现场秩序，尊重人民调解员。",
    "请您尊重对方当事人行使权利。",
)
"""Rights and duties (People's Mediation Law arts 23, 24), as they are read out."""


class Topic(Enum):
    """What the mediator lets the customer see."""

    ISSUE = "议题"
    RIGHTS = "权利告知"
    OFFER = "方案"
    AGREEMENT = "协议"


@dataclass(frozen=True, slots=True)
class Tick:
    """A party that says on the second screen that it knows its rights."""

    party_id: str
    label: str
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class CustomerView:
    """All that stands on the second screen; empty, it is blank.

    Attributes:
        number_tail: The last four digits of the case number.
        heading: What it is about, in a word.
        lines: In large type, one below the other.
        pages: Page by page, where there is more than fits.
        ticks: What can be ticked below it.
    """

    number_tail: str = ""
    heading: str = ""
    lines: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()

    @property
    def is_blank(self) -> bool:
        """True where nothing at all is shown."""
        return self == BLANK


BLANK = CustomerView()
"""While the mediator sits with one side alone, and before anything was chosen."""


def customer_view(
    case: Case, topic: Topic, meeting: Meeting | None = None, offer: Offer | None = None
) -> CustomerView:
    """Return what the customer sees of a case."""
    view = CustomerView(_tail(case.number), topic.value)
    if topic is Topic.ISSUE:
        return _with(view, lines=(case.issues.strip() or case.dispute,))
    if topic is Topic.RIGHTS:
        told = () if meeting is None else meeting.rights_told_to
        return _with(view, lines=RIGHTS, ticks=_ticks(case, told))
    if topic is Topic.OFFER:
        return _with(view, lines=() if offer is None else _offered(offer))
    return _with(view, pages=_pages(case))


def _with(
    view: CustomerView,
    lines: tuple[str, ...] = (),
    pages: tuple[str, ...] = (),
    ticks: tuple[Tick, ...] = (),
) -> CustomerView:
    return CustomerView(view.number_tail, view.heading, lines, pages, ticks)


def _tail(number: str) -> str:
    digits = re.findall(r"\d+", number)
    return digits[-1][-_TAIL_DIGITS:].zfill(_TAIL_DIGITS) if digits else ""


def _offered(offer: Offer) -> tuple[str, ...]:
    by = f"{ROLES[offer.side].value}提出" if offer.side in ROLES else ""
    total = () if offer.amount is None else (f"{offer.amount.grouped} 元", capitals(offer.amount))
    waived = "" if offer.waives is None else f"减免 {offer.waives.grouped} 元"
    periods = f"分 {offer.periods} 期" if offer.periods else ""
    return tuple(each for each in (by, *total, waived, periods) if each)


def _ticks(case: Case, told: tuple[str, ...]) -> tuple[Tick, ...]:
    ticks = []
    for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT):
        parties = case.parties_in(role)
        for number, party in enumerate(parties, 1):
            called = role.value if len(parties) == 1 else f"{role.value}{number}"
            ticks.append(Tick(party.id, f"{called}：我已听清楚", party.id in told))
    return tuple(ticks)


def _pages(case: Case) -> tuple[str, ...]:
    agreement = case.agreement
    if agreement is None:
        return ()
    texts = (each.text.strip() for each in agreement.terms)
    return tuple(f"{no}. {text}" for no, text in enumerate((t for t in texts if t), 1))
