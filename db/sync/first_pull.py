"""The first pull of an organisation with a long past.

The cursor is set to the head of the feed at once, so that news come in as ever; meanwhile what is
older arrives from snapshots, in portions, beside the work. A portion that is lost is fetched
again.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from db.sync.heads import pages_of_heads
from db.sync.line import Line
from db.sync.notes import Notes
from db.sync.pulling import fetch_history
from db.sync.sides import RecordKey
from db.sync.wire import Cursor, OrgHead, RecordHead, RecordSnapshot
from mediation_app.domain.syncing import Progress
from mediation_app.sentences import say

PAGE = 500
_HEADS = 5_000
_NOTE = "sync_first_pulls"


@dataclass(frozen=True, slots=True)
class FirstPull:
    """How far the first pull of an organisation is: up to a record id, or whole."""

    after: str = ""
    is_whole: bool = False


class FirstPulls:
    """Remembers how far first pulls are."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def all(self) -> dict[int, FirstPull]:
        """Return them by organisation."""
        kept = json.loads(self._notes.get(_NOTE) or "{}")
        return {int(org): FirstPull(after, is_whole) for org, (after, is_whole) in kept.items()}

    def keep(self, org_id: int, first_pull: FirstPull) -> None:
        """Note how far one is."""
        known = self.all() | {org_id: first_pull}
        kept = {str(org): (each.after, each.is_whole) for org, each in sorted(known.items())}
        self._notes.put(_NOTE, json.dumps(kept))


def begin(line: Line, org: OrgHead) -> bool:
    """Begin with the snapshots of an organisation; return False where it has none."""
    if not line.central.snapshots(org.org_id, "", 1):
        return False
    # In this order: a cursor at the head without this note would pass over all that is older.
    FirstPulls(line.notes).keep(org.org_id, FirstPull())
    line.replica.reset_cursor(org.org_id, Cursor(org.fseq, org.chain))
    return True


def go_on(line: Line, org: OrgHead, between: Callable[[], None]) -> None:
    """Fetch what is older than the feed, from where it was left.

    Args:
        line: Both sides.
        org: Whose records.
        between: Called after each portion: sends and takes over what is new.
    """
    first_pulls = FirstPulls(line.notes)
    state = first_pulls.all()[org.org_id]
    total = done = 0
    for heads in pages_of_heads(line.central, org.org_id, _HEADS):
        total += len(heads)
        done += sum(head.record_id <= state.after for head in heads)
    sentence = say("首次同步：接收“{org}”的案件", org=org.name)
    snapshots = _snapshots(line, org.org_id, state.after)
    unkept = 0
    while some := tuple(islice(snapshots, line.snapshots.size)):
        with line.snapshots:
            line.took_over(line.replica.load_snapshots(org.org_id, some))
        state = FirstPull(some[-1].head.record_id)
        unkept += len(some)
        if unkept >= PAGE:
            first_pulls.keep(org.org_id, state)
            unkept = 0
        done += len(some)
        line.watch.progress(Progress(sentence, done, total))
        between()
        line.watch.check()
    _complete(line, org, total, between)
    first_pulls.keep(org.org_id, FirstPull(is_whole=True))
    line.watch.progress(None)


def _complete(line: Line, org: OrgHead, total: int, between: Callable[[], None]) -> None:
    """Fetch the log of every record that is not here as far as the centre has it."""
    sentence = say("首次同步：补齐“{org}”的案件", org=org.name)
    done = 0
    for page in pages_of_heads(line.central, org.org_id, _HEADS):
        known = line.replica.known([_key(head) for head in page])
        for head in (each for each in page if known.get(_key(each), 0) < each.seq):
            fetch_history(line, _key(head), line.replica.place_of(_key(head)).seq)
            line.watch.progress(Progress(sentence, done, total))
            between()
            line.watch.check()
        done += len(page)
        line.watch.check()


def _snapshots(line: Line, org_id: int, after: str) -> Iterator[RecordSnapshot]:
    """Yield snapshots one by one, so that a transaction need not end where a page does."""
    while page := _page(line, org_id, after):
        yield from page
        after = page[-1].head.record_id


def _page(line: Line, org_id: int, after: str) -> tuple[RecordSnapshot, ...]:
    with line.pages as stride:
        return line.central.snapshots(org_id, after, stride.size)


def _key(head: RecordHead) -> RecordKey:
    return RecordKey(head.kind, head.record_id)
