"""The same as before, quicker: what every push and every poll of the doorbell cost."""

from contextlib import closing
from pathlib import Path

from alembic import op

revision = "0003_quicker_calls"
down_revision = "0002_the_slip"

STATEMENTS = Path(__file__).parents[1] / "sql" / "0003"


def upgrade() -> None:
    # The driver's own cursor: many statements at once, and no reading of % and : in them.
    with closing(op.get_bind().connection.cursor()) as cursor:
        for file in sorted(STATEMENTS.glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))
