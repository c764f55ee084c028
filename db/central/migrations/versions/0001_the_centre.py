"""The log of every record, the feeds of the organisations, and the way in for a machine."""

from db.central.schema import run_statements

revision = "0001_the_centre"
down_revision = None


def upgrade() -> None:
    run_statements("0001")
