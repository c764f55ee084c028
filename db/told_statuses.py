"""Which cases' status is to be told to the centre, and what was told of each.

A case that changes is marked in the transaction that changes it.
"""

from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from db.journal import Row
from db.tables import TOLD_STATUS

AT_ONCE = ""
"""A day before all others: the status is to be looked at in the next round."""

_NEW = insert(TOLD_STATUS)
_MARK = _NEW.on_conflict_do_update(
    index_elements=[TOLD_STATUS.c.case_id],
    set_={"marks": TOLD_STATUS.c.marks + 1, "due_on": AT_ONCE},
)


def mark_to_tell(connection: Connection, case_ids: Iterable[str]) -> None:
    """Note that these cases may stand elsewhere now."""
    rows: list[Row] = [{"case_id": each, "marks": 1, "due_on": AT_ONCE} for each in case_ids]
    if rows:
        connection.execute(_MARK, rows)
