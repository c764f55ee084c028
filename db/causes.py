"""What the author of an operation had seen, told by content: hashes and ids, never clocks."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import Connection, select, text

from db.canonical import PLACE_BYTES, read_stored
from db.fold import WHOLE, Edit
from db.journal import VERSION, changes_in
from db.scalars import is_text
from db.tables import OP, AnyRow
from mediation_app.domain.journal import FieldChange, RecordKind
from mediation_app.errors import StorageError

ECHOED, REJECTED, PLACED, PENDING = "echoed", "rejected", "placed", "pending"
"""How far an entry has come: back from the centre, refused, answered, only here."""

LOCAL = (PENDING, PLACED)
"""States in which an entry counts after the shared log, in the order of the local journal."""

_CLOSURE = text(
    """
    WITH RECURSIVE cause(op_id) AS (
        SELECT value FROM json_each(:after)
        UNION
        SELECT built_on.value
        FROM cause JOIN op USING (op_id), json_each(op.after) AS built_on
        WHERE +op.record_kind = :kind AND +op.record_id = :record_id
            AND CASE WHEN :before IS NULL THEN op.state != 'rejected'
                ELSE op.state = 'echoed' AND op.seq < :before END
    )
    SELECT cause.op_id, op.no, op.seq, op.state
    FROM cause LEFT JOIN op ON op.op_id = cause.op_id
        AND +op.record_kind = :kind AND +op.record_id = :record_id
    """
)
"""The plus signs keep SQLite from going through all entries of the record for each one."""


@dataclass(frozen=True, slots=True)
class Known:
    """How far the shared log of a record is known."""

    seq: int = 0
    chain: bytes = b""


@dataclass(frozen=True, slots=True)
class Sight:
    """What an author had seen, as the fold takes it.

    Attributes:
        seq: All up to this place in the shared log.
        others: What he built on besides, and what that was built on.
        is_whole: Whether all of that was found.
    """

    seq: int = 0
    others: frozenset[int] = field(default_factory=frozenset)
    is_whole: bool = True

    def covers(self, by: int) -> bool:
        """Return whether an operation was seen; ``by`` as in ``db.fold.Write``."""
        return 0 < by <= self.seq or by in self.others


@dataclass(frozen=True, slots=True)
class Cause:
    """An operation on which others may build.

    Attributes:
        seen: All that it is built on, where that is known already: hundreds of edits in a row
            would each walk the whole way back.
    """

    by: int
    after: tuple[str, ...]
    seen: frozenset[int] | None = None

    @classmethod
    def of(cls, by: int, after: tuple[str, ...], sight: Sight) -> "Cause":
        """Return an operation of which was found what its author had seen."""
        return cls(by, after, sight.others if sight.is_whole else None)


class CauseFinder(Protocol):
    """Finds what operations of one record are built on."""

    def learn(self, seq: int, chain: bytes) -> None:
        """Take the hash of the shared log at a place."""
        ...

    def verified(self, seq: int, chain: bytes, known: Known) -> int:
        """Return a place in the shared log, or 0 where the log is another one there."""
        ...

    def sight(
        self,
        seq: int,
        after: Iterable[str],
        fresh: Mapping[str, Cause],
        before: int | None = None,
    ) -> Sight:
        """Return what was seen by somebody who names this place and these operations."""
        ...


class WholeLog:
    """Finds causes in a shared log that is read from its beginning, without a database."""

    def __init__(self) -> None:
        self._chains = {0: b""}

    def learn(self, seq: int, chain: bytes) -> None:
        """Take the hash of the shared log at a place."""
        self._chains[seq] = chain

    def verified(self, seq: int, chain: bytes, known: Known) -> int:
        """Return a place in the shared log, or 0 where the log is another one there."""
        is_it = seq <= known.seq and self._chains[seq][:PLACE_BYTES] == chain
        return seq if is_it else 0

    def sight(
        self,
        seq: int,
        after: Iterable[str],
        fresh: Mapping[str, Cause],
        before: int | None = None,  # noqa: ARG002 - what comes later is not read yet
    ) -> Sight:
        """Return what was seen by somebody who names this place and these operations."""
        seen, unknown = _closure(after, fresh)
        return Sight(seq, frozenset(seen), is_whole=not unknown)


class Causes:
    """Looks up what operations of one record are built on."""

    def __init__(self, connection: Connection, kind: RecordKind, record_id: str) -> None:
        self._connection = connection
        self._of_record = {"kind": kind.value, "record_id": record_id}
        self._chains = {0: b""}
        self.unknown: set[str] = set()
        """Ids that were asked for and are not here."""

    def learn(self, seq: int, chain: bytes) -> None:
        """Take the hash of the shared log at a place that is not stored yet."""
        self._chains[seq] = chain

    def sight(
        self,
        seq: int,
        after: Iterable[str],
        fresh: Mapping[str, Cause],
        before: int | None = None,
    ) -> Sight:
        """Return what was seen by somebody who names this place and these operations.

        Args:
            seq: A place in the shared log.
            after: Ids of operations on which he built.
            fresh: Operations that are known without a look into the journal.
            before: Where the operation itself stands in the shared log: only what stands there
                before it counts, so that all machines find the same, whenever they look. Something
                it builds on may come later, where the centre had lost that and got it back. None
                for an operation without a place: then all that is here counts.
        """
        seen: set[int] = set()
        asked: set[str] = set()
        missing: set[str] = set()
        waiting = set(after)
        while waiting:
            came, others = _closure(waiting, fresh)
            stored, lacking = self._stored_closure(others - asked, before)
            seen |= came | stored
            asked |= others
            missing |= lacking
            # What comes only now was not to be found in the journal yet.
            waiting = lacking & fresh.keys()
        # All that is local is known from the start; of the shared log more may come.
        return Sight(seq, frozenset(seen), is_whole=before is None or not missing)

    def verified(self, seq: int, chain: bytes, known: Known) -> int:
        """Return a place in the shared log, or 0 where the log is another one there."""
        if seq == 0 or seq > known.seq:
            return 0
        there = known.chain if seq == known.seq else self.chain_at(seq)
        return seq if there is None or there[:PLACE_BYTES] == chain else 0

    def chain_at(self, seq: int) -> bytes | None:
        """Return the hash at a place; None where that part of the log is not here."""
        if seq in self._chains:
            return self._chains[seq]
        found = self._connection.scalar(
            select(OP.c.chain).where(
                OP.c.record_kind == self._of_record["kind"],
                OP.c.record_id == self._of_record["record_id"],
                OP.c.seq == seq,
                OP.c.state == ECHOED,
            )
        )
        return None if found is None else bytes(found)

    def ids(self, writers: Iterable[int]) -> list[str]:
        """Return the ids of operations that wrote something, see ``db.fold.Write``."""
        found = (self._id(by) for by in writers)
        return [each for each in found if each is not None]

    def _id(self, by: int) -> str | None:
        place = (OP.c.seq == by) & (OP.c.state == ECHOED) if by > 0 else OP.c.no == -by
        wanted = select(OP.c.op_id).where(
            OP.c.record_kind == self._of_record["kind"],
            OP.c.record_id == self._of_record["record_id"],
            place,
        )
        return self._connection.scalar(wanted)

    def _stored_closure(self, after: set[str], before: int | None) -> tuple[set[int], set[str]]:
        """Return what counts of these and of what they are built on, and the ids of the rest."""
        if not after:
            return set(), set()
        asked = {"after": json.dumps(sorted(after)), "before": before}
        rows = self._connection.execute(_CLOSURE, {**self._of_record, **asked}).all()
        self.unknown.update(row.op_id for row in rows if row.state is None)
        counted = {row.op_id: by_of(row) for row in rows if _counts(row, before)}
        return set(counted.values()), {row.op_id for row in rows if row.op_id not in counted}


def _closure(after: Iterable[str], fresh: Mapping[str, Cause]) -> tuple[set[int], set[str]]:
    """Return what these are built on, as far as it is known, and the ids that are not."""
    seen: set[int] = set()
    unknown: set[str] = set()
    waiting = list(after)
    done: set[str] = set()
    while waiting:
        op_id = waiting.pop()
        if op_id in done:
            continue
        done.add(op_id)
        cause = fresh.get(op_id)
        if cause is None:
            unknown.add(op_id)
            continue
        seen.add(cause.by)
        if cause.seen is None:
            waiting += cause.after
        else:
            seen |= cause.seen
    return seen, unknown


def _counts(row: AnyRow, before: int | None) -> bool:
    if before is None:
        return row.state in {ECHOED, *LOCAL}
    return bool(row.state == ECHOED and row.seq < before)


def by_of(row: AnyRow) -> int:
    """Return what the writes of a journal entry are marked with: see ``db.fold.Write``."""
    return int(row.seq) if row.state == ECHOED else -int(row.no)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the fold needs of an operation, wherever it is read from."""

    op_id: str
    by: int
    v: int
    base_seq: int
    base_chain: bytes
    after: tuple[str, ...]
    body: str | None
    said: str
    chain: bytes = b""
    former_seq: int = 0
    """Where it was before the centre lost it; ``chain`` is the hash there."""


def edit_of(entry: Entry, sight: Sight) -> Edit:
    """Return an operation as the fold takes it."""
    is_newer = entry.v > VERSION
    changes = _changes_of(entry)
    if is_newer and not changes:
        changes = (FieldChange(WHOLE, None, True),)
    return Edit(
        by=entry.by,
        changes=changes,
        seen_seq=sight.seq,
        seen=sight.others,
        number=number_in(entry.said),
        is_newer=is_newer,
    )


def _changes_of(entry: Entry) -> tuple[FieldChange, ...]:
    """Return what an operation changes: nothing where another program sent what is no JSON.

    A body of this machine's own that cannot be read is damage, and is told.
    """
    if not entry.body:
        return ()
    try:
        return changes_in(entry.body)
    except StorageError:
        if entry.by < 0:
            raise
        return ()


def number_in(said: str) -> str:
    """Return the case number that the centre gave; empty where it gave none."""
    try:
        content = read_stored(said)
    except StorageError:
        return ""
    number = content.get("number") if isinstance(content, dict) else None
    return number if isinstance(number, str) and is_text(number) else ""
