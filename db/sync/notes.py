"""What synchronisation remembers between two rounds beside the records themselves."""

from sqlalchemy import Engine, delete

from db.meta import get_meta, put_meta
from db.tables import META
from db.turns import Turns
from db.writing import writing

CLOCK_BEHIND = "clock_offset_s"
"""Left by every greeting: the centre's clock less this machine's, in seconds."""


class Notes:
    """Short texts by key, in the station's own encrypted database."""

    def __init__(self, engine: Engine, turns: Turns | None = None) -> None:
        self._engine = engine
        self._turns = turns or Turns()

    def get(self, key: str) -> str | None:
        """Return a note, or None."""
        with self._engine.connect() as connection:
            return get_meta(connection, key)

    def put(self, key: str, text: str) -> None:
        """Keep a note in place of the one before."""
        with writing(self._engine, self._turns) as connection:
            put_meta(connection, key, text)

    def drop(self, key: str) -> None:
        """Keep a note no longer."""
        with writing(self._engine, self._turns) as connection:
            connection.execute(delete(META).where(META.c.key == key))
