from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256

import psycopg
import pytest
from sqlalchemy import create_engine

from db.central import schema
from db.sync.sides import Blob
from db.sync.wire import RecordHead, RecordSnapshot
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import CentralError, RejectedCallError
from tests.central.machines import Machines, an_id, judgements, key
from tests.soak.proxy import Cut, Proxy

CHUNK = 262_144


def a_blob(record, data):
    chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    hashes = tuple(sha256(chunk).digest() for chunk in chunks)
    return Blob(sha256(b"".join(hashes)).hexdigest(), record, hashes, len(data)), chunks


def upload(machine, blob, chunks):
    for index in machine.central.missing_chunks(key(blob.record_id), blob):
        machine.central.put_chunk(key(blob.record_id), blob.blob_id, index, chunks[index])


@contextmanager
def a_former_centre(database) -> Iterator[Machines]:
    """Give machines at a centre from before several chunks came in one answer."""
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(database.admin_dsn)
    )
    with engine.begin() as connection:
        schema.upgrade(connection, to="0003_quicker_calls")
    engine.dispose()
    with closing(database.connect()) as admin, closing(Machines(database, admin)) as former:
        yield former


def test_a_content_is_carried_up_and_down_in_chunks(mediator):
    record = mediator.new_record()
    blob, chunks = a_blob(record, bytes(range(256)) * 2_500)
    central = mediator.central
    assert central.missing_chunks(key(record), blob) == (0, 1, 2)
    central.put_chunk(key(record), blob.blob_id, 1, chunks[1])
    central.put_chunk(key(record), blob.blob_id, 1, chunks[1])
    assert central.missing_chunks(key(record), blob) == (0, 2)
    assert central.blob(key(record), blob.blob_id) is None
    upload(mediator, blob, chunks)
    assert central.missing_chunks(key(record), blob) == ()
    assert central.blob(key(record), blob.blob_id) == blob
    assert [central.chunk(key(record), blob.blob_id, at) for at in range(3)] == chunks


def test_several_chunks_come_in_the_order_asked_for(mediator):
    record = mediator.new_record()
    blob, chunks = a_blob(record, bytes(range(256)) * 2_500)
    central = mediator.central
    central.missing_chunks(key(record), blob)
    central.put_chunk(key(record), blob.blob_id, 2, chunks[2])
    central.put_chunk(key(record), blob.blob_id, 0, chunks[0])
    ask = central.chunks
    assert [*ask(key(record), blob.blob_id, (2, 1, 0))] == [chunks[2], b"", chunks[0]]
    assert [*ask(key(record), blob.blob_id, (0,))] == [chunks[0]]
    assert [*ask(key(record), "0" * 64, (0, 1))] == [b"", b""]
    assert [*ask(key(an_id()), blob.blob_id, (0, 1))] == []
    with closing(ask(key(record), blob.blob_id, (0, 2))) as some:
        assert next(some) == chunks[0]
    assert central.missing_chunks(key(record), blob) == (1,)


def test_what_came_before_a_cut_is_there(machines, mediator):
    record = mediator.new_record()
    blob, chunks = a_blob(record, bytes(range(256)) * 2_500)
    upload(mediator, blob, chunks)
    cuts = iter((Cut(down=2 * CHUNK - 1000, is_reset=False), Cut(up=0)))
    with Proxy(machines.database.port, lambda: next(cuts)) as proxy:
        central = machines.central(mediator.person, proxy.port)
        arriving = central.chunks(key(record), blob.blob_id, (0, 1, 2))
        assert next(arriving) == chunks[0]
        with pytest.raises(CentralError):
            next(arriving)
        with pytest.raises(CentralError):
            central.blob(key(record), blob.blob_id)


def test_a_centre_from_before_gives_one_chunk_at_a_time(central):
    database = central.new_database()
    try:
        with a_former_centre(database) as former:
            machine = former.at(former.town.station, "周文")
            record = machine.new_record()
            blob, chunks = a_blob(record, bytes(range(256)) * 2_500)
            upload(machine, blob, chunks)
            ask = machine.central.chunks
            assert [*ask(key(record), blob.blob_id, (1, 2))] == [chunks[1]]
            assert [*ask(key(record), blob.blob_id, (2,))] == [chunks[2]]
    finally:
        central.drop(database)


def test_a_chunk_counts_with_the_last_one_whose_commit_waits_for_all(mediator, thief):
    record = mediator.new_record()
    blob, chunks = a_blob(record, b"x" * 300_000)
    mediator.central.missing_chunks(key(record), blob)
    with thief.connection.transaction():
        for index, waits in ((1, "off"), (0, "on")):
            thief.connection.execute("SET LOCAL synchronous_commit = on")
            call = "SELECT sync.put_chunk(%s, %s, %s, %s)"
            thief.connection.execute(call, (record, blob.blob_id, index, chunks[index]))
            (setting,) = thief.connection.execute("SHOW synchronous_commit").fetchone()
            assert setting == waits
    assert mediator.central.blob(key(record), blob.blob_id) == blob


def test_an_empty_content_is_complete_at_once(mediator):
    record = mediator.new_record()
    blob, _ = a_blob(record, b"")
    assert mediator.central.missing_chunks(key(record), blob) == ()
    assert mediator.central.blob(key(record), blob.blob_id) == blob


def test_a_content_that_is_not_what_it_says_is_rejected(mediator):
    record = mediator.new_record()
    blob, chunks = a_blob(record, b"x" * 300_000)
    put = mediator.central.put_chunk
    with pytest.raises(RejectedCallError):
        put(key(record), blob.blob_id, 0, chunks[0])
    mediator.central.missing_chunks(key(record), blob)
    for index, data in ((0, chunks[1]), (2, chunks[1]), (-1, chunks[0])):
        with pytest.raises(RejectedCallError):
            put(key(record), blob.blob_id, index, data)
    false = Blob("0" * 64, record, blob.chunk_hashes, blob.size_bytes)
    short = Blob(blob.blob_id, record, blob.chunk_hashes, 10)
    for wrong in (false, short):
        with pytest.raises(RejectedCallError):
            mediator.central.missing_chunks(key(record), wrong)


def test_the_same_content_at_another_record_is_nobodys_business(mediator, stranger):
    record, other = mediator.new_record(), stranger.new_record()
    blob, chunks = a_blob(record, b"secret")
    upload(mediator, blob, chunks)
    assert stranger.central.blob(key(record), blob.blob_id) is None
    assert stranger.central.chunk(key(record), blob.blob_id, 0) == b""
    for where in (record, an_id()):
        with pytest.raises(RejectedCallError):
            stranger.central.missing_chunks(key(where), blob)
        with pytest.raises(RejectedCallError):
            stranger.central.put_chunk(key(where), blob.blob_id, 0, chunks[0])
    assert stranger.central.missing_chunks(key(other), blob) == (0,)


def test_a_seal_waits_for_contents_on_their_way_and_holds_back_what_follows(machines, mediator):
    record = mediator.new_record()
    blob, chunks = a_blob(record, b"signed.pdf")
    mediator.central.missing_chunks(key(record), blob)
    ops = [
        mediator.op(record),
        mediator.op(record, sealed="5a" * 32, blobs=(blob.blob_id,)),
        mediator.op(record),
        mediator.op(an_id()),
    ]
    assert [each.op_id for each in mediator.push(*ops)] == [ops[0].op_id, ops[3].op_id]
    upload(mediator, blob, chunks)
    assert judgements(mediator.push(*ops[1:3])) == ["placed", "placed"]
    sealed = machines.admin(
        "SELECT record_id, seq, digest FROM sync.sealed_agreement WHERE record_id = %s", record
    )
    assert sealed == [(record, 3, "5a" * 32)]


def test_a_seal_does_not_wait_for_contents_that_nobody_sends(mediator):
    assert mediator.new_record(sealed="5a" * 32, blobs=("ab" * 32,))


def test_a_snapshot_is_stored_by_who_may_and_read_by_who_sees(machines, town, mediator, stranger):
    record = mediator.new_record()
    (placed,) = mediator.log(record)
    head = RecordHead(RecordKind.CASE, record, 1, placed.chain)
    snapshot = RecordSnapshot(head, b"packed", sha256(b"packed").digest())
    with pytest.raises(CentralError):
        mediator.central.put_snapshot(snapshot)
    folder = machines.at(town.centre, "夜间任务", "reader")
    machines.admin(f'GRANT sync_snapshot TO "{folder.person.login}"')
    assert folder.central.put_snapshot(snapshot)
    assert mediator.central.snapshots(town.station, "", 10) == (snapshot,)
    assert mediator.central.snapshots(town.station, record, 10) == ()
    assert stranger.central.snapshots(town.station, "", 10) == ()
    elsewhere = RecordHead(RecordKind.CASE, record, 1, b"0" * 32)
    assert not folder.central.put_snapshot(RecordSnapshot(elsewhere, b"", b""))
    machines.admin("SELECT sync.erase_body(%s, %s, 1, '当事人要求')", town.centre, record)
    assert mediator.central.snapshots(town.station, "", 10) == ()
