"""Folds what the first version of the program has written by the rules that all machines share."""

from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from db.canonical import read_stored
from db.case_index import IndexEntry, list_again
from db.causes import Causes, Known
from db.disputes import put_disputes
from db.fold import disputes, shown
from db.packing import pack
from db.records import TYPES, looks
from db.refolding import fold_local, local_entries
from db.registers import from_registers, legible, to_registers
from db.schedule_index import appointment_rows
from db.states import read_state, state_text
from db.tables import APPOINTMENT_LINE, CASE_LINE, OP, RECORD, AnyRow
from mediation_app.domain.cases import Case
from mediation_app.domain.journal import RecordKind

_AT_ONCE = 500
_NOTHING_PLACED = pack("{}")
_APPOINTMENTS = '"appointments/'
"""How the state of a case begins to tell of one."""


def refold_all(connection: Connection) -> None:
    """Store every record as its entries make it; before there was a centre, all are local."""
    key = (RECORD.c.record_kind == bindparam("kind")) & (RECORD.c.record_id == bindparam("id"))
    again = update(RECORD).where(key)
    wanted = select(RECORD, OP.c.shows.label("row_shows"), OP.c.heads.label("row_heads"))
    rows = connection.execute(wanted.join(OP, OP.c.no == RECORD.c.last_no)).partitions(_AT_ONCE)
    for portion in [list(each) for each in rows]:
        connection.execute(again, [_refolded(connection, row) for row in portion])


def index_appointments(connection: Connection) -> None:
    """List the appointments of cases that came with them from a newer version of the program."""
    of_cases = RECORD.c.record_kind == RecordKind.CASE.value
    came = select(RECORD.c.doc).where(of_cases, RECORD.c.seq > 0)
    listed = set(connection.scalars(select(CASE_LINE.c.case_id)))
    for portion in connection.execute(came).partitions(_AT_ONCE):
        cases = [_with_appointments(row.doc) for row in portion]
        kept = [each for each in cases if each is not None and each.id in listed]
        rows = [row for each in kept for row in appointment_rows(each)]
        if rows:
            connection.execute(insert(APPOINTMENT_LINE), rows)


def _with_appointments(doc: str) -> Case | None:
    return legible(Case, shown(read_state(doc))) if _APPOINTMENTS in doc else None


def _refolded(connection: Connection, row: AnyRow) -> dict[str, Any]:
    kind = RecordKind(row.record_kind)
    key = (kind, row.record_id)
    entries = local_entries(connection, key)
    state = fold_local(Causes(connection, *key), entries, {}, Known())
    registers = shown(state)
    found = disputes(state)
    put_disputes(connection, key, found)
    shows = row.row_shows
    if registers != read_stored(row.doc):
        record: Any = from_registers(TYPES[kind], registers)
        shows = looks(to_registers(record))
        if isinstance(record, Case):
            _put_line(connection, row, record)
    return {
        "kind": row.record_kind,
        "id": row.record_id,
        "doc": state_text(state),
        "placed_doc": _NOTHING_PLACED,
        "shows": shows,
        "heads": row.row_heads,
        "dispute_count": len(found),
    }


def _put_line(connection: Connection, row: AnyRow, case: Case) -> None:
    saved_at = connection.scalar(select(OP.c.saved_at).where(OP.c.no == row.last_no))
    list_again(connection, IndexEntry(case, row.last_no, saved_at or ""))
