"""A record folded once for everybody, with ready-made rows for lists: a first pull is quick.

A snapshot is two compressed parts, one after the other: what lists, search and conflicts need, and
the state as a record stores it. A machine takes the second over byte by byte.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from db.blobs import named_in
from db.canonical import canonical
from db.case_index import IndexEntry, IndexRows, rows_of
from db.causes import Known, WholeLog
from db.disputes import dispute_rows
from db.document_lines import document_rows
from db.fold import State, disputes, fold, is_deleted, shown
from db.packing import pack
from db.refolding import placed_edits
from db.states import state_text
from db.sync.local.standing import looks_of, read
from db.sync.local.taking import entry_of
from db.sync.wire import PlacedOp
from mediation_app.domain.cases import Case
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import BrokenFeedError

_LENGTH_BYTES = 4
_MOST_BYTES = 64 << 20
"""Of the rows of one record, unpacked: more is an attack, and would fill the memory."""
_PARTS = {"shows", "conflicts", "documents", "blobs"}


@dataclass(frozen=True, slots=True)
class Folded:
    """What a snapshot holds.

    Attributes:
        index: Ready-made rows: ``line``, ``parties``, ``words``, ``is_deleted``, ``appointments``
            of a case that can be read; ``conflicts``, ``documents``, ``blobs``, and ``shows`` in
            hex digits.
        doc: The state, packed as records store it.
    """

    index: dict[str, Any]
    doc: bytes


def snapshot_doc(kind: RecordKind, record_id: str, log: Sequence[PlacedOp]) -> bytes:
    """Return the snapshot of a record from its whole log; same log, same bytes."""
    entries = [entry_of(placed) for placed in log]
    state = fold({}, placed_edits(WholeLog(), entries, Known()))
    index = zlib.compress(canonical(_index(kind, record_id, state, log)).encode())
    return len(index).to_bytes(_LENGTH_BYTES, "big") + index + pack(state_text(state))


def read_snapshot(doc: bytes, digest: bytes) -> Folded:
    """Return what a snapshot holds.

    Raises:
        BrokenFeedError: It is not what was hashed.
    """
    if sha256(doc).digest() != digest:
        raise BrokenFeedError("snapshot")
    end = _LENGTH_BYTES + int.from_bytes(doc[:_LENGTH_BYTES], "big")
    try:
        index_text = zlib.decompressobj().decompress(doc[_LENGTH_BYTES:end], _MOST_BYTES)
        index: Any = json.loads(index_text)
    except (zlib.error, ValueError, RecursionError) as error:
        raise BrokenFeedError("snapshot") from error
    if not isinstance(index, dict) or not index.keys() >= _PARTS:
        raise BrokenFeedError("snapshot")
    return Folded(index, doc[end:])


def _index(
    kind: RecordKind, record_id: str, state: State, log: Sequence[PlacedOp]
) -> dict[str, Any]:
    registers = shown(state)
    writers = {
        placed.seq: {
            "op_id": placed.op.op_id,
            "author": placed.author,
            "device_name": placed.device_name,
            "saved_at": placed.op.saved_at,
        }
        for placed in log
    }
    rows: dict[str, Any] = {
        "shows": looks_of(kind, state).hex(),
        "conflicts": dispute_rows((kind, record_id), disputes(state), writers),
        "documents": list(document_rows(record_id, registers)),
        "blobs": named_in(registers.items()),
    }
    case = read(kind, state)
    if isinstance(case, Case):
        entry = IndexEntry(case, 0, log[-1].op.saved_at, is_deleted(state))
        rows |= _listed(rows_of(entry))
    return rows


def _listed(rows: IndexRows) -> dict[str, Any]:
    return {
        "line": rows.line,
        "parties": list(rows.parties),
        "words": rows.words,
        "is_deleted": rows.is_deleted,
        "appointments": list(rows.appointments),
    }
