"""What this machine has to send, and what became of it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Select,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    update,
)

from db.blobs import named_in
from db.causes import ECHOED, LOCAL, PENDING, PLACED, REJECTED
from db.committees import OWN
from db.fold import NUMBER, SEAL, shown
from db.journal import DEVICE_ID, Row, changes_in
from db.meta import get_meta
from db.own_org import OwnOrg, own_org
from db.records import load
from db.refolding import Key
from db.scalars import instant_text
from db.sync.local.leaving import depart
from db.sync.local.lookups import entries_of, folded_up_to, owners_of
from db.sync.local.names import wire_id
from db.sync.local.standing import refold
from db.sync.wire import ENVELOPE_BYTES, Judgement, NumberWish, Place, Verdict, WireOp
from db.tables import HELD, OP, SET_ASIDE, AnyRow
from mediation_app.domain.case_numbers import is_provisional, read_case_number
from mediation_app.domain.journal import FieldChange, FieldValue, RecordKind

_YEAR_DIGITS = 4


def pending_ops(connection: Connection, limit: int, most_bytes: int) -> tuple[WireOp, ...]:
    """Return entries that were never answered, oldest first; at least one where there is any."""
    org = own_org(connection)
    if org is None:
        return ()
    rows = connection.execute(_in_state(PENDING).limit(limit)).all()
    sender = _Sender(connection, org, rows)
    ops: list[WireOp] = []
    weight = 0
    for row in rows:
        weight += len(row.body.encode()) + ENVELOPE_BYTES
        if ops and weight > most_bytes:
            break
        ops.append(sender.wire_op(row))
    return tuple(ops)


def placed_ops(connection: Connection) -> tuple[WireOp, ...]:
    """Return entries that were answered and never came back, without those that are held."""
    org = own_org(connection)
    if org is None:
        return ()
    # What others wrote in a case that left has no text here: they have it.
    has_text = OP.c.body.is_not(None)
    wanted = _in_state(PLACED).where(OP.c.no.not_in(select(HELD.c.no)), has_text)
    rows = connection.execute(wanted).all()
    return tuple(map(_Sender(connection, org, rows).wire_op, rows))


def judge(connection: Connection, verdicts: Sequence[Verdict], now: datetime) -> set[Key]:
    """Note what became of entries that were sent; return the records that look otherwise now."""
    rows = entries_of(connection, [verdict.op_id for verdict in verdicts])
    pairs = [(rows[each.op_id], each) for each in verdicts if each.op_id in rows]
    open_ones = [(row, verdict) for row, verdict in pairs if row.state in LOCAL]
    folded = folded_up_to(connection, {_key(row) for row, _ in open_ones})
    touched: dict[Key, None] = {}
    departed: dict[Key, None] = {}
    answers: list[Row] = []
    for row, verdict in open_ones:
        if verdict.judgement is Judgement.REFUSED:
            _set_aside(connection, row, verdict, now)
            touched[_key(row)] = None
            continue
        answer: Row = {"state": PLACED, "said": verdict.said}
        if 0 < verdict.seq <= folded.get(_key(row), 0):
            # It came already, folded with the others up to there.
            answer |= {"state": ECHOED, "seq": verdict.seq, "chain": verdict.chain}
        answers.append({"of_no": row.no, "seq": None, "chain": None} | answer)
        if answer["state"] == ECHOED or _says_something(row, verdict):
            touched[_key(row)] = None
        if verdict.seq == 0:
            departed[_key(row)] = None
    if answers:
        connection.execute(update(OP).where(OP.c.no == bindparam("of_no")), answers)
    for key in departed:
        depart(connection, key, now)
    return refold(connection, touched) | set(departed)


def _key(row: AnyRow) -> Key:
    return RecordKind(row.record_kind), row.record_id


def _set_aside(connection: Connection, row: AnyRow, verdict: Verdict, now: datetime) -> None:
    connection.execute(update(OP).where(OP.c.no == row.no).values(state=REJECTED))
    connection.execute(delete(HELD).where(HELD.c.no == row.no))
    told = {"no": row.no, "reason": verdict.reason, "refused_at": instant_text(now)}
    connection.execute(insert(SET_ASIDE), told)


def _says_something(row: AnyRow, verdict: Verdict) -> bool:
    """Return whether an answer says what the entry itself does not."""
    if verdict.said == row.said:
        return False
    written = {each.path: each.after for each in changes_in(row.body or "{}")}
    is_as_written = json.loads(verdict.said) == {"number": written.get(NUMBER)}
    return row.said != "{}" or not is_as_written


def _in_state(state: str) -> Select[Any]:
    # Written out, so that SQLite sees that its index of these entries fits.
    is_open = literal_column("op.state IN ('pending', 'placed')", Boolean)
    return select(OP).where(is_open, OP.c.state == state).order_by(OP.c.no)


class _Sender:
    """Writes entries as they travel."""

    def __init__(self, connection: Connection, org: OwnOrg, rows: Sequence[AnyRow]) -> None:
        self._connection = connection
        self._org = org
        self._device_id = get_meta(connection, DEVICE_ID)
        # So far as it was heard: a centre that lost a record makes it again.
        self._owners = owners_of(connection, {_key(row) for row in rows})

    def wire_op(self, row: AnyRow) -> WireOp:
        """Return an entry as it travels."""
        kind = RecordKind(row.record_kind)
        changes = {each.path: each for each in changes_in(row.body)}
        written = {path: each.after for path, each in changes.items()}
        seal = written.get(SEAL)
        number = changes.get(NUMBER)
        return WireOp(
            op_id=row.op_id,
            kind=kind,
            record_id=wire_id(self._connection, kind, row.record_id),
            org_id=self._owners.get(_key(row), self._org.org_id),
            action=row.action,
            v=row.v,
            device_seq=row.device_seq if row.device_id == self._device_id else 0,
            base=Place(row.base_seq, row.base_chain),
            after=tuple(json.loads(row.after)),
            saved_at=row.saved_at,
            body=row.body,
            body_hash=row.body_hash,
            number=self._wish(row, number) if number and kind is RecordKind.CASE else None,
            sealed=seal if isinstance(seal, str) else "",
            blobs=named_in(written.items()),
        )

    def _wish(self, row: AnyRow, change: FieldChange) -> NumberWish | None:
        """Return the case number that an entry asks for, or has given itself."""
        number = change.after
        if not isinstance(number, str) or number == change.before:
            return None
        if is_provisional(number):
            word, year = _word(self._connection, self._org), _year(self._connection, row)
            return NumberWish(word, year, None)
        parts = read_case_number(number)
        return None if parts is None else NumberWish(parts.word, parts.year, parts.serial)


def _word(connection: Connection, org: OwnOrg) -> str:
    if org.case_word:
        return org.case_word
    committee = load(connection, RecordKind.COMMITTEE, OWN)
    word = None if committee is None else committee.registers.get("case_word")
    return word if isinstance(word, str) else ""


def _year(connection: Connection, row: AnyRow) -> int:
    """Return the year in which the case was filed."""
    case = load(connection, RecordKind.CASE, row.record_id)
    filed_on: FieldValue = None if case is None else shown(case.state).get("filed_on")
    text = filed_on if isinstance(filed_on, str) else row.saved_at
    year = text[:_YEAR_DIGITS]
    return int(year if year.isdecimal() else row.saved_at[:_YEAR_DIGITS])
