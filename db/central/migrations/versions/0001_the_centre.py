"""The log of every record, the feeds of the organisations, and the way in for a machine."""

from contextlib import closing
from pathlib import Path

from alembic import op

revision = "0001_the_centre"
down_revision = None

STATEMENTS = Path(__file__).parents[1] / "sql" / "0001"


def upgrade() -> None:
    # The driver's own cursor: many statements at once, and no reading of % and : in them.
    with closing(op.get_bind().connection.cursor()) as cursor:
        for file in sorted(STATEMENTS.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
