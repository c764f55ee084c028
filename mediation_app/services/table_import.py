"""Taking over new tables, and telling which limits of which cases they change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mediation_app.domain.case_limits import CaseLimit, Limits
from mediation_app.domain.cases import Case
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import LimitRule
from mediation_app.domain.rest_days import YearTable, read_year_table
from mediation_app.domain.stages import EXITS, Stage
from mediation_app.domain.year_doubts import doubts_about
from mediation_app.ports.tables import StationTables
from mediation_app.sentences import Sentence
from mediation_app.services.storage import Storage

_PAGE = 500
_OVER = {Stage.VISITED, *EXITS.values()}
"""Stages of cases in which no limit runs any more."""


@dataclass(frozen=True, slots=True)
class LimitChange:
    """One limit of one case, as it was and as it is by the new tables; None where it is not."""

    case_number: str
    name: str
    before: CaseLimit | None
    after: CaseLimit | None


@dataclass(frozen=True, slots=True)
class YearImport:
    """What importing a table of rest days does, or would do."""

    table: YearTable
    is_replacing: bool
    doubts: tuple[Sentence, ...]
    changes: tuple[LimitChange, ...]


@dataclass(frozen=True, slots=True)
class LimitsImport:
    """What importing limits of the station does, or would do."""

    rules: tuple[LimitRule, ...]
    replaced: tuple[LimitRule, ...]
    changes: tuple[LimitChange, ...]


def recomputed(cases: Iterable[Case], before: Limits, after: Limits) -> Iterator[LimitChange]:
    """Yield every limit of these cases that the one tables put otherwise than the others."""
    for case in cases:
        old = {each.rule.key: each for each in before.of_case(case)}
        new = {each.rule.key: each for each in after.of_case(case)}
        for key, known in {**old, **new}.items():
            was, now = old.get(key), new.get(key)
            if _told(was) != _told(now):
                yield LimitChange(case.number, known.rule.name, was, now)


class TableImport:
    """Takes over tables for one station."""

    def __init__(self, storage: Storage, limits: Limits, tables: StationTables) -> None:
        self._storage = storage
        self._limits = limits
        self._tables = tables

    def import_year_table(self, text: str, *, is_dry_run: bool = False) -> YearImport:
        """Take over the rest days of a year, in place of another table of that year.

        Raises:
            InvalidValueError: The file is wrong; the sentence says where.
            StorageError: The folder cannot be written.
        """
        table = read_year_table(text)
        known = table.year in self._limits.calendar.years
        after = self._limits.with_year_table(table)
        found = YearImport(table, known, doubts_about(table), self._changes(after))
        if not is_dry_run:
            self._tables.keep_year_table(table.year, text)
            self._limits.renew(after)
        return found

    def import_limits(self, text: str, *, is_dry_run: bool = False) -> LimitsImport:
        """Take over limits of the station, in place of those of its own it had.

        Raises:
            InvalidValueError: The file is wrong; the sentence says where.
            StorageError: The folder cannot be written.
        """
        rules = read_limits(text)
        after = self._limits.with_own_rules(rules)
        found = LimitsImport(rules, self._limits.table.own, self._changes(after))
        if not is_dry_run:
            self._tables.keep_limits(text)
            self._limits.renew(after)
        return found

    def _changes(self, after: Limits) -> tuple[LimitChange, ...]:
        return tuple(recomputed(self._running_cases(), self._limits, after))

    def _running_cases(self) -> Iterator[Case]:
        offset = 0
        while lines := self._storage.queries.case_lines("", _PAGE, offset):
            offset += len(lines)
            with self._storage.units() as work:
                for line in lines:
                    if line.stage not in _OVER:
                        yield work.cases.get(line.id)


def _told(limit: CaseLimit | None) -> tuple[object, ...] | None:
    """Return what a person would notice."""
    if limit is None:
        return None
    deadline = limit.deadline
    return limit.started_on, deadline.limit_on, deadline.unknown_years, deadline.left
