"""The private notes of the person at the desk: shown here, stored apart, sent nowhere."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_app.domain.cases import CaseId
from mediation_app.domain.caucus import CaucusNote
from mediation_app.domain.quick_notes import QuickNote
from mediation_app.errors import MediationError
from ui.pages import SaveState, SaveStep, Workplace
from ui.sentences import told

SAVE_AFTER_MS = 400
RETRY_AFTER_MS = 3000


class PrivateNotes(QObject):
    """Holds what ``desk.caucus`` gives its author, and stores what is added within a second.

    The line being typed is kept there too, private or not: before it is entered nobody can know
    which it will be, and nothing private may ever touch the case.
    """

    changed = Signal()
    save_state = Signal(object)

    def __init__(self, place: Workplace, case_id: CaseId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._case_id = case_id
        self._notes: dict[str, CaucusNote] = {}
        self._drafts: dict[str, str] = {}
        self._typed: tuple[str, str] | None = None
        self._unsaved: dict[str, CaucusNote] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.store_now)

    def load(self, notes: tuple[CaucusNote, ...]) -> None:
        """Show what was stored."""
        self._notes = {each.id: each for each in notes if not each.is_draft}
        self._drafts = {each.meeting_id: each.text for each in notes if each.is_draft}
        self.changed.emit()

    def of_meeting(self, meeting_id: str) -> tuple[CaucusNote, ...]:
        """Return the notes of a session, the oldest first."""
        return tuple(each for each in self._notes.values() if each.meeting_id == meeting_id)

    def draft_of(self, meeting_id: str) -> str:
        """Return the line that was being typed when the session was left."""
        return self._drafts.get(meeting_id, "")

    def add(self, meeting_id: str, quick: QuickNote) -> None:
        """Note something."""
        note = self._place.desk.caucus.note(self._case_id, meeting_id, quick)
        self._notes[note.id] = note
        self._unsaved[note.id] = note
        self.store_now()
        self.changed.emit()

    def take_back(self, note: CaucusNote) -> None:
        """Delete a note, whose words go back into the line being typed."""
        self._notes.pop(note.id, None)
        self._unsaved.pop(note.id, None)
        caucus = self._place.desk.caucus
        self._place.tasks.run(self, lambda: caucus.forget(note), _nothing, self._on_failed)
        self.changed.emit()

    def type_line(self, meeting_id: str, typed: str) -> None:
        """Keep the line that is being typed."""
        self._typed = (meeting_id, typed)
        self._drafts[meeting_id] = typed
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def store_now(self) -> None:
        """Hand everything that is not stored to the database thread."""
        self._timer.stop()
        caucus, run = self._place.desk.caucus, self._place.tasks.run_first
        for note in tuple(self._unsaved.values()):
            run(self, partial(caucus.keep, note), self._on_kept, self._on_failed)
        if self._typed is not None:
            meeting_id, typed = self._typed
            self._typed = None
            work = partial(caucus.keep_draft, self._case_id, meeting_id, typed)
            run(self, work, _nothing, lambda error: self._on_draft_failed(meeting_id, error))

    def _on_kept(self, note: CaucusNote) -> None:
        if self._unsaved.pop(note.id, None) is not None:
            now = self._place.desk.clock.now()
            self.save_state.emit(SaveState(SaveStep.SAVED, now))

    def _on_draft_failed(self, meeting_id: str, error: MediationError) -> None:
        self._typed = self._typed or (meeting_id, self._drafts[meeting_id])
        self._on_failed(error)

    def _on_failed(self, error: MediationError) -> None:
        self.save_state.emit(SaveState(SaveStep.FAILED, reason=told(error)))
        self._timer.start(RETRY_AFTER_MS)


def _nothing(answer: object) -> None:
    """Nobody waits for the answer."""
    del answer
