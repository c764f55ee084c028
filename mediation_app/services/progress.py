"""How a case stands, told to whoever shows its query code: four neutral lines and no more."""

from dataclasses import dataclass
from datetime import date

from mediation_app.domain.case_limits import Limits, running_limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.query_codes import read_query_code
from mediation_app.domain.stages import stage_of
from mediation_app.errors import InvalidValueError
from mediation_app.ports.environment import Clock
from mediation_app.sentences import Sentence, say
from mediation_app.services.storage import Storage

_MOST_FOUND = 20
"""A code may be the beginning of a longer word that is found as well."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What may be told at any counter; no name of a party, no amount, no number of a document.

    Attributes:
        case_id: For the staff, whose role decides what else they see.
        step: Where the case stands, as the desk calls it.
        next_on: The next day that matters, None where none is known.
        next_what: What is due or held then.
        contact: Whom to ask.
    """

    case_id: CaseId
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


class ProgressDesk:
    """Answers customers who ask with their code."""

    def __init__(self, storage: Storage, limits: Limits, clock: Clock) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._limits = limits
        self._clock = clock

    def of_code(self, text: str) -> Progress:
        """Return how the case of a code stands.

        Raises:
            InvalidValueError: It is no code, or no case at this desk has it.
        """
        code = read_query_code(text)
        if not code:
            raise InvalidValueError(say("“{text}”不是查询码，请核对，应为9位", text=text.strip()))
        with self._units() as work:
            found = self._queries.case_lines(code, _MOST_FOUND)
            cases = (work.cases.get(line.id) for line in found)
            case = next((each for each in cases if each.query_code == code), None)
            if case is None:
                raise InvalidValueError(
                    say("本站没有查询码为 {code} 的案件，请向登记的工作站查询", code=code)
                )
            return self._of_case(case, work.committees.get())

    def _of_case(self, case: Case, committee: Committee) -> Progress:
        next_on, next_what = self._next(case)
        who = case.handler or next(iter(case.mediators), "")
        parts = (committee.station or committee.name, who, committee.phone)
        return Progress(
            case_id=case.id,
            received_on=case.filed_on,
            step=stage_of(case).value,
            next_on=next_on,
            next_what=next_what,
            contact=" ".join(each for each in parts if each),
        )

    def _next(self, case: Case) -> tuple[date | None, str]:
        """Return the next day of a limit or a meeting that lies not behind us."""
        today = self._clock.today()
        limits = running_limits(case, self._limits.of_case(case))
        days = [(each.deadline.limit_on, each.rule.name) for each in limits]
        days += [
            (each.on, "调解")
            for each in case.appointments
            if each.on is not None and each.cancelled_on is None
        ]
        return min((each for each in days if each[0] >= today), default=(None, ""))
