"""Issued documents inside one unit of work."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from db.cases import SqlCases
from db.refolding import DOCUMENTS, fingerprints
from db.scalars import instant_text
from db.tables import DOCUMENT, AnyRow
from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind, IssuedDocument
from mediation_app.errors import DocumentNotFoundError

ISSUE = "issue"
"""The action under which the journal of the case shows an issued document."""


class SqlDocuments:
    """Issued documents in the local database."""

    def __init__(self, connection: Connection, cases: SqlCases) -> None:
        self._connection = connection
        self._cases = cases

    def add(self, document: IssuedDocument) -> None:
        """Store the document; its hashes enter the journal of the case, and so the chain."""
        path = f"{DOCUMENTS}/{document.id}"
        known = fingerprints(document.kind.value, document.pdf, document.snapshot)
        self._cases.annotate(
            document.case_id,
            {
                path: document.version,
                **{f"{path}/{name}": value for name, value in known.items()},
            },
            ISSUE,
        )
        self._connection.execute(insert(DOCUMENT), [_row_of(document)])

    def get(self, document_id: str) -> IssuedDocument:
        """Return the document with its bytes."""
        row = self._connection.execute(
            select(DOCUMENT).where(DOCUMENT.c.id == document_id)
        ).first()
        if row is None:
            raise DocumentNotFoundError(document_id)
        return _document_of(row)


def _row_of(document: IssuedDocument) -> dict[str, Any]:
    return asdict(document) | {
        "kind": document.kind.value,
        "issued_at": instant_text(document.issued_at),
    }


def _document_of(row: AnyRow) -> IssuedDocument:
    return IssuedDocument(
        id=row.id,
        case_id=CaseId(row.case_id),
        kind=FormKind(row.kind),
        version=row.version,
        issued_at=datetime.fromisoformat(row.issued_at),
        sha256=row.sha256,
        content_digest=row.content_digest,
        pdf=row.pdf,
        snapshot=row.snapshot,
    )
