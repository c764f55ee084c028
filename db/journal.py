"""The journal: one entry for each saved action, each holding the hash of the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, func, insert, select

from db.canonical import canonical, digest, read_stored
from db.scalars import instant_text
from db.tables import OP
from mediation_app.domain.journal import FieldChange, FieldValue, RecordKind
from mediation_app.ports.environment import Clock, Ids

VERSION = 1
"""How the body of an entry is written; a newer one is kept as it came."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who writes, and on which machine."""

    author: str
    device_id: str


@dataclass(frozen=True, slots=True)
class Base:
    """What the author had before his eyes: a place in the shared log, and own entries after it.

    Attributes:
        seq: The last place at the centre that he had seen, 0 where there was none.
        chain: The centre's hash at that place, which makes the number mean something.
        after: Entries of this machine, not placed yet, on which he built.
    """

    seq: int = 0
    chain: bytes = b""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the journal."""

    kind: RecordKind
    record_id: str
    action: str
    changes: tuple[FieldChange, ...]
    base: Base
    shows: bytes
    """Hash of the record as it looks after this entry; tells later what a screen had shown."""
    heads: tuple[str, ...]
    """Entries of the record not placed yet, on which nothing was built before this one."""


@dataclass(frozen=True, slots=True)
class Entered:
    """Where an entry stands in the journal."""

    no: int
    op_id: str
    saved_at: str


class Journal:
    """Appends entries inside one transaction."""

    def __init__(self, connection: Connection, origin: Origin, clock: Clock, ids: Ids) -> None:
        self._connection = connection
        self._origin = origin
        self._clock = clock
        self._ids = ids

    def append(self, drafts: Sequence[Draft]) -> tuple[Entered, ...]:
        """Write the entries, at least one, in this order."""
        no, link = self._head()
        device_seq = self._device_seq()
        rows: list[dict[str, Any]] = []
        for place, draft in enumerate(drafts, start=1):
            row = self._row(draft) | {"no": no + place, "device_seq": device_seq + place}
            link = row["link"] = link_of(link, row)
            rows.append(row)
        self._connection.execute(insert(OP), rows)
        return tuple(Entered(row["no"], row["op_id"], row["saved_at"]) for row in rows)

    def _head(self) -> tuple[int, bytes]:
        last = self._connection.execute(
            select(OP.c.no, OP.c.link).order_by(OP.c.no.desc()).limit(1)
        ).first()
        return (last.no, last.link) if last else (0, b"")

    def _device_seq(self) -> int:
        own = OP.c.device_id == self._origin.device_id
        return self._connection.scalar(select(func.max(OP.c.device_seq)).where(own)) or 0

    def _row(self, draft: Draft) -> dict[str, Any]:
        op_id = self._ids.new()
        body = body_of(draft.changes)
        heads = (op_id, *(head for head in draft.heads if head not in draft.base.after))
        return {
            "op_id": op_id,
            "record_kind": draft.kind.value,
            "record_id": draft.record_id,
            "action": draft.action,
            "v": VERSION,
            "author": self._origin.author,
            "device_id": self._origin.device_id,
            "base_seq": draft.base.seq,
            "base_chain": draft.base.chain,
            "after": canonical(draft.base.after),
            "saved_at": instant_text(self._clock.now()),
            "body": body,
            "body_hash": digest(body),
            "shows": draft.shows,
            "heads": canonical(heads),
        }


def body_of(changes: Iterable[FieldChange]) -> str:
    """Return the body of an entry; the nonce keeps an erased text from being guessed by hash."""
    listed = [[each.path, each.before, each.after] for each in changes]
    return canonical({"changes": listed, "nonce": token_hex(16)})


def changes_in(body: str) -> tuple[FieldChange, ...]:
    """Return the changes that a body holds."""
    return tuple(FieldChange(*change) for change in raw_changes(body))


def raw_changes(body: str) -> list[tuple[str, FieldValue, FieldValue]]:
    """Return path, before and after of each change that a body holds."""
    changes: list[tuple[str, FieldValue, FieldValue]] = read_stored(body)["changes"]
    return changes


def link_of(previous: bytes, row: Any) -> bytes:
    """Return the hash that ties an entry to the one before it."""
    return digest(previous, *(row[name] for name in LINKED))


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
