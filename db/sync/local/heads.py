"""How far the shared log of each record is known here."""

from typing import Any

from sqlalchemy import Connection, Select, case, func, select, union_all

from db.causes import ECHOED
from db.committees import OWN
from db.sync.local.names import wire_id
from db.sync.wire import RecordHead
from db.tables import GONE, OP, RECORD
from mediation_app.domain.journal import RecordKind


def heads_after(connection: Connection, after_record: str, limit: int) -> tuple[RecordHead, ...]:
    """Return how far each record is known, ordered by its id at the centre."""
    known = union_all(_here(connection), _left()).subquery()
    wanted = select(known).where(known.c.name > after_record).order_by(known.c.name).limit(limit)
    return tuple(
        RecordHead(RecordKind(row.record_kind), row.name, row.seq, row.chain)
        for row in connection.execute(wanted)
    )


def _here(connection: Connection) -> Select[Any]:
    own = wire_id(connection, RecordKind.COMMITTEE, OWN)
    is_own = (RECORD.c.record_kind == RecordKind.COMMITTEE.value) & (RECORD.c.record_id == OWN)
    name = case((is_own, own), else_=RECORD.c.record_id).label("name")
    return select(RECORD.c.record_kind, name, RECORD.c.seq, RECORD.c.chain)


def _left() -> Select[Any]:
    """Return cases that left, up to the last entry that was written here.

    Perhaps nobody else has it, when the centre is put back to before it.
    """
    return (
        # With max() SQLite takes the other columns from the row that has the greatest.
        select(
            OP.c.record_kind,
            OP.c.record_id.label("name"),
            func.max(OP.c.seq).label("seq"),
            OP.c.chain,
        )
        .join(
            GONE,
            (GONE.c.record_kind == OP.c.record_kind) & (GONE.c.record_id == OP.c.record_id),
        )
        .where(OP.c.record_kind == RecordKind.CASE.value)
        .where(OP.c.state == ECHOED, OP.c.body.is_not(None))
        .group_by(OP.c.record_kind, OP.c.record_id)
    )
