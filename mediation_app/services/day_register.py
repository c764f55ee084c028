"""今日时限登记表: the limits entered today, those that came to their end, and those that run."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from mediation_app.domain.agenda import NOTHING_RUNS, owner_of
from mediation_app.domain.boards import seen_by
from mediation_app.domain.case_limits import CaseLimit, Limits, running_limits
from mediation_app.domain.cases import Case
from mediation_app.domain.day_limits import limits_of_day
from mediation_app.domain.limit_register import LimitRegister, RegisterRow
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.stages import stage_of
from mediation_app.errors import InvalidValueError, StorageError
from mediation_app.ports.environment import Clock
from mediation_app.ports.queries import AgendaLine, CaseLine
from mediation_app.ports.renderer import Renderer
from mediation_app.sentences import say
from mediation_app.services.storage import Storage

MOST_PRINTED = 2000
MOST_CASES = 500
"""So many cases saved today are compared with what they were: more come by an import."""
_PAGE = 200
ENTERED, ENDED, RUNNING = say("今日登记"), say("今日办结"), say("在办")
DRAFT = say("草稿")


@dataclass(frozen=True, slots=True)
class _Changed:
    """A limit that a day has brought to a case, or ended in it."""

    case: Case
    limit: CaseLimit
    is_entered: bool


class DayRegister:
    """Makes the sheet on which each handler initials the limits of the day."""

    most_cases = MOST_CASES

    def __init__(self, storage: Storage, limits: Limits, paper: Renderer, clock: Clock) -> None:
        self._storage = storage
        self._limits = limits
        self._paper = paper
        self._clock = clock

    def register(self, person: str = "") -> LimitRegister:
        """Return the sheet of today; what was entered comes first, then what is due first.

        Args:
            person: Only what this colleague sees as his own; empty for everybody's.
        """
        with self._storage.units() as work:
            committee = work.committees.get()
        today = self._clock.today()
        owners = seen_by(person, committee.absences, today) if person else None
        saved = self._saved_today(today)
        cases = self._readable(saved[: self.most_cases])
        changed = [
            each
            for each in self._changed(cases, today)
            if owners is None or owner_of(each.case) in owners
        ]
        fresh = {(each.case.id, each.limit.rule.key) for each in changed if each.is_entered}
        lines = self._storage.queries.running_limits(owners, MOST_PRINTED)
        others = [each for each in lines if (each.item.case_id, each.item.ref) not in fresh]
        ordered = sorted(changed, key=lambda each: (not each.is_entered, each.case.number))
        rows = (*map(_row_of, ordered), *(_row(each, today) for each in others))
        counts = (len(fresh), len(changed) - len(fresh), len(others))
        return LimitRegister(
            committee.name,
            committee.station,
            _heading(counts, person, len(saved) - len(cases)),
            today,
            rows,
            is_of_day=True,
        )

    def print_register(self, person: str = "") -> bytes:
        """Return the sheet as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        return self._paper.render_register(self.register(person))

    def _readable(self, lines: Iterable[CaseLine]) -> list[Case]:
        """Return the cases of lines but for those of which a newer program wrote too much."""
        cases = []
        with self._storage.units() as work:
            for line in lines:
                with suppress(StorageError):
                    cases.append(work.cases.get(line.id))
        return cases

    def _changed(self, cases: Iterable[Case], today: date) -> Iterator[_Changed]:
        """Yield the limits that today has brought or ended, case by case."""
        morning, queries = _morning(today), self._storage.queries
        for case in cases:
            before = queries.case_as_of(case.id, morning)
            found = limits_of_day(self._running(before), self._running(case))
            yield from (_Changed(case, each, is_entered=True) for each in found.entered)
            yield from (_Changed(case, each, is_entered=False) for each in found.ended)

    def _saved_today(self, today: date) -> list[CaseLine]:
        """Return the cases that somebody saved today; lists have the latest first."""
        morning = _morning(today)
        saved: list[CaseLine] = []
        offset = 0
        while True:
            lines = self._storage.queries.case_lines("", _PAGE, offset)
            found = [each for each in lines if each.saved_at >= morning]
            saved.extend(found)
            if not found:
                return saved
            offset += _PAGE

    def _running(self, case: Case | None) -> tuple[CaseLimit, ...]:
        if case is None or stage_of(case) in NOTHING_RUNS:
            return ()
        try:
            running = running_limits(case, self._limits.of_case(case))
            return tuple(each for each in running if not each.deadline.is_standing)
        except InvalidValueError:  # A day beyond all sense, which its own field tells of.
            return ()


def _morning(today: date) -> datetime:
    return datetime.combine(today, time()).astimezone(UTC)


def _heading(counts: tuple[int, int, int], person: str, passed_over: int) -> str:
    entered, ended, running = counts
    said = say(
        "今日登记 {entered} 项 · 今日办结 {ended} 项 · 此外在办 {running} 项",
        entered=entered, ended=ended, running=running,
    )  # fmt: skip
    more = say("另有 {count} 件今天保存的案件没有核对", count=passed_over)
    parts = (str(said), str(more) if passed_over > 0 else "", person)
    return " · ".join(each for each in parts if each)


def _row_of(changed: _Changed) -> RegisterRow:
    case, limit = changed.case, changed.limit
    sides = (case.parties_in(each) for each in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
    return RegisterRow(
        case.number or str(DRAFT),
        _parties([each.name for each in side] for side in sides),
        limit.rule.name,
        limit.started_on,
        limit.deadline.limit_on,
        _source(limit.rule.source, is_certain=limit.deadline.is_certain),
        owner_of(case),
        str(ENTERED if changed.is_entered else ENDED),
    )


def _row(line: AgendaLine, today: date) -> RegisterRow:
    item = line.item
    days = (today - item.due_on).days if item.due_on else 0
    late = say("逾期{days}天", days=days) if days > 0 else RUNNING
    return RegisterRow(
        line.number or str(DRAFT),
        _parties((line.applicants, line.respondents)),
        item.text,
        item.since_on,
        item.due_on,
        _source(item.source, is_certain=item.is_certain),
        item.owner,
        str(late),
    )


def _parties(sides: Iterable[Iterable[str]]) -> str:
    return " / ".join(each for each in map("、".join, sides) if each)


def _source(source: str, *, is_certain: bool) -> str:
    return (
        source if is_certain else str(say("{source}（节假日表未公布，届满日待核）", source=source))
    )
