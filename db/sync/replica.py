"""What this machine holds of the shared records, over its encrypted database."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from db.canonical import PLACE_BYTES
from db.committees import current_id
from db.database import Database
from db.devices import become_device
from db.journal import Journal
from db.meta import get_meta
from db.records import load
from db.refolding import Key
from db.scalars import instant_text
from db.sync.local import contents, greeting, holding, leasing, outbox
from db.sync.local.feeds import cursors_in, put_cursor, unfed_records
from db.sync.local.heads import heads_after
from db.sync.local.leaving import leave, purge_words
from db.sync.local.loading import load_snapshots, read_new
from db.sync.local.logs import held_ops, log_of
from db.sync.local.lookups import known_seqs
from db.sync.local.names import called, local_key, own_name
from db.sync.local.old_documents import tell_of_old_documents
from db.sync.local.pages import take_page
from db.sync.local.taking import Taking, UnknownCauseError
from db.sync.rounds import round_text
from db.sync.sides import Applied, Blob, RecordKey
from db.sync.wire import (
    MOST_BYTES,
    MOST_OPS,
    Cursor,
    FeedEntry,
    Hello,
    NumberLease,
    Place,
    PlacedOp,
    RecordHead,
    RecordSnapshot,
    Verdict,
    WireOp,
)
from db.tables import OP, SET_ASIDE, SYNC_ROUND
from db.writing import writing
from mediation_app.domain.journal import Changes, RecordKind
from mediation_app.domain.syncing import SyncRound
from mediation_app.errors import BrokenFeedError


class SqlReplica:
    """The local side of a round; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = database.clock
        self._partial: set[RecordKey] = set()
        """Records that came folded and whose log is needed from its beginning."""

    @property
    def device_id(self) -> str:
        """The id under which this machine sends."""
        return self._database.device_id

    def become_device(self) -> None:
        """Take a new device id: the old one is used by a copy of this disk."""
        with self._writing() as connection:
            become_device(connection, self._database.ids.new(), self._clock.now())

    def greet(self, hello: Hello) -> None:
        """Keep who one is, which organisations one sees, the epoch and the clock's offset."""
        now = self._clock.now()
        with self._writing() as connection:
            greeting.keep(connection, hello, now)
            self._let_go(connection, greeting.lost_records(connection, hello))
            tell_of_old_documents(connection, self._journal(connection, hello.person))

    def drop_unfed(self) -> Changes:
        """Let go of what came ahead of a page that the feeds, read to their heads, do not have."""
        with self._reading() as connection:
            if not unfed_records(connection):
                return Changes()
        with self._writing() as connection:
            unfed = unfed_records(connection)
            self._let_go(connection, unfed)
            return _changes(connection, unfed)

    def _let_go(self, connection: Connection, keys: Sequence[Key]) -> None:
        for key in keys:
            leave(connection, key, self._clock.now())
        if keys:
            purge_words(connection)

    def epoch(self) -> int:
        """Return the epoch that this machine knows, 0 before the first round."""
        with self._reading() as connection:
            return int(get_meta(connection, greeting.EPOCH) or 0)

    def cursors(self) -> Mapping[int, Cursor]:
        """Return how far each feed is taken over."""
        with self._reading() as connection:
            return cursors_in(connection)

    def reset_cursor(self, org_id: int, cursor: Cursor) -> None:
        """Read a feed again from here: what is known already is passed over."""
        with self._writing() as connection:
            put_cursor(connection, org_id, cursor)

    def outbox(self, limit: int = MOST_OPS, most_bytes: int = MOST_BYTES) -> tuple[WireOp, ...]:
        """Return entries that are pending, oldest first; at least one where there is any."""
        with self._reading() as connection:
            return outbox.pending_ops(connection, limit, most_bytes)

    def unechoed(self) -> tuple[WireOp, ...]:
        """Return entries that were placed and never came back by a pull; they are sent again."""
        with self._reading() as connection:
            return outbox.placed_ops(connection)

    def take_verdicts(self, verdicts: Sequence[Verdict]) -> Changes:
        """Note what became of entries that were sent."""
        with self._writing() as connection:
            judged = outbox.judge(connection, verdicts, self._clock.now())
            return _changes(connection, judged)

    def apply(self, org_id: int, entries: Sequence[FeedEntry]) -> Applied:
        """Take over a page of a feed and move the cursor, all or nothing.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
        """
        with self._writing() as connection:
            page = take_page(self._taking(connection), org_id, entries)
            if page.needs:
                connection.rollback()
                self._partial.update(page.partial)
                return Applied(Changes(), page.needs)
            return Applied(_changes(connection, page.changed))

    def apply_history(self, key: RecordKey, ops: Sequence[PlacedOp]) -> Applied:
        """Take over the log of one record, from its beginning or from where it is known.

        Nothing is taken over of a record that came folded and is needed from its beginning.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
        """
        with self._writing() as connection:
            local = local_key(connection, key)
            try:
                is_changed = self._taking(connection).take_history(local, ops)
            except UnknownCauseError:
                connection.rollback()
                self._partial.add(key)
                return Applied(Changes(), (key,))
            return Applied(_changes(connection, [local] if is_changed else []))

    def place_of(self, key: RecordKey) -> Place:
        """Return how far the log of a record is known here.

        Nothing is said to be known of a record that came folded and has to be fetched whole.
        """
        with self._reading() as connection:
            stored = load(connection, *local_key(connection, key))
        if stored is None or (key in self._partial and stored.from_seq):
            return Place()
        return Place(stored.seq, stored.chain[:PLACE_BYTES])

    def known(self, keys: Sequence[RecordKey]) -> Mapping[RecordKey, int]:
        """Return up to which number the log of each of these records is known here."""
        with self._reading() as connection:
            own = own_name(connection)
            here = known_seqs(connection, [called(key, own) for key in keys])
        return {key: here[called(key, own)] for key in keys if called(key, own) in here}

    def load_snapshots(self, org_id: int, snapshots: Sequence[RecordSnapshot]) -> Changes:
        """Store records that are not here yet as the snapshots hold them.

        Raises:
            BrokenFeedError: A snapshot is none, or what it holds fits into no table.
        """
        with self._reading() as connection:
            read = read_new(connection, snapshots)  # before the turn: nobody waits for it
        with self._writing() as connection:
            try:
                loaded = load_snapshots(connection, org_id, snapshots, read)
            except (SQLAlchemyError, LookupError, ValueError, TypeError, AttributeError) as error:
                connection.rollback()
                raise BrokenFeedError("snapshot") from error
            return _changes(connection, loaded)

    def places(self, after_record: str, limit: int) -> tuple[RecordHead, ...]:
        """Return how far each record is known here, ordered by record id."""
        with self._reading() as connection:
            return heads_after(connection, after_record, limit)

    def log(self, key: RecordKey, after_seq: int) -> tuple[PlacedOp, ...]:
        """Return the placed operations of a record that are known here after a place."""
        with self._reading() as connection:
            return log_of(connection, local_key(connection, key), after_seq)

    def roll_back(self, key: RecordKey, seq: int) -> None:
        """Note that the centre has the log of a record up to this place only.

        What comes later is held, and offered again until it is echoed.
        """
        with self._writing() as connection:
            holding.roll_back(connection, local_key(connection, key), seq)

    def held(self) -> tuple[PlacedOp, ...]:
        """Return operations that the centre once accepted and that it must be given back."""
        with self._reading() as connection:
            return held_ops(connection)

    def blobs_to_send(self) -> tuple[Blob, ...]:
        """Return contents that are complete here and not known to be at the centre."""
        with self._reading() as connection:
            return contents.blobs_to_send(connection)

    def blobs_wanted(self) -> tuple[tuple[RecordKey, str], ...]:
        """Return contents that records refer to and that are not complete here."""
        with self._reading() as connection:
            return contents.blobs_wanted(connection)

    def missing_here(self, blob: Blob) -> tuple[int, ...]:
        """Note what a content is made of; return which chunks are not here yet."""
        with self._writing() as connection:
            return contents.missing_here(connection, blob)

    def chunk(self, blob_id: str, index: int) -> bytes:
        """Return one chunk."""
        with self._reading() as connection:
            return contents.chunk(connection, blob_id, index)

    def put_chunk(self, blob: Blob, index: int, data: bytes) -> Changes:
        """Store one chunk; a content that is complete then becomes readable."""
        with self._writing() as connection:
            return contents.put_chunk(connection, blob, index, data)

    def blob_sent(self, blob_id: str, record_id: str = "") -> None:
        """Note that the centre has the whole content, of one record or of all."""
        with self._writing() as connection:
            contents.blob_sent(connection, blob_id, record_id)

    def doubt_contents(self) -> None:
        """Note that the centre may have lost any content: it is asked again what it lacks."""
        with self._writing() as connection:
            contents.doubt(connection)

    def leases(self) -> tuple[NumberLease, ...]:
        """Return the case numbers that this machine may still give."""
        with self._reading() as connection:
            return leasing.leases(connection)

    def add_lease(self, lease: NumberLease) -> None:
        """Keep numbers that were leased."""
        with self._writing() as connection:
            leasing.add_lease(connection, lease)

    def withdraw_leases(self, before: int) -> tuple[NumberLease, ...]:
        """Give no number of former years any longer; return those that the centre lacks yet."""
        if any(each.year < before for each in self.leases()):
            with self._writing() as connection:
                leasing.withdraw(connection, before)
        with self._reading() as connection:
            return leasing.withdrawn(connection)

    def lease_returned(self, lease: NumberLease) -> None:
        """Note that the centre has these numbers back."""
        with self._writing() as connection:
            leasing.forget_withdrawn(connection, lease)

    def let_go(self, op_id: str) -> None:
        """List an edit that was set aside no longer; it stays in the journal."""
        of_op = select(OP.c.no).where(OP.c.op_id == op_id)
        with self._writing() as connection:
            connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.no.in_(of_op)))

    def note_round(self, sync_round: SyncRound) -> None:
        """Add a round to the history that people can read."""
        row = {
            "began_at": instant_text(sync_round.began_at),
            "ended_at": instant_text(sync_round.ended_at),
            "doc": round_text(sync_round),
        }
        with self._writing() as connection:
            connection.execute(insert(SYNC_ROUND), row)

    def _journal(self, connection: Connection, author: str = "") -> Journal:
        return Journal(connection, author, self._clock, self._database.ids)

    def _taking(self, connection: Connection) -> Taking:
        return Taking(connection, self._journal(connection), self._clock.now())

    def _writing(self) -> AbstractContextManager[Connection]:
        return writing(self._database.engine, self._database.turns)

    def _reading(self) -> Connection:
        return self._database.engine.connect()


def _changes(connection: Connection, records: Iterable[Key]) -> Changes:
    touched = set(records)
    case_ids = frozenset(record_id for kind, record_id in touched if kind is RecordKind.CASE)
    own = (RecordKind.COMMITTEE, current_id(connection))
    return Changes(case_ids, is_committee_changed=own in touched)
