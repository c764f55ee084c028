"""Carries contents up and down in chunks, small ones first; each chunk can be carried again."""

from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from time import perf_counter

from db.sync.line import Line
from db.sync.sides import Blob, RecordKey
from db.sync.stride import LONGEST_S
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.syncing import Progress
from mediation_app.errors import BrokenFeedError, RejectedCallError
from mediation_app.sentences import say

AT_ONCE = 200
"""Contents whose sizes are asked for before the smallest of them are fetched."""
MOST_CHUNKS = 32
"""In one answer, where the line is quick; each is kept before the next one is read."""


def send_blobs(line: Line, between: Callable[[], None]) -> bool:
    """Send the contents that the centre lacks; return whether one is whole there now.

    Args:
        line: Both sides.
        between: Called after each chunk: what is saved never waits behind a content.
    """
    is_any_whole = False
    waiting = sorted(line.replica.blobs_to_send(), key=lambda blob: blob.size_bytes)
    for blob in waiting:
        key = RecordKey(RecordKind.CASE, blob.record_id)
        missing = _lacking(line, key, blob)
        if missing is None:
            continue
        for index in missing:
            data = line.replica.chunk(blob.blob_id, index)
            line.central.put_chunk(key, blob.blob_id, index, data)
            _tell(line, blob, index, is_up=True)
            between()
            line.watch.check()
        # Until the last chunk is there the centre may lose the others by a crash, unnoticed here
        # where it befell what goes first.
        if len(missing) > 1 and _lacking(line, key, blob) != ():
            continue
        line.replica.blob_sent(blob.blob_id, blob.record_id)
        is_any_whole = True
    line.watch.progress(None)
    return is_any_whole


def fetch_blobs(line: Line, between: Callable[[], None]) -> None:
    """Fetch the contents that records refer to.

    Args:
        line: Both sides.
        between: Called after each chunk, or after several that came within a tenth of a second.
    """
    known: list[tuple[RecordKey, Blob]] = []
    for key, blob_id in line.replica.blobs_wanted():
        blob = line.central.blob(key, blob_id)
        if blob is not None:
            known.append((key, blob))
        if len(known) == AT_ONCE:
            break
        line.watch.check()
    for key, blob in sorted(known, key=lambda pair: pair[1].size_bytes):
        if _id_of(blob) != blob.blob_id:
            raise BrokenFeedError(blob.blob_id[:8])
        _fetch(line, key, blob, between)
    line.watch.progress(None)


def chunks_at_once(count: int, seconds: float) -> int:
    """Return how many chunks to ask for after so many took so long: a tenth of a second's."""
    return max(1, min(MOST_CHUNKS, int(count * LONGEST_S / max(seconds, 0.001))))


def _lacking(line: Line, key: RecordKey, blob: Blob) -> tuple[int, ...] | None:
    """Return which chunks the centre lacks.

    None where it does not have the record yet, or its first operation was refused.
    """
    try:
        return line.central.missing_chunks(key, blob)
    except RejectedCallError:
        return None


def _fetch(line: Line, key: RecordKey, blob: Blob, between: Callable[[], None]) -> None:
    missing = line.replica.missing_here(blob)
    size = 1
    while missing:
        began = perf_counter()
        wanted = missing[:size]
        count = 0
        with closing(line.central.chunks(key, blob.blob_id, wanted)) as chunks:
            for data, index in zip(chunks, wanted, strict=False):
                if sha256(data).digest() != blob.chunk_hashes[index]:
                    raise BrokenFeedError(f"{blob.blob_id[:8]}/{index}")
                line.took_over(line.replica.put_chunk(blob, index, data))
                _tell(line, blob, index, is_up=False)
                line.watch.check()
                count += 1
        if not count:
            raise BrokenFeedError(blob.blob_id[:8])
        missing = missing[count:]
        size = chunks_at_once(count, perf_counter() - began)
        between()


def _id_of(blob: Blob) -> str:
    return sha256(b"".join(blob.chunk_hashes)).hexdigest()


def _tell(line: Line, blob: Blob, index: int, *, is_up: bool) -> None:
    count = len(blob.chunk_hashes)
    if count > 1:
        sentence = say("正在上传附件") if is_up else say("正在下载附件")
        line.watch.progress(Progress(sentence, index + 1, count))
