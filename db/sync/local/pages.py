"""A page of a feed: what of it counts, and which records must be fetched first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from db.records import Stored, load
from db.refolding import Key
from db.sync.chains import check_feed
from db.sync.local.feeds import cursors_in, put_cursor, put_orgs
from db.sync.local.leaving import leave, purge_words
from db.sync.local.lookups import records_of
from db.sync.local.names import called, own_name
from db.sync.local.taking import Part, Taking, UnknownCauseError
from db.sync.sides import RecordKey
from db.sync.wire import Cursor, Event, FeedEntry, PlacedOp


@dataclass(frozen=True, slots=True)
class Page:
    """What taking over a page did: records that look otherwise, or those that it needs first.

    Attributes:
        partial: Those of the needed ones that came folded and are needed from their beginning.
    """

    changed: frozenset[Key] = field(default_factory=frozenset)
    needs: tuple[RecordKey, ...] = ()
    partial: tuple[RecordKey, ...] = ()


def take_page(taking: Taking, org_id: int, entries: Sequence[FeedEntry]) -> Page:
    """Take over a page of a feed and move its cursor; where records are needed, nothing of it.

    The caller must roll back when the page has needs.

    Raises:
        BrokenFeedError: Numbers are not dense, or a hash does not fit.
    """
    connection = taking.connection
    cursor = cursors_in(connection).get(org_id, Cursor())
    news = [each for each in entries if each.fseq > cursor.fseq]
    if not news:
        return Page()
    check_feed(cursor, news)
    subjects = _by_record(connection, news)
    known = records_of(connection, [each.key for each in subjects])
    needs = tuple(each.name for each in subjects if each.is_lacking(known.get(each.key)))
    if needs:
        return Page(needs=needs)
    try:
        changed = _take(taking, org_id, subjects, known)
    except UnknownCauseError as error:
        partial = tuple(each.name for each in subjects if each.key in error.keys)
        return Page(needs=partial, partial=partial)
    put_cursor(connection, org_id, Cursor(news[-1].fseq, news[-1].chain))
    return Page(frozenset(changed))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a page tells of one record.

    Attributes:
        name: How the centre calls it; ``key`` is how this machine does.
    """

    name: RecordKey
    key: Key
    entries: Sequence[FeedEntry]

    @property
    def has_left(self) -> bool:
        """Whether it is seen no more at the end of the page."""
        return self.entries[-1].event is Event.LEAVE

    @property
    def ops(self) -> list[PlacedOp]:
        """The operations."""
        return [each.placed for each in self.entries if each.placed is not None]

    def is_lacking(self, stored: Stored | None) -> bool:
        """Return whether the log is not here up to where the page goes on with it."""
        known = 0 if stored is None else stored.seq
        for entry in self.entries:
            if entry.event is Event.ENTER and entry.seq > known:
                return True
            if entry.event is Event.OP and entry.seq > known:
                if entry.placed is None or entry.seq != known + 1:
                    return True
                known = entry.seq
        return False


def _by_record(connection: Connection, entries: Iterable[FeedEntry]) -> tuple[_Subject, ...]:
    """Return what a page tells of each record: nothing that was before its last leaving."""
    subjects: dict[RecordKey, list[FeedEntry]] = {}
    for entry in entries:
        key = RecordKey(entry.kind, entry.record_id)
        if entry.event is Event.LEAVE:
            subjects[key] = [entry]
        else:
            subjects.setdefault(key, []).append(entry)
    own = own_name(connection)
    return tuple(_Subject(name, called(name, own), each) for name, each in subjects.items())


def _take(
    taking: Taking, org_id: int, subjects: Sequence[_Subject], known: Mapping[Key, Stored]
) -> set[Key]:
    """Take over what a page tells; return the records that look otherwise now."""
    connection = taking.connection
    leaving = [each.key for each in subjects if each.has_left]

    def has_gone(key: Key) -> bool:
        return _leave_org(taking, org_id, key)

    changed = set(filter(has_gone, leaving))
    parts, old = [], []
    for each in (each for each in subjects if not each.has_left):
        stored = known.get(each.key)
        at = 0 if stored is None else stored.seq
        old += [(each.key, placed) for placed in each.ops if placed.seq <= at]
        news = [placed for placed in each.ops if placed.seq > at]
        orgs = frozenset({org_id}) if stored is None else stored.orgs | {org_id}
        if news or stored is None:
            parts.append(Part(each.key, stored, news, orgs))
        elif orgs != stored.orgs:
            put_orgs(connection, each.key, orgs)
    if old:
        taking.check_again(old)
    if leaving:
        purge_words(connection)
    return changed | (taking.take(parts) if parts else set())


def _leave_org(taking: Taking, org_id: int, key: Key) -> bool:
    connection = taking.connection
    stored = load(connection, *key)
    if stored is None:
        return False
    left = stored.orgs - {org_id}
    if left:
        put_orgs(connection, key, left)
        return False
    leave(connection, key, taking.now)
    return True
