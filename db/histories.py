"""What happened to cases, and what is disputed in them."""

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, select

from db.causes import number_in
from db.committees import current_id
from db.journal import changes_in, is_readable, note_in
from db.scalars import read_instant
from db.tables import CASE_LINE, CONFLICT, DELETED_CASE, DEVICE, OP, PLACEMENT, AnyRow
from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import OF_COMMITTEE, Conflict, ConflictKind, ConflictSide
from mediation_app.domain.journal import FieldChange, JournalEntry, RecordKind

_NUMBER = func.coalesce(CASE_LINE.c.number, DELETED_CASE.c.number, literal("")).label("number")
_BEYOND = 1 << 62
"""After every place in a log."""


_SETTLING = "resolve"


def history(connection: Connection, case_id: CaseId) -> tuple[JournalEntry, ...]:
    """Return what happened to a case, or to the committee of this desk.

    In the order of the shared log, then what is only here.
    """
    in_order = (func.coalesce(OP.c.seq, _BEYOND), OP.c.no)
    of_record = _of_record(OP, connection, case_id)
    rows = connection.execute(_entries().where(of_record).order_by(*in_order))
    return tuple(_entry(row) for row in rows)


def open_conflicts(connection: Connection, case_id: CaseId | None) -> tuple[Conflict, ...]:
    """Return the fields that hold more than one value, by time: of one record or of all.

    The records of other committees, which a centre sees as well, are settled at their own desks.
    """
    c = CONFLICT.c
    wanted = (
        select(CONFLICT, _NUMBER)
        .outerjoin(CASE_LINE, CASE_LINE.c.case_id == c.record_id)
        .outerjoin(DELETED_CASE, DELETED_CASE.c.case_id == c.record_id)
        .where(is_settled_here(connection))
        .order_by(c.arose_at, c.record_id, c.path)
    )
    if case_id is not None:
        wanted = wanted.where(_of_record(CONFLICT, connection, case_id))
    return tuple(_conflict(row) for row in connection.execute(wanted))


def is_settled_here(connection: Connection) -> ColumnElement[bool]:
    """Return the condition of the conflicts that people at this desk settle."""
    c = CONFLICT.c
    return (c.record_kind == RecordKind.CASE.value) | (c.record_id == current_id(connection))


def _of_record(table: Table, connection: Connection, case_id: CaseId) -> ColumnElement[bool]:
    kind, record_id = RecordKind.CASE, str(case_id)
    if case_id == OF_COMMITTEE:
        kind, record_id = RecordKind.COMMITTEE, current_id(connection)
    return (table.c.record_kind == kind.value) & (table.c.record_id == record_id)


def _entries() -> Select[Any]:
    return (
        select(
            OP,
            PLACEMENT.c.author.label("person"),
            PLACEMENT.c.placed_at,
            func.coalesce(PLACEMENT.c.device_name, DEVICE.c.name, literal("")).label("machine"),
        )
        .outerjoin(PLACEMENT, PLACEMENT.c.no == OP.c.no)
        .outerjoin(DEVICE, DEVICE.c.device_id == OP.c.device_id)
    )


def _entry(row: AnyRow) -> JournalEntry:
    return JournalEntry(
        op_id=row.op_id,
        record_kind=RecordKind(row.record_kind),
        record_id=row.record_id,
        action=row.action,
        author=row.person or row.author,
        device_id=row.device_id,
        saved_at=read_instant(row.saved_at),
        changes=changes_of(row),
        note=note_in(row.body) if is_readable(row.body) else "",
        device_name=row.machine,
        given_number=number_in(row.said),
        placed_at=read_instant(row.placed_at) if row.placed_at else None,
    )


def changes_of(row: AnyRow) -> tuple[FieldChange, ...]:
    """Return what an entry changed; what it only said again is none of it.

    Whoever settles a conflict by what is shown changes nothing, and still says something.
    """
    if not is_readable(row.body):
        return ()
    changes = changes_in(row.body)
    is_settling = row.action == _SETTLING
    return tuple(each for each in changes if is_settling or each.before != each.after)


def _conflict(row: AnyRow) -> Conflict:
    doc = json.loads(row.doc)
    is_case = row.record_kind == RecordKind.CASE.value
    return Conflict(
        case_id=CaseId(row.record_id) if is_case else OF_COMMITTEE,
        case_number=row.number,
        path=row.path,
        kind=ConflictKind(row.kind),
        before=doc["before"],
        sides=tuple(_side(side) for side in doc["sides"]),
    )


def _side(side: dict[str, Any]) -> ConflictSide:
    return ConflictSide(
        op_id=side["op_id"],
        value=side["value"],
        author=side["author"],
        device_name=side["device_name"],
        saved_at=read_instant(side["saved_at"]),
    )
