"""Fold the journal again, and compare with what is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from db.journal import changes_in
from db.records import unpacked
from db.tables import DOCUMENT, OP, RECORD, AnyRow
from mediation_app.domain.journal import FieldValue
from mediation_app.errors import StorageError

DOCUMENTS = "documents"
"""Where the registers of a case tell of its issued documents."""


@dataclass(slots=True)
class _Folded:
    """A record as its entries make it, and the entry that wrote each document."""

    registers: dict[str, FieldValue] = field(default_factory=dict)
    op_count: int = 0
    last_no: int = 0
    issued_by: dict[str, str] = field(default_factory=dict)


def first_bad_record(engine: Engine) -> str | None:
    """Name the first record that is not the sum of its entries, or document that was changed."""
    try:
        with engine.connect() as connection:
            return next(_bad(connection), None)
    except StorageError as error:
        return str(error)


def _bad(connection: Connection) -> Iterator[str]:
    wanted = select(OP.c.no, OP.c.op_id, OP.c.record_kind, OP.c.record_id, OP.c.body)
    ordered = wanted.order_by(OP.c.record_kind, OP.c.record_id, OP.c.no)
    rows = connection.execute(ordered.execution_options(yield_per=1000))
    record_count = document_count = 0
    for (kind, record_id), entries in groupby(rows, lambda row: (row.record_kind, row.record_id)):
        folded = _fold(entries)
        record_count += 1
        document_count += len(folded.issued_by)
        if not _is_stored(connection, kind, record_id, folded):
            yield f"{kind}/{record_id}"
        yield from _bad_documents(connection, folded)
    if _count(connection, RECORD) != record_count:
        yield "record"
    if _count(connection, DOCUMENT) != document_count:
        yield "document"


def _fold(entries: Iterable[AnyRow]) -> _Folded:
    folded = _Folded()
    for row in entries:
        folded.op_count += 1
        folded.last_no = row.no
        for change in changes_in(row.body):
            if change.after is None:
                folded.registers.pop(change.path, None)
            else:
                folded.registers[change.path] = change.after
            _note_document(folded, change.path, row.op_id)
    return folded


def _note_document(folded: _Folded, path: str, op_id: str) -> None:
    root, _, rest = path.partition("/")
    if root == DOCUMENTS and "/" not in rest:
        folded.issued_by[rest] = op_id


def _is_stored(connection: Connection, kind: str, record_id: str, folded: _Folded) -> bool:
    row = connection.execute(
        select(RECORD).where(RECORD.c.record_kind == kind, RECORD.c.record_id == record_id)
    ).first()
    if row is None:
        return False
    counted = (row.op_count, row.last_no) == (folded.op_count, folded.last_no)
    return counted and unpacked(row.doc) == folded.registers


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


def _count(connection: Connection, table: Any) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
