"""Are the issued documents those that the journal tells of?"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from db.blobs import SqlBlobs, is_whole
from db.causes import REJECTED
from db.document_lines import DOCUMENTS, document_rows, fingerprints
from db.fold import shown
from db.journal import changes_in, is_readable
from db.records import load
from db.tables import DOCUMENT, OP, AnyRow
from mediation_app.domain.journal import FieldValue, RecordKind

_DOCUMENT = f"{DOCUMENTS}/"


def bad_documents(connection: Connection, case_id: str) -> Iterator[str]:
    """Name the entries that issued documents which are gone or changed."""
    stored = load(connection, RecordKind.CASE, case_id)
    if stored is None or not any(path.startswith(_DOCUMENT) for path in stored.state):
        return
    registers = shown(stored.state)
    expected = {row["id"]: row for row in document_rows(case_id, registers)}
    here = {
        row.id: row
        for row in connection.execute(select(DOCUMENT).where(DOCUMENT.c.case_id == case_id))
    }
    counting = _issued(connection, case_id, OP.c.state != REJECTED)
    for document_id, op_id in counting:
        row = here.get(document_id)
        wanted = expected.get(document_id)
        if row is None and wanted is None:
            continue
        if row is None or not _is_as_issued(connection, row, wanted, registers):
            yield op_id


def has_stray_documents(connection: Connection) -> bool:
    """Return whether there is a document of which no journal tells."""
    for row in connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.case_id)).all():
        stored = load(connection, RecordKind.CASE, row.case_id)
        if stored is not None and f"{_DOCUMENT}{row.id}" in stored.state:
            continue
        # An entry that the centre refused counts for nothing, and still it was issued here.
        if row.id not in {document_id for document_id, _ in _issued(connection, row.case_id)}:
            return True
    return False


def _issued(
    connection: Connection, case_id: str, *which: ColumnElement[bool]
) -> Iterator[tuple[str, str]]:
    """Return each issued document of a case with the entry that issued it."""
    of_case = (OP.c.record_kind == RecordKind.CASE.value) & (OP.c.record_id == case_id)
    for row in connection.execute(
        select(OP.c.op_id, OP.c.body).where(of_case, *which).order_by(OP.c.no)
    ):
        for change in changes_in(row.body) if is_readable(row.body) else ():
            if change.path.startswith(_DOCUMENT) and change.path.count("/") == 1:
                yield change.path.removeprefix(_DOCUMENT), row.op_id


def _is_as_issued(
    connection: Connection,
    row: AnyRow,
    wanted: Mapping[str, Any] | None,
    registers: Mapping[str, FieldValue],
) -> bool:
    found = row._mapping  # noqa: SLF001 - the columns by name
    if wanted is not None and any(found[name] != value for name, value in wanted.items()):
        return False
    if not (is_whole(connection, row.pdf_blob_id) and is_whole(connection, row.snapshot_blob_id)):
        return True
    blobs = SqlBlobs(connection)
    snapshot = blobs.get(row.snapshot_blob_id).decode(errors="replace")
    known = fingerprints(row.kind, blobs.get(row.pdf_blob_id), snapshot)
    path = f"{_DOCUMENT}{row.id}"
    return all(registers.get(f"{path}/{name}") == value for name, value in known.items())
