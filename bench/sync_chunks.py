"""Contents in chunks, up and down, against a bare COPY of the same bytes over the same TLS."""

from collections.abc import Callable, Sequence
from contextlib import closing
from hashlib import sha256
from secrets import token_bytes
from statistics import median
from time import perf_counter
from typing import Any

from bench.centre import centres
from bench.measure import Times, in_turns, seconds_of
from bench.report import Section, table
from bench.sync_ops import Pusher
from db.sync.blobs import chunks_at_once
from db.sync.sides import Blob, RecordKey
from mediation_app.domain.journal import RecordKind

ROUNDS, QUICK_ROUNDS = 15, 1
_CHUNK_BYTES, _CHUNKS, _QUICK_CHUNKS = 256 * 1024, 64, 4
_UP_AT_LEAST, _DOWN_AT_LEAST = 0.5, 0.8
_TABLE = "CREATE TABLE bench_chunk (blob_id text, idx int, data bytea)"
_UP = "COPY bench_chunk FROM STDIN (FORMAT BINARY)"
_DOWN = "COPY (SELECT idx, data FROM bench_chunk WHERE blob_id = '{}') TO STDOUT (FORMAT BINARY)"
NOTE = (
    "Each content has {chunks} chunks of 256 KiB that no compression makes smaller. *Ours*: the "
    "content is announced, each chunk is a call of its own that asks who may write the record and "
    "compares the hash, and is committed, the last one with a wait for the disk; down, one chunk "
    "is asked for, then as many at a time as come in a tenth of a second, and the hash of each "
    "compared. So each can be taken up again after a cut. *COPY*: the same rows in one statement "
    "and one transaction, by the superuser, into a table without an index; the last row lets it "
    "compare hashes too. TLS, fsync, in turns, "
    "{rounds} rounds, medians."
)


def measure(*, quick: bool) -> Section:
    """Return megabytes a second, ours and of a bare COPY."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    chunks = _QUICK_CHUNKS if quick else _CHUNKS
    with centres() as centre, closing(centre.superuser()) as copying:
        copying.execute(_TABLE.encode())
        pusher = Pusher(centre.person(centre.station()))
        with closing(pusher.central):
            taken = in_turns(_Carrying(pusher, copying, chunks).works(), rounds)
    megabytes = chunks * _CHUNK_BYTES / 1e6
    rows = [
        _row("up", taken["up"], taken["copied up"], megabytes, _UP_AT_LEAST),
        _row("down", taken["down"], taken["copied down"], megabytes, _DOWN_AT_LEAST),
        _row(
            *("down, COPY with the same hashes", taken["down"], taken["copied and compared"]),
            *(megabytes, _DOWN_AT_LEAST),
        ),
    ]
    head = ("what", "ours, MB/s", "COPY, MB/s", "ours against COPY")
    text = f"{table(head, rows)}\n\n{NOTE.format(chunks=chunks, rounds=rounds)}"
    return Section("sync_chunks", "Sync: contents in chunks", text)


class _Carrying:
    """Carries a new content up in each round, and down one that has been there from the start."""

    def __init__(self, pusher: Pusher, copying: Any, chunks: int) -> None:
        (op,) = pusher.ops(1)
        pusher.push((op,))
        self._central = pusher.central
        self._key = RecordKey(RecordKind.CASE, op.record_id)
        self._copying = copying
        self._chunks = chunks
        self._there, data = self._content()
        self._send(self._there, data)
        self._copy(self._there, data)

    def works(self) -> dict[str, Callable[[int], float]]:
        """Return what is measured, by its name; each returns its own seconds."""
        return {
            "up": lambda _: self._timed(self._send),
            "copied up": lambda _: self._timed(self._copy),
            "down": lambda _: seconds_of(self._fetch),
            "copied down": lambda _: seconds_of(self._copy_down),
            "copied and compared": lambda _: seconds_of(self._copy_and_compare),
        }

    def _timed(self, carry: Callable[[Blob, list[bytes]], None]) -> float:
        blob, data = self._content()
        return seconds_of(lambda: carry(blob, data))

    def _content(self) -> tuple[Blob, list[bytes]]:
        data = [token_bytes(_CHUNK_BYTES) for _ in range(self._chunks)]
        hashes = tuple(sha256(each).digest() for each in data)
        blob_id = sha256(b"".join(hashes)).hexdigest()
        return Blob(blob_id, self._key.record_id, hashes, len(data) * _CHUNK_BYTES), data

    def _send(self, blob: Blob, data: list[bytes]) -> None:
        for index in self._central.missing_chunks(self._key, blob):
            self._central.put_chunk(self._key, blob.blob_id, index, data[index])

    def _copy(self, blob: Blob, data: list[bytes]) -> None:
        with self._copying.cursor() as cursor, cursor.copy(_UP) as copy:
            copy.set_types(["text", "int4", "bytea"])
            for index, each in enumerate(data):
                copy.write_row((blob.blob_id, index, each))

    def _fetch(self) -> None:
        there = self._there
        rest: Sequence[int] = range(len(there.chunk_hashes))
        size = 1
        while rest:
            began = perf_counter()
            wanted = rest[:size]
            with closing(self._central.chunks(self._key, there.blob_id, wanted)) as chunks:
                for data, index in zip(chunks, wanted, strict=True):
                    assert sha256(data).digest() == there.chunk_hashes[index]
            rest = rest[size:]
            size = chunks_at_once(len(wanted), perf_counter() - began)

    def _copy_down(self) -> None:
        statement = _DOWN.format(self._there.blob_id)
        with self._copying.cursor() as cursor, cursor.copy(statement.encode()) as copy:
            copy.set_types(["int4", "bytea"])
            assert len(list(copy.rows())) == self._chunks

    def _copy_and_compare(self) -> None:
        statement = _DOWN.format(self._there.blob_id)
        with self._copying.cursor() as cursor, cursor.copy(statement.encode()) as copy:
            copy.set_types(["int4", "bytea"])
            for index, data in copy.rows():
                assert sha256(data).digest() == self._there.chunk_hashes[index]


def _row(what: str, ours: Times, copied: Times, megabytes: float, least: float) -> tuple[str, ...]:
    mine, bare = (megabytes / each.median_s for each in (ours, copied))
    share = median(c / o for o, c in zip(ours.seconds, copied.seconds, strict=True))
    goal = f"≥ {least}×, {'met' if share >= least else '**missed**'}"
    return (what, f"{mine:,.0f}", f"{bare:,.0f}", f"**{share:.2f}×** ({goal})")
