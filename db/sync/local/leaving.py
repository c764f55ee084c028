"""A record leaves this machine: its text goes, what its people wrote here stays to be sent."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from db.blobs import drop_of, named_in
from db.case_index import take_out
from db.causes import ECHOED
from db.journal import changes_in
from db.refolding import Key
from db.scalars import instant_text
from db.tables import CONFLICT, DOCUMENT, GONE, HELD, LOOK, OP, RECORD
from mediation_app.domain.journal import RecordKind


def leave(connection: Connection, key: Key, now: datetime) -> None:
    """Erase a record from this machine.

    Entries that were written here stay whole: those that were not echoed are still sent, and for
    the others the centre may ask after it was put back to a backup. Of what was written elsewhere
    only the hashes stay, on which the journal hangs.
    """
    kind, record_id = key
    note = {"record_kind": kind.value, "record_id": record_id, "left_at": instant_text(now)}
    connection.execute(insert(GONE).on_conflict_do_nothing(), note)
    echoed = update(OP).where(_is(OP, key), OP.c.state == ECHOED, _is_foreign())
    connection.execute(echoed.values(body=None))
    for table in (RECORD, LOOK, CONFLICT):
        connection.execute(delete(table).where(_is(table, key)))
    if kind is RecordKind.CASE:
        take_out(connection, record_id)
        connection.execute(delete(DOCUMENT).where(DOCUMENT.c.case_id == record_id))
    drop_of(connection, key, _own_contents(connection, key))


def _own_contents(connection: Connection, key: Key) -> set[str]:
    """Return what entries name whose text stays."""
    bodies = connection.scalars(select(OP.c.body).where(_is(OP, key), OP.c.body.is_not(None)))
    changes = (change for body in bodies for change in changes_in(body))
    return set(named_in((change.path, change.after) for change in changes))


def depart(connection: Connection, key: Key, now: datetime) -> None:
    """Erase a record that the centre has and no longer shows here, since it was put back.

    What others wrote is safe there and need not be held; what was written here is held on.
    """
    foreign_held = (
        select(OP.c.no, HELD.c.former_seq, HELD.c.former_chain)
        .join(HELD, HELD.c.no == OP.c.no)
        .where(_is(OP, key), _is_foreign())
    )
    for row in connection.execute(foreign_held).all():
        placed = {"state": ECHOED, "seq": row.former_seq, "chain": row.former_chain}
        connection.execute(update(OP).where(OP.c.no == row.no).values(**placed))
        connection.execute(delete(HELD).where(HELD.c.no == row.no))
    leave(connection, key, now)
    purge_words(connection)


def _is_foreign() -> ColumnElement[bool]:
    # The heads after an entry of one's own begin with itself.
    return func.instr(OP.c.heads, OP.c.op_id) == 0


def purge_words(connection: Connection) -> None:
    """Rewrite the search index, so that the words of what left are in no page of it any more."""
    connection.execute(text("INSERT INTO case_search (case_search) VALUES ('optimize')"))


def _is(table: Table, key: Key) -> ColumnElement[bool]:
    return (table.c.record_kind == key[0].value) & (table.c.record_id == key[1])
