"""Contents on their way up and down."""

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from db.blobs import hashes_in, is_whole, know
from db.sync.local.names import wire_id
from db.sync.sides import Blob, RecordKey
from db.tables import BLOB, BLOB_CHUNK, BLOB_USE
from mediation_app.domain.journal import Changes, RecordKind


def blobs_to_send(connection: Connection) -> tuple[Blob, ...]:
    """Return contents that are complete here and not known to be at the centre."""
    wanted = (
        select(BLOB, BLOB_USE.c.record_id)
        .join(BLOB_USE, BLOB_USE.c.blob_id == BLOB.c.blob_id)
        .where(BLOB_USE.c.is_sent == 0, BLOB.c.is_whole == 1)
        .order_by(BLOB_USE.c.record_id, BLOB.c.blob_id)
    )
    return tuple(
        Blob(row.blob_id, row.record_id, hashes_in(row.chunk_hashes), row.size_bytes)
        for row in connection.execute(wanted)
    )


def blobs_wanted(connection: Connection) -> tuple[tuple[RecordKey, str], ...]:
    """Return contents that records refer to and that are not complete here."""
    wanted = (
        select(BLOB_USE)
        .join(BLOB, BLOB_USE.c.blob_id == BLOB.c.blob_id)
        .where(BLOB.c.is_whole == 0)
        .order_by(BLOB_USE.c.record_id, BLOB_USE.c.blob_id)
    )
    found = []
    for row in connection.execute(wanted).all():
        kind = RecordKind(row.record_kind)
        key = RecordKey(kind, wire_id(connection, kind, row.record_id))
        found.append((key, row.blob_id))
    return tuple(found)


def missing_here(connection: Connection, blob: Blob) -> tuple[int, ...]:
    """Note what a content is made of; return which chunks are not here yet."""
    if is_whole(connection, blob.blob_id):
        return ()
    here = _places(connection, blob.blob_id)
    missing = tuple(at for at in range(len(blob.chunk_hashes)) if at not in here)
    hashes = b"".join(blob.chunk_hashes)
    know(connection, blob.blob_id, hashes, blob.size_bytes, is_whole=not missing)
    return missing


def chunk(connection: Connection, blob_id: str, index: int) -> bytes:
    """Return one chunk."""
    c = BLOB_CHUNK.c
    wanted = select(c.data).where(c.blob_id == blob_id, c.place == index)
    return bytes(connection.execute(wanted).scalar_one())


def put_chunk(connection: Connection, blob: Blob, index: int, data: bytes) -> Changes:
    """Store one chunk; return the cases whose content is complete by it."""
    row = {"blob_id": blob.blob_id, "place": index, "data": data}
    connection.execute(insert(BLOB_CHUNK).on_conflict_do_nothing(), row)
    if missing_here(connection, blob):
        return Changes()
    of_blob = (BLOB_USE.c.blob_id == blob.blob_id) & (
        BLOB_USE.c.record_kind == RecordKind.CASE.value
    )
    return Changes(frozenset(connection.scalars(select(BLOB_USE.c.record_id).where(of_blob))))


def blob_sent(connection: Connection, blob_id: str, record_id: str) -> None:
    """Note that the centre has a whole content, for one record or for all that refer to it."""
    of_blob = BLOB_USE.c.blob_id == blob_id
    if record_id:
        of_blob &= BLOB_USE.c.record_id == record_id
    connection.execute(update(BLOB_USE).where(of_blob).values(is_sent=True))


def doubt(connection: Connection) -> None:
    """Note that the centre may have lost any content."""
    connection.execute(update(BLOB_USE).values(is_sent=False))


def _places(connection: Connection, blob_id: str) -> set[int]:
    places = select(BLOB_CHUNK.c.place).where(BLOB_CHUNK.c.blob_id == blob_id)
    return set(connection.scalars(places))
