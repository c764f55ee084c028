"""The limits that run in a case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.cases import Case
from mediation_app.domain.deadlines import Deadline
from mediation_app.domain.effect import effective_on
from mediation_app.domain.limits import LimitRule, deadline_of
from mediation_app.domain.rest_days import RestCalendar


@dataclass(frozen=True, slots=True)
class CaseLimit:
    """One limit of one case."""

    rule: LimitRule
    started_on: date
    deadline: Deadline


class Limits:
    """Computes limits by the dated rules and the tables of rest days."""

    def __init__(self, rules: Sequence[LimitRule], calendar: RestCalendar) -> None:
        self._rules = tuple(rules)
        self.calendar = calendar

    def of_case(self, case: Case) -> tuple[CaseLimit, ...]:
        """Return every limit whose starting day is known, in the order of the rules."""
        return tuple(self._running(case))

    def _running(self, case: Case) -> Iterator[CaseLimit]:
        starts = _starting_days(case)
        for rule in self._rules:
            started_on = starts.get(rule.starts_from)
            if started_on is not None:
                yield CaseLimit(rule, started_on, deadline_of(rule, started_on, self.calendar))


def _starting_days(case: Case) -> dict[str, date | None]:
    """Return the days of a case by the names that the limit rules use for them."""
    return {
        "受理": case.accepted_on,
        "收到投诉": case.complaint_received_on,
        "签收委派材料": case.court_material_signed_on,
        "协议生效": None if case.has_oral_agreement else effective_on(case),
    }
