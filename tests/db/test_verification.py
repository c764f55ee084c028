import json
import zlib
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.engine import open_engine
from db.keys import read_key_ring
from db.tables import OP
from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind
from mediation_app.errors import StorageError
from tests.builders import a_case, a_committee
from tests.db.stations import PASSWORD, a_station
from tests.db.stored_cases import a_document, added, numbered

GUARDS = ("op_stays", "op_body_stays", "op_is_kept", "document_stays", "document_is_kept")


@pytest.fixture
def station(tmp_path):
    """Return a station with twenty cases, an edit, a document and a committee."""
    station = a_station(tmp_path)
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    units = database.units_of_work("沈砚秋")
    added(units, *(numbered(serial) for serial in range(1, 21)))
    with units() as work:
        work.cases.save(numbered(3), numbered(3, facts="新的事实"), "edit")
        work.documents.add(a_document(case_id=CaseId("c4"), kind=FormKind.APPLICATION))
        work.committees.save(replace(a_committee(), name=""), a_committee(), "edit")
        work.commit()
    database.dispose()
    return station


def tamper(station, *statements):
    """Change the file behind the program's back, with its key and without its guards."""
    key = read_key_ring(station._keys).unlock(PASSWORD)
    engine = open_engine(station._database, key)
    with engine.connect() as connection:
        for guard in GUARDS:
            connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()


def verified(station):
    database = station.open(PASSWORD)
    try:
        return database.queries().verify()
    finally:
        database.dispose()


def op_ids(station, case_id):
    database = station.open(PASSWORD)
    try:
        return [entry.op_id for entry in database.queries().history(CaseId(case_id))]
    finally:
        database.dispose()


def test_an_untouched_station_is_sound(station):
    found = verified(station)
    assert (found.is_ok, found.record_count, found.first_bad) == (True, 23, None)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE op SET body = (SELECT body FROM op WHERE no = 6) WHERE record_id = 'c7'",
        "UPDATE op SET body = CAST(body || x'00' AS BLOB) WHERE record_id = 'c7'",
        "UPDATE op SET body = substr(body, 1, 100) WHERE record_id = 'c7'",
        "UPDATE op SET body = 'text' WHERE record_id = 'c7'",
        "UPDATE op SET body = x'' WHERE record_id = 'c7'",
        "UPDATE op SET body = NULL WHERE record_id = 'c7'",
        "UPDATE op SET author = '别人' WHERE record_id = 'c7'",
        "UPDATE op SET saved_at = replace(saved_at, '2026', '2025') WHERE record_id = 'c7'",
        "UPDATE op SET action = 'edit' WHERE record_id = 'c7'",
        "UPDATE op SET v = 2 WHERE record_id = 'c7'",
        "UPDATE op SET after = '[\"x\"]' WHERE record_id = 'c7'",
        "UPDATE op SET base_seq = 1 WHERE record_id = 'c7'",
        "UPDATE op SET device_seq = 1000 WHERE record_id = 'c7'",
        "UPDATE op SET link = x'00' WHERE record_id = 'c7'",
        "UPDATE op SET body_hash = x'00' WHERE record_id = 'c7'",
        "UPDATE op SET record_kind = 'committee' WHERE record_id = 'c7'",
    ],
)
def test_a_changed_entry_is_named(station, change):
    (op_id,) = op_ids(station, "c7")
    tamper(station, change)
    found = verified(station)
    assert (found.is_ok, found.first_bad) == (False, op_id)


def test_one_changed_character_names_its_entry(station):
    (op_id,) = op_ids(station, "c7")
    (body,) = (each for each in bodies_of(station) if "第7号" in each)
    packed = zlib.compress(body.replace("顾喆安", "顾喆平").encode()).hex()
    tamper(station, f"UPDATE op SET body = x'{packed}' WHERE record_id = 'c7'")
    assert verified(station).first_bad == op_id


def test_an_entry_that_was_taken_out_is_named_by_its_number(station):
    tamper(station, "DELETE FROM op WHERE no = 7")
    assert verified(station).first_bad == "#7"


def test_entries_cut_off_the_end_are_missed(station):
    tamper(station, "DELETE FROM op WHERE no > 21")
    found = verified(station)
    assert (found.is_ok, found.record_count, found.first_bad) == (False, 23, "#22")


def test_a_body_changed_with_its_hashes_breaks_the_next_link(station):
    """Whoever mends the hash of one entry must mend all that follow."""
    (op_id,) = op_ids(station, "c8")
    tamper(
        station,
        "UPDATE op SET link = (SELECT link FROM op AS o WHERE o.no = 6) WHERE no = 7",
        "UPDATE op SET op_id = op_id || '0' WHERE no = 7",
    )
    assert verified(station).first_bad != op_id
    assert not verified(station).is_ok


A_COPY = """
    INSERT INTO record (record_kind, record_id, doc, op_count, last_no)
    SELECT {}, doc, op_count, last_no FROM record WHERE {}
"""
ANOTHER_DOC = "(SELECT doc FROM record WHERE record_id = 'c6')"
ANOTHER_ISSUE = """
    INSERT INTO document SELECT no + 1, 'd2', case_id, kind, version + 1, issued_at, sha256,
    content_digest, pdf_blob_id, snapshot_blob_id, about FROM document
"""


@pytest.mark.parametrize(
    ("change", "bad"),
    [
        ("UPDATE record SET op_count = 5 WHERE record_id = 'c7'", "case/c7"),
        ("UPDATE record SET last_no = 5 WHERE record_id = 'c7'", "case/c7"),
        ("DELETE FROM record WHERE record_id = 'c7'", "case/c7"),
        ("DELETE FROM record WHERE record_id = 'own'", "committee/own"),
        (A_COPY.format("'case', 'c77'", "record_id = 'c7'"), "case/c77"),
        (A_COPY.format("'other', 'z'", "record_id = 'c7'"), "other/z"),
        ("UPDATE record SET doc = x'00' WHERE record_id = 'c7'", "case/c7"),
        (f"UPDATE record SET doc = {ANOTHER_DOC} WHERE record_id = 'c7'", "case/c7"),
        (ANOTHER_ISSUE, "document"),
    ],
)
def test_a_record_that_is_not_the_sum_of_its_entries_is_named(station, change, bad):
    tamper(station, change)
    found = verified(station)
    assert (found.is_ok, found.first_bad) == (False, bad)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE blob_chunk SET data = x'00'",
        "UPDATE document SET pdf_blob_id = snapshot_blob_id",
        "UPDATE document SET content_digest = 'cd'",
        "UPDATE document SET kind = 'agreement'",
        "DELETE FROM document",
    ],
)
def test_a_changed_document_names_the_entry_that_issued_it(station, change):
    issued = op_ids(station, "c4")[-1]
    tamper(station, change)
    assert verified(station).first_bad == issued


def test_a_record_that_cannot_be_read_is_told_and_its_history_names_who_wrote(station):
    tamper(
        station,
        "UPDATE record SET doc = x'00' WHERE record_id = 'c7'",
        "UPDATE op SET body = x'00' WHERE record_id = 'c7'",
    )
    database = station.open(PASSWORD)
    with database.units_of_work("甲")() as work, pytest.raises(StorageError, match="已损坏"):
        work.cases.get(CaseId("c7"))
    (entry,) = database.queries().history(CaseId("c7"))
    assert (entry.changes, entry.note) == ((), "")
    database.dispose()


def test_the_journal_and_issued_documents_refuse_to_be_changed(station):
    key = read_key_ring(station._keys).unlock(PASSWORD)
    engine = open_engine(station._database, key)
    try:
        for statement in (
            "UPDATE op SET body = ''",
            "DELETE FROM op",
            "UPDATE document SET kind = ''",
            "DELETE FROM document",
            "INSERT OR REPLACE INTO document SELECT * FROM document",
        ):
            with engine.connect() as connection, pytest.raises(Exception, match=r"append|never"):
                connection.exec_driver_sql(statement)
        with engine.connect() as connection:
            connection.exec_driver_sql("UPDATE op SET state = 'placed', seq = 1, chain = x'01'")
    finally:
        engine.dispose()


def test_a_flipped_byte_anywhere_in_the_file_is_found(station):
    """The file knows a checksum for each page; what held entries names the first of them."""
    whole = station._database.read_bytes()
    page_bytes = 4096
    known = set(_all_op_ids(station))
    named = set()
    openable = []
    for start in range(0, len(whole), page_bytes):
        spoilt = bytearray(whole)
        spoilt[start + 100] ^= 1
        station._database.write_bytes(bytes(spoilt))
        try:
            found = verified(station)
        except StorageError as error:
            assert "损坏" in str(error)  # noqa: PT017 - some pages are needed to open the file
            continue
        assert not found.is_ok
        assert found.first_bad
        named.add(found.first_bad)
        openable.append(start)
    assert len(named & known) >= 5
    spoilt = bytearray(whole)
    for start in openable[1:]:
        spoilt[start + 100] ^= 1
    station._database.write_bytes(bytes(spoilt))
    assert not verified(station).is_ok


def _all_op_ids(station):
    database = station.open(PASSWORD)
    try:
        queries = database.queries()
        cases = [line.id for line in queries.case_lines()]
        return [entry.op_id for each in cases for entry in queries.history(each)]
    finally:
        database.dispose()


def bodies_of(station):
    database = station.open(PASSWORD)
    with database._engine.connect() as connection:
        bodies = list(connection.scalars(select(OP.c.body)))
    database.dispose()
    return bodies


def test_bodies_are_canonical_and_carry_a_nonce(station):
    bodies = bodies_of(station)
    nonces = {json.loads(body)["nonce"] for body in bodies}
    assert len(nonces) == len(bodies)
    for body in bodies:
        again = json.dumps(
            json.loads(body), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        assert again == body


def test_a_case_of_a_newer_version_keeps_its_chain(station):
    database = station.open(PASSWORD)
    with database.units_of_work("x")() as work:
        work.cases.annotate(CaseId("c1"), {"from/a/newer": ["版本"]}, "sync")
        case = work.cases.get(CaseId("c1"))
        work.cases.save(case, a_case(id=CaseId("c1"), facts="乙"), "edit")
        work.commit()
    database.dispose()
    assert verified(station).is_ok
