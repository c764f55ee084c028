"""The two sides of a round as protocols: the centre, and what a machine holds of it.

A round reads both sides, plans (``db.sync.plan``, pure), then acts. Nothing here waits for the
other direction: a pull never waits for a push, nor a push for a pull.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from db.sync.wire import (
    Cursor,
    FeedEntry,
    Hello,
    NumberLease,
    Place,
    PlacedOp,
    PresentOne,
    RecordHead,
    RecordSnapshot,
    RefusedEdit,
    Verdict,
    WireOp,
)
from mediation_app.domain.journal import Changes, RecordKind
from mediation_app.domain.syncing import SyncRound


@dataclass(frozen=True, slots=True)
class RecordKey:
    """Which record."""

    kind: RecordKind
    record_id: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A content by its hashes: the id is SHA-256 over the chunks' hashes, in hex.

    Attributes:
        chunk_hashes: SHA-256 of each chunk of 256 KiB, the last one shorter.
        size_bytes: Of the whole.
    """

    blob_id: str
    record_id: str
    chunk_hashes: tuple[bytes, ...]
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ToldStatus:
    """How a case stands, sealed by its query code; without a text nothing is told of it any more.

    Attributes:
        lookup: What it is found by, 32 bytes of ``db.sync.sealing``.
        seq: The place of the case's log that it was made of.
    """

    record_id: str
    lookup: bytes = b""
    sealed: bytes = b""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Applied:
    """What taking over some entries changed, and which records need their whole log first.

    Nothing of a page is taken over while a record of it is in ``needs``.
    """

    changes: Changes
    needs: tuple[RecordKey, ...] = ()


class Central(Protocol):
    """The centre, as one person sees it from one machine. Every call may fail at any moment.

    Raises, from every method:
        CentralError: It cannot be reached, the line broke, or it refused the login. Whether the
            call took effect is unknown then; every call may be made again.
    """

    def hello(self, device_id: str, device_name: str, cursors: Mapping[int, Cursor]) -> Hello:
        """Introduce the machine; learn who one is and how far the feeds go."""
        ...

    def push(self, device_id: str, ops: Sequence[WireOp]) -> tuple[Verdict, ...]:
        """Hand over operations, at most ``MOST_OPS``: all in one transaction, in this order.

        Raises:
            ForkedDeviceError: Another machine has written under this device id.
        """
        ...

    def pull(self, org_id: int, after_fseq: int, limit: int) -> tuple[FeedEntry, ...]:
        """Return the entries of a feed after a number, in order and without gaps."""
        ...

    def history(self, key: RecordKey, after_seq: int, limit: int) -> tuple[PlacedOp, ...]:
        """Return the log of one record after a place."""
        ...

    def heads(self, org_id: int, after_record: str, limit: int) -> tuple[RecordHead, ...]:
        """Return where the records of an organisation stand, ordered by record id."""
        ...

    def snapshots(self, org_id: int, after_record: str, limit: int) -> tuple[RecordSnapshot, ...]:
        """Return the stored snapshots of an organisation's records, ordered by record id."""
        ...

    def probe(self, key: RecordKey, places: Sequence[Place]) -> int:
        """Return the greatest of these places that the centre has as well, 0 for none."""
        ...

    def rescue(self, device_id: str, ops: Sequence[PlacedOp]) -> tuple[Verdict, ...]:
        """Give back operations that the centre once accepted and has lost."""
        ...

    def lease_numbers(self, device_id: str, org_id: int, year: int, count: int) -> NumberLease:
        """Take case numbers for giving them offline."""
        ...

    def return_numbers(self, device_id: str, lease: NumberLease) -> None:
        """Give back what is left of a lease."""
        ...

    def refused_edits(self) -> tuple[RefusedEdit, ...]:
        """Return the edits of others that came when their records had gone to this person."""
        ...

    def answer_refused(self, op_id: str, record_id: str) -> bool:
        """Note that somebody has decided about such an edit; False where that was done before."""
        ...

    def missing_chunks(self, key: RecordKey, blob: Blob) -> tuple[int, ...]:
        """Announce a content; return which chunks the centre still lacks."""
        ...

    def put_chunk(self, key: RecordKey, blob_id: str, index: int, data: bytes) -> None:
        """Store one chunk; storing it again changes nothing."""
        ...

    def blob(self, key: RecordKey, blob_id: str) -> Blob | None:
        """Return what the centre knows of a content, or None while it is incomplete."""
        ...

    def chunks(
        self, key: RecordKey, blob_id: str, indexes: Sequence[int]
    ) -> Generator[bytes, None, None]:
        """Give the first of these chunks as they come; close it before anything else is asked."""
        ...

    def here(self, device_id: str, record_id: str) -> tuple[PresentOne, ...]:
        """Say which record is open here (empty for none); return who else has it open."""
        ...

    def bell(self, keys: Sequence[bytes]) -> tuple[tuple[int, ...], float]:
        """Return the last number of each feed, and after how many seconds to ask again."""
        ...

    def status_salt(self) -> bytes:
        """Return what codes are digested with; empty where the centre knows no statuses yet."""
        ...

    def own_cases(self, record_ids: Sequence[str]) -> Mapping[str, int]:
        """Return those of these cases whose status is the caller's to tell; at most 500.

        Each with the place of its log of which it was told, 0 where it was not.
        """
        ...

    def publish_statuses(self, statuses: Sequence[ToldStatus]) -> None:
        """Tell how cases stand, at most 500; doing it again changes nothing."""
        ...

    def ask_status(self, lookup: bytes) -> bytes:
        """Return the sealed status; for a lookup that nobody told of, as many other bytes."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


class Replica(Protocol):
    """What this machine holds; every method is one transaction in the local database."""

    @property
    def device_id(self) -> str:
        """The id under which this machine sends."""
        ...

    def become_device(self) -> None:
        """Take a new device id: the old one is used by a copy of this disk."""
        ...

    def greet(self, hello: Hello) -> None:
        """Keep who one is, which organisations one sees, the epoch and the clock's offset."""
        ...

    def drop_unfed(self) -> Changes:
        """Let go of what came ahead of a page that the feeds, read to their heads, do not have."""
        ...

    def epoch(self) -> int:
        """Return the epoch that this machine knows, 0 before the first round."""
        ...

    def cursors(self) -> Mapping[int, Cursor]:
        """Return how far each feed is taken over."""
        ...

    def reset_cursor(self, org_id: int, cursor: Cursor) -> None:
        """Read a feed again from here: what is known already is passed over."""
        ...

    def outbox(self, limit: int = ..., most_bytes: int = ...) -> tuple[WireOp, ...]:
        """Return entries that are pending, oldest first; at least one where there is any."""
        ...

    def unechoed(self) -> tuple[WireOp, ...]:
        """Return entries that were placed and never came back by a pull; they are sent again."""
        ...

    def take_verdicts(self, verdicts: Sequence[Verdict]) -> Changes:
        """Note what became of entries that were sent."""
        ...

    def apply(self, org_id: int, entries: Sequence[FeedEntry]) -> Applied:
        """Take over a page of a feed and move the cursor, all or nothing.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
        """
        ...

    def apply_history(self, key: RecordKey, ops: Sequence[PlacedOp]) -> Applied:
        """Take over the log of one record, from its beginning or from where it is known.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
        """
        ...

    def place_of(self, key: RecordKey) -> Place:
        """Return how far the log of a record is known here."""
        ...

    def known(self, keys: Sequence[RecordKey]) -> Mapping[RecordKey, int]:
        """Return up to which number the log of each of these records is known here."""
        ...

    def load_snapshots(self, org_id: int, snapshots: Sequence[RecordSnapshot]) -> Changes:
        """Store records that are not here yet as the snapshots hold them."""
        ...

    def places(self, after_record: str, limit: int) -> tuple[RecordHead, ...]:
        """Return how far each record is known here, ordered by record id."""
        ...

    def log(self, key: RecordKey, after_seq: int) -> tuple[PlacedOp, ...]:
        """Return the placed operations of a record that are known here after a place."""
        ...

    def roll_back(self, key: RecordKey, seq: int) -> None:
        """Note that the centre has the log of a record up to this place only.

        What comes later is held, and offered again until it is echoed.
        """
        ...

    def held(self) -> tuple[PlacedOp, ...]:
        """Return operations that the centre once accepted and that it must be given back."""
        ...

    def blobs_to_send(self) -> tuple[Blob, ...]:
        """Return contents that are complete here and not known to be at the centre."""
        ...

    def blobs_wanted(self) -> tuple[tuple[RecordKey, str], ...]:
        """Return contents that records refer to and that are not complete here."""
        ...

    def missing_here(self, blob: Blob) -> tuple[int, ...]:
        """Note what a content is made of; return which chunks are not here yet."""
        ...

    def chunk(self, blob_id: str, index: int) -> bytes:
        """Return one chunk."""
        ...

    def put_chunk(self, blob: Blob, index: int, data: bytes) -> Changes:
        """Store one chunk; a content that is complete then becomes readable."""
        ...

    def blob_sent(self, blob_id: str, record_id: str = ...) -> None:
        """Note that the centre has the whole content, for one record or for all."""
        ...

    def doubt_contents(self) -> None:
        """Note that the centre may have lost any content: it is asked again what it lacks."""
        ...

    def leases(self) -> tuple[NumberLease, ...]:
        """Return the case numbers that this machine may still give."""
        ...

    def add_lease(self, lease: NumberLease) -> None:
        """Keep numbers that were leased."""
        ...

    def withdraw_leases(self, before: int) -> tuple[NumberLease, ...]:
        """Give no number of former years any longer; return those that the centre lacks yet."""
        ...

    def lease_returned(self, lease: NumberLease) -> None:
        """Note that the centre has these numbers back."""
        ...

    def let_go(self, op_id: str) -> None:
        """List an edit that was set aside no longer; it stays in the journal."""
        ...

    def note_round(self, sync_round: SyncRound) -> None:
        """Add a round to the history that people can read."""
        ...
