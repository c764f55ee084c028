"""Entries of the journal as they travel, and as they come back."""

import json
from typing import Any

from sqlalchemy import Connection, Select, select

from db.canonical import canonical
from db.causes import ECHOED
from db.journal import Row
from db.refolding import Key
from db.sync.local.names import wire_id
from db.sync.wire import NumberWish, Place, PlacedOp, WireOp
from db.tables import HELD, OP, PLACEMENT, AnyRow
from mediation_app.domain.journal import RecordKind


def log_of(connection: Connection, key: Key, after_seq: int) -> tuple[PlacedOp, ...]:
    """Return the shared log of a record as far as it is here, after a place, in its order."""
    kind, record_id = key
    wanted = (
        _placed()
        .where(OP.c.record_kind == kind.value, OP.c.record_id == record_id)
        .where(OP.c.state == ECHOED, OP.c.seq > after_seq)
        .order_by(OP.c.seq)
    )
    return _read(connection, wanted)


def held_ops(connection: Connection) -> tuple[PlacedOp, ...]:
    """Return what the centre once had and lost, in its former order, where it was."""
    wanted = (
        _placed()
        .join(HELD, HELD.c.no == OP.c.no)
        .add_columns(HELD.c.former_seq, HELD.c.former_chain)
        .order_by(OP.c.record_kind, OP.c.record_id, HELD.c.former_seq)
    )
    return _read(connection, wanted)


def _placed() -> Select[Any]:
    return select(
        *(column for column in OP.columns if column.name not in {"author", "device_id"}),
        *(PLACEMENT.c[name] for name in ("author", "device_id", "device_name", "placed_at")),
        *(PLACEMENT.c[name] for name in ("org_id", "sealed", "number", "blobs", "mac", "key_id")),
        PLACEMENT.c.base_seq.label("placed_base_seq"),
        PLACEMENT.c.base_chain.label("placed_base_chain"),
    ).join(PLACEMENT, PLACEMENT.c.no == OP.c.no)


def _read(connection: Connection, wanted: Select[Any]) -> tuple[PlacedOp, ...]:
    # An entry whose text is not here any more is no entry that one could give to anybody.
    rows = connection.execute(wanted).all()
    return tuple(_placed_op(connection, row) for row in rows)


def _placed_op(connection: Connection, row: AnyRow) -> PlacedOp:
    is_held = "former_seq" in row._fields
    return PlacedOp(
        op=_wire_op(connection, row),
        author=row.author,
        device_id=row.device_id,
        device_name=row.device_name,
        seq=row.former_seq if is_held else row.seq,
        placed_at=row.placed_at,
        said=row.said,
        chain=row.former_chain if is_held else row.chain,
        mac=row.mac,
        key_id=row.key_id,
    )


def _wire_op(connection: Connection, row: AnyRow) -> WireOp:
    kind = RecordKind(row.record_kind)
    return WireOp(
        op_id=row.op_id,
        kind=kind,
        record_id=wire_id(connection, kind, row.record_id),
        org_id=row.org_id,
        action=row.action,
        v=row.v,
        device_seq=row.device_seq,
        base=Place(row.placed_base_seq, row.placed_base_chain),
        after=tuple(json.loads(row.after)),
        saved_at=row.saved_at,
        body=row.body or "",
        body_hash=row.body_hash,
        number=_wish(row.number),
        sealed=row.sealed,
        blobs=tuple(json.loads(row.blobs)),
    )


def _wish(text: str) -> NumberWish | None:
    return NumberWish(*json.loads(text)) if text else None


def placement_row(no: int, placed: PlacedOp) -> Row:
    """Return what the centre said of an entry of the journal."""
    op = placed.op
    wish = op.number
    return {
        "no": no,
        "author": placed.author,
        "device_id": placed.device_id,
        "device_name": placed.device_name,
        "placed_at": placed.placed_at,
        "base_seq": op.base.seq,
        "base_chain": op.base.chain,
        "org_id": op.org_id,
        "sealed": op.sealed,
        "number": canonical([wish.word, wish.year, wish.serial]) if wish else "",
        "blobs": canonical(op.blobs),
        "mac": placed.mac,
        "key_id": placed.key_id,
    }


def foreign_row(record_id: str, placed: PlacedOp) -> Row:
    """Return the journal entry of an operation that was written elsewhere.

    Args:
        record_id: How this machine calls the record.
        placed: The operation.
    """
    op = placed.op
    return {
        "op_id": op.op_id,
        "record_kind": op.kind.value,
        "record_id": record_id,
        "action": op.action,
        "v": op.v,
        "author": placed.author,
        "device_id": placed.device_id,
        "device_seq": op.device_seq,
        "base_seq": op.base.seq,
        "base_chain": op.base.chain,
        "after": canonical(op.after),
        "saved_at": op.saved_at,
        "body": op.body or None,
        "body_hash": op.body_hash,
        "shows": b"",
        "heads": "[]",
        "meant": b"",
        "known_seq": 0,
        "known_chain": b"",
        "state": ECHOED,
        "seq": placed.seq,
        "chain": placed.chain,
        "said": placed.said,
    }
