"""The case as it is on screen: edited, stored within a second, undone, and kept up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.documents import FormKind
from mediation_app.domain.journal import Changes
from mediation_app.domain.lawful_changes import unlawful_change
from mediation_app.domain.transitions import Action
from mediation_app.errors import CaseNotFoundError, MediationError
from mediation_app.sentences import Sentence, say
from mediation_app.services.saved import SavedCase
from ui.case.consequences import with_consequences
from ui.case.places import unfinished_at, value_at, with_unfinished, with_value
from ui.fields.entries import Entry
from ui.pages import SaveState, SaveStep, Workplace
from ui.sentences import told
from ui.undo import Edit, subject_of_case

SAVE_AFTER_MS = 400
"""From the first unsaved key press; not put off by the next one."""
RETRY_AFTER_MS = 3000


_ENDED_BY = {
    Outcome.FAILED: Action.FAIL,
    Outcome.WITHDRAWN: Action.WITHDRAW,
    Outcome.REFUSED: Action.REFUSE,
    Outcome.SUSPENDED: Action.SUSPEND,
    Outcome.TRANSFERRED: Action.TRANSFER,
}
"""The steps behind the ends that a person can choose from a list."""


class Cause(Enum):
    """Why the case on screen changed."""

    TYPED = auto()
    COMMAND = auto()
    """Added, removed, moved, undone: fields show it even where the person is."""
    ELSEWHERE = auto()
    """Another screen or machine: the field in focus is left alone."""


@dataclass(frozen=True, slots=True)
class _Sending:
    """What was handed to the database thread."""

    shown: Case
    wanted: Case
    is_new: bool = False


class CaseEditing(QObject):
    """One case on one screen.

    Edits are sent as (what was sent before, what is wanted now), one after the other in the
    database thread, so nothing has to wait for an answer and nothing is sent twice.

    What comes from elsewhere is taken over only when nothing typed waits: an edit always says what
    its author had in front of him, so that nobody's value is replaced unseen. And while the person
    is in a field whose value was changed elsewhere, nothing is taken over before it is left.
    """

    changed = Signal(object, object)
    """The ``Case`` and the ``Cause``."""
    save_state = Signal(object)
    began = Signal()
    """A draft came into the database."""
    refused = Signal(object)
    """Sentences: why a change that nobody typed was not made."""
    held_back = Signal(str, object)
    """A place where what was typed waits as words, and the sentences that say why."""
    step_wanted = Signal(object)
    """The ``Action`` that somebody meant when he chose an end of the case."""
    gone = Signal(bool)
    """The case is not on this machine any more and takes nothing; or it is here again."""
    overruled = Signal(str)
    """The place that the person has just left: it shows the value of somebody else now."""

    def __init__(
        self,
        place: Workplace,
        case: Case,
        *,
        is_stored: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.case = case
        self.issued: frozenset[FormKind] = frozenset()
        """The kinds of documents that were issued in the case."""
        self.is_stored = is_stored
        self.is_gone = False
        self._place = place
        self._sent = case
        self._on_the_way = 0
        self._unread = 0
        self._held_place = ""
        self._typed_place = ""
        self._entered_place = ""
        self._marks: dict[str, tuple[Conflict, ...]] = {}
        self._is_refused = False
        self.place_in_focus: Callable[[], str] = str
        """Tells in which place the person is typing; empty where in none."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.store_now)
        place.tasks.changed.connect(self._on_changes)
        place.undo.attach(self)

    @property
    def is_dirty(self) -> bool:
        """True where something is not in the database yet, and can come there."""
        return not self.is_gone and self._is_waiting

    @property
    def _is_waiting(self) -> bool:
        return self.case != self._sent or self._on_the_way > 0

    @property
    def subject(self) -> str:
        """The subject of its steps."""
        return subject_of_case(self.case.id)

    @property
    def record(self) -> Case:
        """What undo starts from."""
        return self.case

    def type_at(self, place: str, entry: Entry) -> None:
        """Take what was typed into the field of a place."""
        case = self.case
        self._typed_place = place
        self._note_marks(place)
        is_needed = _is_required_in_line(place)
        if entry.is_read and not (is_needed and entry.value is None):
            case = with_unfinished(with_value(case, place, entry.value), place, None)
            case = with_consequences(self.case, case, place)
        else:
            if entry.value != value_at(case, place) and not is_needed:
                case = with_value(case, place, entry.value)
            case = with_unfinished(case, place, entry.text)
        self.put_typed(case, place, entry.text)

    def _note_marks(self, place: str) -> None:
        """Remember what was marked where somebody begins to type: writing there settles it.

        What is marked later is no part of that: nobody reads it in the midst of a word.
        """
        if place != self._entered_place:
            self._entered_place = place
            conflicts = self._place.news.conflicts_of(self.case.id)
            self._marks[place] = tuple(each for each in conflicts if each.path == place)

    def put_typed(self, case: Case, place: str, text: str) -> None:
        """Take what typing made of the case.

        Where that would be a step that is not lawful, the words are kept as they are: nothing
        typed is ever lost, and nothing moves a case but its steps.
        """
        reasons = self.reasons_against(case)
        if not reasons:
            self.put(case, place, Cause.TYPED)
        elif place == "outcome" and case.outcome in _ENDED_BY:
            self.changed.emit(self.case, Cause.COMMAND)
            self.step_wanted.emit(_ENDED_BY[case.outcome])
        else:
            self.put(with_unfinished(self.case, place, text or None), place, Cause.TYPED)
            self.held_back.emit(place, reasons)

    def reasons_against(self, case: Case) -> tuple[Sentence, ...]:
        """Return why the case cannot become another one by an edit; none where it can."""
        if self.is_gone:
            return (say("案件已不在这台电脑上，不能再修改"),)
        desk = self._place.desk
        hand = desk.worker.hand(case.id, desk.clock.today(), self.issued)
        return unlawful_change(self.case, case, hand)

    def put(self, case: Case, place: str = "", cause: Cause = Cause.COMMAND) -> None:
        """Take another state of the case as what is wanted."""
        if case == self.case or self._is_refusing(case):
            return
        self._place.undo.edited(Edit(self.subject, self.case, case, place))
        self._show(case, cause)
        self._store_soon()

    def take(self, case: Case) -> None:
        """Take what undo made of the case; this is no step of its own."""
        if case == self.case or self._is_refusing(case):
            return
        is_step = case.steps != self.case.steps
        if is_step:
            # A step is taken back, or taken again, by itself and not among other edits.
            self.store_now()
        self._show(case, Cause.COMMAND)
        self._store_soon()
        if is_step:
            self.store_now()

    def stepped(self, before: Case, stored: Case) -> None:
        """Know that a step was taken in the database, which undo takes back like an edit."""
        self._place.undo.edited(Edit(self.subject, before, stored, ""))
        self.take_stored(stored)

    def _is_refusing(self, case: Case) -> bool:
        reasons = self.reasons_against(case)
        if reasons:
            self.refused.emit(reasons)
        return bool(reasons)

    def let_go(self) -> None:
        """Know that the screen is left: what is not stored yet still will be, if it can be."""
        self._place.undo.detach(self)
        if self.is_gone:
            # The person has read that; nothing is left to be tried.
            self.save_state.emit(SaveState(SaveStep.SAVED))

    def store_now(self) -> None:
        """Hand everything that is not in the database to the database thread."""
        self._timer.stop()
        if self.is_gone or self.case == self._sent:
            return
        shown, wanted = self._sent, self.case
        self._sent = wanted
        self._on_the_way += 1
        if not self.is_stored:
            self.is_stored = True
            begin = self._place.desk.registration.begin
            self._run(lambda: begin(wanted), _Sending(shown, wanted, is_new=True))
            self.began.emit()
        else:
            save, marks = self._place.desk.case_files.save, tuple(chain(*self._marks.values()))
            here = self._entered_place
            self._marks = {here: self._marks[here]} if here in self._marks else {}
            self._run(lambda: save(shown, wanted, marks), _Sending(shown, wanted))

    def take_stored(self, stored: Case) -> None:
        """Show what the database holds now, once what was typed is there too."""
        if self.is_dirty:
            self.store_now()
        elif stored != self._sent:
            self._take_over(stored)

    def field_left(self) -> None:
        """Take over what had to wait while the person was in a field."""
        self._entered_place = ""
        if self._held_place:
            self._look()
        else:
            self._typed_place = ""

    def _take_over(self, stored: Case) -> None:
        place = self.place_in_focus()
        if place and _shows(stored, place) != _shows(self.case, place):
            self._held_place = place
            return
        left, self._held_place = self._held_place, ""
        typed, self._typed_place = self._typed_place, ""
        was, self._sent = self.case, stored
        self._show(stored, Cause.ELSEWHERE)
        if left and left == typed and _shows(was, left) != _shows(stored, left):
            self.overruled.emit(left)

    def _look(self) -> None:
        """Read the case again; what was typed goes first, with what its author had seen."""
        self._unread = 0
        if self.case != self._sent and not self.is_gone:
            self.store_now()
            return
        files, case_id = self._place.desk.case_files, self.case.id
        self._place.tasks.run(self, lambda: files.open(case_id), self._on_read, self._on_unread)

    def _on_read(self, stored: Case) -> None:
        if self.is_gone:
            self._set_gone(is_gone=False)
        self.take_stored(stored)

    def _on_unread(self, error: MediationError) -> None:
        """Know that the case has left this desk; what is on screen stays there to be read."""
        if isinstance(error, CaseNotFoundError) and not self.is_gone:
            self._timer.stop()
            self._place.undo.forget(self.subject)
            self._set_gone(is_gone=True)

    def _set_gone(self, *, is_gone: bool) -> None:
        self.is_gone = is_gone
        self.gone.emit(is_gone)

    def _run(self, work: Callable[[], SavedCase], sending: "_Sending") -> None:
        self._place.tasks.run_first(
            self,
            work,
            lambda saved: self._on_saved(sending.wanted, saved),
            lambda error: self._on_failed(sending, error),
        )

    def _show(self, case: Case, cause: Cause) -> None:
        if case != self.case:
            self.case = case
            self.changed.emit(case, cause)

    def _store_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)
            self.save_state.emit(SaveState(SaveStep.SAVING))

    def _on_saved(self, sent: Case, saved: SavedCase) -> None:
        self._on_the_way -= 1
        self._unread -= self.case.id in saved.changes.case_ids
        if not self._on_the_way:
            self._is_refused = False
            self._go_on_from(sent, saved.case)
        if not self.is_dirty:
            now = self._place.desk.clock.now()
            self.save_state.emit(SaveState(SaveStep.SAVED, now))

    def _go_on_from(self, sent: Case, stored: Case) -> None:
        if stored != sent == self._sent:
            self.take_stored(stored)
        if self._unread > 0:
            self._look()

    def _on_failed(self, sending: "_Sending", error: MediationError) -> None:
        self._on_the_way -= 1
        self._on_unread(error)
        # What was refused is sent again together with everything typed since.
        if not self._is_refused:
            self._sent = sending.shown
        self._is_refused = self._on_the_way > 0
        self.is_stored = self.is_stored and not sending.is_new
        if not self.is_gone:
            self._timer.start(RETRY_AFTER_MS)
        self.save_state.emit(SaveState(SaveStep.FAILED, reason=told(error)))

    def _on_changes(self, changes: Changes) -> None:
        if self.case.id not in changes.case_ids or not self.is_stored:
            return
        if self._on_the_way:
            # Perhaps by what is on the way; if not, it is read when that has arrived.
            self._unread += 1
        else:
            self._look()


def _shows(case: Case, place: str) -> tuple[object, str | None]:
    return value_at(case, place), unfinished_at(case, place)


def _is_required_in_line(place: str) -> bool:
    """Return whether a fact can never be empty, as those of an instalment written by hand."""
    return place.startswith("agreement/plan/lines/") or place.endswith(("held_on", "signed_on"))
