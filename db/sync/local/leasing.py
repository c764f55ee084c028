"""Case numbers that this machine may give while it is offline."""

import json

from sqlalchemy import Connection, delete, insert, select

from db.meta import get_meta, put_meta
from db.sync.wire import NumberLease
from db.tables import NUMBER_LEASE

_WITHDRAWN = "leases_withdrawn"
"""The numbers that are given here no longer, until the centre has them back: as JSON."""


def leases(connection: Connection) -> tuple[NumberLease, ...]:
    """Return the case numbers that this machine may still give."""
    rows = connection.execute(select(NUMBER_LEASE).order_by(NUMBER_LEASE.c.no))
    return tuple(NumberLease(row.org_id, row.word, row.year, row.next, row.last) for row in rows)


def add_lease(connection: Connection, lease: NumberLease) -> None:
    """Keep numbers that were leased."""
    row = {
        "org_id": lease.org_id,
        "word": lease.word,
        "year": lease.year,
        "next": lease.first,
        "last": lease.last,
    }
    connection.execute(insert(NUMBER_LEASE), row)


def withdrawn(connection: Connection) -> tuple[NumberLease, ...]:
    """Return the numbers that are given here no longer and that the centre lacks yet."""
    kept = json.loads(get_meta(connection, _WITHDRAWN) or "[]")
    return tuple(NumberLease(*each) for each in kept)


def withdraw(connection: Connection, before: int) -> None:
    """Give no number of the years before this one any longer.

    They are noted until the centre has them: a round that is cut off between the two leaves no
    number that both may give.
    """
    of_before = tuple(each for each in leases(connection) if each.year < before)
    connection.execute(delete(NUMBER_LEASE).where(NUMBER_LEASE.c.year < before))
    _keep(connection, (*withdrawn(connection), *of_before))


def forget_withdrawn(connection: Connection, lease: NumberLease) -> None:
    """Note that the centre has these numbers back."""
    _keep(connection, tuple(each for each in withdrawn(connection) if each != lease))


def _keep(connection: Connection, found: tuple[NumberLease, ...]) -> None:
    rows = [[each.org_id, each.word, each.year, each.first, each.last] for each in found]
    put_meta(connection, _WITHDRAWN, json.dumps(rows, ensure_ascii=False))
