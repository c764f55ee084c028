"""A record folded once for everybody, with ready-made rows for lists: a first pull is quick.

A snapshot is two compressed parts, one after the other: what lists, search and conflicts need, and
the state as a record stores it. A machine takes the second over byte by byte.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from db.blobs import named_in
from db.canonical import canonical, digest
from db.case_index import IndexEntry, IndexRows, rows_of
from db.causes import Known, WholeLog
from db.disputes import Side, dispute_rows
from db.document_lines import document_rows
from db.fold import State, disputes, fold, is_deleted, shown
from db.journal import VERSION
from db.packing import pack, unpack
from db.records import TYPES
from db.refolding import Key, placed_edits
from db.shapes import paths_of
from db.states import read_state, state_text
from db.sync.local.standing import NEVER, listed, looks_of
from db.sync.local.taking import entry_of
from db.sync.wire import PlacedOp
from db.tables import APPOINTMENT_LINE, CASE_LINE, CASE_PARTY, CONFLICT, DOCUMENT
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.stages import Stage
from mediation_app.errors import BrokenFeedError, StorageError

_LENGTH_BYTES = 4
_MOST_BYTES = 64 << 20
"""Of the rows of one record, unpacked: more is an attack, and would fill the memory."""
_PARTS = {"shows", "conflicts", "documents", "blobs"}
_RULES = "rules"
EDITION = 1
"""Of the rules by which rows of lists are made; raise it when one gives another row."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What a snapshot holds.

    Attributes:
        index: Ready-made rows: ``line``, ``parties``, ``words``, ``is_deleted``, ``appointments``
            of a case that can be listed; ``conflicts``, ``documents``, ``blobs``, ``shows`` in
            hex digits, and by which rules they were made.
        doc: The state, packed as records store it.
    """

    index: dict[str, Any]
    doc: bytes


def snapshot_doc(kind: RecordKind, record_id: str, log: Sequence[PlacedOp]) -> bytes:
    """Return the snapshot of a record from its whole log; same log, same bytes."""
    entries = [entry_of(placed) for placed in log]
    state = fold({}, placed_edits(WholeLog(), entries, Known()))
    rows = _index((kind, record_id), state, _writers(log), log[-1].op.saved_at)
    index = zlib.compress(canonical(rows).encode())
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


def is_of_these_rules(doc: bytes, sha: bytes) -> bool:
    """Return whether a snapshot has rows as this version of the program makes them."""
    try:
        return bool(read_snapshot(doc, sha).index.get(_RULES) == rules())
    except BrokenFeedError:
        return False


def fitting(key: Key, folded: Folded) -> Folded:
    """Return what a snapshot holds with rows as this version of the program makes them.

    One that another version made may list what this one does not know, and the other way round;
    the state is the same for all.
    """
    if folded.index.get(_RULES) == rules():
        return folded
    try:
        index = _index(key, read_state(unpack(folded.doc)), _sides(folded), _saved_at(folded))
    except (StorageError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenFeedError("snapshot") from error
    return Folded(index, folded.doc)


@cache
def rules() -> str:
    """Return a hash of the rules by which this version makes rows."""
    tables = (CASE_LINE, CASE_PARTY, APPOINTMENT_LINE, CONFLICT, DOCUMENT)
    columns = [[column.name for column in table.columns] for table in tables]
    words = [[each.value for each in words] for words in (Stage, ConflictKind)]
    fields = [paths_of(each) for each in TYPES.values()]
    return digest(canonical([EDITION, VERSION, columns, words, fields])).hex()


def _index(key: Key, state: State, writers: Mapping[int, Side], saved_at: str) -> dict[str, Any]:
    kind, record_id = key
    registers = shown(state)
    rows: dict[str, Any] = {
        "shows": looks_of(kind, state).hex(),
        "conflicts": dispute_rows(key, disputes(state), writers),
        "documents": list(document_rows(record_id, registers)),
        "blobs": named_in(registers.items()),
        _RULES: rules(),
    }
    case = listed(kind, state)
    if case is not None:
        rows |= _listed(rows_of(IndexEntry(case, 0, saved_at, is_deleted(state))))
    return rows


def _writers(log: Iterable[PlacedOp]) -> dict[int, Side]:
    return {
        placed.seq: {
            "op_id": placed.op.op_id,
            "author": placed.author,
            "device_name": placed.device_name,
            "saved_at": placed.op.saved_at,
        }
        for placed in log
    }


def _sides(folded: Folded) -> dict[int, Side]:
    """Return who wrote the sides of conflicts, as the rows of another version tell it."""
    docs = (json.loads(row["doc"]) for row in folded.index["conflicts"])
    with suppress(LookupError):
        return {side["by"]: side for doc in docs for side in doc["sides"]}
    return {}


def _saved_at(folded: Folded) -> str:
    line = folded.index.get("line", {})
    return str(line.get("saved_at", NEVER))


def _listed(rows: IndexRows) -> dict[str, Any]:
    return {
        "line": rows.line,
        "parties": list(rows.parties),
        "words": rows.words,
        "is_deleted": rows.is_deleted,
        "appointments": list(rows.appointments),
    }
