"""Documents that were issued before there was a centre: what other machines need to list them."""

from sqlalchemy import Connection, select

from db.blobs import SqlBlobs
from db.cases import SqlCases
from db.document_lines import registers_of
from db.documents import ISSUE, SqlDocuments
from db.journal import Journal
from db.meta import get_meta, put_meta
from db.records import Records
from db.tables import DOCUMENT

_DONE = "old_documents_told"


def tell_of_old_documents(connection: Connection, journal: Journal) -> None:
    """Write into each case what its journal does not tell yet of its documents; once."""
    if get_meta(connection, _DONE) is not None:
        return
    cases = SqlCases(connection, Records(connection, journal))
    documents = SqlDocuments(connection, cases, SqlBlobs(connection))
    rows = connection.execute(select(DOCUMENT).order_by(DOCUMENT.c.no)).all()
    for row in rows:
        document = documents.get(row.id)
        known = registers_of(document, row.pdf_blob_id, row.snapshot_blob_id)
        cases.annotate(document.case_id, known, ISSUE)
    put_meta(connection, _DONE, "1")
