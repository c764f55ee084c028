"""What is due today, this week, or too late, and for whom somebody waits (今日)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.boards import RESULTS, Board, Wish, seen_by
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.limit_register import LimitRegister, RegisterRow
from mediation_app.ports.environment import Clock
from mediation_app.ports.queries import AgendaLine
from mediation_app.ports.renderer import Renderer
from mediation_app.sentences import Sentence, say
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage

PORTION = 100
"""So many cases are worked out in one go: others who write wait a tenth of a second."""
MOST_PRINTED = 2000

BOARD_NAMES: Mapping[Board, Sentence] = {
    Board.TODAY: say("今天"),
    Board.WEEK: say("本周"),
    Board.OVERDUE: say("逾期"),
    Board.UNANSWERED: say("未回应"),
    Board.IDLE: say("无下一步"),
    Board.TO_SIGN: say("等我签"),
    Board.WAITING: say("等别人"),
    Board.TO_ACCEPT: say("待受理"),
    Board.TO_PREPARE: say("待我备卷"),
    Board.SETTLED: say("成功"),
    Board.SETTLED_IN_PART: say("部分"),
    Board.NOT_SETTLED: say("不成"),
    Board.WITHDRAWN: say("撤回"),
    Board.SUSPENDED: say("中止"),
}
"""What the desk calls the boards."""
RESULTS_NAME = say("本月结果")


@dataclass(frozen=True, slots=True)
class View:
    """Whose things somebody looks at.

    Attributes:
        person: One colleague; empty for everybody.
        due_on: Only what is due on this day; None for any.
    """

    person: str = ""
    due_on: date | None = None


class Agenda:
    """Answers the boards; everything but the work of arranging is quick."""

    def __init__(
        self,
        storage: Storage,
        limits: Limits,
        case_files: CaseFiles,
        paper: Renderer,
        clock: Clock,
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._limits = limits
        self._case_files = case_files
        self._paper = paper
        self._clock = clock

    def arrange(self) -> int:
        """Work out what changed, a portion of it; return how many cases are left."""
        if not self._queries.unarranged(self._limits):
            return 0
        with self._units() as work:
            left = work.agenda.arrange(self._limits, PORTION)
            work.commit()
            return left

    def arrange_all(self) -> None:
        """Work out all that changed."""
        left = True
        while left:
            left = self.arrange() > 0

    def counts(self, view: View) -> Mapping[Board, int]:
        """Return the number of each board: the length of its list."""
        owners = self._owners(view.person)
        return {
            board: self._queries.agenda_count(self._wish(board, view, owners)) for board in Board
        }

    def count(self, board: Board, view: View) -> int:
        """Return the number of one board."""
        return self._queries.agenda_count(self._wish(board, view, self._owners(view.person)))

    def lines(
        self, board: Board, view: View, limit: int = 200, offset: int = 0
    ) -> tuple[AgendaLine, ...]:
        """Return the list behind a number."""
        wish = self._wish(board, view, self._owners(view.person))
        return self._queries.agenda(wish, limit, offset)

    def meetings_ahead(self, person: str) -> tuple[AgendaLine, ...]:
        """Return the meetings of today, and those of which today reminds, the next first.

        Args:
            person: Whose; of everybody where the committee does not know the person.
        """
        whose = person if person in self.people() else ""
        lines = self.lines(Board.TODAY, View(whose), MOST_PRINTED)
        return tuple(each for each in lines if each.item.kind is AgendaKind.APPOINTMENT)

    def people(self) -> tuple[str, ...]:
        """Return the colleagues whose things one may look at."""
        with self._units() as work:
            committee = work.committees.get()
        deputies = (each.deputy for each in committee.absences)
        names = (*(each.name for each in committee.mediators), committee.recorder, *deputies)
        return tuple(dict.fromkeys(name for name in names if name))

    def finish(self, case_id: CaseId, todo_id: str) -> SavedCase:
        """Note that what was promised or waited for is done today."""
        case = self._case_files.open(case_id)
        done_on = self._clock.today()
        todos = tuple(
            replace(each, done_on=done_on) if each.id == todo_id else each for each in case.todos
        )
        return self._case_files.save(case, replace(case, todos=todos))

    def note_answer(self, case_id: CaseId, ref: str) -> SavedCase:
        """Note that an invited party said it will come.

        Args:
            case_id: The case.
            ref: The planned meeting and the party, as the line tells them.
        """
        case = self._case_files.open(case_id)
        return self._case_files.save(case, _with_answer(case, *ref.split("/", 1)))

    def register(self, board: Board, view: View) -> LimitRegister:
        """Return the list of a board as a sheet for somebody to initial."""
        with self._units() as work:
            committee = work.committees.get()
        lines = self.lines(board, view, MOST_PRINTED)
        kind = str(RESULTS_NAME) if board in RESULTS else ""
        parts = (kind, str(BOARD_NAMES[board]), view.person)
        heading = " · ".join(part for part in parts if part)
        return LimitRegister(
            committee.name,
            committee.station,
            heading,
            self._clock.today(),
            tuple(map(_row, lines)),
        )

    def print_register(self, board: Board, view: View) -> bytes:
        """Return the sheet as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        return self._paper.render_register(self.register(board, view))

    def _wish(self, board: Board, view: View, owners: frozenset[str] | None) -> Wish:
        return Wish(board, self._clock.today(), owners, view.due_on)

    def _owners(self, person: str) -> frozenset[str] | None:
        """Return whose things the person sees; a deputy sees those of who is away."""
        if not person:
            return None
        with self._units() as work:
            absences = work.committees.get().absences
        return seen_by(person, absences, self._clock.today())


def _with_answer(case: Case, appointment_id: str, party_id: str) -> Case:
    planned = tuple(
        replace(each, answered=(*each.answered, party_id)) if each.id == appointment_id else each
        for each in case.appointments
    )
    return replace(case, appointments=planned)


def _row(line: AgendaLine) -> RegisterRow:
    item = line.item
    sides = ("、".join(each) for each in (line.applicants, line.respondents))
    return RegisterRow(
        line.number,
        " / ".join(each for each in sides if each),
        str(words_of(item)),
        item.since_on,
        item.due_on,
        item.source,
        item.owner,
    )
