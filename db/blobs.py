"""Contents of files, in chunks, known by what they are.

The id of a content is the SHA-256 over the hashes of its chunks, so that equal contents have one
id and each chunk can be checked by itself.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from db.tables import BLOB, BLOB_CHUNK, BLOB_USE
from mediation_app.domain.journal import FieldValue, RecordKind
from mediation_app.errors import ContentNotHereError

CHUNK_BYTES = 256 * 1024
HASH_BYTES = 32

_NAMES_A_BLOB = "blob_id"


class SqlBlobs:
    """Contents inside one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, content: bytes) -> str:
        """Store contents; return their id, which is the same for equal contents."""
        chunks = tuple(chunks_of(content))
        hashes = b"".join(sha256(chunk).digest() for chunk in chunks)
        blob_id = id_of(hashes)
        if not is_whole(self._connection, blob_id):
            know(self._connection, blob_id, hashes, len(content), is_whole=True)
            rows = [
                {"blob_id": blob_id, "place": place, "data": bytes(chunk)}
                for place, chunk in enumerate(chunks)
            ]
            if rows:
                self._connection.execute(insert(BLOB_CHUNK).on_conflict_do_nothing(), rows)
        return blob_id

    def get(self, blob_id: str) -> bytes:
        """Return the contents.

        Raises:
            ContentNotHereError: They have not come from the centre yet.
        """
        if not is_whole(self._connection, blob_id):
            raise ContentNotHereError
        of_blob = select(BLOB_CHUNK.c.data).where(BLOB_CHUNK.c.blob_id == blob_id)
        return b"".join(self._connection.scalars(of_blob.order_by(BLOB_CHUNK.c.place)))


def chunks_of(content: bytes) -> Iterator[memoryview]:
    """Return contents in chunks, without copying them."""
    view = memoryview(content)
    return (view[at : at + CHUNK_BYTES] for at in range(0, len(view), CHUNK_BYTES))


def id_of(hashes: bytes) -> str:
    """Return the id of contents from the hashes of their chunks, one after the other."""
    return sha256(hashes).hexdigest()


def is_whole(connection: Connection, blob_id: str) -> bool:
    """Return whether all chunks of a content are here."""
    return bool(connection.scalar(select(BLOB.c.is_whole).where(BLOB.c.blob_id == blob_id)))


def know(
    connection: Connection, blob_id: str, hashes: bytes, size_bytes: int, *, is_whole: bool
) -> None:
    """Note what a content is made of."""
    new = insert(BLOB)
    again = {name: new.excluded[name] for name in ("chunk_hashes", "size_bytes", "is_whole")}
    row = {
        "blob_id": blob_id,
        "chunk_hashes": hashes,
        "size_bytes": size_bytes,
        "is_whole": is_whole,
    }
    connection.execute(new.on_conflict_do_update(index_elements=[BLOB.c.blob_id], set_=again), row)


def named_in(values: Iterable[tuple[str, FieldValue]]) -> tuple[str, ...]:
    """Return the ids of the contents that registers name, each once.

    A register names one where the last step of its path is ``blob_id`` or ends so.
    """
    found = (str(value) for path, value in values if value and path.endswith(_NAMES_A_BLOB))
    return tuple(dict.fromkeys(found))


def use(
    connection: Connection,
    record: tuple[RecordKind, str],
    blob_ids: Iterable[str],
    *,
    is_sent: bool,
) -> None:
    """Note that a record refers to contents, which may not be here.

    Args:
        connection: In the transaction that writes the record.
        record: Which record.
        blob_ids: The contents.
        is_sent: True where somebody else brought them: the centre has them or will.
    """
    kind, record_id = record
    for blob_id in blob_ids:
        connection.execute(
            insert(BLOB).on_conflict_do_nothing(),
            {"blob_id": blob_id, "chunk_hashes": b"", "size_bytes": 0, "is_whole": False},
        )
        connection.execute(
            insert(BLOB_USE).on_conflict_do_nothing(),
            {
                "record_kind": kind.value,
                "record_id": record_id,
                "blob_id": blob_id,
                "is_sent": is_sent,
            },
        )


def drop_of(
    connection: Connection, record: tuple[RecordKind, str], own: Iterable[str] = ()
) -> None:
    """Erase the contents that only this record refers to.

    Args:
        connection: In the transaction in which the record leaves.
        record: It.
        own: Contents that entries written here name: they stay while they wait to be sent.
    """
    kind, record_id = record
    of_record = (
        (BLOB_USE.c.record_kind == kind.value)
        & (BLOB_USE.c.record_id == record_id)
        & ((BLOB_USE.c.is_sent == 1) | BLOB_USE.c.blob_id.not_in(list(own)))
    )
    blob_ids = set(connection.scalars(select(BLOB_USE.c.blob_id).where(of_record)))
    connection.execute(delete(BLOB_USE).where(of_record))
    drop_unused(connection, blob_ids)


def drop_unused(connection: Connection, blob_ids: Iterable[str]) -> None:
    """Erase those of some contents that no record refers to any more."""
    for blob_id in blob_ids:
        others = select(BLOB_USE.c.blob_id).where(BLOB_USE.c.blob_id == blob_id)
        if connection.scalar(others) is None:
            connection.execute(delete(BLOB_CHUNK).where(BLOB_CHUNK.c.blob_id == blob_id))
            connection.execute(delete(BLOB).where(BLOB.c.blob_id == blob_id))


def hashes_in(joined: bytes) -> tuple[bytes, ...]:
    """Return the hashes of chunks that are stored one after the other."""
    return tuple(joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES))
