"""The centre as one person reaches it from one machine: PostgreSQL over TLS, nothing between."""

import json
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import fields
from typing import Any, TypeVar

from db.central.line import CentralLine
from db.central.messages import (
    feed_entry,
    hello_of,
    kind_of,
    placed_op,
    returned_message,
    sent_message,
    verdict,
)
from db.sync.sides import Blob, RecordKey, ToldStatus
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
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import BrokenFeedError

_Read = TypeVar("_Read")

_PUSH = "SELECT * FROM sync.push(%s, %s)"
_RESCUE = "SELECT * FROM sync.rescue(%s, %s)"
_CHUNKS = "sync.chunks_of(text, text, int[])"


class PostgresCentral:
    """The ``Central`` of a round. Each method is one statement and one transaction."""

    def __init__(self, address: CentralAddress, password: str) -> None:
        self._login = address.login
        self._line = CentralLine(address, password)

    def hello(self, device_id: str, device_name: str, cursors: Mapping[int, Cursor]) -> Hello:
        """Introduce the machine; learn who one is and how far the feeds go."""
        places = json.dumps({str(org_id): cursor.fseq for org_id, cursor in cursors.items()})
        rows = self._line.rows(
            "SELECT * FROM sync.hello(%s, %s, %s::json)", device_id, device_name, places
        )
        return hello_of(self._login, rows)

    def push(self, device_id: str, ops: Sequence[WireOp]) -> tuple[Verdict, ...]:
        """Hand over operations, at most ``MOST_OPS``: all in one transaction, in this order.

        What the centre cannot judge now, because it is being restored or because contents of a
        sealed agreement are still on their way, has no verdict: it stays in the outbox.

        Raises:
            ForkedDeviceError: Another machine has written under this device id.
        """
        return self._judged(_PUSH, device_id, map(sent_message, ops))

    def rescue(self, device_id: str, ops: Sequence[PlacedOp]) -> tuple[Verdict, ...]:
        """Give back operations that the centre once accepted and has lost.

        An operation has no verdict where its record is not there and it does not say of an own
        organisation that the record is its.
        """
        return self._judged(_RESCUE, device_id, map(returned_message, ops))

    def pull(self, org_id: int, after_fseq: int, limit: int) -> tuple[FeedEntry, ...]:
        """Return the entries of a feed after a number, in order and without gaps."""
        rows = self._line.rows("SELECT * FROM sync.pull(%s, %s, %s)", org_id, after_fseq, limit)
        return _read(feed_entry, rows)

    def history(self, key: RecordKey, after_seq: int, limit: int) -> tuple[PlacedOp, ...]:
        """Return the log of one record after a place."""
        rows = self._line.rows(
            "SELECT * FROM sync.history(%s, %s, %s)", key.record_id, after_seq, limit
        )
        return _read(lambda row: placed_op(row, row.record), rows)

    def heads(self, org_id: int, after_record: str, limit: int) -> tuple[RecordHead, ...]:
        """Return where the records of an organisation stand, ordered by record id."""
        rows = self._line.rows("SELECT * FROM sync.heads(%s, %s, %s)", org_id, after_record, limit)
        return tuple(map(_head, rows))

    def snapshots(self, org_id: int, after_record: str, limit: int) -> tuple[RecordSnapshot, ...]:
        """Return the stored snapshots of an organisation's records, ordered by record id."""
        rows = self._line.rows(
            "SELECT * FROM sync.snapshots(%s, %s, %s)", org_id, after_record, limit
        )
        return tuple(RecordSnapshot(_head(row), row.doc, row.sha256) for row in rows)

    def put_snapshot(self, snapshot: RecordSnapshot) -> bool:
        """Store a folded record; return False where the centre has no such place.

        For a login that may, and no other.
        """
        head = snapshot.head
        return bool(
            self._line.value(
                "SELECT sync.put_snapshot(%s, %s, %s, %s)",
                *(head.record_id, head.seq, head.chain, snapshot.doc),
            )
        )

    def probe(self, key: RecordKey, places: Sequence[Place]) -> int:
        """Return the greatest of these places that the centre has as well, 0 for none."""
        return int(
            self._line.value(
                "SELECT sync.probe(%s, %s::bigint[], %s::bytea[])",
                key.record_id,
                [place.seq for place in places],
                [place.chain for place in places],
            )
        )

    def lease_numbers(self, device_id: str, org_id: int, year: int, count: int) -> NumberLease:
        """Take case numbers for giving them offline; there may be fewer than were asked for."""
        row = self._line.rows(
            "SELECT * FROM sync.lease_numbers(%s, %s, %s, %s)", device_id, org_id, year, count
        )[0]
        return NumberLease(org_id, row.word, year, row.first, row.last)

    def return_numbers(self, device_id: str, lease: NumberLease) -> None:
        """Give back what is left of a lease."""
        self._line.value(
            "SELECT sync.return_numbers(%s, %s, %s, %s, %s)",
            *(device_id, lease.org_id, lease.year, lease.first, lease.last),
        )

    def refused_edits(self) -> tuple[RefusedEdit, ...]:
        """Return the edits of others that came when their records had gone to this person.

        At most fifty, latest first; none where the centre is from before there were any.
        """
        if self._line.value("SELECT to_regprocedure('sync.refused_edits()') IS NULL"):
            return ()
        rows = self._line.rows("SELECT * FROM sync.refused_edits()")
        names = [each.name for each in fields(RefusedEdit)]
        return tuple(RefusedEdit(*(getattr(row, name) for name in names)) for row in rows)

    def answer_refused(self, op_id: str, record_id: str) -> bool:
        """Note that somebody has decided about such an edit; False where that was done before."""
        return bool(self._line.value("SELECT sync.answer_refused(%s, %s)", op_id, record_id))

    def missing_chunks(self, key: RecordKey, blob: Blob) -> tuple[int, ...]:
        """Announce a content; return which chunks the centre still lacks."""
        rows = self._line.rows(
            "SELECT * FROM sync.missing_chunks(%s, %s, %s::bytea[], %s) AS lacking",
            *(key.record_id, blob.blob_id, list(blob.chunk_hashes), blob.size_bytes),
        )
        return tuple(row.lacking for row in rows)

    def put_chunk(self, key: RecordKey, blob_id: str, index: int, data: bytes) -> None:
        """Store one chunk; storing it again changes nothing."""
        self._line.value(
            "SELECT sync.put_chunk(%s, %s, %s, %s)", key.record_id, blob_id, index, data
        )

    def blob(self, key: RecordKey, blob_id: str) -> Blob | None:
        """Return what the centre knows of a content, or None while it is incomplete."""
        rows = self._line.rows("SELECT * FROM sync.blob_of(%s, %s)", key.record_id, blob_id)
        if not rows:
            return None
        return Blob(blob_id, key.record_id, tuple(rows[0].chunk_hashes), rows[0].size_bytes)

    def chunk(self, key: RecordKey, blob_id: str, index: int) -> bytes:
        """Return one chunk; empty where there is none."""
        data = self._line.value("SELECT sync.chunk_of(%s, %s, %s)", key.record_id, blob_id, index)
        return bytes(data or b"")

    def chunks(
        self, key: RecordKey, blob_id: str, indexes: Sequence[int]
    ) -> Generator[bytes, None, None]:
        """Give some chunks as they come; close it before anything else is asked.

        Those that are not there are empty, or not given. There is one only where the centre is
        from before it gave several.
        """
        if len(indexes) == 1 or not self._line.knows(_CHUNKS):
            yield self.chunk(key, blob_id, indexes[0])
            return
        rows = self._line.each(
            "SELECT sync.chunks_of(%s, %s, %s::int[])", key.record_id, blob_id, list(indexes)
        )
        with closing(rows):
            for row in rows:
                yield bytes(row[0] or b"")

    def here(self, device_id: str, record_id: str) -> tuple[PresentOne, ...]:
        """Say which record is open here (empty for none); return who else has it open."""
        rows = self._line.rows("SELECT * FROM sync.here(%s, %s)", device_id, record_id)
        return tuple(PresentOne(row.person, row.device_name) for row in rows)

    def bell(self, keys: Sequence[bytes]) -> tuple[tuple[int, ...], float]:
        """Return the last number of each feed, and after how many seconds to ask again."""
        row = self._line.rows("SELECT * FROM sync.bell(%s::bytea[])", list(keys))[0]
        return tuple(row.fseqs), row.next_after

    def status_salt(self) -> bytes:
        """Return what codes are digested with; empty where the centre knows no statuses yet."""
        if self._line.value("SELECT to_regprocedure('sync.status_salt()') IS NULL"):
            return b""
        return bytes(self._line.value("SELECT sync.status_salt()"))

    def own_cases(self, record_ids: Sequence[str]) -> Mapping[str, int]:
        """Return those of these cases whose status is the caller's to tell; at most 500.

        Each with the place of its log of which it was told, 0 where it was not.
        """
        rows = self._line.rows("SELECT * FROM sync.own_cases(%s::text[])", list(record_ids))
        return {row.record_id: row.told_seq for row in rows}

    def publish_statuses(self, statuses: Sequence[ToldStatus]) -> None:
        """Tell how cases stand, at most 500; doing it again changes nothing."""
        self._line.value(
            "SELECT sync.publish_status(%s::text[], %s::bytea[], %s::bytea[], %s::bigint[])",
            [each.record_id for each in statuses],
            [each.lookup for each in statuses],
            [each.sealed for each in statuses],
            [each.seq for each in statuses],
        )

    def ask_status(self, lookup: bytes) -> bytes:
        """Return the sealed status; for a lookup that nobody told of, as many other bytes.

        The question is a transaction of its own: one that is undone is not answered.
        """
        self._line.value("SELECT sync.ask_status(%s)", lookup)
        return bytes(self._line.value("SELECT sync.answer_status(%s)", lookup))

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _judged(
        self, statement: str, device_id: str, messages: Iterable[Mapping[str, Any]]
    ) -> tuple[Verdict, ...]:
        ops = json.dumps(list(messages), ensure_ascii=False)
        rows = self._line.rows(statement, device_id, ops)
        return _read(verdict, rows)


def _read(make: Callable[[Any], _Read], rows: Iterable[Any]) -> tuple[_Read, ...]:
    """Return what rows of the centre say.

    Raises:
        BrokenFeedError: One says nothing that could be understood.
    """
    try:
        return tuple(map(make, rows))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenFeedError(type(error).__name__) from error


def _head(row: Any) -> RecordHead:
    return RecordHead(kind_of(row.record_id), row.record_id, row.seq, row.chain)
