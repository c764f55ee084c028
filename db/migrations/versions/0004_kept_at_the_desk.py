"""What is kept at the desk beside the cases: forms that are filled in and not sent off yet.

Each piece of the work has a function of its own, in any order.
"""

from alembic import op

revision = "0004_kept_at_the_desk"
down_revision = "0003_the_life_of_a_case"


def upgrade() -> None:
    _drafts()
    _told_statuses()
    op.execute("PRAGMA user_version = 4")


def _drafts() -> None:
    # No journal and no sync knows this table: a form is nobody's business before it is sent off.
    op.execute(
        """
        CREATE TABLE form_draft (
            author TEXT NOT NULL,
            page TEXT NOT NULL,
            subject TEXT NOT NULL,
            form TEXT NOT NULL,
            about TEXT NOT NULL,
            texts TEXT NOT NULL,
            typed_at TEXT NOT NULL,
            PRIMARY KEY (author, page, subject, form)
        ) WITHOUT ROWID
        """
    )


def _told_statuses() -> None:
    # What other stations may tell of a case to whoever shows its code, as the centre was told it.
    # Marks are counted, so that a change is not missed that comes while it is being told.
    op.execute(
        """
        CREATE TABLE told_status (
            case_id TEXT PRIMARY KEY,
            marks INTEGER NOT NULL,
            due_on TEXT NOT NULL,
            code TEXT NOT NULL DEFAULT '',
            keys BLOB NOT NULL DEFAULT x'',
            said BLOB NOT NULL DEFAULT x''
        ) WITHOUT ROWID
        """
    )
    op.execute("CREATE INDEX told_status_by_day ON told_status (due_on, case_id DESC)")
    op.execute(
        "INSERT INTO told_status (case_id, marks, due_on) SELECT case_id, 1, '' FROM case_line "
        "WHERE stage NOT IN ('草稿', '归档')"
    )
