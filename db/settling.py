"""What settles a conflict, and what does not: exactly what an author had before his eyes."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from db.canonical import PLACE_BYTES, canonical
from db.causes import Causes, Sight
from db.fold import Dispute, Write, disputes
from db.journal import Base
from db.records import Records, Stored
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
    unseen = tuple(each for each in writes if each not in seen)
    change = FieldChange(conflict.path, there, value)
    if not unseen:
        return (change,), stored.base
    return (change,), _base(connection, stored, unseen, seen, stored.seq)


def base_of_edit(
    connection: Connection,
    records: Records,
    stored: Stored,
    seen: object,
    changes: Sequence[FieldChange],
    marks: Sequence[Conflict] = (),
) -> Base:
    """Return what the author of an edit had seen, by what his screen showed and marked."""
    base = records.base_of(stored, seen)
    if all(len(stored.state.get(each.path, ())) < 2 for each in changes):  # noqa: PLR2004 - two differ
        # Nearly every save: finding out what was seen would ask the journal for nothing.
        return base
    sight = records.sight(stored, base)
    return _without_untold(connection, stored, changes, sight, marks) or base


def _without_untold(
    connection: Connection,
    stored: Stored,
    changes: Sequence[FieldChange],
    sight: Sight,
    marks: Sequence[Conflict],
) -> Base | None:
    """Leave values out that stood behind others; None where nobody writes where such stand.

    A screen looks the same before and after a second value arrives behind the one that it shows,
    so what a screen showed does not tell whether its author knew of it: he has seen what he was
    told of by a mark, and no more.
    """
    wanted = {each.path: each.before for each in changes}
    behind = {
        write
        for dispute in disputes(stored.state)
        if dispute.path in wanted
        for write in stored.state[dispute.path]
        if sight.covers(write.by)
        and _is_other(dispute, write.value, wanted[dispute.path])
        and not _is_marked(marks, dispute.path, write)
    }
    if not behind:
        return None
    seen = tuple(
        write
        for path in wanted
        for write in stored.state.get(path, ())
        if write not in behind and sight.covers(write.by)
    )
    return _base(connection, stored, behind, seen, sight.seq)


def _is_other(dispute: Dispute, value: FieldValue, shown: FieldValue) -> bool:
    if dispute.kind is ConflictKind.REMOVAL:
        return (value is None) is not (shown is None)
    return canonical(value) != canonical(shown)


def _is_marked(marks: Iterable[Conflict], path: str, write: Write) -> bool:
    return any(each.path == path and _is_seen(each, write) for each in marks)


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
    connection: Connection,
    stored: Stored,
    unseen: Iterable[Write],
    seen: Iterable[Write],
    most_seq: int,
) -> Base:
    """Return a base up to a place that covers what was seen, and nothing of what was not."""
    causes = Causes(connection, stored.kind, stored.record_id)
    first_unseen = min((each.by for each in unseen if each.by > 0), default=most_seq + 1)
    seq = min(first_unseen - 1, most_seq)
    chain = stored.chain if seq == stored.seq else causes.chain_at(seq)
    if chain is None:
        seq, chain = 0, b""
    beyond = sorted(each.by for each in seen if each.by < 0 or each.by > seq)
    return Base(seq, chain[:PLACE_BYTES], tuple(causes.ids(beyond)))
