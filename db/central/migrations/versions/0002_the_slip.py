"""What another station may tell whoever shows a query code: four lines, sealed by the code."""

from contextlib import closing
from pathlib import Path

from alembic import op

revision = "0002_the_slip"
down_revision = "0001_the_centre"

STATEMENTS = Path(__file__).parents[1] / "sql" / "0002"


def upgrade() -> None:
    # The driver's own cursor: many statements at once, and no reading of % and : in them.
    with closing(op.get_bind().connection.cursor()) as cursor:
        for file in sorted(STATEMENTS.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
