"""How far the shared log of each record is known here."""

from sqlalchemy import Connection, case, select

from db.committees import OWN
from db.sync.local.names import wire_id
from db.sync.wire import RecordHead
from db.tables import RECORD
from mediation_app.domain.journal import RecordKind


def heads_after(connection: Connection, after_record: str, limit: int) -> tuple[RecordHead, ...]:
    """Return how far each record is known, ordered by its id at the centre."""
    own = wire_id(connection, RecordKind.COMMITTEE, OWN)
    is_own = (RECORD.c.record_kind == RecordKind.COMMITTEE.value) & (RECORD.c.record_id == OWN)
    name = case((is_own, own), else_=RECORD.c.record_id).label("name")
    wanted = (
        select(RECORD.c.record_kind, name, RECORD.c.seq, RECORD.c.chain)
        .where(name > after_record)
        .order_by(name)
        .limit(limit)
    )
    return tuple(
        RecordHead(RecordKind(row.record_kind), row.name, row.seq, row.chain)
        for row in connection.execute(wanted)
    )
