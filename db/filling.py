"""Rows by the thousand, as they are: naming and typing each value took longer than storing it."""

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, Table

from db.journal import Row


def fill(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows of equal columns to a table whose values the driver takes as they are.

    Args:
        connection: In a transaction.
        table: Without columns that are packed or otherwise turned into something else.
        rows: By the names of columns; all name those of the first.

    Raises:
        LookupError: The table has no such column.
    """
    if rows:
        statement = _statement(table, tuple(rows[0]))
        connection.exec_driver_sql(statement, list(rows))


@lru_cache(maxsize=32)
def _statement(table: Table, names: tuple[str, ...]) -> str:
    # Rows may come from elsewhere, but a name stands in the statement only where it is a column's.
    columns = [table.columns[name].name for name in names]
    values = ", ".join(f":{name}" for name in columns)
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608
