"""The index of what is due when, and what of it the boards show."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    false,
    func,
    literal,
    or_,
    select,
    true,
)

from db.journal import Row
from db.many import MANY, many
from db.tables import AGENDA_ITEM, AGENDA_STALE, CASE_LINE, AnyRow
from mediation_app.domain.agenda import BETWEEN, AgendaItem, AgendaKind
from mediation_app.domain.boards import BY_DUE_DAY, DATED_BOARDS, KINDS, RESULTS, Board, Wish
from mediation_app.domain.cases import CaseId
from mediation_app.domain.day_limits import LIMIT_KINDS
from mediation_app.domain.stages import Stage
from mediation_app.ports.queries import AgendaLine

_C = AGENDA_ITEM.c
_PILES = {
    kind: board.value
    for board, kinds in KINDS.items()
    if board not in DATED_BOARDS
    for kind in kinds
}
"""The board on which a kind of thing lies whatever the day is: each lies on one at most."""
_STALE = "INSERT INTO agenda_stale (case_id) VALUES (?) ON CONFLICT DO NOTHING"
_OUT = [delete(each).where(each.c.case_id.in_(MANY)) for each in (AGENDA_ITEM, AGENDA_STALE)]


def mark_stale(connection: Connection, case_ids: Iterable[str]) -> None:
    """Note that the agenda of cases has to be worked out again."""
    rows = [(each,) for each in case_ids]
    if rows:
        connection.exec_driver_sql(_STALE, rows)


def take_agenda_out(connection: Connection, case_ids: Collection[str]) -> None:
    """Remove what is due in cases."""
    for each in _OUT:
        connection.execute(each, many(case_ids))


def rows_of(items: Iterable[AgendaItem]) -> list[Row]:
    """Return what items add to the index."""
    return [
        {
            "case_id": item.case_id,
            "kind": item.kind.value,
            "pile": _PILES.get(item.kind, ""),
            "ref": item.ref,
            "text": item.text,
            "about": item.about,
            "owner": item.owner,
            "due_on": _text(item.due_on),
            "at_min": item.at_min,
            "since_on": _text(item.since_on),
            "reminders": " ".join(day.isoformat() for day in item.reminders),
            "source": item.source,
            "is_certain": int(item.is_certain),
        }
        for item in items
    ]


def item_of(row: AnyRow) -> AgendaItem:
    """Return the item that a row holds."""
    return AgendaItem(
        case_id=CaseId(row.case_id),
        kind=AgendaKind(row.kind),
        ref=row.ref,
        text=row.text,
        about=row.about,
        owner=row.owner,
        due_on=_day(row.due_on),
        at_min=row.at_min,
        since_on=_day(row.since_on),
        reminders=tuple(date.fromisoformat(each) for each in row.reminders.split()),
        source=row.source,
        is_certain=bool(row.is_certain),
    )


def agenda_line_of(row: AnyRow) -> AgendaLine:
    """Return the line that a row of ``lines_wanted`` holds."""
    return AgendaLine(
        item=item_of(row),
        number=row.number,
        stage=Stage(row.stage),
        applicants=tuple(json.loads(row.applicants)),
        respondents=tuple(json.loads(row.respondents)),
    )


def lines_wanted(wish: Wish) -> Select[Any]:
    """Return the statement for the lines of a board in their order, with facts of the case."""
    day = _C.due_on if wish.board in BY_DUE_DAY else _C.since_on
    facts = (CASE_LINE.c.number, CASE_LINE.c.stage)
    sides = (CASE_LINE.c.applicants, CASE_LINE.c.respondents)
    return (
        select(AGENDA_ITEM, *facts, *sides)
        .outerjoin(CASE_LINE, CASE_LINE.c.case_id == _C.case_id)
        .where(wanted(wish))
        .order_by(day, _C.at_min, _C.case_id, _C.kind, _C.ref)
    )


def limits_wanted(owners: Collection[str] | None) -> Select[Any]:
    """Return the statement for the limits that run, what is due first first."""
    facts = (CASE_LINE.c.number, CASE_LINE.c.stage)
    sides = (CASE_LINE.c.applicants, CASE_LINE.c.respondents)
    is_limit = _C.kind.in_(sorted(each.value for each in LIMIT_KINDS))
    is_owned = true() if owners is None else _owned_by(owners)
    return (
        select(AGENDA_ITEM, *facts, *sides)
        .outerjoin(CASE_LINE, CASE_LINE.c.case_id == _C.case_id)
        .where(is_limit, is_owned)
        .order_by(_C.due_on, _C.case_id, _C.ref)
    )


def count_wanted(wish: Wish) -> Select[Any]:
    """Return the statement for how many lines there are."""
    return select(func.count()).select_from(AGENDA_ITEM).where(wanted(wish))


def wanted(wish: Wish) -> ColumnElement[bool]:
    """Return the condition of ``Wish.fits`` in the words of the index.

    The list and its number are both asked by this one.
    """
    conditions = _on_board(wish)
    if wish.owners is not None:
        conditions.append(_owned_by(wish.owners))
    if wish.due_on is not None:
        day = _C.since_on if wish.board in RESULTS else _C.due_on
        conditions.append(day == wish.due_on.isoformat())
    return and_(*conditions)


def _owned_by(owners: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that one of these people sees to a thing, alone or with others."""
    names = sorted(owners)
    among = literal(BETWEEN) + _C.owner + BETWEEN
    shared = [func.instr(among, f"{BETWEEN}{name}{BETWEEN}") > 0 for name in names if name]
    is_shared = and_(func.instr(_C.owner, BETWEEN) > 0, or_(*shared)) if shared else false()
    return or_(_C.owner.in_(names), is_shared)


def _on_board(wish: Wish) -> list[ColumnElement[bool]]:
    first_on, last_on = (day.isoformat() for day in wish.span)
    if wish.board not in DATED_BOARDS:
        is_of_pile = _C.pile == wish.board.value
        if wish.board in RESULTS:
            return [is_of_pile, _C.since_on.between(first_on, last_on)]
        has_begun = or_(_C.since_on.is_(None), _C.since_on <= last_on)
        return [is_of_pile, has_begun] if wish.board is Board.IDLE else [is_of_pile]
    is_of_kind = _C.kind.in_(sorted(each.value for each in KINDS[wish.board]))
    if wish.board is Board.TODAY:
        # What is reminded of is still to come: that keeps the search to a small end of the index.
        reminded = func.instr(_C.reminders, first_on) > 0
        return [is_of_kind, _C.due_on >= first_on, or_(_C.due_on <= last_on, reminded)]
    return [is_of_kind, _C.due_on.between(first_on, last_on)]


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
