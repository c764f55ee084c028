"""The journal: one entry for each saved action, each holding the hash of the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from db.canonical import canonical, digest, read_stored
from db.scalars import instant_text, is_text
from db.tables import META, OP
from mediation_app.domain.journal import FieldChange, RecordKind
from mediation_app.errors import StorageError
from mediation_app.ports.environment import Clock, Ids

VERSION = 1
"""How the body of an entry is written; a newer one is kept as it came.

Records keep that a newer version wrote in them, also once this one is that version: whoever raises
it adds a migration of the file which folds them again.
"""
DEVICE_ID = "device_id"
"""Where the database keeps the id under which this machine writes."""

Row = dict[str, Any]

# Built once: a save would spend a tenth of its time on writing statements.
_DEVICE_SEQ = select(func.max(OP.c.device_seq)).where(OP.c.device_id == bindparam("device"))
_HEAD = select(OP.c.no, OP.c.link).order_by(OP.c.no.desc()).limit(1)
_DEVICE_ID = select(META.c.value).where(META.c.key == DEVICE_ID)


@dataclass(frozen=True, slots=True)
class Base:
    """What the author had before his eyes: a place in the shared log, and own entries after it.

    Attributes:
        seq: The last place at the centre that he had seen, 0 where there was none.
        chain: The first bytes of the log's hash there, which make the number mean something.
        after: Entries of this machine, not placed yet, on which he built.
    """

    seq: int = 0
    chain: bytes = b""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the journal.

    Attributes:
        shows: Hash of the record as it looks after this entry.
        meant: Hash of what its author wanted to see; both tell later what a screen had shown.
        heads: Entries of the record not placed yet, on which nothing was built before this one.
        known: How far the shared log of the record is known, without ``after``.
        note: Why it was done, in the author's words.
    """

    kind: RecordKind
    record_id: str
    action: str
    changes: tuple[FieldChange, ...]
    base: Base
    shows: bytes
    heads: tuple[str, ...]
    meant: bytes = b""
    known: Base = field(default_factory=Base)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """Where an entry stands in the journal; ``heads`` are those of its record after it."""

    no: int
    op_id: str
    saved_at: str
    heads: tuple[str, ...] = ()


class Journal:
    """Appends entries inside one transaction."""

    def __init__(self, connection: Connection, author: str, clock: Clock, ids: Ids) -> None:
        self._connection = connection
        self._author = author
        self._clock = clock
        self._ids = ids
        self._last: tuple[int, bytes] | None = None
        """The last entry's number and link; nobody else writes in this transaction."""

    @property
    def last_no(self) -> int:
        """The number of the last entry, 0 where there is none."""
        return self._head()[0]

    def append(self, drafts: Sequence[Draft]) -> tuple[Entered, ...]:
        """Write the entries, at least one, in this order."""
        device_seq = self._device_seq()
        rows = [
            self._row(draft) | {"device_seq": device_seq + place}
            for place, draft in enumerate(drafts, start=1)
        ]
        self.append_rows(rows)
        heads = (tuple(read_stored(row["heads"])) for row in rows)
        return tuple(
            Entered(row["no"], row["op_id"], row["saved_at"], each)
            for row, each in zip(rows, heads, strict=True)
        )

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Write entries that are complete but for their number and link, which they get here."""
        no, link = self._head()
        for place, row in enumerate(rows, start=no + 1):
            row["no"] = place
            link = row["link"] = link_of(link, row)
        self._connection.execute(insert(OP), rows)
        self._last = rows[-1]["no"], link

    @cached_property
    def _device_id(self) -> str:
        return str(self._connection.execute(_DEVICE_ID).scalar_one())

    def _head(self) -> tuple[int, bytes]:
        if self._last is None:
            last = self._connection.execute(_HEAD).first()
            self._last = (last.no, last.link) if last else (0, b"")
        return self._last

    def _device_seq(self) -> int:
        return self._connection.scalar(_DEVICE_SEQ, {"device": self._device_id}) or 0

    def _row(self, draft: Draft) -> Row:
        op_id = self._ids.new()
        body = body_of(draft.changes, draft.note)
        heads = (op_id, *(head for head in draft.heads if head not in draft.base.after))
        return {
            "op_id": op_id,
            "record_kind": draft.kind.value,
            "record_id": draft.record_id,
            "action": draft.action,
            "v": VERSION,
            "author": self._author,
            "device_id": self._device_id,
            "base_seq": draft.base.seq,
            "base_chain": draft.base.chain,
            "after": canonical(draft.base.after),
            "saved_at": instant_text(self._clock.now()),
            "body": body,
            "body_hash": digest(body),
            "shows": draft.shows,
            "heads": canonical(heads),
            "meant": draft.meant,
            "known_seq": draft.known.seq,
            "known_chain": draft.known.chain,
            "state": "pending",
            "seq": None,
            "chain": None,
            "said": "{}",
        }


def body_of(changes: Iterable[FieldChange], note: str = "") -> str:
    """Return the body of an entry; the nonce keeps an erased text from being guessed by hash."""
    listed = [[each.path, each.before, each.after] for each in changes]
    content: dict[str, Any] = {"changes": listed, "nonce": token_hex(16)}
    return canonical(content | {"note": note} if note else content)


def changes_in(body: str) -> tuple[FieldChange, ...]:
    """Return the changes that a body holds; none where it is written in a way yet unknown.

    Raises:
        StorageError: It is no JSON.
    """
    listed = _part(body, "changes")
    if not isinstance(listed, list):
        return ()
    return tuple(FieldChange(*change) for change in listed if _is_change(change))


def is_readable(body: str | None) -> bool:
    """Return whether a body is there and is JSON; one that another program sent may not be."""
    try:
        return body is not None and read_stored(body) is not None
    except StorageError:
        return False


def note_in(body: str) -> str:
    """Return why it was done; empty where nobody said."""
    note = _part(body, "note")
    return note if isinstance(note, str) else ""


def link_of(previous: bytes, row: Any) -> bytes:
    """Return the hash that ties an entry to the one before it."""
    return digest(previous, *(row[name] for name in LINKED))


def _part(body: str, name: str) -> Any:
    content = read_stored(body)
    return content.get(name) if isinstance(content, dict) else None


def _is_change(change: Any) -> bool:
    if not isinstance(change, list) or len(change) != _PARTS:
        return False
    path, before, after = change
    return (
        isinstance(path, str)
        and path != ""
        and is_text(path)
        and _is_value(before)
        and _is_value(after)
    )


def _is_value(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, str) and is_text(each) for each in value)
    if isinstance(value, str):
        return is_text(value)
    return value is None or isinstance(value, int)


_PARTS = 3

LINKED = (
    "op_id",
    "body_hash",
    "author",
    "device_id",
    "device_seq",
    "saved_at",
    "record_kind",
    "record_id",
    "action",
    "v",
    "base_seq",
    "base_chain",
    "after",
)
"""The columns that the link covers, in the order in which they are hashed."""
