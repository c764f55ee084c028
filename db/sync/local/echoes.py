"""Own entries that come back just as they were folded here: only their names change."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from db.canonical import PLACE_BYTES
from db.causes import ECHOED
from db.fold import State, Write
from db.journal import VERSION
from db.records import Stored
from db.sync.wire import PlacedOp
from db.tables import OP, AnyRow


def only_placed(
    connection: Connection, stored: Stored, waiting: Sequence[AnyRow], ops: Sequence[PlacedOp]
) -> Stored | None:
    """Return a record of which the first that waited has come, and nothing else.

    Folding it again would find what is there already, under the places in the shared log. What is
    said here is when that is certain; everything else goes the long way, and gives None.

    Args:
        connection: Where its journal is.
        stored: The record.
        waiting: Its entries that had not come back, in their order.
        ops: What has come.

    Returns:
        The record as if nothing waited any longer; otherwise it lacks ``placed_doc``.
    """
    if len(ops) > len(waiting) or not _is_on_known(stored, waiting):
        return None
    come = waiting[: len(ops)]
    if not all(map(_is_same, come, ops)) or not _follow(connection, waiting, come):
        return None
    names = {-row.no: -row.no for row in waiting}
    names |= {-row.no: placed.seq for row, placed in zip(come, ops, strict=True)}
    writers = {each.by for writes in stored.state.values() for each in writes if each.by < 0}
    if not writers <= names.keys():
        return None
    ids = {row.op_id for row in come}
    return replace(
        stored,
        state=_renamed(stored.state, names),
        placed_doc=None,
        heads=tuple(each for each in stored.heads if each not in ids),
        seq=ops[-1].seq,
        chain=ops[-1].chain,
    )


def _renamed(state: State, names: Mapping[int, int]) -> State:
    return {path: tuple(_placed(each, names) for each in writes) for path, writes in state.items()}


def _placed(write: Write, names: Mapping[int, int]) -> Write:
    value, by, before, is_newer = write.value, write.by, write.before, write.is_newer
    return Write(value, names[by], before, is_newer) if by < 0 else write


def _is_same(row: AnyRow, placed: PlacedOp) -> bool:
    """Return whether the centre took an entry as its author meant it."""
    op = placed.op
    return (
        row.op_id == op.op_id
        # What others wrote went with the record when that left: nothing of it was folded.
        and not row.is_erased
        and row.said == placed.said
        and row.v == op.v == VERSION
        and (row.base_seq, row.base_chain) == (op.base.seq, op.base.chain)
        and json.loads(row.after) == list(op.after)
        and op.body != ""
    )


def _is_on_known(stored: Stored, waiting: Sequence[AnyRow]) -> bool:
    """Return whether a longer log says nothing else of what their authors had seen."""
    end = stored.chain[:PLACE_BYTES]
    return all(
        row.former_seq is None
        and (row.base_seq < stored.seq or (row.base_seq, row.base_chain) == (stored.seq, end))
        for row in waiting
    )


def _follow(connection: Connection, waiting: Sequence[AnyRow], come: Sequence[AnyRow]) -> bool:
    """Return whether what has come builds on what came before, and on nothing that waits."""
    earlier: set[str] = set()
    older: set[str] = set()
    for row in come:
        older |= set(json.loads(row.after)) - earlier
        earlier.add(row.op_id)
    if not older:
        return True
    # An entry of this machine builds on earlier ones of its own, and of those none waits.
    first = waiting[0]
    of_record = (OP.c.record_kind == first.record_kind) & (OP.c.record_id == first.record_id)
    there = OP.c.op_id.in_(older) & (OP.c.state == ECHOED) & (OP.c.no < first.no)
    return connection.scalar(select(func.count()).where(of_record, there)) == len(older)
