"""Nothing that a client does depends on what others have, locks it, or shows how much it is."""

from db.central.schema import run_statements

revision = "0004_what_others_have"
down_revision = "0003_quicker_calls"


def upgrade() -> None:
    run_statements("0004")
