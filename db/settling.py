"""What settles a conflict: the value, and exactly what its author had before his eyes."""

from sqlalchemy import Connection

from db.canonical import canonical
from db.causes import Causes
from db.fold import Write
from db.journal import Base
from db.records import PLACE_BYTES, Stored
from mediation_app.domain.conflicts import Conflict, ConflictKind
from mediation_app.domain.journal import FieldChange, FieldValue
from mediation_app.errors import SealedAgreementError


def settlement(
    connection: Connection, stored: Stored, conflict: Conflict, value: FieldValue
) -> tuple[tuple[FieldChange, ...], Base]:
    """Return the change that settles a conflict, and what its author had seen.

    A value that arrived meanwhile is not among what he had seen, so it stays open.

    Raises:
        SealedAgreementError: Another value than the signed one was chosen for a signed agreement.
    """
    writes = stored.state.get(conflict.path, ())
    there = writes[0].value if writes else None
    value = _placed(conflict, writes, value)
    if conflict.kind is ConflictKind.SEALED and canonical(value) != canonical(there):
        raise SealedAgreementError
    seen = tuple(each for each in writes if _is_seen(conflict, each))
    change = FieldChange(conflict.path, there, value)
    if len(seen) == len(writes):
        return (change,), stored.base
    return (change,), _base(
        connection, stored, tuple(each for each in writes if each not in seen), seen
    )


def _placed(conflict: Conflict, writes: tuple[Write, ...], value: FieldValue) -> FieldValue:
    """Return the value; an object that comes back does so to its place among its kind."""
    if conflict.kind is ConflictKind.VALUES or value is None:
        return value
    return next((each.value for each in writes if each.value is not None), value)


def _is_seen(conflict: Conflict, write: Write) -> bool:
    if conflict.kind is ConflictKind.REMOVAL and write.value is not None:
        return any(side.value is not None for side in conflict.sides)
    return any(canonical(side.value) == canonical(write.value) for side in conflict.sides)


def _base(
    connection: Connection, stored: Stored, unseen: tuple[Write, ...], seen: tuple[Write, ...]
) -> Base:
    """Return a base that covers what was seen and nothing else in this register."""
    causes = Causes(connection, stored.kind, stored.record_id)
    seq = min((each.by for each in unseen if each.by > 0), default=stored.seq + 1) - 1
    chain = stored.chain if seq == stored.seq else causes.chain_at(seq)
    if chain is None:
        seq, chain = 0, b""
    beyond = sorted(each.by for each in seen if each.by < 0 or each.by > seq)
    return Base(seq, chain[:PLACE_BYTES], tuple(causes.ids(beyond)))
