"""Fold the journal again: onto what came back from the centre, or from the beginning."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from db.canonical import PLACE_BYTES
from db.causes import ECHOED, LOCAL, Cause, CauseFinder, Causes, Entry, Known, Sight, edit_of
from db.fold import Edit, State, Write, fold
from db.packing import unpack
from db.records import Stored
from db.states import read_state
from db.tables import HELD, OP, PLACEMENT, AnyRow
from mediation_app.domain.journal import RecordKind

Key = tuple[RecordKind, str]
Writes = dict[str, tuple[Write, ...]]


def fold_local(causes: Causes, entries: list[Entry], placed: State, known: Known) -> Writes:
    """Fold the entries that have not come back from the centre onto those that have."""
    return fold(placed, local_edits(causes, entries, known))


def local_entries(connection: Connection, key: Key) -> list[Entry]:
    """Return the entries that have not come back, in the order in which they count.

    What the centre once had and lost comes first, in its former order.
    """
    return [_local(row) for row in connection.execute(_local_entries(key))]


def fold_placed(connection: Connection, stored: Stored, up_to_seq: int) -> Writes:
    """Fold the shared log of a record up to a place.

    Args:
        connection: Where the log is.
        stored: The record; one that came folded is folded on from there.
        up_to_seq: The place, not before that.
    """
    key = (stored.kind, stored.record_id)
    wanted = _placed_entries(key, stored.from_seq, up_to_seq)
    entries = (_placed(row) for row in connection.execute(wanted))
    known = Known(stored.from_seq, stored.from_chain)
    begun = {} if stored.from_doc is None else read_state(unpack(stored.from_doc))
    return fold(begun, placed_edits(Causes(connection, *key), entries, known))


def local_edits(causes: Causes, entries: list[Entry], known: Known) -> Iterator[Edit]:
    """Return entries without a place in the shared log as the fold takes them."""
    fresh = {entry.op_id: Cause(entry.by, entry.after) for entry in entries}
    lost = {entry.former_seq: entry for entry in entries if entry.former_seq}
    for entry in entries:
        seq = causes.verified(entry.base_seq, entry.base_chain, known)
        sight = causes.sight(seq, entry.after, fresh)
        fresh[entry.op_id] = Cause.of(entry.by, entry.after, sight)
        yield edit_of(entry, sight if seq else _sight_of_lost(entry, sight, lost, known))


def _sight_of_lost(entry: Entry, sight: Sight, lost: Mapping[int, Entry], known: Known) -> Sight:
    """Return what was seen by somebody who named a place that the centre has lost since."""
    base = lost.get(entry.base_seq)
    if base is None or base.chain[:PLACE_BYTES] != entry.base_chain:
        return sight
    others = {each.by for seq, each in lost.items() if seq <= entry.base_seq}
    return Sight(min(known.seq, min(lost) - 1), sight.others | others)


def placed_edits(causes: CauseFinder, entries: Iterable[Entry], known: Known) -> Iterator[Edit]:
    """Return entries of the shared log, in its order, as the fold takes them.

    Args:
        causes: Of their record; it tells afterwards what was not found.
        entries: A part of the log.
        known: Where the log ends before that part.
    """
    fresh: dict[str, Cause] = {}
    for entry in entries:
        seq = causes.verified(entry.base_seq, entry.base_chain, known)
        sight = causes.sight(seq, entry.after, fresh, before=entry.by)
        yield edit_of(entry, sight)
        fresh[entry.op_id] = Cause.of(entry.by, entry.after, sight)
        causes.learn(entry.by, entry.chain)
        known = Known(entry.by, entry.chain)


def _local_entries(key: Key) -> Select[Any]:
    kind, record_id = key
    return (
        select(OP, HELD.c.former_seq, HELD.c.former_chain)
        .outerjoin(HELD, HELD.c.no == OP.c.no)
        .where(OP.c.record_kind == kind.value, OP.c.record_id == record_id)
        .where(OP.c.state.in_(LOCAL))
        .order_by(HELD.c.former_seq.is_(None), HELD.c.former_seq, OP.c.no)
    )


def _placed_entries(key: Key, after_seq: int, up_to_seq: int) -> Select[Any]:
    kind, record_id = key
    return (
        select(
            *(OP.c.op_id, OP.c.no, OP.c.seq, OP.c.v, OP.c.after, OP.c.body, OP.c.said),
            *(OP.c.chain, OP.c.state, PLACEMENT.c.base_seq, PLACEMENT.c.base_chain),
        )
        .join(PLACEMENT, PLACEMENT.c.no == OP.c.no)
        .where(OP.c.record_kind == kind.value, OP.c.record_id == record_id)
        .where(OP.c.state == ECHOED, OP.c.seq > after_seq, OP.c.seq <= up_to_seq)
        .order_by(OP.c.seq)
    )


def _local(row: AnyRow) -> Entry:
    return Entry(
        op_id=row.op_id,
        by=-row.no,
        v=row.v,
        base_seq=row.base_seq,
        base_chain=row.base_chain,
        after=tuple(json.loads(row.after)),
        body=row.body,
        said=row.said,
        chain=row.former_chain or b"",
        former_seq=row.former_seq or 0,
    )


def _placed(row: AnyRow) -> Entry:
    return Entry(
        op_id=row.op_id,
        by=row.seq,
        v=row.v,
        base_seq=row.base_seq,
        base_chain=row.base_chain,
        after=tuple(json.loads(row.after)),
        body=row.body,
        said=row.said,
        chain=row.chain,
    )
