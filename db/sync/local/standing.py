"""A record after something was heard of it: folded again, written down, its lists brought up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from db.blobs import named_in, use
from db.canonical import digest
from db.case_index import IndexEntry, put_new, take_out
from db.causes import Causes, Entry, Known
from db.document_lines import DOCUMENTS, put_lines
from db.fold import State, is_deleted, shown
from db.packing import pack, unpack
from db.records import TYPES, Stored, looks, put_records, remember_look
from db.refolding import Key, fold_local, local_entries
from db.registers import from_registers, legible, to_registers
from db.states import read_state, state_text
from db.sync.local.lookups import counted, portions, records_of, saving_times
from db.tables import CASE_LINE, DELETED_CASE
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import StorageError

_FIRST_FOLDED = -(1 << 40)
NEVER = "1970-01-01T00:00:00.000000+00:00"
"""When a case without entries was saved, for lists that are ordered by it."""


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
    entries = local_entries(connection, (stored.kind, stored.record_id))
    return stand_on(stored, placed, causes, entries)


def stand_on(stored: Stored, placed: State, causes: Causes, entries: list[Entry]) -> Stored:
    """Return a record after the same, by its entries that are only here."""
    state = fold_local(causes, entries, placed, Known(stored.seq, stored.chain))
    return replace(
        stored,
        state=state,
        placed_doc=pack(state_text(placed)) if entries else None,
        shows=looks_of(stored.kind, state),
        heads=_heads(entries),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after something was heard of it."""

    before: Stored | None
    after: Stored

    @property
    def key(self) -> Key:
        """Which record."""
        return self.after.kind, self.after.record_id

    @property
    def is_new(self) -> bool:
        """Whether it shows something new."""
        return self.before is None or self.before.shows != self.after.shows

    def has_more(self, last_no: int) -> bool:
        """Return whether entries were added, by the number of the last one."""
        return self.before is None or last_no != self.before.last_no

    def is_listed_anew(self, last_no: int) -> bool:
        """Return whether lists and search must be told of it."""
        if self.after.kind is not RecordKind.CASE:
            return False
        was_deleted = self.before is not None and is_deleted(self.before.state)
        is_other = was_deleted != is_deleted(self.after.state)
        return self.is_new or self.has_more(last_no) or is_other


def write(connection: Connection, before: Stored | None, after: Stored) -> bool:
    """Write a record and all that lists show of it; return whether it shows something new.

    Its entries, which must be in the journal already, are counted here.
    """
    return bool(write_all(connection, [Change(before, after)]))


def write_all(connection: Connection, changes: Sequence[Change]) -> set[Key]:
    """Write records, each once, and all that lists show of them; return which show new things.

    Their entries, which must be in the journal already, are counted here.
    """
    if not changes:
        return set()
    for each in changes:
        if each.before is not None:
            remember_look(connection, each.before)
    counts = counted(connection, [each.key for each in changes])
    numbered = [(each, *counts.get(each.key, (0, 0))) for each in changes]
    put_records(
        connection,
        [replace(each.after, op_count=times, last_no=last) for each, times, last in numbered],
    )
    anew = [(each, last) for each, _, last in numbered if each.is_listed_anew(last)]
    for some in portions([each.after.record_id for each, _ in anew if each.before is not None]):
        take_out(connection, *some)
    _list(connection, [(each.after, last) for each, last in anew])
    return {each.key for each, _, last in numbered if each.is_new or each.has_more(last)}


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


def listed(kind: RecordKind, state: State) -> Case | None:
    """Return a case as lists show it: also one in which something cannot be read here."""
    try:
        return legible(Case, shown(state)) if kind is RecordKind.CASE else None
    except StorageError:
        return None


def _list(connection: Connection, records: Sequence[tuple[Stored, int]]) -> None:
    """Bring up to date what lists, search, documents and contents know of cases."""
    saved_at = saving_times(connection, [last_no for _, last_no in records])
    folded_no = next_folded_no(connection) if len(saved_at) < len(records) else 0
    entries = []
    for record, last_no in records:
        case = _belongings(connection, record)
        if case is not None:
            no, saved = (last_no, saved_at.get(last_no, NEVER))
            if last_no not in saved_at:
                no, folded_no = folded_no, folded_no + 1
            entries.append(IndexEntry(case, no, saved, is_deleted(record.state)))
    put_new(connection, entries)


def _belongings(connection: Connection, record: Stored) -> Case | None:
    """Note which contents and documents a case tells of; return it where it can be read."""
    registers = shown(record.state)
    use(connection, (record.kind, record.record_id), named_in(registers.items()), is_sent=True)
    if any(path.startswith(DOCUMENTS) for path in registers):
        put_lines(connection, record.record_id, registers)
    return listed(record.kind, record.state)


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


def refold(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Fold records again after their local entries changed; return which look otherwise."""
    before = records_of(connection, keys)
    changes = [
        Change(each, stand(connection, each, placed_state(each), Causes(connection, *key)))
        for key, each in before.items()
    ]
    return write_all(connection, changes)
