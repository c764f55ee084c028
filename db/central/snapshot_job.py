"""Folds the records of a centre, so that a machine that is new need not fold their whole logs.

Runs at night under a login of its own, which reads everything below the centre and may store
snapshots, nothing else. The fold is the one of the clients: there is no second one in SQL.
"""

from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import psycopg

from db.central.client import PostgresCentral
from db.sync.local.snapshots import snapshot_doc
from db.sync.sides import Central, RecordKey
from db.sync.wire import PlacedOp, RecordHead, RecordSnapshot
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import BrokenFeedError, CentralError, StorageError
from mediation_app.sentences import say

DEVICE_ID, DEVICE_NAME = "snapshot-job", "夜间快照"
"""As this job appears among the machines: when it ran last is to be seen there."""
HEADS_PER_PAGE = 1000
OPS_PER_PAGE = 500


def run_snapshot_job(connection: psycopg.Connection) -> int:
    """Fold what changed since the last time, as the login of this connection; return how much."""
    address, password = _address_of(connection)
    with closing(PostgresCentral(address, password)) as central:
        return fold_snapshots(central)


def fold_snapshots(central: PostgresCentral) -> int:
    """Fold each record that has no snapshot of its newest place; return how many were stored.

    Raises:
        CentralError: A record could not be folded; all others were.
    """
    hello = central.hello(DEVICE_ID, DEVICE_NAME, {})
    stored, failed = 0, []
    for org in hello.orgs:
        for head in _stale(central, org.org_id):
            try:
                stored += central.put_snapshot(_folded(central, head))
            except (StorageError, BrokenFeedError):
                # It is damaged; the others shall have their snapshots all the same.
                failed.append(head.record_id)
    if failed:
        raise CentralError(
            say(
                "快照已更新 {stored} 份，另有 {count} 件没有成功，第一件是 {first}",
                stored=stored,
                count=len(failed),
                first=failed[0],
            )
        )
    return stored


def _stale(central: Central, org_id: int) -> Iterator[RecordHead]:
    """Yield the records that went on since they were folded."""
    after = ""
    while heads := central.heads(org_id, after, HEADS_PER_PAGE):
        known = {each.head for each in central.snapshots(org_id, after, HEADS_PER_PAGE)}
        yield from (head for head in heads if head not in known)
        after = heads[-1].record_id


def _folded(central: Central, head: RecordHead) -> RecordSnapshot:
    log = _log(central, RecordKey(head.kind, head.record_id))
    doc = snapshot_doc(head.kind, head.record_id, log)
    newest = RecordHead(head.kind, head.record_id, log[-1].seq, log[-1].chain)
    return RecordSnapshot(newest, doc, sha256(doc).digest())


def _log(central: Central, key: RecordKey) -> list[PlacedOp]:
    log: list[PlacedOp] = []
    while page := central.history(key, len(log), OPS_PER_PAGE):
        log.extend(page)
    return log


def _address_of(connection: psycopg.Connection) -> tuple[CentralAddress, str]:
    """Return where a connection goes and its password, wherever libpq found them."""
    info = connection.info
    authority = info.get_parameters().get("sslrootcert", "")
    certificate = "" if authority in {"", "system"} else Path(authority).read_text("ascii")
    address = CentralAddress(info.host, info.port, info.dbname, info.user, certificate)
    return address, info.password
