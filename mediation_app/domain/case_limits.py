"""The limits of a case: which there are, and which of them still matter."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.deadlines import Deadline
from mediation_app.domain.effect import effective_on
from mediation_app.domain.limits import LimitRule, LimitTable, deadline_of
from mediation_app.domain.rest_days import RestCalendar, YearTable
from mediation_app.domain.stages import EXITS

FROM_EFFECT = "协议生效"
FROM_APPLICATION = "申请司法确认"


@dataclass(frozen=True, slots=True)
class CaseLimit:
    """One limit of one case.

    Attributes:
        rule: The edition that was in force on the day it started.
        started_on: That day, which is not counted.
        deadline: When it ends, and how that was found.
        follows: The name of the limit whose end was taken for the start; empty where the day of
            the event itself is known.
    """

    rule: LimitRule
    started_on: date
    deadline: Deadline
    follows: str = ""


class Limits:
    """Computes limits by the dated rules and the tables of rest days."""

    def __init__(self, table: LimitTable, calendar: RestCalendar) -> None:
        self.table = table
        self.calendar = calendar

    def of_case(self, case: Case) -> tuple[CaseLimit, ...]:
        """Return every limit whose starting day is known, in the order of the rules."""
        return _Reckoning(self.table, self.calendar, case).limits()

    def other_events(self) -> tuple[str, ...]:
        """Return the events from which limits run and of which only a milestone can tell."""
        events = dict.fromkeys(rule.starts_from for rule in self.table.editions)
        return tuple(event for event in events if event not in _DAYS_OF_CASE)

    def with_year_table(self, table: YearTable) -> "Limits":
        """Return what these would be with another table of rest days."""
        return Limits(self.table, self.calendar.with_table(table))

    def with_own_rules(self, rules: Iterable[LimitRule]) -> "Limits":
        """Return what these would be with these limits of the station and no others of its own.

        Raises:
            InvalidValueError: A limit starts after itself, or after one that is not there.
        """
        return Limits(replace(self.table, own=tuple(rules)), self.calendar)

    @property
    def fingerprint(self) -> str:
        """A text that is another one where any limit might be: 64 hex digits."""
        known = repr((self.table.editions, self.calendar.tables))
        return sha256(known.encode()).hexdigest()

    def renew(self, by: "Limits") -> None:
        """Compute by other tables from now on."""
        self.table, self.calendar = by.table, by.calendar


class _Reckoning:
    """Computes the limits of one case, each once."""

    def __init__(self, table: LimitTable, calendar: RestCalendar, case: Case) -> None:
        self._table = table
        self._calendar = calendar
        self._course = case.course
        self._starts = _starting_days(case)
        self._found: dict[str, CaseLimit | None] = {}
        self._editions: dict[str, list[LimitRule]] = {}
        for rule in table.editions:
            self._editions.setdefault(rule.key, []).append(rule)

    def limits(self) -> tuple[CaseLimit, ...]:
        return tuple(limit for limit in map(self._limit, self._editions) if limit is not None)

    def _limit(self, key: str) -> CaseLimit | None:
        if key not in self._found:
            candidates = self._from_events(key), self._after_others(key)
            self._found[key] = next((limit for each in candidates for limit in each), None)
        return self._found[key]

    def _from_events(self, key: str) -> Iterator[CaseLimit]:
        """Yield the limit as it runs from the day of its event."""
        for rule in self._editions[key]:
            started_on = self._starts.get(rule.starts_from)
            if started_on is not None and self._is_in_force(rule, started_on):
                yield self._made(rule, started_on)

    def _after_others(self, key: str) -> Iterator[CaseLimit]:
        """Yield the limit as it follows another one that ends on its last day."""
        for rule in self._editions[key]:
            earlier = self._limit(rule.after) if rule.after else None
            if earlier is None or not self._is_in_force(rule, earlier.deadline.limit_on):
                continue
            found = self._made(rule, earlier.deadline.limit_on)
            years = {*earlier.deadline.unknown_years, *found.deadline.unknown_years}
            deadline = replace(found.deadline, unknown_years=tuple(sorted(years)))
            yield replace(found, deadline=deadline, follows=earlier.rule.name)

    def _is_in_force(self, rule: LimitRule, day: date) -> bool:
        return self._table.edition(rule.key, day) is rule

    def _made(self, rule: LimitRule, started_on: date) -> CaseLimit:
        deadline = deadline_of(rule, started_on, self._calendar, self._course)
        return CaseLimit(rule, started_on, deadline)


def _undecided_since(case: Case) -> date | None:
    """Return since when somebody has to decide whether the case is taken on."""
    return case.filed_on if case.number and case.accepted_on is None else None


_DAYS_OF_CASE: Mapping[str, Callable[[Case], date | None]] = {
    "收到申请": _undecided_since,
    "受理": lambda case: case.accepted_on,
    "收到投诉": lambda case: case.complaint_received_on,
    "签收委派材料": lambda case: case.court_material_signed_on,
    FROM_EFFECT: lambda case: None if case.has_oral_agreement else effective_on(case),
    FROM_APPLICATION: lambda case: case.confirmation.applied_on,
}
"""Facts of a case by the names that the limit rules use for their days."""


def _starting_days(case: Case) -> Mapping[str, date]:
    """Return the days from which limits run; a fact of the case goes before a milestone."""
    noted = ((each.event, each.happened_on) for each in case.course.milestones)
    known = ((event, day_of(case)) for event, day_of in _DAYS_OF_CASE.items())
    return {event: day for event, day in (*noted, *known) if day is not None}


def running_limits(case: Case, limits: Iterable[CaseLimit]) -> tuple[CaseLimit, ...]:
    """Return the limits that run on, the nearest first; none after the end.

    What ran before the agreement ends with it, what ran from the agreement ends with the
    application to the court, and what ran from that ends with the ruling. A suspension
    lets those stand that can: a court or an authority waits no longer for it.
    """
    if case.outcome in _OVER or case.visit is not None:
        return ()
    running = (each for each in limits if _runs_on(each, case))
    return tuple(sorted(running, key=lambda each: each.deadline.limit_on))


_OVER = EXITS.keys() - {Outcome.SUSPENDED}


def _runs_on(limit: CaseLimit, case: Case) -> bool:
    """Return whether a limit was started by the last step of a case, or after it."""
    if case.outcome is Outcome.SUSPENDED and limit.rule.is_pausable:
        return False
    effective, asked = effective_on(case), case.confirmation
    event, since = limit.rule.starts_from, limit.started_on
    if effective is None:
        return not limit.follows and event != FROM_APPLICATION
    if asked.applied_on is None:
        return event == FROM_EFFECT or since > effective
    if asked.ruled_on is None:
        return event == FROM_APPLICATION or since > asked.applied_on
    # Objections run from when the ruling is received, which may be the very day.
    is_noted = event not in _DAYS_OF_CASE and not limit.follows
    return is_noted and since >= asked.ruled_on
