"""The private notes of whoever sits at this desk."""

from collections.abc import Callable

from mediation_app.domain.cases import CaseId
from mediation_app.domain.caucus import CaucusNote, draft_id
from mediation_app.domain.quick_notes import NoteKind, QuickNote
from mediation_app.ports.caucus import CaucusNotes
from mediation_app.ports.environment import Clock, Ids


class Caucus:
    """Keeps private notes and gives them back to their author; to nobody else, for nothing else.

    Unlike every other service it answers no ``Changes``: no screen but the author's session
    desk reloads by what happens here.
    """

    def __init__(
        self, notes: CaucusNotes, author: Callable[[], str], account: str, clock: Clock, ids: Ids
    ) -> None:
        """Take the notes and who writes.

        Args:
            notes: Where they are kept.
            author: Who sits here, as the centre knows him once the desk is connected.
            account: Under which name the same person wrote before that.
            clock: The time.
            ids: Where new ids come from.
        """
        self._notes = notes
        self._author = author
        self._account = account
        self._clock = clock
        self._ids = ids

    def note(self, case_id: CaseId, meeting_id: str, quick: QuickNote) -> CaucusNote:
        """Return a private note of now; ``keep`` stores it."""
        return self._made(self._ids.new(), case_id, meeting_id, quick)

    def keep(self, note: CaucusNote) -> CaucusNote:
        """Store a note, in place of the one with the same id; return it."""
        self._notes.put(note)
        return note

    def forget(self, note: CaucusNote) -> None:
        """Delete an own note."""
        self._notes.remove(note.author, note.id)

    def keep_draft(self, case_id: CaseId, meeting_id: str, typed: str) -> None:
        """Store the line that is being typed, private or not; an empty one is deleted."""
        note_id = draft_id(meeting_id)
        if typed.strip():
            quick = QuickNote(NoteKind.PRIVATE, text=typed)
            self._notes.put(self._made(note_id, case_id, meeting_id, quick))
        else:
            self._notes.remove(self._author(), note_id)

    def of_case(self, case_id: CaseId) -> tuple[CaucusNote, ...]:
        """Return what one noted oneself in a case, lines still being typed among it."""
        names = dict.fromkeys((self._account, self._author()))
        return tuple(note for name in names for note in self._notes.of_case(name, case_id))

    def _made(
        self, note_id: str, case_id: CaseId, meeting_id: str, quick: QuickNote
    ) -> CaucusNote:
        return CaucusNote(
            note_id,
            case_id,
            meeting_id,
            self._author(),
            quick.side,
            quick.tag,
            quick.text,
            self._clock.now(),
        )
