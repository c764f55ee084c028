"""I5, I6 and I7: signatures, chains computed from nothing, numbers without gaps."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from tests.soak.evidence import CentreLeft, Evidence, FedEntry, LoggedOp

FEED_CHAIN_BYTES, PLACE_BYTES = 16, 8


def linked(*parts: str | bytes | int) -> bytes:
    """Return the SHA-256 of the parts, each with its length before it."""
    whole = sha256()
    for part in parts:
        octets = part if isinstance(part, bytes) else str(part).encode()
        whole.update(b"%d:" % len(octets) + octets)
    return whole.digest()


def chain_after(previous: bytes, op: LoggedOp) -> bytes:
    """Return the chain of a log at an operation, as the protocol states it."""
    after = json.dumps(list(op.after), ensure_ascii=False, separators=(",", ":"))
    said = json.dumps(
        json.loads(op.said), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return linked(
        previous,
        op.op_id,
        op.body_hash,
        op.author,
        op.device_id,
        op.seq,
        op.placed_at,
        op.kind,
        op.record_id,
        op.action,
        op.v,
        op.base_seq,
        op.base_chain,
        after,
        op.saved_at,
        op.sealed,
        said,
    )


def logs_of(centre: CentreLeft) -> dict[str, list[LoggedOp]]:
    """Return the log of each record, in order."""
    logs = defaultdict(list)
    for op in sorted(centre.log, key=lambda op: (op.record_id, op.seq)):
        logs[op.record_id].append(op)
    return logs


def feeds_of(centre: CentreLeft) -> dict[int, list[FedEntry]]:
    """Return the feed of each organisation, in order."""
    feeds = defaultdict(list)
    for entry in sorted(centre.feed, key=lambda entry: (entry.org_id, entry.fseq)):
        feeds[entry.org_id].append(entry)
    return feeds


def broken_chains(evidence: Evidence) -> Iterator[str]:
    """Compute every chain again, and ask each machine for its own check."""
    for record_id, log in logs_of(evidence.centre).items():
        yield from _broken_log(record_id, log)
    chains = {(op.record_id, op.seq): op.chain for op in evidence.centre.log}
    for org_id, feed in feeds_of(evidence.centre).items():
        yield from _broken_feed(org_id, feed, chains)
    for machine in evidence.machines:
        if machine.trouble:
            yield f"{machine.name} finds its own journal broken: {machine.trouble}"


def _broken_log(record_id: str, log: Iterable[LoggedOp]) -> Iterator[str]:
    chain = b""
    chains = {0: b""}
    for op in log:
        if op.body and linked(op.body) != op.body_hash:
            yield f"the body of {op.op_id} does not have its hash"
        if chain_after(chain, op) != op.chain:
            yield f"the log of {record_id} breaks at {op.seq}"
        chain = op.chain
        chains[op.seq] = op.chain[:PLACE_BYTES]
        if chains.get(op.base_seq) != op.base_chain:
            yield f"{op.op_id} is based on place {op.base_seq} of another log of {record_id}"


def _broken_feed(
    org_id: int, feed: Iterable[FedEntry], chains: dict[tuple[str, int], bytes]
) -> Iterator[str]:
    chain = b""
    for entry in feed:
        here = chains.get((entry.record_id, entry.seq), b"")
        link = linked(chain, here, entry.event, entry.record_id, entry.seq)
        if link[:FEED_CHAIN_BYTES] != entry.chain:
            yield f"the feed of {org_id} breaks at {entry.fseq}"
        chain = entry.chain


def gaps(evidence: Evidence) -> Iterator[str]:
    """Find numbers that are left out or given twice, and entries that no feed tells."""
    for record_id, log in logs_of(evidence.centre).items():
        if [op.seq for op in log] != list(range(1, len(log) + 1)):
            yield f"the log of {record_id} is not dense: {[op.seq for op in log]}"
    for org_id, feed in feeds_of(evidence.centre).items():
        if [entry.fseq for entry in feed] != list(range(1, len(feed) + 1)):
            yield f"the feed of {org_id} is not dense"
    if evidence.witness.centre_age:
        # What two copies of a disk counted alike may both come back after a restore.
        return
    counted = Counter((op.device_id, op.device_seq) for op in evidence.centre.log if op.device_seq)
    for (device_id, device_seq), times in counted.items():
        if times > 1:
            yield f"the machine {device_id} counted {device_seq} {times} times"


def broken_signatures(evidence: Evidence) -> Iterator[str]:
    """Compare the sealed agreements with the operations that sealed them, one for one."""
    sealing = sorted(op.op_id for op in evidence.centre.log if op.sealed)
    kept = sorted(evidence.centre.signatures)
    if sealing != kept:
        yield f"sealed by {sealing}, kept are {kept}"
