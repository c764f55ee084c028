"""Follows the chains of the centre from their beginnings, with the code of the workstations.

Whoever rewrites rows at the centre, its owner included, breaks a chain or changes the anchor.
"""

from hashlib import sha256

from db.central.reading import HEADS_PER_PAGE, log_of, pages_of_feed
from db.sync.chains import check_feed, check_log
from db.sync.heads import pages_of_heads
from db.sync.sides import Central, RecordKey
from db.sync.wire import Cursor, OrgHead, RecordHead
from mediation_app.errors import BrokenFeedError
from mediation_app.ports.central import CentreInspection

DEVICE_ID, DEVICE_NAME = "inspection", "核对链条"
"""As the inspection appears among the machines."""


def inspect(central: Central) -> CentreInspection:
    """Follow the chain of each log and each feed that this login sees."""
    hello = central.hello(DEVICE_ID, DEVICE_NAME, {})
    walk = _Walk(central)
    try:
        for org in hello.orgs:
            walk.follow(org)
    except BrokenFeedError as error:
        return walk.found(first_bad=str(error.sentence.gaps["detail"]))
    return walk.found(first_bad="")


class _Walk:
    """Goes along the chains and keeps what it came by."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self._seen: set[RecordHead] = set()
        self._op_count = 0
        self._anchor = sha256()

    def follow(self, org: OrgHead) -> None:
        """Follow the feed of an organisation and the logs of its records."""
        cursor = Cursor()
        for entries in pages_of_feed(self._central, org.org_id):
            check_feed(cursor, entries)
            cursor = Cursor(entries[-1].fseq, entries[-1].chain)
        self._add(f"feed {org.org_id}", cursor.fseq, cursor.chain)
        for heads in pages_of_heads(self._central, org.org_id, HEADS_PER_PAGE):
            for head in heads:
                if head not in self._seen:
                    self._follow_log(head)

    def found(self, first_bad: str) -> CentreInspection:
        """Return what was found."""
        return CentreInspection(
            len(self._seen), self._op_count, first_bad, self._anchor.hexdigest()
        )

    def _follow_log(self, head: RecordHead) -> None:
        log = log_of(self._central, RecordKey(head.kind, head.record_id))
        check_log(b"", 1, log)
        if len(log) < head.seq or log[head.seq - 1].chain != head.chain:
            raise BrokenFeedError(f"{head.record_id} #{head.seq}")
        self._seen.add(head)
        self._op_count += head.seq
        self._add(head.record_id, head.seq, head.chain)

    def _add(self, what: str, number: int, chain: bytes) -> None:
        self._anchor.update(f"{what} {number} {chain.hex()}\n".encode())
