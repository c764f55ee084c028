"""The kinds of fields that are typed into, where they are, and what a case shows there."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime

from mediation_app.domain.agreements import Agreement, InstalmentPlan, PlannedLine
from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.money import Money
from ui.case.places import unfinished_at, value_at

CASE = "第1号"
"""The case that is open; it has lines of instalments written by hand."""
LINE, MEETING, NOTE = "line-1", "meeting-1", "note/"
FORM = "form/"
"""Before the page, the name and the field of a form that is not sent off yet."""
_HAN = "申请人称其于本月收到对账单金额有误要求退还利息及滞纳金"
_KEYS = {
    "line": f"{_HAN}abc12",
    "text": f"{_HAN}，。abc 123",
    "amount": "0123456789.",
    "date": "0123456789-",
    "cell": "0123456789.",
    "draft": f"{_HAN}，。",
    "settings": f"{_HAN}ab",
    "note": _HAN,
    # No day can be read from it: that would be written out when the field is left.
    "plan": _HAN,
    "form": f"{_HAN}ab",
}
KINDS = tuple(_KEYS)


@dataclass(frozen=True)
class Spot:
    """One field: on which page, of which case, at which place."""

    page: str
    place: str
    case_id: str = ""


def spots(case: Case) -> dict[str, Spot]:
    """Return the fields of all kinds."""
    party = f"parties/{case.parties[0].id}"
    return {
        "line": Spot("case", f"{party}/address", case.id),
        "text": Spot("case", "facts", case.id),
        "amount": Spot("case", "agreement/amount", case.id),
        "date": Spot("case", "accepted_on", case.id),
        "cell": Spot("case", f"agreement/plan/lines/{LINE}/amount", case.id),
        "draft": Spot("intake", "facts"),
        "settings": Spot("settings", "address"),
        "note": Spot("session", f"{NOTE}{MEETING}", case.id),
        "plan": Spot("case", f"{FORM}case/plan/when", case.id),
        "form": Spot("handover", f"{FORM}handover//note", case.id),
    }


def prepared(case: Case, now: datetime) -> Case:
    """Return the case with instalments written by hand, and in the midst of a session."""
    agreement = case.agreement or Agreement()
    line = PlannedLine(LINE, date(2026, 12, 31), Money(10000))
    plan = replace(agreement.plan or InstalmentPlan(), lines=(line,))
    meeting = Meeting(MEETING, now.astimezone().date(), began_at=now)
    return replace(
        case, agreement=replace(agreement, plan=plan), meetings=(*case.meetings, meeting)
    )


def shown_at(record: object, place: str) -> str:
    """Return what a record holds at a place, read or not, in words that can be compared."""
    unread = unfinished_at(record, place) if isinstance(record, Case) else None
    return repr((value_at(record, place), unread))


def random_key(kind: str, moments: random.Random) -> str:
    """Return what somebody presses in a field of this kind."""
    return "\b" if moments.random() < 0.1 else moments.choice(_KEYS[kind])
