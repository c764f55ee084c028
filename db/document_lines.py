"""What a case tells of its issued documents: enough for a list without their bytes."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from db.journal import Row
from db.scalars import instant_text
from db.tables import DOCUMENT
from mediation_app.domain.documents import IssuedDocument
from mediation_app.domain.journal import FieldValue

DOCUMENTS = "documents"
"""Where the registers of a case tell of its issued documents."""

_TEXTS = ("kind", "issued_at", "sha256", "content_digest", "pdf_blob_id", "snapshot_blob_id")


def registers_of(
    document: IssuedDocument, pdf_blob_id: str, snapshot_blob_id: str
) -> dict[str, FieldValue]:
    """Return what the journal keeps of an issued document: enough for a line without its bytes."""
    path = f"{DOCUMENTS}/{document.id}"
    return {
        path: document.version,
        f"{path}/issued_at": instant_text(document.issued_at),
        f"{path}/content_digest": document.content_digest,
        f"{path}/pdf_blob_id": pdf_blob_id,
        f"{path}/snapshot_blob_id": snapshot_blob_id,
        **{
            f"{path}/{name}": value
            for name, value in fingerprints(
                document.kind.value, document.pdf, document.snapshot
            ).items()
        },
        # What came after the first version is told only where there is something to tell.
        **({f"{path}/about": document.about} if document.about else {}),
    }


def fingerprints(kind: str, pdf: bytes, snapshot: str) -> dict[str, FieldValue]:
    """Return what the journal tells of the bytes of an issued document."""
    return {
        "kind": kind,
        "sha256": sha256(pdf).hexdigest(),
        "snapshot_sha256": sha256(snapshot.encode()).hexdigest(),
    }


def put_lines(connection: Connection, case_id: str, registers: Mapping[str, FieldValue]) -> None:
    """Write the lines of the documents that a case tells of, where they are not there yet."""
    rows = list(document_rows(case_id, registers))
    if rows:
        connection.execute(insert(DOCUMENT).on_conflict_do_nothing(), rows)


def document_rows(case_id: str, registers: Mapping[str, FieldValue]) -> Iterator[Row]:
    """Return the lines of the documents that a case tells of, as far as it tells all of them."""
    for path, version in registers.items():
        group, _, document_id = path.partition("/")
        if group != DOCUMENTS or "/" in document_id or type(version) is not int:
            continue
        texts = {name: registers.get(f"{path}/{name}") for name in _TEXTS}
        if all(isinstance(text, str) for text in texts.values()):
            about = registers.get(f"{path}/about", "")
            told = {"about": about if isinstance(about, str) else ""}
            yield {"id": document_id, "case_id": case_id, "version": version, **texts, **told}
