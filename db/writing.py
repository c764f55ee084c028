"""One transaction that writes, when one's turn has come."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from db.engine import WRITES
from db.turns import Turns


@contextmanager
def writing(engine: Engine, turns: Turns) -> Iterator[Connection]:
    """Give a connection in a transaction; stored at its end, or not at all after an error."""
    with (
        turns.turn(),
        engine.connect().execution_options(**WRITES) as connection,
        connection.begin(),
    ):
        yield connection
