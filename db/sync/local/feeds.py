"""How far each feed is taken over, and which records are in it."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, text, update
from sqlalchemy.dialects.sqlite import insert

from db.canonical import canonical
from db.refolding import Key
from db.sync.wire import Cursor
from db.tables import CURSOR, RECORD
from mediation_app.domain.journal import RecordKind


def cursors_in(connection: Connection) -> dict[int, Cursor]:
    """Return how far each feed is taken over."""
    rows = connection.execute(select(CURSOR))
    return {row.org_id: Cursor(row.fseq, row.chain) for row in rows}


def put_cursor(connection: Connection, org_id: int, cursor: Cursor) -> None:
    """Note how far a feed is taken over."""
    row = {"org_id": org_id, "fseq": cursor.fseq, "chain": cursor.chain}
    again = {"fseq": cursor.fseq, "chain": cursor.chain}
    new = insert(CURSOR).on_conflict_do_update(index_elements=[CURSOR.c.org_id], set_=again)
    connection.execute(new, row)


def put_orgs(connection: Connection, key: Key, orgs: Iterable[int]) -> None:
    """Note in whose feeds a record is."""
    kind, record_id = key
    of_record = (RECORD.c.record_kind == kind.value) & (RECORD.c.record_id == record_id)
    connection.execute(update(RECORD).where(of_record).values(orgs=canonical(sorted(orgs))))


def unfed_records(connection: Connection) -> list[Key]:
    """Return records that have a place at the centre and are in no feed.

    They came ahead of a page that never did, since the line broke between the two.
    """
    rows = connection.execute(_IN_NO_FEED)
    return [(RecordKind(row.record_kind), row.record_id) for row in rows]


_IN_NO_FEED = text("SELECT record_kind, record_id FROM record WHERE orgs = '[]' AND seq > 0")
