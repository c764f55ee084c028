"""The same as before, quicker: what every push and every poll of the doorbell cost."""

from db.central.schema import run_statements

revision = "0003_quicker_calls"
down_revision = "0002_the_slip"


def upgrade() -> None:
    run_statements("0003")
