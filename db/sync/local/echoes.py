"""Own entries that come back just as they were folded here: only their names change."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.fold import Write
from db.journal import VERSION
from db.records import PLACE_BYTES, Stored
from db.sync.wire import PlacedOp
from db.tables import AnyRow


def only_placed(
    stored: Stored, waiting: Sequence[AnyRow], ops: Sequence[PlacedOp]
) -> Stored | None:
    """Return a record of which all that waited has come, and nothing else; None in other cases.

    Folding it again would find what is there already, under the places in the shared log. What is
    said here is when that is certain; everything else goes the long way.

    Args:
        stored: The record.
        waiting: Its entries that had not come back, in their order.
        ops: What has come.
    """
    if len(ops) != len(waiting) or not _follow(stored, waiting, ops):
        return None
    places = {-row.no: placed.seq for row, placed in zip(waiting, ops, strict=True)}
    writers = {each.by for writes in stored.state.values() for each in writes if each.by < 0}
    if not writers <= places.keys():
        return None
    return replace(
        stored,
        state={
            path: tuple(_placed(each, places) for each in writes)
            for path, writes in stored.state.items()
        },
        placed_doc=None,
        heads=(),
        seq=ops[-1].seq,
        chain=ops[-1].chain,
    )


def _placed(write: Write, places: Mapping[int, int]) -> Write:
    value, by, before, is_newer = write.value, write.by, write.before, write.is_newer
    return Write(value, places[by], before, is_newer) if by < 0 else write


def _follow(stored: Stored, waiting: Sequence[AnyRow], ops: Sequence[PlacedOp]) -> bool:
    """Return whether the centre took each entry as its author meant it, on what was known here."""
    earlier: set[str] = set()
    for row, placed in zip(waiting, ops, strict=True):
        if not _is_same(row, placed) or not _is_on_known(stored, placed, earlier):
            return False
        earlier.add(row.op_id)
    return True


def _is_same(row: AnyRow, placed: PlacedOp) -> bool:
    op = placed.op
    return (
        row.op_id == op.op_id
        and row.former_seq is None
        and row.said == placed.said
        and row.v == op.v == VERSION
        and (row.base_seq, row.base_chain) == (op.base.seq, op.base.chain)
        and json.loads(row.after) == list(op.after)
        and op.body != ""
    )


def _is_on_known(stored: Stored, placed: PlacedOp, earlier: set[str]) -> bool:
    base = placed.op.base
    is_end = base.seq == stored.seq and base.chain == stored.chain[:PLACE_BYTES]
    return (base.seq == 0 or is_end) and earlier.issuperset(placed.op.after)
