"""Records as they are now, each the fold of its journal entries."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import Insert, insert

from db.canonical import PLACE_BYTES, canonical, digest
from db.causes import Causes, Known, Sight
from db.disputes import put_disputes
from db.fold import WHOLE, Edit, State, Write, disputes, fold, is_read_only, shown
from db.journal import Base, Draft, Entered, Journal
from db.packing import pack
from db.registers import Registers, from_registers, to_registers
from db.states import read_state, state_text
from db.tables import LOOK, OP, RECORD, AnyRow
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange, FieldValue, RecordKind
from mediation_app.errors import StorageError
from mediation_app.sentences import say

TYPES: Mapping[RecordKind, type[Case | Committee]] = {
    RecordKind.CASE: Case,
    RecordKind.COMMITTEE: Committee,
}

RECORD_ROWS = select(RECORD, OP.c.shows.label("row_shows")).outerjoin(
    OP, OP.c.no == RECORD.c.last_no
)
"""What a record is read from."""
_ONE_ROW = RECORD_ROWS.where(
    RECORD.c.record_kind == bindparam("kind"), RECORD.c.record_id == bindparam("id")
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it is stored; an empty one has no registers yet.

    Attributes:
        placed_doc: The state without the entries that have not come back from the centre, packed;
            None where there are none of those.
        chain: The whole hash of the shared log at ``seq``, as far as it is known.
        shows: Hash of what the record shows; ``row_shows`` that after its last entry.
        heads: Own entries on which nothing is built yet.
        orgs: Organisations in whose feed the record is.
        from_seq: Up to here the record came folded, without its entries.
        from_doc: The state there, packed, once more entries have come.
    """

    kind: RecordKind
    record_id: str
    state: State = field(default_factory=dict)
    placed_doc: bytes | None = None
    op_count: int = 0
    last_no: int = 0
    seq: int = 0
    chain: bytes = b""
    shows: bytes = b""
    row_shows: bytes = b""
    heads: tuple[str, ...] = ()
    orgs: frozenset[int] = frozenset()
    from_seq: int = 0
    from_chain: bytes = b""
    from_doc: bytes | None = None
    dispute_count: int = 0

    @property
    def registers(self) -> dict[str, FieldValue]:
        """What the record shows."""
        return shown(self.state)

    @property
    def base(self) -> Base:
        """What somebody has seen who sees the record as it is."""
        return Base(self.seq, self.chain[:PLACE_BYTES], self.heads)

    @property
    def sight(self) -> Sight:
        """The same, as the fold takes it."""
        local = (each.by for writes in self.state.values() for each in writes if each.by < 0)
        return Sight(self.seq, frozenset(local))


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does to a record: what he saw, and what he makes of it.

    Attributes:
        wanted: The record as he wants it; None where he does not see all of it.
    """

    action: str
    changes: tuple[FieldChange, ...]
    base: Base
    wanted: object = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A record before and after a deed, with hashes of what it shows and of what was meant."""

    stored: Stored
    deed: Deed
    state: Mapping[str, tuple[Write, ...]]
    record: Any
    shows: bytes
    meant: bytes


class Records:
    """Reads and writes records inside one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def load(self, kind: RecordKind, record_id: str) -> Stored | None:
        """Return the record, or None where there is none."""
        return load(self._connection, kind, record_id)

    def base_of(self, stored: Stored, seen: object) -> Base:
        """Return what somebody had seen who had this state of the record before his eyes.

        Causes are told by content, not by clocks: the last time at which the record looked so, or
        was meant to by somebody at this desk who typed on before he heard what became of it. A
        state that never was counts as nothing seen, which shows as a conflict and never overwrites
        in silence.
        """
        wanted = looks(to_registers(seen))
        if stored.shows == wanted or _shows_now(stored) == wanted:
            return stored.base
        entry = self._last_entry(stored, wanted)
        look = self._last_look(stored, wanted)
        if look is not None and (entry is None or look.after_no >= entry.no):
            return Base(look.known_seq, look.known_chain, tuple(json.loads(look.heads)))
        if entry is None:
            return Base()
        if entry.shows == wanted:
            return Base(entry.known_seq, entry.known_chain, tuple(json.loads(entry.heads)))
        after = (*json.loads(entry.after), entry.op_id)
        return Base(entry.base_seq, entry.base_chain, after)

    def steps(self, stored: Sequence[Stored], deeds: Sequence[Deed]) -> list[Step]:
        """Return what becomes of each record by a deed; nothing is written yet.

        Raises:
            StorageError: A field was written by a newer version of the program.
        """
        no = self._journal.last_no
        pairs = zip(stored, deeds, strict=True)
        return [self._step(each, deed, no + place) for place, (each, deed) in enumerate(pairs, 1)]

    def put(self, steps: Sequence[Step]) -> tuple[Entered, ...]:
        """Write each step, at least one, as one journal entry, and the record as it is then."""
        entered = self._journal.append([_draft(step) for step in steps])
        for step in steps:
            remember_look(self._connection, step.stored)
        after = [_after(step, entry) for step, entry in zip(steps, entered, strict=True)]
        put_records(self._connection, after)
        return entered

    def _step(self, stored: Stored, deed: Deed, no: int) -> Step:
        _require_known(stored.state, deed.changes)
        sight = self.sight(stored, deed.base)
        edit = Edit(-no, deed.changes, sight.seq, sight.others)
        state = fold(stored.state, [edit])
        registers = shown(state)
        wanted = {} if deed.wanted is None else to_registers(deed.wanted)
        meant = looks(wanted) if wanted else b""
        if wanted and wanted == registers:
            # Reading it would give what is wanted: most of what a new case costs.
            return Step(stored, deed, state, deed.wanted, meant, meant)
        record: Any = from_registers(TYPES[stored.kind], registers)
        shows = meant if record == deed.wanted else looks(to_registers(record))
        return Step(stored, deed, state, record, shows, meant)

    def sight(self, stored: Stored, base: Base) -> Sight:
        """Return the same as the fold takes it, for somebody who had seen this much."""
        if base == stored.base:
            return stored.sight
        causes = Causes(self._connection, stored.kind, stored.record_id)
        seq = causes.verified(base.seq, base.chain, Known(stored.seq, stored.chain))
        return causes.sight(seq, base.after, {})

    def _last_entry(self, stored: Stored, wanted: bytes) -> Any:
        c = OP.c
        of_record = (c.record_kind == stored.kind.value) & (c.record_id == stored.record_id)
        return self._connection.execute(
            select(
                *(c.no, c.op_id, c.shows, c.known_seq, c.known_chain, c.heads),
                *(c.base_seq, c.base_chain, c.after),
            )
            .where(of_record, (c.shows == wanted) | (c.meant == wanted))
            .order_by(c.no.desc())
            .limit(1)
        ).first()

    def _last_look(self, stored: Stored, wanted: bytes) -> Any:
        of_record = (LOOK.c.record_kind == stored.kind.value) & (
            LOOK.c.record_id == stored.record_id
        )
        return self._connection.execute(
            select(LOOK)
            .where(of_record, LOOK.c.shows == wanted)
            .order_by(LOOK.c.no.desc())
            .limit(1)
        ).first()


def load(connection: Connection, kind: RecordKind, record_id: str) -> Stored | None:
    """Return the record, or None where there is none."""
    row = connection.execute(_ONE_ROW, {"kind": kind.value, "id": record_id}).first()
    return None if row is None else stored_in(row)


def stored_in(row: AnyRow) -> Stored:
    """Return the record in one of ``RECORD_ROWS``."""
    return Stored(
        kind=RecordKind(row.record_kind),
        record_id=row.record_id,
        state=read_state(row.doc),
        placed_doc=row.placed_doc,
        op_count=row.op_count,
        last_no=row.last_no,
        seq=row.seq,
        chain=row.chain,
        shows=row.shows,
        row_shows=row.row_shows or b"",
        heads=tuple(json.loads(row.heads)),
        orgs=frozenset(json.loads(row.orgs)),
        from_seq=row.from_seq,
        from_chain=row.from_chain,
        from_doc=row.from_doc,
        dispute_count=row.dispute_count,
    )


def put_records(connection: Connection, records: Iterable[Stored]) -> None:
    """Write records as they are, with the conflicts in them."""
    connection.execute(_PUT_RECORD, [_row(connection, each) for each in records])


def _put_record() -> Insert:
    new = insert(RECORD)
    keys = list(RECORD.primary_key)
    others = (each.name for each in RECORD.columns if not each.primary_key)
    again = {name: new.excluded[name] for name in others}
    return new.on_conflict_do_update(index_elements=keys, set_=again)


_PUT_RECORD = _put_record()


def remember_look(connection: Connection, stored: Stored) -> None:
    """Keep what a record looks like before it changes, unless one of its entries tells."""
    if stored.shows in {b"", stored.row_shows}:
        return
    connection.execute(
        LOOK.insert(),
        {
            "record_kind": stored.kind.value,
            "record_id": stored.record_id,
            "after_no": stored.last_no,
            "shows": stored.shows,
            "known_seq": stored.seq,
            "known_chain": stored.chain[:PLACE_BYTES],
            "heads": canonical(stored.heads),
        },
    )


def looks(registers: Registers) -> bytes:
    """Return a hash of what a record shows to a person.

    Args:
        registers: Those of the record by itself, so that ranks do not tell how it came about.
    """
    return digest(canonical(dict(registers)))


def _shows_now(stored: Stored) -> bytes:
    """Return the hash of what a record shows to this version of the program.

    Another one may have stored it, which knew fewer fields or more.
    """
    return looks_of(stored.kind, stored.state)


def looks_of(kind: RecordKind, state: State) -> bytes:
    """Return the hash of what a folded record shows."""
    return looks(to_registers(from_registers(TYPES[kind], shown(state))))


def _require_known(state: State, changes: tuple[FieldChange, ...]) -> None:
    """Refuse to write what a newer version wrote: it may mean what this one cannot know."""
    closed = [each.path for each in changes if is_read_only(state, each.path)]
    if closed or (changes and is_read_only(state, WHOLE)):
        raise StorageError(
            say(
                "“{field}”由更新版本的程序写入，请先升级本机程序再修改",
                field=min(closed, default="/"),
            )
        )


def _draft(step: Step) -> Draft:
    return Draft(
        kind=step.stored.kind,
        record_id=step.stored.record_id,
        action=step.deed.action,
        changes=step.deed.changes,
        base=step.deed.base,
        shows=step.shows,
        heads=step.stored.heads,
        meant=step.meant,
        known=Base(step.stored.seq, step.stored.chain[:PLACE_BYTES]),
        note=step.deed.note,
    )


def _after(step: Step, entry: Entered) -> Stored:
    stored = step.stored
    return replace(
        stored,
        state=step.state,
        placed_doc=pack(state_text(stored.state))
        if stored.placed_doc is None
        else stored.placed_doc,
        op_count=stored.op_count + 1,
        last_no=entry.no,
        shows=step.shows,
        heads=entry.heads,
    )


def _row(connection: Connection, record: Stored) -> dict[str, Any]:
    open_now = disputes(record.state)
    if open_now or record.dispute_count:
        put_disputes(connection, (record.kind, record.record_id), open_now)
    return {
        "record_kind": record.kind.value,
        "record_id": record.record_id,
        "doc": state_text(record.state),
        "placed_doc": record.placed_doc,
        "op_count": record.op_count,
        "last_no": record.last_no,
        "seq": record.seq,
        "chain": record.chain,
        "shows": record.shows,
        "heads": canonical(record.heads),
        "orgs": canonical(sorted(record.orgs)),
        "from_seq": record.from_seq,
        "from_chain": record.from_chain,
        "from_doc": record.from_doc,
        "dispute_count": len(open_now),
    }
