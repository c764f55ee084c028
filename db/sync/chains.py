"""Checks that what came from the centre is dense and hangs together; nothing here is believed."""

from collections.abc import Iterable

from db.canonical import digest
from db.sync.wire import Cursor, FeedEntry, PlacedOp, feed_chain, op_chain
from mediation_app.errors import BrokenFeedError


def check_feed(previous: Cursor, entries: Iterable[FeedEntry]) -> None:
    """Check a page of a feed against the cursor before it.

    Raises:
        BrokenFeedError: A number is missing, or a hash does not fit.
    """
    fseq, chain = previous.fseq, previous.chain
    for entry in entries:
        placed = entry.placed
        if entry.fseq != fseq + 1:
            raise BrokenFeedError(f"{entry.fseq} ≠ {fseq + 1}")
        if placed is not None:
            check_body(placed)
            if _subject(placed) != (entry.kind, entry.record_id, entry.seq):
                raise BrokenFeedError(f"{entry.fseq}: {placed.op.op_id}")
        if feed_chain(chain, entry, placed.chain if placed else entry.link) != entry.chain:
            raise BrokenFeedError(f"#{entry.fseq}")
        fseq, chain = entry.fseq, entry.chain


def check_log(previous: bytes, first_seq: int, ops: Iterable[PlacedOp]) -> None:
    """Check a part of a record's log.

    Args:
        previous: The chain before the part; empty at the beginning of the log.
        first_seq: The number that the part begins with.
        ops: The part.

    Raises:
        BrokenFeedError: A number is missing, or a hash does not fit.
    """
    for seq, placed in enumerate(ops, start=first_seq):
        if placed.seq != seq:
            raise BrokenFeedError(f"{placed.op.record_id} {placed.seq} ≠ {seq}")
        check_body(placed)
        if op_chain(previous, placed) != placed.chain:
            raise BrokenFeedError(f"{placed.op.record_id} #{seq}")
        previous = placed.chain


def check_body(placed: PlacedOp) -> None:
    """Check the body against its hash; an empty one was erased.

    Raises:
        BrokenFeedError: It is not the body that was hashed.
    """
    if placed.op.body and digest(placed.op.body) != placed.op.body_hash:
        raise BrokenFeedError(placed.op.op_id)


def _subject(placed: PlacedOp) -> tuple[object, str, int]:
    return placed.op.kind, placed.op.record_id, placed.seq
