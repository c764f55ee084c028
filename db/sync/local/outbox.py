"""What this machine has to send, and what became of it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from db.blobs import named_in
from db.causes import ECHOED, PENDING, PLACED, REJECTED
from db.committees import OWN
from db.fold import NUMBER, SEAL, shown
from db.journal import DEVICE_ID, Row, changes_in
from db.meta import get_meta
from db.own_org import OwnOrg, own_org
from db.records import load
from db.refolding import Key
from db.scalars import instant_text
from db.sync.local.leaving import depart
from db.sync.local.names import wire_id
from db.sync.local.standing import refold
from db.sync.wire import Judgement, NumberWish, Place, Verdict, WireOp
from db.tables import HELD, OP, PLACEMENT, SET_ASIDE, AnyRow
from mediation_app.domain.case_numbers import is_provisional, read_case_number
from mediation_app.domain.journal import FieldValue, RecordKind

_YEAR_DIGITS = 4
_ENVELOPE_BYTES = 400
"""What an operation weighs beside its body, roughly."""


def pending_ops(connection: Connection, limit: int, most_bytes: int) -> tuple[WireOp, ...]:
    """Return entries that were never answered, oldest first; at least one where there is any."""
    org = own_org(connection)
    if org is None:
        return ()
    rows = connection.execute(_in_state(PENDING).limit(limit)).all()
    ops: list[WireOp] = []
    weight = 0
    for row in rows:
        weight += len(row.body.encode()) + _ENVELOPE_BYTES
        if ops and weight > most_bytes:
            break
        ops.append(_wire_op(connection, org, row))
    return tuple(ops)


def placed_ops(connection: Connection) -> tuple[WireOp, ...]:
    """Return entries that were answered and never came back, without those that are held."""
    org = own_org(connection)
    if org is None:
        return ()
    wanted = _in_state(PLACED).where(OP.c.no.not_in(select(HELD.c.no)))
    return tuple(_wire_op(connection, org, row) for row in connection.execute(wanted).all())


def judge(connection: Connection, verdicts: Sequence[Verdict], now: datetime) -> set[Key]:
    """Note what became of entries that were sent; return the records that look otherwise now."""
    touched: dict[Key, None] = {}
    departed: dict[Key, None] = {}
    for verdict in verdicts:
        row = connection.execute(select(OP).where(OP.c.op_id == verdict.op_id)).first()
        if row is None or row.state not in {PENDING, PLACED}:
            continue
        key = RecordKind(row.record_kind), row.record_id
        if _judge(connection, row, verdict, now):
            touched[key] = None
        if verdict.judgement is not Judgement.REFUSED and verdict.seq == 0:
            departed[key] = None
    for key in departed:
        depart(connection, key, now)
    return {key for key in touched if refold(connection, key)} | set(departed)


def _judge(connection: Connection, row: AnyRow, verdict: Verdict, now: datetime) -> bool:
    """Note one verdict; return whether the record may look otherwise now."""
    of_entry = OP.c.no == row.no
    if verdict.judgement is Judgement.REFUSED:
        connection.execute(update(OP).where(of_entry).values(state=REJECTED))
        connection.execute(delete(HELD).where(HELD.c.no == row.no))
        told = {"no": row.no, "reason": verdict.reason, "refused_at": instant_text(now)}
        connection.execute(insert(SET_ASIDE), told)
        return True
    known = load(connection, RecordKind(row.record_kind), row.record_id)
    answer: Row = {"state": PLACED, "said": verdict.said}
    if known is not None and 0 < verdict.seq <= known.from_seq:
        # It came already, folded with the others up to there.
        answer |= {"state": ECHOED, "seq": verdict.seq, "chain": verdict.chain}
    connection.execute(update(OP).where(of_entry).values(**answer))
    return bool(answer["state"] == ECHOED or verdict.said != row.said)


def _in_state(state: str) -> Select[Any]:
    return select(OP).where(OP.c.state == state).order_by(OP.c.no)


def _wire_op(connection: Connection, org: OwnOrg, row: AnyRow) -> WireOp:
    kind = RecordKind(row.record_kind)
    written = {each.path: each.after for each in changes_in(row.body)}
    is_own = row.device_id == get_meta(connection, DEVICE_ID)
    seal = written.get(SEAL)
    return WireOp(
        op_id=row.op_id,
        kind=kind,
        record_id=wire_id(connection, kind, row.record_id),
        org_id=_owner(connection, org, row),
        action=row.action,
        v=row.v,
        device_seq=row.device_seq if is_own else 0,
        base=Place(row.base_seq, row.base_chain),
        after=tuple(json.loads(row.after)),
        saved_at=row.saved_at,
        body=row.body,
        body_hash=row.body_hash,
        number=_wish(connection, org, row) if kind is RecordKind.CASE else None,
        sealed=seal if isinstance(seal, str) else "",
        blobs=named_in(written.items()),
    )


def _owner(connection: Connection, org: OwnOrg, row: AnyRow) -> int:
    """Return whose a record is, so far as it was heard: a centre that lost it makes it again."""
    heard = (
        select(PLACEMENT.c.org_id)
        .join(OP, OP.c.no == PLACEMENT.c.no)
        .where(OP.c.record_kind == row.record_kind, OP.c.record_id == row.record_id)
        .order_by(OP.c.seq.desc())
        .limit(1)
    )
    owner = connection.scalar(heard)
    return org.org_id if owner is None else int(owner)


def _wish(connection: Connection, org: OwnOrg, row: AnyRow) -> NumberWish | None:
    """Return the case number that an entry asks for, or has given itself."""
    changes = {each.path: each for each in changes_in(row.body)}
    change = changes.get(NUMBER)
    number = change.after if change is not None and change.after != change.before else None
    if not isinstance(number, str):
        return None
    if is_provisional(number):
        return NumberWish(_word(connection, org), _year(connection, row), None)
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
    return int(text[:_YEAR_DIGITS])
