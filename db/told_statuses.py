"""Which cases' status is to be told to the centre, and what was told of each.

A case that changes is marked in the transaction that changes it.
"""

from collections.abc import Collection

from sqlalchemy import Connection, text

from db.many import many

AT_ONCE = ""
"""A day before all others: the status is to be looked at in the next round."""

_MARK = text(
    "INSERT INTO told_status (case_id, marks, due_on)"
    " SELECT value, 1, '' FROM json_each(:many) WHERE true"
    " ON CONFLICT (case_id) DO UPDATE SET marks = marks + 1, due_on = ''"
)


def mark_to_tell(connection: Connection, case_ids: Collection[str]) -> None:
    """Note that these cases may stand elsewhere now."""
    if case_ids:
        connection.execute(_MARK, many(case_ids))
