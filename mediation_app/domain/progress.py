"""How a case stands, in the four neutral lines that may be told at any counter."""

from dataclasses import dataclass
from datetime import date

from mediation_app.domain.case_limits import Limits, running_limits
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.sentences import Sentence, say

MOST_SIGNS_OF_CONTACT, MOST_SIGNS_OF_NEXT = 80, 30
"""So that what is told of any case fits into one length."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What may be told at any counter; no name of a party, no amount, no number of a document.

    Attributes:
        case_id: For the staff, whose role decides what else they see; empty where another desk
            has the case.
        step: Where the case stands, as the desk calls it.
        next_on: The next day that matters, None where none is known.
        next_what: What is due or held then.
        contact: Whom to ask.
    """

    case_id: str
    received_on: date | None
    step: str
    next_on: date | None
    next_what: str
    contact: str

    def lines(self) -> tuple[Sentence, ...]:
        """Return the four lines."""
        day = self.received_on.isoformat() if self.received_on else "—"
        next_one = f"{self.next_on} {self.next_what}".strip() if self.next_on else "—"
        return (
            say("收到日期：{day}", day=day),
            say("现在哪一步：{step}", step=self.step),
            say("下一日期：{day}", day=next_one),
            say("找谁：{contact}", contact=self.contact or "—"),
        )


def is_told_elsewhere(case: Case) -> bool:
    """Return whether other stations may tell how a case stands to whoever shows its code.

    From its number on and until it is archived: what is over is asked of the desk that has it.
    """
    return bool(case.query_code) and stage_of(case) not in {Stage.DRAFT, Stage.ARCHIVED}


def progress_of(case: Case, committee: Committee, limits: Limits, today: date) -> Progress:
    """Return how a case stands on a day."""
    next_on, next_what = _next(case, limits, today)
    who = case.handler or next(iter(case.mediators), "")
    parts = (committee.station or committee.name, who, committee.phone)
    contact = " ".join(each for each in parts if each)
    return Progress(
        case_id=case.id,
        received_on=case.filed_on,
        step=stage_of(case).value,
        next_on=next_on,
        next_what=_plain(next_what)[:MOST_SIGNS_OF_NEXT],
        contact=_plain(contact)[:MOST_SIGNS_OF_CONTACT],
    )


def _plain(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())


def _next(case: Case, limits: Limits, today: date) -> tuple[date | None, str]:
    """Return the next day of a limit or a meeting that lies not behind us."""
    running = running_limits(case, limits.of_case(case))
    days = [(each.deadline.limit_on, each.rule.name) for each in running]
    days += [
        (each.on, "调解")
        for each in case.appointments
        if each.on is not None and each.cancelled_on is None
    ]
    return min((each for each in days if each[0] >= today), default=(None, ""))
