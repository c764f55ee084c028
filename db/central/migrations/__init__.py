"""The shape of the central database, step by step; each step's statements lie in ``sql/``."""

from contextlib import closing
from pathlib import Path

from alembic import op

_STATEMENTS = Path(__file__).parent / "sql"


def run_statements(folder: str) -> None:
    """Run every file of ``sql/<folder>``, by name, in the transaction of Alembic."""
    # The driver's own cursor: many statements at once, and no reading of % and : in them.
    with closing(op.get_bind().connection.cursor()) as cursor:
        for file in sorted((_STATEMENTS / folder).glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
