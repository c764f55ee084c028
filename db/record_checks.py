"""Are the records still the fold of their entries, and the contents what was put there?"""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, Engine, func, select

from db.blobs import hashes_in, id_of
from db.causes import ECHOED, Causes, Known
from db.document_checks import bad_documents, has_stray_documents
from db.fold import State
from db.packing import unpack
from db.records import Stored, load
from db.refolding import fold_local, fold_placed, local_entries
from db.states import read_state
from db.tables import BLOB, BLOB_CHUNK, DOCUMENT, GONE, OP, RECORD, AnyRow
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import StorageError

_KINDS = {kind.value for kind in RecordKind}

Name = tuple[str, str]


def first_bad_record(engine: Engine) -> str | None:
    """Name the first record, entry or content that is not what it was made of."""
    with engine.connect() as connection:
        return next(_bad(connection), None)


def _bad(connection: Connection) -> Iterator[str]:
    counts = _entry_counts(connection)
    names = connection.execute(select(RECORD.c.record_kind, RECORD.c.record_id))
    stored = {_name_of(row) for row in names}
    gone = {_name_of(row) for row in connection.execute(select(GONE))} - stored
    for name in sorted({*counts, *stored} - gone):
        if _is_sound(connection, name, counts.get(name, (0, 0))):
            yield from bad_documents(connection, name[1])
        else:
            yield "/".join(name)
    if has_stray_documents(connection):
        yield DOCUMENT.name
    yield from _bad_contents(connection)


def _entry_counts(connection: Connection) -> dict[Name, tuple[int, int]]:
    """Return for each record how many entries it has, and the last one's number."""
    counted = select(
        OP.c.record_kind,
        OP.c.record_id,
        func.count().label("op_count"),
        func.max(OP.c.no).label("last_no"),
    ).group_by(OP.c.record_kind, OP.c.record_id)
    rows = connection.execute(counted)
    return {_name_of(row): (row.op_count, row.last_no) for row in rows}


def _name_of(row: AnyRow) -> Name:
    return row.record_kind, row.record_id


def _is_sound(connection: Connection, name: Name, counted: tuple[int, int]) -> bool:
    kind, record_id = name
    if kind not in _KINDS:
        return False
    try:
        stored = load(connection, RecordKind(kind), record_id)
    except StorageError:
        return False
    if stored is None or (stored.op_count, stored.last_no) != counted:
        return False
    return _has_its_log(connection, stored) and _is_fold(connection, stored)


def _has_its_log(connection: Connection, stored: Stored) -> bool:
    """Return whether every entry of the shared log is here, but for those that came folded."""
    places = select(OP.c.seq, OP.c.chain).where(
        OP.c.record_kind == stored.kind.value,
        OP.c.record_id == stored.record_id,
        OP.c.state == ECHOED,
        OP.c.seq > stored.from_seq,
    )
    found = {each.seq: each.chain for each in connection.execute(places)}
    is_dense = set(found) == set(range(stored.from_seq + 1, stored.seq + 1))
    return is_dense and found.get(stored.seq, stored.chain) == stored.chain


def _is_fold(connection: Connection, stored: Stored) -> bool:
    if stored.from_seq and stored.from_doc is None:
        return True
    key = (stored.kind, stored.record_id)
    placed = fold_placed(connection, stored, stored.seq)
    if stored.placed_doc is not None and _read(stored.placed_doc) != placed:
        return False
    known = Known(stored.seq, stored.chain)
    entries = local_entries(connection, key)
    return stored.state == fold_local(Causes(connection, *key), entries, placed, known)


def _read(packed: bytes) -> State:
    return read_state(unpack(packed) or "{}")


def _bad_contents(connection: Connection) -> Iterator[str]:
    """Name the contents that are here and are not what their id says."""
    for row in connection.execute(select(BLOB).where(BLOB.c.is_whole)).all():
        wanted = hashes_in(row.chunk_hashes)
        of_blob = select(BLOB_CHUNK.c.data).where(BLOB_CHUNK.c.blob_id == row.blob_id)
        chunks = connection.scalars(of_blob.order_by(BLOB_CHUNK.c.place))
        if id_of(row.chunk_hashes) != row.blob_id or wanted != tuple(
            sha256(chunk).digest() for chunk in chunks
        ):
            yield row.blob_id
