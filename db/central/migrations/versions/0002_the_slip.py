"""What another station may tell whoever shows a query code: four lines, sealed by the code."""

from db.central.schema import run_statements

revision = "0002_the_slip"
down_revision = "0001_the_centre"


def upgrade() -> None:
    run_statements("0002")
