"""Short texts by key, inside a transaction."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from db.tables import META


def get_meta(connection: Connection, key: str) -> str | None:
    """Return a text, or None."""
    return connection.scalar(select(META.c.value).where(META.c.key == key))


def put_meta(connection: Connection, key: str, value: str) -> None:
    """Keep a text in place of the one before."""
    new = insert(META)
    connection.execute(
        new.on_conflict_do_update(
            index_elements=[META.c.key], set_={"value": new.excluded["value"]}
        ),
        {"key": key, "value": value},
    )
