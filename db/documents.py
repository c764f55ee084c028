"""Issued documents inside one unit of work."""

from sqlalchemy import Connection, select

from db.blobs import SqlBlobs
from db.cases import SqlCases
from db.document_lines import registers_of
from db.scalars import read_instant
from db.tables import DOCUMENT, AnyRow
from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind, IssuedDocument
from mediation_app.errors import DocumentNotFoundError

ISSUE = "issue"
"""The action under which the journal of the case shows an issued document."""


class SqlDocuments:
    """Issued documents in the local database."""

    def __init__(self, connection: Connection, cases: SqlCases, blobs: SqlBlobs) -> None:
        self._connection = connection
        self._cases = cases
        self._blobs = blobs

    def add(self, document: IssuedDocument) -> None:
        """Store the document; its hashes enter the journal of the case, and so the chain."""
        pdf_blob_id = self._blobs.put(document.pdf)
        snapshot_blob_id = self._blobs.put(document.snapshot.encode())
        known = registers_of(document, pdf_blob_id, snapshot_blob_id)
        self._cases.annotate(document.case_id, known, ISSUE)

    def get(self, document_id: str) -> IssuedDocument:
        """Return the document with its bytes.

        Raises:
            DocumentNotFoundError: There is none with this id.
            ContentNotHereError: It was issued elsewhere and its bytes are still on the way.
        """
        row = self._connection.execute(
            select(DOCUMENT).where(DOCUMENT.c.id == document_id)
        ).first()
        if row is None:
            raise DocumentNotFoundError(document_id)
        pdf = self._blobs.get(row.pdf_blob_id)
        snapshot = self._blobs.get(row.snapshot_blob_id)
        return _document_of(row, pdf, snapshot.decode())


def _document_of(row: AnyRow, pdf: bytes, snapshot: str) -> IssuedDocument:
    return IssuedDocument(
        id=row.id,
        case_id=CaseId(row.case_id),
        kind=FormKind(row.kind),
        version=row.version,
        issued_at=read_instant(row.issued_at),
        sha256=row.sha256,
        content_digest=row.content_digest,
        pdf=pdf,
        snapshot=snapshot,
        about=row.about,
    )
