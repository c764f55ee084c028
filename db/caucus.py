"""Private notes in the local database, encrypted with it and known to no other part of it.

They are no part of a unit of work: what is stored here makes no entry in the journal, which sync
would send.
"""

from datetime import datetime

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.sqlite import insert

from db.tables import CAUCUS_NOTE, AnyRow
from db.turns import Turns
from db.writing import writing
from mediation_app.domain.cases import CaseId
from mediation_app.domain.caucus import CaucusNote


class SqlCaucusNotes:
    """The table of private notes; nothing else reads or writes it."""

    def __init__(self, engine: Engine, turns: Turns) -> None:
        self._engine = engine
        self._turns = turns

    def put(self, note: CaucusNote) -> None:
        """Store a note, in place of the author's one with the same id."""
        row = {
            "author": note.author,
            "id": note.id,
            "case_id": note.case_id,
            "meeting_id": note.meeting_id,
            "side": note.side,
            "tag": note.tag,
            "text": note.text,
            "said_at": note.said_at.isoformat(),
        }
        with writing(self._engine, self._turns) as connection:
            connection.execute(insert(CAUCUS_NOTE).prefix_with("OR REPLACE"), row)

    def remove(self, author: str, note_id: str) -> None:
        """Delete a note of this author, if it is there."""
        mine = (CAUCUS_NOTE.c.author == author) & (CAUCUS_NOTE.c.id == note_id)
        with writing(self._engine, self._turns) as connection:
            connection.execute(delete(CAUCUS_NOTE).where(mine))

    def of_case(self, author: str, case_id: CaseId) -> tuple[CaucusNote, ...]:
        """Return what this author noted in a case, and nobody else's notes, the oldest first."""
        mine = (CAUCUS_NOTE.c.author == author) & (CAUCUS_NOTE.c.case_id == case_id)
        ordered = select(CAUCUS_NOTE).where(mine).order_by(CAUCUS_NOTE.c.said_at, CAUCUS_NOTE.c.id)
        with self._engine.connect() as connection:
            return tuple(map(_read, connection.execute(ordered)))


def _read(row: AnyRow) -> CaucusNote:
    return CaucusNote(
        row.id,
        CaseId(row.case_id),
        row.meeting_id,
        row.author,
        row.side,
        row.tag,
        row.text,
        datetime.fromisoformat(row.said_at),
    )
