"""Records as they are now, each the sum of its journal entries."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from db.canonical import canonical, digest, read_stored
from db.journal import Base, Draft, Entered, Journal
from db.registers import Registers, changed, to_registers
from db.tables import OP, RECORD
from mediation_app.domain.journal import FieldValue, RecordKind


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it is stored; an empty one has no registers yet."""

    registers: Mapping[str, FieldValue] = field(default_factory=dict)
    op_count: int = 0
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A record from one state to the next, by one action."""

    kind: RecordKind
    record_id: str
    action: str
    stored: Stored
    registers: Registers
    shows: bytes
    base: Base = field(default_factory=Base)


class Records:
    """Reads and writes records inside one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def load(self, kind: RecordKind, record_id: str) -> Stored | None:
        """Return the record, or None where there is none."""
        row = self._connection.execute(
            select(RECORD.c.doc, RECORD.c.op_count, OP.c.heads)
            .join(OP, OP.c.no == RECORD.c.last_no)
            .where(RECORD.c.record_kind == kind.value, RECORD.c.record_id == record_id)
        ).first()
        if row is None:
            return None
        return Stored(registers_in(row.doc), row.op_count, tuple(json.loads(row.heads)))

    def base_of(self, kind: RecordKind, record_id: str, shown: object) -> Base:
        """Return what somebody had seen who had this state of the record before his eyes.

        Causes are told by content, not by clocks: the last entry after which the record looked
        so. A state that never was counts as nothing seen, which later shows as a conflict and
        never overwrites in silence.
        """
        of_record = (OP.c.record_kind == kind.value) & (OP.c.record_id == record_id)
        seen = self._connection.execute(
            select(OP.c.no, OP.c.heads)
            .where(of_record, OP.c.shows == looks(to_registers(shown)))
            .order_by(OP.c.no.desc())
            .limit(1)
        ).first()
        if seen is None:
            return Base()
        placed = self._connection.execute(
            select(OP.c.seq, OP.c.chain)
            .where(of_record, OP.c.no <= seen.no, OP.c.seq.is_not(None))
            .order_by(OP.c.seq.desc())
            .limit(1)
        ).first()
        after = tuple(json.loads(seen.heads))
        return Base(placed.seq, placed.chain, after) if placed else Base(after=after)

    def put(self, steps: Sequence[Step]) -> tuple[Entered, ...]:
        """Write each step, at least one, as one journal entry, and the record as it is then."""
        entered = self._journal.append([_draft(step) for step in steps])
        rows = [_row(step, entry) for step, entry in zip(steps, entered, strict=True)]
        new = insert(RECORD)
        again = {name: new.excluded[name] for name in ("doc", "op_count", "last_no")}
        key = [RECORD.c.record_kind, RECORD.c.record_id]
        self._connection.execute(new.on_conflict_do_update(index_elements=key, set_=again), rows)
        return entered


def looks(registers: Registers) -> bytes:
    """Return a hash of what a record shows to a person.

    Args:
        registers: Those of the record by itself, so that ranks do not tell how it came about.
    """
    return digest(canonical(dict(registers)))


def registers_in(doc: str) -> dict[str, FieldValue]:
    """Return stored registers."""
    registers: dict[str, FieldValue] = read_stored(doc)
    return registers


def _draft(step: Step) -> Draft:
    return Draft(
        kind=step.kind,
        record_id=step.record_id,
        action=step.action,
        changes=changed(step.stored.registers, step.registers),
        base=step.base,
        shows=step.shows,
        heads=step.stored.heads,
    )


def _row(step: Step, entry: Entered) -> dict[str, Any]:
    return {
        "record_kind": step.kind.value,
        "record_id": step.record_id,
        "doc": canonical(dict(step.registers)),
        "op_count": step.stored.op_count + 1,
        "last_no": entry.no,
    }
