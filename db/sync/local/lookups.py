"""Looks up many records at once: a page of a feed has some hundred."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, select

from db.causes import ECHOED, LOCAL
from db.many import MANY, many
from db.records import RECORD_ROWS, Stored, stored_in
from db.refolding import Key
from db.sync.wire import PlacedOp
from db.tables import GONE, HELD, OP, PLACEMENT, RECORD, AnyRow
from mediation_app.domain.journal import RecordKind

AT_ONCE = 500

Item = TypeVar("Item")
_KINDS = {kind.value: kind for kind in RecordKind}
Places = dict[tuple[Key, int], bytes]

_OF_RECORD = (OP.c.record_kind, OP.c.record_id)
_COUNTED = select(*_OF_RECORD, func.count().label("times"), func.max(OP.c.no).label("last"))
_WAITING = (
    select(
        *_OF_RECORD,
        *(OP.c.no, OP.c.op_id, OP.c.v, OP.c.said, OP.c.base_seq, OP.c.base_chain, OP.c.after),
        *(HELD.c.former_seq, OP.c.body.is_(None).label("is_erased")),
    )
    .outerjoin(HELD, HELD.c.no == OP.c.no)
    .where(OP.c.state.in_(LOCAL))
    .order_by(OP.c.no)
)
_OWN = select(OP.c.no, OP.c.op_id, OP.c.body_hash, OP.c.body.is_(None).label("is_erased"))


def portions(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield some hundred at a time, as many as one statement takes well."""
    return (items[at : at + AT_ONCE] for at in range(0, len(items), AT_ONCE))


def records_of(connection: Connection, keys: Collection[Key]) -> dict[Key, Stored]:
    """Return the records that are here."""
    return {_key(row): stored_in(row) for row in _rows(connection, RECORD_ROWS, RECORD, keys)}


def among(connection: Connection, table: Table, keys: Collection[Key]) -> set[Key]:
    """Return those of the records that a table tells of."""
    wanted = select(table.c.record_kind, table.c.record_id).distinct()
    return {_key(row) for row in _rows(connection, wanted, table, keys)}


def counted(connection: Connection, keys: Collection[Key]) -> dict[Key, tuple[int, int]]:
    """Return how many entries the journal has of each record, and the number of the last."""
    rows = _rows(connection, _COUNTED.group_by(*_OF_RECORD), OP, keys)
    return {_key(row): (row.times, row.last) for row in rows}


def waiting(connection: Connection, keys: Collection[Key]) -> dict[Key, list[AnyRow]]:
    """Return which entries of each record have not come back, without their bodies."""
    found: dict[Key, list[AnyRow]] = {}
    for row in _rows(connection, _WAITING, OP, keys):
        found.setdefault(_key(row), []).append(row)
    return found


def own_rows(connection: Connection, ops: Sequence[PlacedOp]) -> dict[str, AnyRow]:
    """Return the entries of the journal that are these operations, by their id."""
    found: dict[str, AnyRow] = {}
    for some in portions(ops):
        wanted = _OWN.where(OP.c.op_id.in_([each.op.op_id for each in some]))
        found |= {row.op_id: row for row in connection.execute(wanted)}
    return found


def saving_times(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Return when entries of the journal were saved, by their numbers."""
    found: dict[int, str] = {}
    for some in portions(numbers):
        rows = connection.execute(select(OP.c.no, OP.c.saved_at).where(OP.c.no.in_(some)))
        found |= {row.no: row.saved_at for row in rows}
    return found


def entries_of(connection: Connection, op_ids: Sequence[str]) -> dict[str, AnyRow]:
    """Return entries of the journal by the ids of their operations."""
    found: dict[str, AnyRow] = {}
    for some in portions(op_ids):
        rows = connection.execute(select(OP).where(OP.c.op_id.in_(some)))
        found |= {row.op_id: row for row in rows}
    return found


def owners_of(connection: Connection, keys: Collection[Key]) -> dict[Key, int]:
    """Return whose records are, as the last of their entries at the centre says."""
    # With max() SQLite takes the other columns from the row that has the greatest.
    wanted = (
        select(*_OF_RECORD, func.max(OP.c.seq), PLACEMENT.c.org_id)
        .join(PLACEMENT, PLACEMENT.c.no == OP.c.no)
        .group_by(*_OF_RECORD)
    )
    return {_key(row): row.org_id for row in _rows(connection, wanted, OP, keys)}


def folded_up_to(connection: Connection, keys: Collection[Key]) -> dict[Key, int]:
    """Return up to where records came folded, without their entries."""
    wanted = select(RECORD.c.record_kind, RECORD.c.record_id, RECORD.c.from_seq)
    return {_key(row): row.from_seq for row in _rows(connection, wanted, RECORD, keys)}


def known_seqs(connection: Connection, keys: Collection[Key]) -> dict[Key, int]:
    """Return up to which number the shared log of each record is known, of those that are here."""
    wanted = select(RECORD.c.record_kind, RECORD.c.record_id, RECORD.c.seq)
    return {_key(row): row.seq for row in _rows(connection, wanted, RECORD, keys)}


def chains_at(connection: Connection, places: Collection[tuple[Key, int]]) -> Places:
    """Return the hashes of the shared logs in these places, as far as they are here."""
    found: Places = {}
    for some in portions(sorted({seq for _, seq in places})):
        wanted = select(*_OF_RECORD, OP.c.seq, OP.c.chain)
        wanted = wanted.where(OP.c.state == ECHOED, OP.c.seq.in_(some))
        rows = _rows(connection, wanted, OP, {key for key, _ in places})
        found |= {(_key(row), row.seq): bytes(row.chain) for row in rows}
    return found


def forget_gone(connection: Connection, keys: Collection[Key]) -> None:
    """Forget of records that come back that they had left."""
    for kind, record_id in among(connection, GONE, keys):
        of_record = (GONE.c.record_kind == kind.value) & (GONE.c.record_id == record_id)
        connection.execute(delete(GONE).where(of_record))


def _rows(
    connection: Connection, wanted: Select[Any], table: Table, keys: Collection[Key]
) -> Iterator[AnyRow]:
    """Yield what is wanted of these records.

    The kind is always named: no index begins with the id.
    """
    by_kind: dict[RecordKind, list[str]] = defaultdict(list)
    for kind, record_id in keys:
        by_kind[kind].append(record_id)
    of_records = table.c.record_kind == bindparam("of_kind"), table.c.record_id.in_(MANY)
    of_these = wanted.where(*of_records)
    for kind, ids in by_kind.items():
        for some in portions(ids):
            named = {"of_kind": kind.value, **many(some)}
            yield from connection.execute(of_these, named).all()


def _key(row: AnyRow) -> Key:
    return _KINDS[row.record_kind], row.record_id
