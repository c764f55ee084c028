"""The boards of a day: which things of the agenda each of them shows, and in which order (今日).

The memory asks the same questions of its index; a property test holds the two together.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from mediation_app.domain.absences import Absence, acting_for
from mediation_app.domain.agenda import AgendaItem, AgendaKind
from mediation_app.domain.months import last_day_of_month
from mediation_app.domain.rest_days import ONE_DAY

LAST_WEEKDAY = 6
"""Sunday: weeks begin on Monday."""


class Board(Enum):
    """One list of a day; its number is the length of the list."""

    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    IDLE = "idle"
    TO_SIGN = "to_sign"
    WAITING = "waiting"
    TO_ACCEPT = "to_accept"
    TO_PREPARE = "to_prepare"
    SETTLED = "settled"
    SETTLED_IN_PART = "settled_in_part"
    NOT_SETTLED = "not_settled"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"


DUTIES = frozenset(
    {
        *(AgendaKind.LIMIT, AgendaKind.APPOINTMENT, AgendaKind.PROMISE),
        *(AgendaKind.WAIT, AgendaKind.MATERIAL),
    }
)
"""What is overdue once its day has passed."""

DATED = DUTIES | {AgendaKind.RIGHT}
"""What belongs to a day."""

WAITING = frozenset(
    {
        *(AgendaKind.WAIT, AgendaKind.PAUSE, AgendaKind.ESTIMATE),
        AgendaKind.COUNTERSIGNATURE,
    }
)
"""What others have to do."""

KINDS: dict[Board, frozenset[AgendaKind]] = {
    Board.TODAY: DATED,
    Board.WEEK: DATED,
    Board.OVERDUE: DUTIES,
    Board.UNANSWERED: frozenset({AgendaKind.ANSWER}),
    Board.IDLE: frozenset({AgendaKind.IDLE, AgendaKind.IRREGULAR}),
    Board.TO_SIGN: frozenset({AgendaKind.SIGNATURE}),
    Board.WAITING: WAITING,
    Board.TO_ACCEPT: frozenset({AgendaKind.ACCEPT}),
    Board.TO_PREPARE: frozenset({AgendaKind.PREPARE}),
    Board.SETTLED: frozenset({AgendaKind.SETTLED}),
    Board.SETTLED_IN_PART: frozenset({AgendaKind.SETTLED_IN_PART}),
    Board.NOT_SETTLED: frozenset({AgendaKind.NOT_SETTLED}),
    Board.WITHDRAWN: frozenset({AgendaKind.WITHDRAWN}),
    Board.SUSPENDED: frozenset({AgendaKind.SUSPENDED}),
}
"""Which kinds of things a board shows."""

DATED_BOARDS = frozenset({Board.TODAY, Board.WEEK, Board.OVERDUE})
"""Boards that show what is due within some days."""

RESULTS = (
    *(Board.SETTLED, Board.SETTLED_IN_PART, Board.NOT_SETTLED),
    *(Board.WITHDRAWN, Board.SUSPENDED),
)
"""Boards that show what became of the cases of the month; nothing on them is to be done."""

RESULT_KINDS = frozenset(kind for board in RESULTS for kind in KINDS[board])
"""What became of cases."""

TASKS = tuple(board for board in Board if board not in RESULTS)
"""Boards that show what somebody has to see to, or waits for."""

BY_DUE_DAY = DATED_BOARDS | {Board.UNANSWERED}
"""Boards whose first line is what is due first; on the others it is what is open longest."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which lines somebody wants to see.

    Attributes:
        board: The board.
        today: The day on which it is asked.
        owners: Only what these people own, the empty name for what nobody does; None for all.
        due_on: Only what is due on this day, or became so on it; None for any.
    """

    board: Board
    today: date
    owners: frozenset[str] | None = None
    due_on: date | None = None

    def fits(self, item: AgendaItem) -> bool:
        """Return whether the list holds this thing."""
        is_owned = self.owners is None or not self.owners.isdisjoint(item.owners)
        day = item.since_on if self.board in RESULTS else item.due_on
        is_of_day = self.due_on is None or day == self.due_on
        return is_owned and is_of_day and self._is_on_board(item)

    def _is_on_board(self, item: AgendaItem) -> bool:
        if item.kind not in KINDS[self.board]:
            return False
        first_on, last_on = self.span
        if self.board in RESULTS:
            return item.since_on is not None and first_on <= item.since_on <= last_on
        if self.board not in DATED_BOARDS:
            has_begun = item.since_on is None or item.since_on <= last_on
            return has_begun or self.board is not Board.IDLE
        if item.due_on is None or item.due_on < first_on:
            return False
        is_reminded = self.board is Board.TODAY and self.today in item.reminders
        return item.due_on <= last_on or is_reminded

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of the board, where it is about days."""
        if self.board is Board.WEEK:
            return self.today, last_day_of_week(self.today)
        if self.board is Board.OVERDUE:
            return date.min, self.today - ONE_DAY
        if self.board in RESULTS:
            return self.today.replace(day=1), last_day_of_month(self.today)
        return self.today, self.today


def last_day_of_week(day: date) -> date:
    """Return the Sunday of the week in which a day is."""
    return day + timedelta(days=LAST_WEEKDAY - day.weekday())


def place_of(item: AgendaItem, board: Board) -> tuple[str, ...]:
    """Return where a thing stands in the order of a board; an unknown day goes first."""
    at = "" if item.at_min is None else f"{item.at_min:04}"
    day = item.due_on if board in BY_DUE_DAY else item.since_on
    return "" if day is None else day.isoformat(), at, item.case_id, item.kind.value, item.ref


def days_waited(item: AgendaItem, today: date) -> int | None:
    """Return for how many days a thing has been open; None where nobody noted since when."""
    return None if item.since_on is None else max(0, (today - item.since_on).days)


def seen_by(person: str, absences: Iterable[Absence], today: date) -> frozenset[str]:
    """Return whose things a person sees as his own on a day.

    They are his own, those of the people for whom he stands in, and what nobody owns.
    """
    away: Collection[Absence] = tuple(absences)
    represented = (each.person for each in away if acting_for(each.person, away, today) == person)
    return frozenset({person, "", *represented})
