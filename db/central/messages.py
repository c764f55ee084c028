"""What travels, as the functions of the centre take it and as they return it."""

import json
from collections.abc import Sequence
from typing import Any

from db.canonical import canonical
from db.sync.wire import (
    PROTOCOL,
    Event,
    FeedEntry,
    Hello,
    Judgement,
    NumberWish,
    OrgHead,
    Place,
    PlacedOp,
    Verdict,
    WireOp,
)
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import CentralError
from mediation_app.sentences import say


def sent_message(op: WireOp) -> dict[str, Any]:
    """Return an operation as ``sync.push`` takes it."""
    return {
        "op_id": op.op_id,
        "kind": op.kind.value,
        "record_id": op.record_id,
        "org_id": op.org_id,
        "action": op.action,
        "v": op.v,
        "device_seq": op.device_seq,
        "base_seq": op.base.seq,
        "base_chain": op.base.chain.hex(),
        "after": canonical(op.after),
        "saved_at": op.saved_at,
        "body": op.body,
        "body_hash": op.body_hash.hex(),
        "wish": _wish(op.number),
        "sealed": op.sealed,
        "blobs": list(op.blobs),
    }


def returned_message(placed: PlacedOp) -> dict[str, Any]:
    """Return an operation as ``sync.rescue`` takes it."""
    return sent_message(placed.op) | {
        "author": placed.author,
        "device_id": placed.device_id,
        "device_name": placed.device_name,
        "seq": placed.seq,
        "placed_at": placed.placed_at,
        "said": placed.said,
        "chain": placed.chain.hex(),
        "mac": placed.mac.hex(),
        "key_id": placed.key_id,
    }


def placed_op(row: Any, record_id: str) -> PlacedOp:
    """Return the operation in a row of the centre."""
    op = WireOp(
        op_id=row.op_id,
        kind=kind_of(record_id),
        record_id=record_id,
        org_id=row.org,
        action=row.action,
        v=row.v,
        device_seq=row.device_seq,
        base=Place(row.base_seq, row.base_chain),
        after=tuple(json.loads(row.after)),
        saved_at=row.saved_at,
        body=row.body,
        body_hash=row.body_hash,
        number=_number(row.wish),
        sealed=row.sealed,
        blobs=tuple(row.blobs),
    )
    return PlacedOp(
        op=op,
        author=row.author,
        device_id=row.device_id,
        device_name=row.device_name,
        seq=row.seq,
        placed_at=row.placed_at,
        said=row.said,
        chain=row.chain,
        mac=row.mac,
        key_id=row.key_id,
    )


def feed_entry(row: Any) -> FeedEntry:
    """Return the entry of a feed in a row of the centre."""
    return FeedEntry(
        fseq=row.fseq,
        event=Event(row.event),
        kind=kind_of(row.record_id),
        record_id=row.record_id,
        seq=row.seq,
        chain=row.feed_chain,
        placed=None if row.op_id is None else placed_op(row, row.record_id),
        link=row.link,
    )


def verdict(row: Any) -> Verdict:
    """Return what became of an operation."""
    return Verdict(row.op_id, Judgement(row.judgement), row.seq, row.chain, row.said, row.reason)


def hello_of(login: str, rows: Sequence[Any]) -> Hello:
    """Return what the centre says of itself; one row for each organisation, at least one.

    Raises:
        CentralError: This program and the centre speak different versions of the protocol.
    """
    first = rows[0]
    if first.protocol_min > PROTOCOL:
        raise CentralError(
            say("本程序版本太旧，不能再与中心库同步；本机可以继续使用，请升级程序"),
            is_refusal=True,
        )
    if first.protocol_max < PROTOCOL:
        raise CentralError(
            say("中心库的版本比本程序旧，暂不能同步；本机可以继续使用，请管理员升级中心库"),
            is_refusal=True,
        )
    return Hello(
        protocol_min=first.protocol_min,
        protocol_max=first.protocol_max,
        epoch=first.epoch,
        is_recovering=first.is_recovering,
        is_replica=first.is_replica,
        server_at=first.server_at,
        login=login,
        person=first.person,
        device_is_revoked=first.device_is_revoked,
        orgs=tuple(_org(row) for row in rows if row.org_id is not None),
    )


def kind_of(record_id: str) -> RecordKind:
    """Return what kind of record an id names: a committee's begins with ``org-``."""
    return RecordKind.COMMITTEE if record_id.startswith("org-") else RecordKind.CASE


def _org(row: Any) -> OrgHead:
    return OrgHead(
        org_id=row.org_id,
        home_id=row.home_id,
        name=row.org_name,
        kind=row.kind,
        role=row.role,
        can_write=row.can_write,
        case_word=row.case_word,
        fseq=row.fseq,
        chain=row.chain,
        chain_at_cursor=row.chain_at_cursor,
        bell_key=row.bell_key,
    )


def _wish(number: NumberWish | None) -> str:
    return "" if number is None else canonical([number.word, number.year, number.serial])


def _number(wish: str) -> NumberWish | None:
    return NumberWish(*json.loads(wish)) if wish else None
