"""Takes over what comes from the centre: all of a page, with its cursor, or nothing of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, update
from sqlalchemy.dialects.sqlite import Insert, insert

from db.canonical import PLACE_BYTES, canonical
from db.causes import ECHOED, Causes, Entry, Known
from db.devices import know_device
from db.fold import State, fold
from db.journal import Journal, Row
from db.packing import pack
from db.records import Stored, load
from db.refolding import Key, fold_placed, local_entries, placed_edits
from db.states import state_text
from db.sync.chains import check_log
from db.sync.local.echoes import only_placed
from db.sync.local.logs import foreign_row, placement_row
from db.sync.local.lookups import chains_at, forget_gone, own_rows, portions, waiting
from db.sync.local.standing import Change, placed_state, stand, stand_on, write, write_all
from db.sync.wire import PlacedOp
from db.tables import HELD, OP, PLACEMENT, SET_ASIDE, AnyRow
from mediation_app.errors import BrokenFeedError


class UnknownCauseError(Exception):
    """Operations build on some that are not here: the logs are needed from their beginning."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__(keys)
        self.keys = keys


@dataclass(frozen=True, slots=True)
class Part:
    """The next part of a record's log.

    Attributes:
        before: The record as it is here, None where it is not.
        ops: What follows the place up to which the log is known; may be empty.
        orgs: The organisations in whose feed the record is.
    """

    key: Key
    before: Stored | None
    ops: Sequence[PlacedOp]
    orgs: frozenset[int]

    @property
    def stored(self) -> Stored:
        """The record, an empty one where it is not here."""
        return self.before or Stored(*self.key)


@dataclass(frozen=True, slots=True)
class _Fold:
    """A part folded onto what had a place; what is only here comes on top of it."""

    part: Part
    placed: State
    causes: Causes

    @property
    def stored(self) -> Stored:
        """The record with its place in the shared log as it is now."""
        stored, ops = replace(self.part.stored, orgs=self.part.orgs), self.part.ops
        if not ops:
            return stored
        return replace(_with_beginning(stored), seq=ops[-1].seq, chain=ops[-1].chain)


class Taking:
    """Takes over parts of logs inside one transaction."""

    def __init__(self, connection: Connection, journal: Journal, now: datetime) -> None:
        self.connection = connection
        self._journal = journal
        self.now = now

    def take(self, parts: Sequence[Part]) -> set[Key]:
        """Take over the next parts of records' logs, one each; return which look otherwise now.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
            UnknownCauseError: The log before that place is needed first.
        """
        for part in parts:
            check_log(part.stored.chain, part.stored.seq + 1, part.ops)
        forget_gone(self.connection, [part.key for part in parts if part.before is None])
        ops = [each for part in parts for each in part.ops]
        mine = own_rows(self.connection, ops)
        open_ones = waiting(self.connection, [part.key for part in parts])
        after = {part.key: self._echoed(part, open_ones.get(part.key, ())) for part in parts}
        folds = [self._fold(part) for part in parts if after[part.key] is None]
        lost = [each.part.key for each in folds if each.causes.unknown and each.stored.from_seq]
        if lost:
            raise UnknownCauseError(lost)
        self._know_machines(ops)
        self._mark_echoes(ops, mine)
        for each in folds:
            after[each.part.key] = self._stand(each, open_ones.get(each.part.key, ()))
        stood = [(part, stored) for part in parts if (stored := after[part.key]) is not None]
        self._enter(stood, mine)
        changes = [Change(part.before, stored) for part, stored in stood]
        return write_all(self.connection, changes)

    def _fold(self, part: Part) -> _Fold:
        stored = part.stored
        causes = Causes(self.connection, *part.key)
        entries = [entry_of(each) for each in part.ops]
        edits = list(placed_edits(causes, entries, Known(stored.seq, stored.chain)))
        return _Fold(part, fold(placed_state(stored), edits), causes)

    def _echoed(self, part: Part, open_ones: Sequence[AnyRow]) -> Stored | None:
        """Return the record where the part is nothing but its own entries that come back."""
        if part.before is None or not part.ops or not open_ones:
            return None
        before = _with_beginning(part.before)
        stored = only_placed(self.connection, before, open_ones, part.ops)
        if stored is None or len(part.ops) == len(open_ones):
            return stored and replace(stored, orgs=part.orgs)
        placed = pack(state_text(self._fold(part).placed))
        return replace(stored, placed_doc=placed, orgs=part.orgs)

    def _stand(self, folded: _Fold, open_ones: Sequence[AnyRow]) -> Stored:
        came = {each.op.op_id for each in folded.part.ops}
        has_open = any(row.op_id not in came for row in open_ones)
        entries = local_entries(self.connection, folded.part.key) if has_open else []
        return stand_on(folded.stored, folded.placed, folded.causes, entries)

    def take_history(self, key: Key, ops: Sequence[PlacedOp]) -> bool:
        """Take over a part of a record's log; return whether it looks otherwise now.

        Raises:
            BrokenFeedError: Numbers are not dense, or a hash does not fit.
            UnknownCauseError: The log before the fold is needed first.
        """
        before = load(self.connection, *key)
        stored = before or Stored(*key)
        earlier = [each for each in ops if each.seq <= stored.from_seq]
        if earlier:
            self.take_earlier(key, earlier)
        known = range(stored.from_seq + 1, stored.seq + 1)
        self.check_again([(key, each) for each in ops if each.seq in known])
        news = [each for each in ops if each.seq > stored.seq]
        if not news:
            return bool(earlier)
        if earlier:
            before = load(self.connection, *key)
        part = Part(key, before, news, stored.orgs)
        return bool(self.take([part]))

    def check_again(self, ops: Sequence[tuple[Key, PlacedOp]]) -> None:
        """Check that what is here already is what comes again.

        Raises:
            BrokenFeedError: It is something else.
        """
        known = chains_at(self.connection, [(key, placed.seq) for key, placed in ops])
        for key, placed in ops:
            if known.get((key, placed.seq)) not in {None, placed.chain}:
                raise BrokenFeedError(f"{key[1]} #{placed.seq}")

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
        mine = own_rows(self.connection, ops)
        self._know_machines(ops)
        self._mark_echoes(ops, mine)
        self._enter([(Part(key, stored, ops, stored.orgs), stored)], mine)
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

    def _know_machines(self, ops: Sequence[PlacedOp]) -> None:
        """Note the machines that wrote operations."""
        for device_id, name in dict.fromkeys((each.device_id, each.device_name) for each in ops):
            know_device(self.connection, device_id, name, self.now)

    def _mark_echoes(self, ops: Sequence[PlacedOp], mine: Mapping[str, AnyRow]) -> None:
        """Note that entries of this journal have come back, or come back again."""
        echoes = [(mine[each.op.op_id], each) for each in ops if each.op.op_id in mine]
        if not echoes:
            return
        for row, placed in echoes:
            if row.body_hash != placed.op.body_hash:
                raise BrokenFeedError(placed.op.op_id)
            if row.is_erased and placed.op.body:
                of_entry = update(OP).where(OP.c.no == row.no)
                self.connection.execute(of_entry.values(body=placed.op.body))
        self.connection.execute(_ECHO, [_echo_row(row.no, placed) for row, placed in echoes])
        for some in portions([row.no for row, _ in echoes]):
            self.connection.execute(delete(HELD).where(HELD.c.no.in_(some)))
            self.connection.execute(delete(SET_ASIDE).where(SET_ASIDE.c.no.in_(some)))
        self._place([placement_row(row.no, placed) for row, placed in echoes])

    def _enter(self, taken: Sequence[tuple[Part, Stored]], mine: Mapping[str, AnyRow]) -> None:
        """Append to the journal what was written elsewhere; its last entry tells what is shown."""
        foreign: list[PlacedOp] = []
        rows: list[Row] = []
        for part, after in taken:
            others = [each for each in part.ops if each.op.op_id not in mine]
            news = [foreign_row(part.key[1], each) for each in others]
            if others and after.seq >= others[-1].seq > after.from_seq:
                news[-1] |= _shown_after(after)
            foreign += others
            rows += news
        if not rows:
            return
        self._journal.append_rows(rows)
        pairs = zip(rows, foreign, strict=True)
        self._place([placement_row(row["no"], placed) for row, placed in pairs])

    def _place(self, rows: list[Row]) -> None:
        self.connection.execute(_PUT_PLACEMENT, rows)


def _put_placement() -> Insert:
    new = insert(PLACEMENT)
    again = {each.name: new.excluded[each.name] for each in PLACEMENT.columns if each.name != "no"}
    return new.on_conflict_do_update(index_elements=[PLACEMENT.c.no], set_=again)


_PUT_PLACEMENT = _put_placement()
_ECHO = (
    update(OP)
    .where(OP.c.no == bindparam("of_no"))
    .values(state=ECHOED, seq=bindparam("at"), chain=bindparam("hash"), said=bindparam("answer"))
)


def _echo_row(no: int, placed: PlacedOp) -> Row:
    return {"of_no": no, "at": placed.seq, "hash": placed.chain, "answer": placed.said}


def _shown_after(after: Stored) -> Row:
    return {
        "shows": after.shows,
        "heads": canonical(after.heads),
        "known_seq": after.seq,
        "known_chain": after.chain[:PLACE_BYTES],
    }


def _with_beginning(stored: Stored) -> Stored:
    """Keep the state in which a record came folded, before more entries come on top of it."""
    if stored.from_seq == 0 or stored.from_doc is not None:
        return stored
    return replace(stored, from_doc=pack(state_text(placed_state(stored))))


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
