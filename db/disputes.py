"""The conflicts of a record, written down so that a list of all of them reads no records."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, case, delete, func, insert, select

from db.canonical import canonical
from db.causes import ECHOED
from db.fold import Dispute, Write
from db.tables import CONFLICT, DEVICE, OP, PLACEMENT, AnyRow
from mediation_app.domain.journal import RecordKind

Side = dict[str, Any]
Key = tuple[RecordKind, str]


def put_disputes(connection: Connection, key: Key, found: Sequence[Dispute]) -> None:
    """Write the conflicts of a record in place of those that were there."""
    known = _sides_before(connection, key)
    connection.execute(delete(CONFLICT).where(_of_record(key)))
    writers = _writers(connection, key, {each.by for dispute in found for each in dispute.writes})
    rows = [_row(key, dispute, known | writers) for dispute in found]
    if rows:
        connection.execute(insert(CONFLICT), rows)


def dispute_rows(key: Key, found: Iterable[Dispute], writers: Mapping[int, Side]) -> list[Side]:
    """Return the rows of conflicts, from who wrote each of their sides."""
    return [_row(key, dispute, writers) for dispute in found]


def _of_record(key: Key) -> Any:
    kind, record_id = key
    return (CONFLICT.c.record_kind == kind.value) & (CONFLICT.c.record_id == record_id)


def _sides_before(connection: Connection, key: Key) -> dict[int, Side]:
    """Return who wrote the sides of conflicts that came with a folded record."""
    docs = connection.scalars(select(CONFLICT.c.doc).where(_of_record(key)))
    return {side["by"]: side for doc in docs for side in json.loads(doc)["sides"]}


def _writers(connection: Connection, key: Key, wanted: set[int]) -> dict[int, Side]:
    places = sorted(by for by in wanted if by > 0)
    numbers = sorted(-by for by in wanted if by < 0)
    kind, record_id = key
    of_record = (OP.c.record_kind == kind.value) & (OP.c.record_id == record_id)
    placed = _who().where(of_record, OP.c.state == ECHOED, OP.c.seq.in_(places))
    local = _who().where(OP.c.no.in_(numbers))
    found: dict[int, Side] = {}
    if places:
        found |= {row.seq: _writer(row) for row in connection.execute(placed)}
    if numbers:
        found |= {-row.no: _writer(row) for row in connection.execute(local)}
    return found


def _who() -> Select[Any]:
    device_name = case(
        (PLACEMENT.c.device_name.is_(None), DEVICE.c.name), else_=PLACEMENT.c.device_name
    )
    return (
        select(
            OP.c.no,
            OP.c.seq,
            OP.c.op_id,
            func.coalesce(PLACEMENT.c.author, OP.c.author).label("author"),
            device_name.label("device_name"),
            OP.c.saved_at,
        )
        .outerjoin(PLACEMENT, PLACEMENT.c.no == OP.c.no)
        .outerjoin(DEVICE, DEVICE.c.device_id == OP.c.device_id)
    )


def _writer(row: AnyRow) -> Side:
    return {
        "op_id": row.op_id,
        "author": row.author,
        "device_name": row.device_name or "",
        "saved_at": row.saved_at,
    }


_NOBODY: Side = {
    "op_id": "",
    "author": "",
    "device_name": "",
    "saved_at": "1970-01-01T00:00:00.000000+00:00",
}
"""Stands for a writer whose operation is not here."""


def _row(key: Key, dispute: Dispute, writers: Mapping[int, Side]) -> Side:
    kind, record_id = key
    sides = [_side(write, writers.get(write.by, _NOBODY)) for write in dispute.writes]
    return {
        "record_kind": kind.value,
        "record_id": record_id,
        "path": dispute.path,
        "kind": dispute.kind.value,
        "arose_at": max(side["saved_at"] for side in sides),
        "doc": canonical({"before": dispute.before, "sides": sides}),
    }


def _side(write: Write, writer: Side) -> Side:
    return {**writer, "by": write.by, "value": write.value}
