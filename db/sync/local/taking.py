"""Takes over what comes from the centre: all of a page, with its cursor, or nothing of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from db.canonical import canonical
from db.causes import ECHOED, Causes, Entry, Known
from db.devices import know_device
from db.fold import fold
from db.journal import Journal, Row
from db.packing import pack
from db.records import PLACE_BYTES, Stored, load
from db.refolding import Key, fold_placed, placed_edits
from db.states import state_text
from db.sync.chains import check_log
from db.sync.local.logs import foreign_row, placement_row
from db.sync.local.standing import placed_state, stand, write
from db.sync.wire import PlacedOp
from db.tables import GONE, HELD, OP, PLACEMENT, SET_ASIDE, AnyRow
from mediation_app.errors import BrokenFeedError

_AT_ONCE = 500


class UnknownCauseError(Exception):
    """An operation builds on one that is not here: the record's log is needed from the start."""


class Taking:
    """Takes over parts of logs inside one transaction."""

    def __init__(self, connection: Connection, journal: Journal, now: datetime) -> None:
        self.connection = connection
        self._journal = journal
        self.now = now
        self._machines: set[tuple[str, str]] = set()

    def take(
        self,
        before: Stored | None,
        stored: Stored,
        ops: Sequence[PlacedOp],
        *,
        is_history: bool = False,
    ) -> bool:
        """Take over the next part of a record's log; return whether it looks otherwise now.

        Args:
            before: The record as it is stored; None where it is not here.
            stored: The same or an empty one, with the organisations in whose feed it is.
            ops: What follows the place up to which the log is known; may be empty.
            is_history: True takes it over also where a cause is not here; it is folded again when
                the log is here from its beginning.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
            UnknownCauseError: The log before that place is needed first.
        """
        key = (stored.kind, stored.record_id)
        check_log(stored.chain, stored.seq + 1, ops)
        if before is None:
            self.connection.execute(delete(GONE).where(_is(GONE, key)))
        causes = Causes(self.connection, *key)
        known = Known(stored.seq, stored.chain)
        edits = list(placed_edits(causes, [entry_of(each) for each in ops], known))
        if causes.unknown and stored.from_seq and not is_history:
            raise UnknownCauseError
        here = self._mark_echoes(ops)
        placed = fold(placed_state(stored), edits)
        if ops:
            stored = replace(_with_beginning(stored), seq=ops[-1].seq, chain=ops[-1].chain)
        after = stand(self.connection, stored, placed, causes)
        self._enter(key, [each for each in ops if each.op.op_id not in here], after)
        return write(self.connection, before, after)

    def take_history(self, key: Key, ops: Sequence[PlacedOp]) -> bool:
        """Take over a part of a record's log; return whether it looks otherwise now.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
        """
        before = load(self.connection, *key)
        stored = before or Stored(*key)
        earlier = [each for each in ops if each.seq <= stored.from_seq]
        if earlier:
            self.take_earlier(key, earlier)
        self.check_again(
            stored, [each for each in ops if stored.from_seq < each.seq <= stored.seq]
        )
        news = [each for each in ops if each.seq > stored.seq]
        if earlier and news:
            before = stored = load(self.connection, *key) or stored
        return self.take(before, stored, news, is_history=True) if news else bool(earlier)

    def check_again(self, stored: Stored, ops: Sequence[PlacedOp]) -> None:
        """Check that what is here already is what comes again."""
        causes = Causes(self.connection, stored.kind, stored.record_id)
        for placed in ops:
            if causes.chain_at(placed.seq) not in {None, placed.chain}:
                raise BrokenFeedError(f"{stored.record_id} #{placed.seq}")

    def take_earlier(self, key: Key, ops: Sequence[PlacedOp]) -> None:
        """Take over the log before the place at which a record came folded, or a part of it.

        When all of it is here the record is folded from the beginning.

        Raises:
            BrokenFeedError: It is not the log whose fold came.
        """
        stored = load(self.connection, *key)
        if stored is None:
            return
        first_seq = ops[0].seq
        previous = Causes(self.connection, *key).chain_at(first_seq - 1)
        if previous is None:
            raise BrokenFeedError(f"{key[1]} #{first_seq}")
        check_log(previous, first_seq, ops)
        is_whole = ops[-1].seq == stored.from_seq
        if is_whole:
            self._check_joint(stored, ops[-1].chain)
        here = self._mark_echoes(ops)
        self._enter(key, [each for each in ops if each.op.op_id not in here], stored)
        if is_whole:
            whole = replace(stored, from_seq=0, from_chain=b"", from_doc=None)
            placed = fold_placed(self.connection, whole, whole.seq)
            whole = stand(self.connection, whole, placed, Causes(self.connection, *key))
            write(self.connection, stored, whole)

    @staticmethod
    def _check_joint(stored: Stored, chain: bytes) -> None:
        """Check that a log ends where the fold of it was taken."""
        if chain != stored.from_chain:
            raise BrokenFeedError(f"{stored.record_id} #{stored.from_seq}")

    def _mark_echoes(self, ops: Sequence[PlacedOp]) -> set[str]:
        """Note which entries of this journal have come back, perhaps again; return their ids."""
        rows = self._rows(ops)
        for op_id, placed in {each.op.op_id: each for each in ops}.items():
            row = rows.get(op_id)
            if row is None:
                continue
            if row.body_hash != placed.op.body_hash:
                raise BrokenFeedError(op_id)
            came = {"state": ECHOED, "seq": placed.seq, "chain": placed.chain}
            if row.body is None and placed.op.body:
                came["body"] = placed.op.body
            of_entry = update(OP).where(OP.c.no == row.no)
            self.connection.execute(of_entry.values(**came, said=placed.said))
            self.connection.execute(delete(HELD).where(HELD.c.no == row.no))
            self.connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.no == row.no))
            self._know(placed)
            self._place([placement_row(row.no, placed)])
        return set(rows)

    def _know(self, placed: PlacedOp) -> None:
        """Note the machine that wrote an operation, once."""
        machine = (placed.device_id, placed.device_name)
        if machine not in self._machines:
            know_device(self.connection, *machine, self.now)
            self._machines.add(machine)

    def _enter(self, key: Key, foreign: Sequence[PlacedOp], after: Stored) -> None:
        """Append to the journal what was written elsewhere; its last entry tells what is shown."""
        if not foreign:
            return
        for placed in foreign:
            self._know(placed)
        rows = [foreign_row(key[1], each) for each in foreign]
        if after.seq >= foreign[-1].seq > after.from_seq:
            rows[-1] |= {
                "shows": after.shows,
                "heads": canonical(after.heads),
                "known_seq": after.seq,
                "known_chain": after.chain[:PLACE_BYTES],
            }
        self._journal.append_rows(rows)
        pairs = zip(rows, foreign, strict=True)
        self._place([placement_row(row["no"], placed) for row, placed in pairs])

    def _place(self, rows: list[Row]) -> None:
        new = insert(PLACEMENT)
        again = {name: new.excluded[name] for name in rows[0] if name != "no"}
        key = [PLACEMENT.c.no]
        self.connection.execute(new.on_conflict_do_update(index_elements=key, set_=again), rows)

    def _rows(self, ops: Sequence[PlacedOp]) -> dict[str, AnyRow]:
        """Return the entries of the journal that are these operations, by their id."""
        columns = (OP.c.no, OP.c.op_id, OP.c.body_hash, OP.c.body)
        found: dict[str, AnyRow] = {}
        for at in range(0, len(ops), _AT_ONCE):
            ids = [each.op.op_id for each in ops[at : at + _AT_ONCE]]
            rows = self.connection.execute(select(*columns).where(OP.c.op_id.in_(ids)))
            found |= {row.op_id: row for row in rows}
        return found


def _with_beginning(stored: Stored) -> Stored:
    """Keep the state in which a record came folded, before more entries come on top of it."""
    if stored.from_seq == 0 or stored.from_doc is not None:
        return stored
    return replace(stored, from_doc=pack(state_text(placed_state(stored))))


def _is(table: Table, key: Key) -> ColumnElement[bool]:
    return (table.c.record_kind == key[0].value) & (table.c.record_id == key[1])


def entry_of(placed: PlacedOp) -> Entry:
    """Return an operation as the fold reads it."""
    op = placed.op
    return Entry(
        op_id=op.op_id,
        by=placed.seq,
        v=op.v,
        base_seq=op.base.seq,
        base_chain=op.base.chain,
        after=op.after,
        body=op.body or None,
        said=placed.said,
        chain=placed.chain,
    )
