"""Stores snapshots, some hundred in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from db.blobs import use
from db.canonical import canonical
from db.case_index import IndexRows, put_rows
from db.causes import Causes
from db.records import load
from db.refolding import Key
from db.sync.local.feeds import put_orgs
from db.sync.local.lookups import among, forget_gone
from db.sync.local.names import called, own_name
from db.sync.local.snapshots import Folded, fitting, read_snapshot
from db.sync.local.standing import next_folded_no, stand, write
from db.sync.sides import RecordKey
from db.sync.wire import RecordHead, RecordSnapshot
from db.tables import CONFLICT, DOCUMENT, OP, RECORD

_NEW_RECORD = """
    INSERT INTO record (record_kind, record_id, doc, op_count, last_no, seq, chain, shows, orgs,
        from_seq, from_chain, dispute_count)
    VALUES (:kind, :record_id, :doc, 0, 0, :seq, :chain, :shows, :orgs, :seq, :chain, :disputes)
    """
"""Without the types of the table: thousands of rows, whose values the driver takes as they are."""


def read_new(
    connection: Connection, snapshots: Sequence[RecordSnapshot]
) -> dict[RecordHead, Folded]:
    """Return what the snapshots of records hold that are not here yet: half of all the work.

    Raises:
        BrokenFeedError: A snapshot is not what was hashed.
    """
    by_key = _by_key(connection, snapshots)
    new = by_key.keys() - _records_here(connection, by_key)
    return {by_key[key].head: _read(by_key[key]) for key in new}


def load_snapshots(
    connection: Connection,
    org_id: int,
    snapshots: Sequence[RecordSnapshot],
    read: Mapping[RecordHead, Folded],
) -> set[Key]:
    """Store records that are not here yet; return those that are new.

    Args:
        connection: In a transaction.
        org_id: Whose snapshots.
        snapshots: Of any records.
        read: What was read of them already; the others are read now.

    Raises:
        BrokenFeedError: A snapshot is not what was hashed.
    """
    by_key = _by_key(connection, snapshots)
    here = _records_here(connection, by_key)
    for key in here:
        _add_org(connection, key, org_id)
    new = {key: each for key, each in by_key.items() if key not in here}
    if not new:
        return set()
    folded = {key: read.get(each.head) or _read(each) for key, each in new.items()}
    orgs = canonical([org_id])
    connection.exec_driver_sql(
        _NEW_RECORD, [_record_row(key, new[key], each, orgs) for key, each in folded.items()]
    )
    _put_lists(connection, folded)
    forget_gone(connection, new)
    for key in _with_entries(connection, new):
        _stand_on(connection, key)
    return set(new)


def _by_key(
    connection: Connection, snapshots: Sequence[RecordSnapshot]
) -> dict[Key, RecordSnapshot]:
    own = own_name(connection)
    return {
        called(RecordKey(each.head.kind, each.head.record_id), own): each for each in snapshots
    }


def _read(snapshot: RecordSnapshot) -> Folded:
    key = snapshot.head.kind, snapshot.head.record_id
    return fitting(key, read_snapshot(snapshot.doc, snapshot.sha256))


def _record_row(key: Key, snapshot: RecordSnapshot, folded: Folded, orgs: str) -> dict[str, Any]:
    return {
        "kind": key[0].value,
        "record_id": key[1],
        "doc": folded.doc,
        "seq": snapshot.head.seq,
        "chain": snapshot.head.chain,
        "shows": bytes.fromhex(folded.index["shows"]),
        "orgs": orgs,
        "disputes": len(folded.index["conflicts"]),
    }


def _put_lists(connection: Connection, folded: dict[Key, Folded]) -> None:
    no = next_folded_no(connection)
    rows = []
    for index in (each.index for each in folded.values() if "line" in each.index):
        line = index["line"] | {"no": no}
        parts = index["parties"], index["words"], index["is_deleted"], index["appointments"]
        rows.append(IndexRows(line, *parts))
        no += 1
    put_rows(connection, rows)
    for table, name in ((CONFLICT, "conflicts"), (DOCUMENT, "documents")):
        _insert(connection, table, [row for each in folded.values() for row in each.index[name]])
    for key, each in folded.items():
        use(connection, key, each.index["blobs"], is_sent=True)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def _records_here(connection: Connection, keys: Collection[Key]) -> set[Key]:
    return among(connection, RECORD, keys)


def _with_entries(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Return the records of which the journal has entries: what was written here and kept."""
    return among(connection, OP, keys)


def _add_org(connection: Connection, key: Key, org_id: int) -> None:
    stored = load(connection, *key)
    if stored is not None and org_id not in stored.orgs:
        put_orgs(connection, key, stored.orgs | {org_id})


def _stand_on(connection: Connection, key: Key) -> None:
    """Fold what is only here onto a record that came folded."""
    stored = load(connection, *key)
    if stored is not None:
        causes = Causes(connection, *key)
        write(connection, stored, stand(connection, stored, stored.state, causes))
