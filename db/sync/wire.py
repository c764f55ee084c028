"""What travels between a machine and the centre, and the hashes that tie it together.

Every hash is ``db.canonical.digest`` of the parts in the order given here; the centre computes
the same in SQL, and either side checks the other.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from db.canonical import canonical, digest
from mediation_app.domain.journal import RecordKind

PROTOCOL = 1
"""The version of what is written here; a centre names the least and the greatest it speaks."""

BELL_LASTS = 8
"""Bytes of a bell key that never change: by them a station knows its centre again."""

MOST_OPS, MOST_BYTES = 200, 1 << 20
"""The most that one push carries."""

ENVELOPE_BYTES = 400
"""What an operation weighs beside its body, roughly."""

FEED_CHAIN_BYTES = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the log of one record: its number means something only with its hash."""

    seq: int = 0
    chain: bytes = b""
    """The first eight bytes of the log's chain at ``seq``; empty at 0."""


@dataclass(frozen=True, slots=True)
class NumberWish:
    """A case number that an operation asks for, or has given itself.

    Attributes:
        word: 云临金人调字.
        year: Of the number.
        serial: The number that is on paper already; None where the centre is to give one.
    """

    word: str
    year: int
    serial: int | None = None


@dataclass(frozen=True, slots=True)
class WireOp:
    """A journal entry on its way to the centre.

    Attributes:
        org_id: Whose the record shall be; read for its first operation only.
        v: How the body is written.
        device_seq: Counts the entries of the sending machine; 0 for one written under a former id.
        base: What the author had seen.
        after: Own entries on which he built and that had no place yet.
        body: Canonical JSON, hashed byte by byte.
        number: The case number that it asks for.
        sealed: Digest of the agreement that it makes immutable, 64 hex digits; else empty.
        blobs: Ids of the contents that it refers to.
    """

    op_id: str
    kind: RecordKind
    record_id: str
    org_id: int
    action: str
    v: int
    device_seq: int
    base: Place
    after: tuple[str, ...]
    saved_at: str
    body: str
    body_hash: bytes
    number: NumberWish | None = None
    sealed: str = ""
    blobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedOp:
    """An operation in its place at the centre; ``op.body`` is empty where it was erased.

    Attributes:
        author: The name of the person as the centre knows it.
        device_id: The machine that sent it.
        said: Canonical JSON of what the centre added: ``{"number": "（2026）…第7号"}``, or ``{}``.
        chain: 32 bytes.
        mac: 16 bytes by which the centre knows again what it once accepted.
    """

    op: WireOp
    author: str
    device_id: str
    device_name: str
    seq: int
    placed_at: str
    said: str
    chain: bytes
    mac: bytes
    key_id: int = 1


class Event(Enum):
    """What a feed tells."""

    OP = 1
    ENTER = 2
    LEAVE = 3


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry in the feed of an organisation.

    ``placed`` is there for an operation only, and only while the organisation sees its record: an
    operation before a LEAVE comes without.
    """

    fseq: int
    event: Event
    kind: RecordKind
    record_id: str
    seq: int
    chain: bytes
    """Of the feed, 16 bytes."""
    placed: PlacedOp | None = None
    link: bytes = b""
    """The chain of the record's log at ``seq``; empty where ``placed`` says it."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a machine has taken over a feed."""

    fseq: int = 0
    chain: bytes = b""


class Judgement(Enum):
    """What the centre did with an operation."""

    PLACED = "placed"
    KNOWN = "known"
    """It was there already: the same operation, sent again."""
    REFUSED = "refused"
    """It is set aside with its reason; nothing of it is lost."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one operation; ``reason`` is a code such as ``no_access``."""

    op_id: str
    judgement: Judgement
    seq: int = 0
    chain: bytes = b""
    said: str = "{}"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrgHead:
    """An organisation whose cases a person sees, and how far its feed goes.

    Attributes:
        kind: ``centre``, ``station``, ``room`` or ``branch``.
        role: ``mediator``, ``specialist``, ``clerk``, ``leader`` or ``reader``.
        case_word: The word of its case numbers.
        fseq: The last number of its feed.
        chain: The feed's chain there.
        chain_at_cursor: The feed's chain at the machine's cursor; empty where it is beyond.
        bell_key: By which the doorbell knows the feed, 16 bytes; the first ``BELL_LASTS`` are
            the organisation's for ever, the rest changes when somebody is shut out.
    """

    org_id: int
    home_id: int
    name: str
    kind: str
    role: str
    can_write: bool
    case_word: str
    fseq: int
    chain: bytes
    chain_at_cursor: bytes
    bell_key: bytes


@dataclass(frozen=True, slots=True)
class Hello:
    """What the centre says of itself at the beginning of a round."""

    protocol_min: int
    protocol_max: int
    epoch: int
    is_recovering: bool
    is_replica: bool
    server_at: datetime
    login: str
    person: str
    device_is_revoked: bool
    orgs: tuple[OrgHead, ...]


@dataclass(frozen=True, slots=True)
class RecordHead:
    """Where the log of a record ends at the centre."""

    kind: RecordKind
    record_id: str
    seq: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class RecordSnapshot:
    """A record folded up to a place, as a machine stores it; ``doc`` is compressed JSON."""

    head: RecordHead
    doc: bytes
    sha256: bytes


@dataclass(frozen=True, slots=True)
class NumberLease:
    """Case numbers that one machine may give while it is offline, ``first`` to ``last``."""

    org_id: int
    word: str
    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RefusedEdit:
    """An edit of somebody from whom the record had gone; empty ``body`` where it is too long."""

    op_id: str
    record_id: str
    author: str
    device_name: str
    refused_at: str
    saved_at: str
    body: str


@dataclass(frozen=True, slots=True)
class PresentOne:
    """Somebody else who has the record open."""

    person: str
    device_name: str


def op_chain(previous: bytes, placed: PlacedOp) -> bytes:
    """Return the chain of a record's log at this operation, 32 bytes."""
    op = placed.op
    return digest(
        previous,
        op.op_id,
        op.body_hash,
        placed.author,
        placed.device_id,
        placed.seq,
        placed.placed_at,
        op.kind.value,
        op.record_id,
        op.action,
        op.v,
        op.base.seq,
        op.base.chain,
        canonical(op.after),
        op.saved_at,
        op.sealed,
        placed.said,
    )


def feed_chain(previous: bytes, entry: FeedEntry, op_chain_here: bytes) -> bytes:
    """Return the chain of a feed at this entry, 16 bytes.

    Args:
        previous: Of the entry before; empty at the first.
        entry: The entry.
        op_chain_here: The chain of the record's log at the entry's ``seq``.
    """
    linked = digest(previous, op_chain_here, entry.event.value, entry.record_id, entry.seq)
    return linked[:FEED_CHAIN_BYTES]
