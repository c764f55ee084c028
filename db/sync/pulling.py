"""Takes over feeds: page by page, each in one transaction together with its cursor."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from db.sync.line import PAGE, Line
from db.sync.sides import Applied, RecordKey
from db.sync.wire import Cursor, FeedEntry, OrgHead
from mediation_app.domain.syncing import Progress
from mediation_app.errors import BrokenFeedError
from mediation_app.sentences import say

LONG = 300
"""From so many entries on people are told how far it is."""

_UNKNOWN: Mapping[int, OrgHead] = MappingProxyType({})


def nothing() -> None:
    """Do nothing between two pages."""


def pull_feeds(
    line: Line,
    org_ids: Iterable[int],
    heads: Mapping[int, OrgHead] = _UNKNOWN,
    between: Callable[[], None] = nothing,
) -> None:
    """Take over the feeds up to their heads; one that is broken does not stop the others.

    Args:
        line: Both sides.
        org_ids: Whose feeds.
        heads: How far they went when the centre was asked, by which progress is told.
        between: Called after each page of a long one.

    Raises:
        CentralError: The line broke, or a feed does not fit together.
    """
    broken: BrokenFeedError | None = None
    for org_id in org_ids:
        try:
            pull_feed(line, org_id, heads.get(org_id), between)
        except BrokenFeedError as error:
            line.tally.is_feed_broken = True
            broken = error
    if broken is not None:
        raise broken


def pull_feed(
    line: Line,
    org_id: int,
    head: OrgHead | None = None,
    between: Callable[[], None] = nothing,
) -> None:
    """Take over one feed up to its head; where that takes long, tell how far it is.

    What is saved meanwhile is not kept waiting then: ``between`` is called after each page.
    """
    began = _last(line, org_id)
    total = 0 if head is None else head.fseq - began
    told = head if total >= LONG else None
    _tell(line, told, 0, total)
    while page := _page(line, org_id, _last(line, org_id)):
        while page:
            last = _take_over(line, org_id, tuple(line.stride.first_of(page)))
            page = tuple(entry for entry in page if entry.fseq > last)
            _tell(line, told, last - began, total)
            line.watch.check()
        if told is not None:
            between()
    if told is not None:
        line.watch.progress(None)


def _tell(line: Line, org: OrgHead | None, done: int, total: int) -> None:
    if org is not None:
        sentence = say("接收“{org}”的修改", org=org.name)
        # What came to the feed since the centre was asked comes along.
        line.watch.progress(Progress(sentence, min(done, total), total))


def fetch_history(line: Line, key: RecordKey, after_seq: int) -> bool:
    """Take over the log of a record after a place; return whether anything came.

    Raises:
        BrokenFeedError: The log does not fit together, or builds on what is not in it.
    """
    has_come = is_whole = False
    while ops := line.central.history(key, after_seq, PAGE):
        applied = line.replica.apply_history(key, ops)
        if applied.needs:
            # It came folded, and somebody had seen less of it than the fold holds.
            if is_whole:
                raise BrokenFeedError(f"{key.record_id} #{ops[0].seq}")
            after_seq, is_whole = 0, True
            continue
        line.took_over(applied.changes)
        after_seq = ops[-1].seq
        has_come = True
        line.watch.check()
    return has_come


def _page(line: Line, org_id: int, after: int) -> tuple[FeedEntry, ...]:
    with line.pages as stride:
        return line.central.pull(org_id, after, stride.size)


def _last(line: Line, org_id: int) -> int:
    return line.replica.cursors().get(org_id, Cursor()).fseq


def _take_over(line: Line, org_id: int, entries: tuple[FeedEntry, ...]) -> int:
    """Take over entries and what they need; return the number of the last one."""
    whole: set[RecordKey] = set()
    while (applied := _applied(line, org_id, entries)).needs:
        has_come = [_complete(line, key, whole) for key in applied.needs]
        if all(has_come):
            continue
        # A record that is shown no longer has left since: the feed says so further on.
        more = _page(line, org_id, entries[-1].fseq)
        if not more and not any(has_come):
            raise BrokenFeedError(f"{org_id}/{entries[0].fseq}")
        entries += more
    line.received(entries)
    line.took_over(applied.changes)
    return entries[-1].fseq


def _applied(line: Line, org_id: int, entries: tuple[FeedEntry, ...]) -> Applied:
    with line.stride:
        return line.replica.apply(org_id, entries)


def _complete(line: Line, key: RecordKey, whole: set[RecordKey]) -> bool:
    """Fetch what a record lacks, from where it is known or else, once, from its beginning."""
    known = line.replica.place_of(key).seq
    if fetch_history(line, key, known):
        return True
    if known == 0 or key in whole:
        return False
    whole.add(key)
    return fetch_history(line, key, 0)
