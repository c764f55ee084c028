"""The same file read and written with the bare driver: what cannot be undercut."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # it ships no types

DATABASE, KEY = "station.db", "demo.key"
FIRST_LINES = "SELECT * FROM case_line ORDER BY no DESC LIMIT 200"
FOUND_LINES = (
    "SELECT case_line.* FROM case_search JOIN case_line ON case_line.no = case_search.rowid "
    "WHERE case_search MATCH ? ORDER BY case_search.rowid DESC LIMIT 200"
)
COUNT = "SELECT count(*) FROM case_line"
NEWEST = "SELECT * FROM case_line ORDER BY no DESC LIMIT 1"
ONE_RECORD = "SELECT doc FROM record WHERE record_kind = 'case' AND record_id = ?"
SAVE_RECORD = "UPDATE record SET op_count = op_count WHERE record_kind = 'case' AND record_id = ?"


class ByHand:
    """One connection with the pragmas that the program uses."""

    def __init__(self, station: Path) -> None:
        *_, key = (station / KEY).read_text(encoding="utf-8").split()
        self._connection = dbapi2.connect(str(station / DATABASE), isolation_level=None)
        for pragma in (f"key = \"x'{key}'\"", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")

    def rows(self, statement: str, *values: str) -> list[Any]:
        """Return all rows."""
        return list(self._connection.execute(statement, values))

    def write(self, statement: str, *values: str) -> None:
        """Write in a transaction of its own."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(statement, values)
        self._connection.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()
