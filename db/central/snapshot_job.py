"""Folds the records of a centre, so that a machine that is new need not fold their whole logs.

Runs at night under a login of its own, which reads everything below the centre and may store
snapshots, nothing else. The fold is the one of the clients: there is no second one in SQL.
"""

from collections.abc import Iterator
from hashlib import sha256

from db.central.client import PostgresCentral
from db.central.reading import HEADS_PER_PAGE, log_of
from db.sync.heads import pages_of_heads
from db.sync.local.snapshots import is_of_these_rules, snapshot_doc
from db.sync.sides import Central, RecordKey
from db.sync.wire import RecordHead, RecordSnapshot
from mediation_app.errors import BrokenFeedError, CentralError, StorageError
from mediation_app.sentences import say

DEVICE_ID, DEVICE_NAME = "snapshot-job", "夜间快照"
"""As this job appears among the machines: when it ran last is to be seen there."""


def fold_snapshots(central: PostgresCentral) -> int:
    """Fold each record without a snapshot of its newest place and of this version's rules.

    Returns:
        How many were stored.

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
    """Yield the records that went on, or whose rows are made by other rules, since then."""
    after = ""
    for heads in pages_of_heads(central, org_id, HEADS_PER_PAGE):
        snapshots = central.snapshots(org_id, after, HEADS_PER_PAGE)
        known = {each.head for each in snapshots if is_of_these_rules(each.doc, each.sha256)}
        yield from (head for head in heads if head not in known)
        after = heads[-1].record_id


def _folded(central: Central, head: RecordHead) -> RecordSnapshot:
    log = log_of(central, RecordKey(head.kind, head.record_id))
    doc = snapshot_doc(head.kind, head.record_id, log)
    newest = RecordHead(head.kind, head.record_id, log[-1].seq, log[-1].chain)
    return RecordSnapshot(newest, doc, sha256(doc).digest())
