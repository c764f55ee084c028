"""The case as it is on screen: edited, stored within a second, undone, and kept up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.case.consequences import with_consequences
from ui.case.history import History, Step
from ui.case.merging import merged
from ui.case.places import value_at, with_unfinished, with_value
from ui.fields.entries import Entry
from ui.pages import SaveState, SaveStep, Workplace
from ui.sentences import told

SAVE_AFTER_MS = 600
"""From the first unsaved key press; not put off by the next one."""
RETRY_AFTER_MS = 3000


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
    """

    changed = Signal(object, object)
    """The ``Case`` and the ``Cause``."""
    save_state = Signal(object)
    began = Signal()
    """A draft came into the database."""

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
        self.is_stored = is_stored
        self._place = place
        self._sent = case
        self._on_the_way = 0
        self._history = History()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.store_now)
        place.tasks.changed.connect(self._on_changes)

    @property
    def is_dirty(self) -> bool:
        """True where something is not in the database yet."""
        return self.case != self._sent or self._on_the_way > 0

    @property
    def history(self) -> History:
        """The steps that can be taken back."""
        return self._history

    def type_at(self, place: str, entry: Entry) -> None:
        """Take what was typed into the field of a place."""
        case = self.case
        is_needed = _is_required_in_line(place)
        if entry.is_read and not (is_needed and entry.value is None):
            case = with_unfinished(with_value(case, place, entry.value), place, None)
            case = with_consequences(self.case, case, place)
        else:
            if entry.value != value_at(case, place) and not is_needed:
                case = with_value(case, place, entry.value)
            case = with_unfinished(case, place, entry.text)
        self.put(case, place, Cause.TYPED)

    def put(self, case: Case, place: str = "", cause: Cause = Cause.COMMAND) -> None:
        """Take another state of the case as what is wanted."""
        if case == self.case:
            return
        self._history.add(Step(self.case, case, place, self._clock.elapsed()))
        self._show(case, cause)
        self._store_soon()

    def undo(self) -> str:
        """Take the last step back; return where it was."""
        return self._travel(self._history.undo) if self._history.can_undo else ""

    def redo(self) -> str:
        """Take the step again that was taken back last; return where it was."""
        return self._travel(self._history.redo) if self._history.can_redo else ""

    def store_now(self) -> None:
        """Hand everything that is not in the database to the database thread."""
        self._timer.stop()
        if self.case == self._sent:
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
            save = self._place.desk.case_files.save
            self._run(lambda: save(shown, wanted), _Sending(shown, wanted))

    def take_stored(self, stored: Case) -> None:
        """Show what the database holds now, with what is not stored yet on top."""
        if stored == self._sent:
            return
        case = merged(self._sent, self.case, stored)
        self._sent = stored
        self._show(case, Cause.ELSEWHERE)

    def _run(self, work: Callable[[], SavedCase], sending: "_Sending") -> None:
        self._place.tasks.run(
            self,
            work,
            lambda saved: self._on_saved(sending.wanted, saved),
            lambda error: self._on_failed(sending, error),
        )

    def _travel(self, way: Callable[[Case], tuple[Case, str]]) -> str:
        case, place = way(self.case)
        self._show(case, Cause.COMMAND)
        self._store_soon()
        return place

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
        if saved.case != sent:
            mine = self.case
            self._sent = merged(sent, self._sent, saved.case)
            self._show(merged(sent, mine, saved.case), Cause.ELSEWHERE)
        if not self.is_dirty:
            now = self._place.desk.clock.now()
            self.save_state.emit(SaveState(SaveStep.SAVED, now))

    def _on_failed(self, sending: "_Sending", error: MediationError) -> None:
        self._on_the_way -= 1
        # What was refused is sent again together with everything typed since.
        self._sent = sending.shown
        self.is_stored = self.is_stored and not sending.is_new
        self._timer.start(RETRY_AFTER_MS)
        self.save_state.emit(SaveState(SaveStep.FAILED, reason=told(error)))

    def _on_changes(self, changes: Changes) -> None:
        if self.case.id not in changes.case_ids or self._on_the_way or not self.is_stored:
            return
        files = self._place.desk.case_files
        case_id = self.case.id

        def show(stored: Case) -> None:
            # A save that went out meanwhile brings a newer state with it.
            if not self._on_the_way:
                self.take_stored(stored)

        self._place.tasks.run(self, lambda: files.open(case_id), show)


def _is_required_in_line(place: str) -> bool:
    """Return whether a fact can never be empty, as those of an instalment written by hand."""
    return place.startswith("agreement/plan/lines/") or place.endswith(("held_on", "signed_on"))
