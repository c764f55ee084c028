"""A page of a feed: what of it counts, and which records must be fetched first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from db.canonical import canonical
from db.records import Stored, known_seq, load
from db.refolding import Key
from db.sync.chains import check_feed
from db.sync.local.leaving import leave, purge_words
from db.sync.local.names import local_key
from db.sync.local.taking import Taking, UnknownCauseError
from db.sync.sides import RecordKey
from db.sync.wire import Cursor, Event, FeedEntry
from db.tables import CURSOR, RECORD


@dataclass(frozen=True, slots=True)
class Page:
    """What taking over a page did: records that look otherwise, or those that it needs first.

    Attributes:
        partial: Those of the needed ones that came folded and are needed from their beginning.
    """

    changed: frozenset[Key] = field(default_factory=frozenset)
    needs: tuple[RecordKey, ...] = ()
    partial: tuple[RecordKey, ...] = ()


def cursors_in(connection: Connection) -> dict[int, Cursor]:
    """Return how far each feed is taken over."""
    rows = connection.execute(select(CURSOR))
    return {row.org_id: Cursor(row.fseq, row.chain) for row in rows}


def put_cursor(connection: Connection, org_id: int, cursor: Cursor) -> None:
    """Note how far a feed is taken over."""
    row = {"org_id": org_id, "fseq": cursor.fseq, "chain": cursor.chain}
    again = {"fseq": cursor.fseq, "chain": cursor.chain}
    new = insert(CURSOR).on_conflict_do_update(index_elements=[CURSOR.c.org_id], set_=again)
    connection.execute(new, row)


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
    subjects = _by_record(news)
    needs = tuple(key for key, each in subjects.items() if _lacks(connection, key, each))
    if needs:
        return Page(needs=needs)
    changed: set[Key] = set()
    partial: list[RecordKey] = []
    for key, each in subjects.items():
        local = local_key(connection, key)
        try:
            if _take(taking, org_id, local, each):
                changed.add(local)
        except UnknownCauseError:
            partial.append(key)
    if any(each[-1].event is Event.LEAVE for each in subjects.values()):
        purge_words(connection)
    put_cursor(connection, org_id, Cursor(news[-1].fseq, news[-1].chain))
    return Page(frozenset(changed), tuple(partial), tuple(partial))


def _by_record(entries: Iterable[FeedEntry]) -> dict[RecordKey, list[FeedEntry]]:
    """Return what a page tells of each record: nothing that was before its last leaving."""
    subjects: dict[RecordKey, list[FeedEntry]] = {}
    for entry in entries:
        key = RecordKey(entry.kind, entry.record_id)
        if entry.event is Event.LEAVE:
            subjects[key] = [entry]
        else:
            subjects.setdefault(key, []).append(entry)
    return subjects


def _lacks(connection: Connection, key: RecordKey, entries: Sequence[FeedEntry]) -> bool:
    """Return whether the log of a record is not here up to where the page goes on with it."""
    known = known_seq(connection, local_key(connection, key))
    for entry in entries:
        if entry.event is Event.ENTER and entry.seq > known:
            return True
        if entry.event is Event.OP and entry.seq > known:
            if entry.placed is None or entry.seq != known + 1:
                return True
            known = entry.seq
    return False


def _take(taking: Taking, org_id: int, key: Key, entries: Sequence[FeedEntry]) -> bool:
    if entries[-1].event is Event.LEAVE:
        return _leave_org(taking, org_id, key)
    before = load(taking.connection, *key)
    stored = before or Stored(*key)
    ops = [each.placed for each in entries if each.placed is not None]
    taking.check_again(stored, [each for each in ops if each.seq <= stored.seq])
    news = [each for each in ops if each.seq > stored.seq]
    return taking.take(before, replace(stored, orgs=stored.orgs | {org_id}), news)


def _leave_org(taking: Taking, org_id: int, key: Key) -> bool:
    connection = taking.connection
    stored = load(connection, *key)
    if stored is None:
        return False
    left = stored.orgs - {org_id}
    if left:
        orgs = canonical(sorted(left))
        of_record = (RECORD.c.record_kind == key[0].value) & (RECORD.c.record_id == key[1])
        connection.execute(update(RECORD).where(of_record).values(orgs=orgs))
        return False
    leave(connection, key, taking.now)
    return True
