"""Whether the window was closed, and what was typed before it ended otherwise."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select

from db.database import Database
from db.drafts import drafts_since
from db.fold import is_deleted
from db.histories import changes_of
from db.journal import DEVICE_ID
from db.meta import get_meta, put_meta
from db.records import load
from db.registers import Registers, from_registers
from db.scalars import instant_text, read_instant
from db.sole_right import SoleRight
from db.tables import META, OP, AnyRow
from db.writing import writing
from mediation_app.domain.cases import Case
from mediation_app.domain.journal import FieldChange, RecordKind
from mediation_app.domain.recovery import Recovered, RecoveredField, RecoveredRecord

LAST_MINUTES = timedelta(minutes=10)
"""What was stored before the last entry by more than this is remembered by whoever typed it."""
MOST_ENTRIES = 500
_SESSION = "window_session"
_NEW = frozenset({"begin"})
_TYPING = (*_NEW, "edit", "remove_file", "register")


class SqlSessions:
    """Sessions of windows on one station; a lock tells a crash from a second window."""

    def __init__(self, database: Database, lock: Path) -> None:
        self._database = database
        self._right = SoleRight(lock)
        self._is_open = False

    def begin(self) -> Recovered | None:
        """Note that a window is open; return what the one before left, if it was not closed."""
        if not self._right.take():
            return None
        with self._writing() as connection:
            left = get_meta(connection, _SESSION)
            recovered = None if left is None else _recovered(connection, json.loads(left))
            put_meta(connection, _SESSION, json.dumps(self._session(connection)))
        self._is_open = True
        return recovered

    def end(self) -> None:
        """Note that the window was closed; nothing happens where none was opened."""
        if self._is_open:
            with self._writing() as connection:
                connection.execute(delete(META).where(META.c.key == _SESSION))
        self.leave()

    def leave(self) -> None:
        """Let go of the station, with the mark of an open window where nobody closed it.

        When the window system dies Qt ends the program as if somebody had wished it.
        """
        self._is_open = False
        self._right.give_up()

    def _session(self, connection: Connection) -> dict[str, Any]:
        last_no = connection.scalar(select(func.max(OP.c.no))) or 0
        return {"after_no": last_no, "opened_at": instant_text(self._database.clock.now())}

    def _writing(self) -> AbstractContextManager[Connection]:
        return writing(self._database.engine, self._database.turns)


def _recovered(connection: Connection, session: dict[str, Any]) -> Recovered:
    """Return what was typed in a session, as far as it is of the last minutes."""
    own = (
        (OP.c.device_id == get_meta(connection, DEVICE_ID))
        & (OP.c.no > int(session["after_no"]))
        & OP.c.action.in_(_TYPING)
    )
    latest = select(OP).where(own).order_by(OP.c.no.desc()).limit(MOST_ENTRIES)
    rows = list(connection.execute(latest))
    drafts = drafts_since(connection, read_instant(session["opened_at"]))
    if not rows:
        return Recovered((), max((each.typed_at for each in drafts), default=None), drafts)
    saved_at = read_instant(rows[0].saved_at)
    recent = [row for row in rows if saved_at - read_instant(row.saved_at) <= LAST_MINUTES]
    by_record: dict[tuple[str, str], list[AnyRow]] = {}
    for row in recent:
        by_record.setdefault((row.record_kind, row.record_id), []).append(row)
    records = (_record(connection, key, of_record) for key, of_record in by_record.items())
    last_at = max((saved_at, *(each.typed_at for each in drafts)))
    return Recovered(tuple(each for each in records if each is not None), last_at, drafts)


def _record(
    connection: Connection, key: tuple[str, str], rows: list[AnyRow]
) -> RecoveredRecord | None:
    """Return one record with its fields, last typed first; None where there is none any more."""
    kind = RecordKind(key[0])
    stored = load(connection, kind, key[1])
    if stored is None or is_deleted(stored.state):
        return None
    registers = stored.registers
    fields = tuple(_fields(rows, registers))
    is_new = any(row.action in _NEW for row in rows)
    if kind is not RecordKind.CASE:
        return RecoveredRecord(None, fields) if fields else None
    case = from_registers(Case, registers)
    return RecoveredRecord(case, fields, is_new) if fields or is_new else None


def _fields(rows: list[AnyRow], registers: Registers) -> Iterator[RecoveredField]:
    """Yield the fields that entries changed, as they were before the first of them."""
    last: dict[str, tuple[FieldChange, AnyRow]] = {}
    first: dict[str, FieldChange] = {}
    for row in rows:
        for change in changes_of(row):
            last.setdefault(change.path, (change, row))
            first[change.path] = change
    for path, (change, row) in last.items():
        if first[path].before != change.after:
            yield RecoveredField(
                path=path,
                before=first[path].before,
                after=change.after,
                now=registers.get(path),
                typed_at=read_instant(row.saved_at),
            )
