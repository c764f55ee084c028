"""Heals a centre that was put back to a backup, record by record.

What it has lost is still on the machines of those who had taken it over. Each machine finds by
the hashes up to which place the two logs are one, holds what comes after, and gives it back until
it returns by a pull.
"""

from collections.abc import Iterator
from heapq import merge
from itertools import chain

from db.canonical import PLACE_BYTES
from db.sync.heads import pages_of_heads
from db.sync.line import Line
from db.sync.plan import differing
from db.sync.pulling import fetch_history
from db.sync.sides import RecordKey
from db.sync.wire import Place, RecordHead

PAGE = 2_000


def compare_records(line: Line, org_ids: tuple[int, ...], *, is_rollback: bool) -> int:
    """Compare every record that is here with the centre; return how many were rolled back.

    Args:
        line: Both sides.
        org_ids: Whose records the centre shows.
        is_rollback: True where the centre is known to have lost something: a record that it does
            not show may be lost then, and otherwise has merely left.
    """
    there = merge(*(_heads(line, org) for org in org_ids), key=lambda head: head.record_id)
    rolled_back = 0
    for mine, theirs in differing(_places(line), there):
        line.watch.check()
        if mine.seq == 0 or (theirs is None and not is_rollback):
            continue
        key = RecordKey(mine.kind, mine.record_id)
        common = _common(line, key, mine, theirs)
        if common < mine.seq:
            line.replica.roll_back(key, common)
            # From the beginning where it came folded, or had left.
            fetch_history(line, key, line.replica.place_of(key).seq)
            rolled_back += 1
    return rolled_back


def _common(line: Line, key: RecordKey, mine: RecordHead, theirs: RecordHead | None) -> int:
    """Return up to which place the log at the centre is the log that is known here."""
    end = Place(mine.seq, mine.chain[:PLACE_BYTES])
    if theirs is not None and theirs.seq > mine.seq and line.central.probe(key, [end]):
        return mine.seq
    known = [Place(op.seq, op.chain[:PLACE_BYTES]) for op in line.replica.log(key, 0)]
    return line.central.probe(key, [*known, end])


def _places(line: Line) -> Iterator[RecordHead]:
    after = ""
    while page := line.replica.places(after, PAGE):
        yield from page
        after = page[-1].record_id


def _heads(line: Line, org_id: int) -> Iterator[RecordHead]:
    return chain.from_iterable(pages_of_heads(line.central, org_id, PAGE))
