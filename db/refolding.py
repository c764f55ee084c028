"""Fold the journal again, and compare with what is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from sqlalchemy import Connection, Engine, func, select

from db.journal import raw_changes
from db.records import registers_in
from db.tables import DOCUMENT, OP, RECORD, AnyRow
from mediation_app.domain.journal import FieldValue

DOCUMENTS = "documents"
"""Where the registers of a case tell of its issued documents."""

_DOCUMENT = f"{DOCUMENTS}/"
_AT_ONCE = 1000


@dataclass(slots=True)
class _Folded:
    """A record as its entries make it, and the entry that wrote each document."""

    registers: dict[str, FieldValue] = field(default_factory=dict)
    op_count: int = 0
    last_no: int = 0
    issued_by: dict[str, str] = field(default_factory=dict)


def first_bad_record(engine: Engine) -> str | None:
    """Name the first record that is not the sum of its entries, or document that was changed."""
    with engine.connect() as connection:
        return next(_bad(connection), None)


def _bad(connection: Connection) -> Iterator[str]:
    stored = _records(connection)
    document_count = 0
    for (kind, record_id), entries in groupby(_entries(connection), _record_of):
        folded = _fold(entries)
        document_count += len(folded.issued_by)
        row = next(stored, None)
        if not _is_stored(row, (kind, record_id), folded):
            # The lesser of two names is of a record too many, or of one that is missing.
            yield "/".join(min((kind, record_id), _record_of(row) if row else (kind, record_id)))
        yield from _bad_documents(connection, folded)
    yield from ("/".join(_record_of(row)) for row in stored)
    if connection.scalar(select(func.count()).select_from(DOCUMENT)) != document_count:
        yield "document"


def _entries(connection: Connection) -> Iterator[AnyRow]:
    wanted = select(OP.c.no, OP.c.op_id, OP.c.record_kind, OP.c.record_id, OP.c.body)
    ordered = wanted.order_by(OP.c.record_kind, OP.c.record_id, OP.c.no)
    yield from connection.execute(ordered.execution_options(yield_per=_AT_ONCE))


def _records(connection: Connection) -> Iterator[AnyRow]:
    ordered = select(RECORD).order_by(RECORD.c.record_kind, RECORD.c.record_id)
    yield from connection.execute(ordered.execution_options(yield_per=_AT_ONCE))


def _record_of(row: AnyRow) -> tuple[str, str]:
    return row.record_kind, row.record_id


def _fold(entries: Iterable[AnyRow]) -> _Folded:
    folded = _Folded()
    registers = folded.registers
    for row in entries:
        folded.op_count += 1
        folded.last_no = row.no
        for path, _, after in raw_changes(row.body):
            if path.startswith(_DOCUMENT) and path.count("/") == 1:
                folded.issued_by[path.removeprefix(_DOCUMENT)] = row.op_id
            if after is None:
                registers.pop(path, None)
            else:
                registers[path] = after
    return folded


def _is_stored(row: AnyRow | None, key: tuple[str, str], folded: _Folded) -> bool:
    if row is None or _record_of(row) != key:
        return False
    counted = (row.op_count, row.last_no) == (folded.op_count, folded.last_no)
    return counted and row.doc != "" and registers_in(row.doc) == folded.registers


def _bad_documents(connection: Connection, folded: _Folded) -> Iterator[str]:
    for document_id, op_id in folded.issued_by.items():
        row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == document_id)).first()
        path = f"{DOCUMENTS}/{document_id}"
        if row is None or any(
            folded.registers.get(f"{path}/{name}") != value
            for name, value in fingerprints(row.kind, row.pdf, row.snapshot).items()
        ):
            yield op_id


def fingerprints(kind: str, pdf: bytes, snapshot: str) -> dict[str, FieldValue]:
    """Return what the journal keeps of an issued document, under the document's path."""
    return {
        "kind": kind,
        "sha256": sha256(pdf).hexdigest(),
        "snapshot_sha256": sha256(snapshot.encode()).hexdigest(),
    }
