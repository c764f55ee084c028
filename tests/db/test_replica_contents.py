"""Issued documents and files on their way."""

import pytest

from mediation_app.domain.journal import Changes
from mediation_app.domain.materials import Material
from mediation_app.errors import (
    ContentNotHereError,
)
from tests.db.desks import CASE, KEY
from tests.db.stored_cases import a_document


def test_the_line_of_a_document_comes_at_once_and_its_bytes_later(shared, a, b):
    with a.units() as work:
        work.documents.add(a_document())
        work.commit()
    a.sync(shared)
    b.sync(shared)
    (line,) = b.queries.issued(CASE.id)
    assert line == a.queries.issued(CASE.id)[0]
    with b.units() as work, pytest.raises(ContentNotHereError):
        work.documents.get("d1")
    assert b.is_sound
    for blob in a.replica.blobs_to_send():
        for index in b.replica.missing_here(blob):
            b.replica.put_chunk(blob, index, a.replica.chunk(blob.blob_id, index))
    with b.units() as work:
        assert work.documents.get("d1") == a_document()
    assert b.is_sound


def test_two_machines_may_issue_the_same_version(shared, a, b):
    for each, name in ((a, "d1"), (b, "d2")):
        with each.units() as work:
            work.documents.add(a_document(id=name, pdf=name.encode()))
            work.commit()
    for each in (a, b, a):
        each.sync(shared)
    assert {line.id for line in a.queries.issued(CASE.id)} == {"d1", "d2"}
    assert len(b.queries.issued(CASE.id)) == 2


def test_contents_are_sent_and_fetched_by_the_chunk(shared, a, b):
    content = bytes(range(256)) * 2050
    with a.units() as work:
        blob_id = work.blobs.put(content)
        assert work.blobs.put(content) == blob_id
        work.commit()
    assert a.replica.blobs_to_send() == ()
    a.edit(materials=(Material("m1", blob_id=blob_id),))
    assert a.replica.outbox()[0].blobs == (blob_id,)
    (blob,) = a.replica.blobs_to_send()
    assert (blob.record_id, blob.size_bytes, len(blob.chunk_hashes)) == ("c1", len(content), 3)
    a.sync(shared)
    b.sync(shared)
    assert b.replica.blobs_wanted() == ((KEY, blob_id),)
    assert b.replica.missing_here(blob) == (0, 1, 2)
    assert b.replica.put_chunk(blob, 1, a.replica.chunk(blob_id, 1)) == Changes()
    assert b.replica.missing_here(blob) == (0, 2)
    b.replica.put_chunk(blob, 0, a.replica.chunk(blob_id, 0))
    whole = b.replica.put_chunk(blob, 2, a.replica.chunk(blob_id, 2))
    assert whole == Changes(frozenset({"c1"}))
    assert b.replica.missing_here(blob) == ()
    assert b.replica.blobs_wanted() == b.replica.blobs_to_send() == ()
    with b.units() as work:
        assert work.blobs.get(blob_id) == content
    a.replica.blob_sent(blob_id, "other")
    assert len(a.replica.blobs_to_send()) == 1
    a.replica.blob_sent(blob_id, "c1")
    assert a.replica.blobs_to_send() == ()
    assert b.is_sound
