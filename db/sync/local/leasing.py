"""Case numbers that this machine may give while it is offline."""

from sqlalchemy import Connection, insert, select

from db.sync.wire import NumberLease
from db.tables import NUMBER_LEASE


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
