"""What synchronisation remembers between two rounds beside the records themselves."""

from sqlalchemy import Connection, Engine, delete, insert, select, update

from db.engine import WRITES
from db.tables import META
from db.turns import Turns


class Notes:
    """Short texts by key, in the station's own encrypted database."""

    def __init__(self, engine: Engine, turns: Turns | None = None) -> None:
        self._engine = engine
        self._turns = turns or Turns()

    def get(self, key: str) -> str | None:
        """Return a note, or None."""
        with self._engine.connect() as connection:
            return connection.scalar(select(META.c.value).where(META.c.key == key))

    def put(self, key: str, text: str) -> None:
        """Keep a note in place of the one before."""
        with self._turns.turn(), self._writing() as connection:
            known = update(META).where(META.c.key == key).values(value=text)
            if connection.execute(known).rowcount == 0:
                connection.execute(insert(META), [{"key": key, "value": text}])
            connection.commit()

    def drop(self, key: str) -> None:
        """Keep a note no longer."""
        with self._turns.turn(), self._writing() as connection:
            connection.execute(delete(META).where(META.c.key == key))
            connection.commit()

    def _writing(self) -> Connection:
        return self._engine.connect().execution_options(**WRITES)
