"""What synchronisation remembers between two rounds beside the records themselves."""

from sqlalchemy import Engine, delete, insert, select, update

from db.engine import WRITES
from db.tables import META


class Notes:
    """Short texts by key, in the station's own encrypted database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, key: str) -> str | None:
        """Return a note, or None."""
        with self._engine.connect() as connection:
            return connection.scalar(select(META.c.value).where(META.c.key == key))

    def put(self, key: str, text: str) -> None:
        """Keep a note in place of the one before."""
        with self._engine.connect().execution_options(**WRITES) as connection:
            known = update(META).where(META.c.key == key).values(value=text)
            if connection.execute(known).rowcount == 0:
                connection.execute(insert(META), [{"key": key, "value": text}])
            connection.commit()

    def drop(self, key: str) -> None:
        """Keep a note no longer."""
        with self._engine.connect().execution_options(**WRITES) as connection:
            connection.execute(delete(META).where(META.c.key == key))
            connection.commit()
