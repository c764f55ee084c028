"""Cases put into a memory, and told apart."""

from datetime import UTC, datetime
from hashlib import sha256

from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind, IssuedDocument
from tests.builders import a_case


def added(units, *cases):
    for case in cases:
        with units() as work:
            work.cases.add(case, "begin")
            work.commit()


def numbered(serial, **facts):
    return a_case(id=CaseId(f"c{serial}"), number=f"（2026）云临金人调字第{serial}号", **facts)


def ids(lines):
    return [line.id for line in lines]


def a_document(**facts):
    pdf = facts.get("pdf", b"%PDF-1")
    usual = {
        "id": "d1",
        "case_id": CaseId("c1"),
        "kind": FormKind.AGREEMENT,
        "version": 1,
        "issued_at": datetime(2026, 3, 5, 2, 3, 4, 5, tzinfo=UTC),
        "sha256": sha256(pdf).hexdigest(),
        "content_digest": "ab" * 32,
        "pdf": pdf,
        "snapshot": '{"案":"一"}',
    }
    return IssuedDocument(**(usual | facts))
