"""What was deleted, read from the journal, and the room of files that nobody can bring back.

The journal has an index over the few entries that delete. Records are never erased here: the
centre, the audit trail and other machines need them. Only contents of files are, and only where
nothing else names them.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    delete,
    func,
    insert,
    literal_column,
    select,
)

from db.blobs import drop_unused, named_in
from db.document_lines import DOCUMENTS
from db.fold import State, is_deleted, shown
from db.journal import changes_in, is_readable, note_in
from db.records import load
from db.registers import Registers, from_registers, legible
from db.scalars import instant_text, read_instant
from db.tables import BIN_EMPTIED, BLOB_USE, OP, ORG, PLACEMENT, AnyRow
from db.turns import Turns
from db.writing import writing
from mediation_app.domain.bins import Binned, BinnedKind
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import FieldValue, RecordKind
from mediation_app.domain.materials import Material

_DELETE = "delete"
_MATERIALS = "materials/"
_BLOB = "/blob_id"
_LINE = re.compile(f"{_MATERIALS}[^/]+")
_PART = "."
"""Between the id of an entry and that of one of the files that it removed."""
_DELETING: ColumnElement[bool] = literal_column("op.action IN ('delete', 'remove_file')")
"""In the words of the index, else it would not be used."""
_deleted_at = func.max(OP.c.saved_at, func.coalesce(PLACEMENT.c.placed_at, ""))
"""The centre's clock where it has spoken: that of a laptop may be months behind."""
_emptied = OP.c.op_id.in_(select(BIN_EMPTIED.c.op_id))
_freed = OP.c.op_id.in_(select(BIN_EMPTIED.c.op_id).where(BIN_EMPTIED.c.is_freed == 1))


class SqlBins:
    """The bin of this machine."""

    def __init__(self, engine: Engine, turns: Turns) -> None:
        self._engine = engine
        self._turns = turns

    def binned(self, since: datetime) -> tuple[Binned, ...]:
        """Return what was deleted since then, is still away and was not emptied, newest first."""
        with self._engine.connect() as connection:
            rows = _entries(connection, ~_emptied, _deleted_at >= instant_text(since))
            return tuple(each for row in rows for each in _binned(connection, row))

    def empty(self, since: datetime, now: datetime) -> int:
        """Take everything deleted since then out of the bin; return how much that was."""
        found = self.binned(since)
        ids = {each.id.partition(_PART)[0] for each in found}
        with writing(self._engine, self._turns) as connection:
            for op_id in sorted(ids):
                row = {"op_id": op_id, "emptied_at": instant_text(now), "is_freed": False}
                connection.execute(insert(BIN_EMPTIED).prefix_with("OR IGNORE"), row)
        return len(found)

    def free(self, before: datetime) -> int:
        """Erase contents of files that were deleted before then, or emptied; return how many."""
        is_over = (_deleted_at < instant_text(before)) | _emptied
        with writing(self._engine, self._turns) as connection:
            kept: dict[str, set[str]] = {}
            for row in _entries(connection, ~is_over):
                kept.setdefault(row.record_id, set()).update(_named(row))
            over: dict[str, list[AnyRow]] = {}
            for row in _entries(connection, is_over, ~_freed):
                over.setdefault(row.record_id, []).append(row)
            return sum(
                _free(connection, record_id, rows, kept.get(record_id))
                for record_id, rows in over.items()
            )


def _entries(connection: Connection, *conditions: ColumnElement[bool]) -> list[AnyRow]:
    """Return the entries that delete, newest first."""
    wanted = (
        select(OP, _deleted_at.label("at"), PLACEMENT.c.author.label("person"))
        .outerjoin(PLACEMENT, PLACEMENT.c.no == OP.c.no)
        .where(_DELETING, *conditions)
        .order_by(_deleted_at.desc(), OP.c.no.desc())
    )
    return list(connection.execute(wanted))


def _binned(connection: Connection, row: AnyRow) -> Iterator[Binned]:
    """Yield what an entry deleted and what is still away."""
    stored = load(connection, RecordKind.CASE, row.record_id)
    if stored is None or not is_readable(row.body):
        return
    if row.action == _DELETE:
        if is_deleted(stored.state) and _is_last_deletion(connection, row):
            yield _case(row, stored.state)
    elif not is_deleted(stored.state):
        yield from _files(row, stored.registers)


def _is_last_deletion(connection: Connection, row: AnyRow) -> bool:
    of_case = (OP.c.record_id == row.record_id) & (OP.c.action == _DELETE) & _DELETING
    return bool(connection.scalar(select(func.max(OP.c.no)).where(of_case)) == row.no)


def _case(row: AnyRow, state: State) -> Binned:
    case = legible(Case, shown(state))
    names = "、".join(each.name for each in case.parties if each.name)
    return Binned(
        id=row.op_id,
        kind=BinnedKind.CASE,
        case_id=CaseId(row.record_id),
        case_number=case.number,
        name=names,
        deleted_at=read_instant(row.at),
        author=row.person or row.author,
        reason=note_in(row.body),
    )


def _files(row: AnyRow, registers: Registers) -> Iterator[Binned]:
    before = {each.path: each.before for each in changes_in(row.body)}
    for path, blob_id in before.items():
        is_file = path.startswith(_MATERIALS) and path.endswith(_BLOB) and blob_id
        line = path.removesuffix(_BLOB)
        if not is_file or blob_id in _blobs_of_materials(registers):
            continue
        material = _material(line, before, registers)
        yield Binned(
            id=f"{row.op_id}{_PART}{line.removeprefix(_MATERIALS)}",
            kind=BinnedKind.FILE,
            case_id=CaseId(row.record_id),
            case_number=str(registers.get("number") or ""),
            name=material.file_name or material.name,
            deleted_at=read_instant(row.at),
            author=row.person or row.author,
            reason=note_in(row.body),
            material=material,
            slot=_slot(before.get(line, registers.get(line)), registers),
        )


def _material(line: str, before: Registers, registers: Registers) -> Material:
    """Return a line as it was; what an entry did not change is as it is now."""
    of_line = {path: value for path, value in registers.items() if path.startswith(line)}
    of_line |= {path: value for path, value in before.items() if path.startswith(line)}
    of_line[line] = 0
    (material,) = from_registers(Case, {"id": line, **of_line}).materials
    return material


def _slot(rank: FieldValue, registers: Registers) -> int:
    """Return how many lines of today stand before a rank."""
    ranks = (value for path, value in registers.items() if _LINE.fullmatch(path))
    return sum(isinstance(each, int) and isinstance(rank, int) and each < rank for each in ranks)


def _blobs_of_materials(registers: Registers) -> set[FieldValue]:
    return {
        value
        for path, value in registers.items()
        if path.startswith(_MATERIALS) and path.endswith(_BLOB)
    }


def _named(row: AnyRow) -> tuple[str, ...]:
    """Return the contents that an entry takes away."""
    if not is_readable(row.body):
        return ()
    return named_in((each.path, each.before) for each in changes_in(row.body))


def _free(
    connection: Connection, record_id: str, over: list[AnyRow], still_binned: set[str] | None
) -> int:
    """Erase the contents of a record that nothing can bring back; return how many.

    Args:
        connection: In a transaction.
        record_id: Of a case.
        over: Its entries that deleted something for good.
        still_binned: Contents that its other such entries name; None where it has none of those.
    """
    stored = load(connection, RecordKind.CASE, record_id)
    if stored is None or _waits_to_be_sent(connection, record_id):
        return 0
    is_case_over = any(each.action == _DELETE for each in over) and still_binned is None
    is_whole_case = is_deleted(stored.state) and is_case_over
    kept = set(still_binned or ())
    disputed = (
        (path, each.value)
        for path, writes in stored.state.items()
        for each in writes
        if len(writes) > 1
    )
    for path, value in (*stored.registers.items(), *disputed):
        if not is_whole_case or path.startswith(DOCUMENTS):
            kept.update(named_in([(path, value)]))
    c = BLOB_USE.c
    of_record = (c.record_kind == RecordKind.CASE.value) & (c.record_id == record_id)
    blob_ids = set(connection.scalars(select(c.blob_id).where(of_record))) - kept
    if blob_ids:
        connection.execute(delete(BLOB_USE).where(of_record, c.blob_id.in_(blob_ids)))
        drop_unused(connection, sorted(blob_ids))
    for each in over:
        row = {"op_id": each.op_id, "emptied_at": each.at, "is_freed": True}
        connection.execute(insert(BIN_EMPTIED).prefix_with("OR REPLACE"), row)
    return len(blob_ids)


def _waits_to_be_sent(connection: Connection, record_id: str) -> bool:
    """Return whether a centre has still to hear of a record, or to get its contents."""
    if connection.scalar(select(func.count()).select_from(ORG)) == 0:
        return False
    c = BLOB_USE.c
    unsent = select(c.blob_id).where(c.record_id == record_id, c.is_sent == 0)
    waiting = select(OP.c.no).where(
        OP.c.record_id == record_id, literal_column("op.state IN ('pending', 'placed')")
    )
    return any(connection.scalar(each.limit(1)) is not None for each in (unsent, waiting))
