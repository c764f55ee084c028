"""A record after something was heard of it: folded again, written down, its lists brought up."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from db.blobs import named_in, use
from db.canonical import digest
from db.case_index import IndexEntry, put_new, take_out
from db.cases import is_deleted
from db.causes import Causes, Entry, Known
from db.document_lines import DOCUMENTS, put_lines
from db.fold import State, shown
from db.packing import pack, unpack
from db.records import TYPES, Stored, load, looks, put_records, remember_look
from db.refolding import Key, fold_local, local_entries
from db.registers import from_registers, to_registers
from db.states import read_state, state_text
from db.tables import CASE_LINE, DELETED_CASE, OP
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import StorageError

_FIRST_FOLDED = -(1 << 40)
_NEVER = "1970-01-01T00:00:00.000000+00:00"


def placed_state(stored: Stored) -> State:
    """Return the state of a record without what is only here."""
    return stored.state if stored.placed_doc is None else read_state(unpack(stored.placed_doc))


def stand(connection: Connection, stored: Stored, placed: State, causes: Causes) -> Stored:
    """Return a record after the shared log or the entries that are only here have changed.

    Args:
        connection: In the transaction that changes them.
        stored: The record, with its place in the shared log as it is now.
        placed: The state at that place.
        causes: Of the record; it knows the log up to that place.
    """
    key = (stored.kind, stored.record_id)
    entries = local_entries(connection, key)
    known = Known(stored.seq, stored.chain)
    state = fold_local(causes, entries, placed, known)
    return replace(
        stored,
        state=state,
        placed_doc=pack(state_text(placed)) if entries else None,
        shows=looks_of(stored.kind, state),
        heads=_heads(entries),
    )


def write(connection: Connection, before: Stored | None, after: Stored) -> bool:
    """Write a record and all that lists show of it; return whether it shows something new.

    Its entries, which must be in the journal already, are counted here.
    """
    if before is not None:
        remember_look(connection, before)
    of_record = (OP.c.record_kind == after.kind.value) & (OP.c.record_id == after.record_id)
    counted = select(func.count(), func.max(OP.c.no)).where(of_record)
    op_count, last_no = connection.execute(counted).one()
    put_records(connection, [replace(after, op_count=op_count, last_no=last_no or 0)])
    is_new = before is None or before.shows != after.shows
    has_more = before is None or last_no != before.last_no
    was_deleted = before is not None and is_deleted(before.state)
    if after.kind is RecordKind.CASE and (
        is_new or has_more or was_deleted != is_deleted(after.state)
    ):
        if before is not None:
            take_out(connection, after.record_id)
        _list(connection, after, last_no or 0)
    return is_new or has_more


def looks_of(kind: RecordKind, state: State) -> bytes:
    """Return the hash of what a record shows; what cannot be read looks like nothing else."""
    record = read(kind, state)
    return digest(state_text(state)) if record is None else looks(to_registers(record))


def read(kind: RecordKind, state: State) -> Case | Committee | None:
    """Return the record; None where a newer version of the program wrote what it needs."""
    try:
        return from_registers(TYPES[kind], shown(state))
    except StorageError:
        return None


def _list(connection: Connection, record: Stored, last_no: int) -> None:
    """Bring up to date what lists, search, documents and contents know of a case."""
    registers = shown(record.state)
    use(connection, (record.kind, record.record_id), named_in(registers.items()), is_sent=True)
    if any(path.startswith(DOCUMENTS) for path in registers):
        put_lines(connection, record.record_id, registers)
    case = read(record.kind, record.state)
    if isinstance(case, Case):
        no, saved_at = _line_of(connection, last_no)
        put_new(connection, [IndexEntry(case, no, saved_at, is_deleted(record.state))])


def _line_of(connection: Connection, last_no: int) -> tuple[int, str]:
    last = connection.scalar(select(OP.c.saved_at).where(OP.c.no == last_no))
    return (next_folded_no(connection), _NEVER) if last is None else (last_no, str(last))


def next_folded_no(connection: Connection) -> int:
    """Return the number of the next line of a case without entries: below all that have some."""
    highest = max(
        connection.scalar(select(func.max(table.c.no)).where(table.c.no < 0)) or _FIRST_FOLDED
        for table in (CASE_LINE, DELETED_CASE)
    )
    return highest + 1


def _heads(entries: Sequence[Entry]) -> tuple[str, ...]:
    built_on = {each for entry in entries for each in entry.after}
    return tuple(entry.op_id for entry in entries if entry.op_id not in built_on)


def refold(connection: Connection, key: Key) -> bool:
    """Fold a record again after its local entries changed; return whether it looks otherwise."""
    before = load(connection, *key)
    if before is None:
        return False
    after = stand(connection, before, placed_state(before), Causes(connection, *key))
    return write(connection, before, after)
