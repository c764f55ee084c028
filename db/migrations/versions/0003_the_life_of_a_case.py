"""Room for what a case lives through: appointments, notes apart, documents about one thing of it.

Each piece of the work has a function of its own, in any order.
"""

from alembic import op

from db.upgrading import index_appointments

revision = "0003_the_life_of_a_case"
down_revision = "0002_sharing_with_a_centre"

AGENDA = (
    """
    CREATE TABLE agenda_item (
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        pile TEXT NOT NULL,
        ref TEXT NOT NULL,
        text TEXT NOT NULL,
        about TEXT NOT NULL,
        owner TEXT NOT NULL,
        due_on TEXT,
        at_min INTEGER,
        since_on TEXT,
        reminders TEXT NOT NULL,
        source TEXT NOT NULL,
        is_certain INTEGER NOT NULL
    )
    """,
    "CREATE INDEX agenda_of_case ON agenda_item (case_id)",
    "CREATE INDEX agenda_by_due_day ON agenda_item (due_on, kind, owner)",
    "CREATE INDEX agenda_by_age ON agenda_item (pile, since_on, owner)",
    "CREATE TABLE agenda_stale (case_id TEXT PRIMARY KEY) WITHOUT ROWID",
)
TO_ARRANGE = ("INSERT INTO agenda_stale SELECT case_id FROM case_line",)

SCHEDULE = (
    """
    CREATE TABLE appointment_line (
        case_id TEXT NOT NULL,
        appointment_id TEXT NOT NULL,
        on_day TEXT NOT NULL,
        begins_min INTEGER NOT NULL,
        lasts_min INTEGER NOT NULL,
        attendees TEXT NOT NULL,
        facts TEXT NOT NULL
    )
    """,
    "CREATE INDEX appointment_of_case ON appointment_line (case_id)",
    "CREATE INDEX appointment_by_day ON appointment_line (on_day)",
    "CREATE INDEX appointment_by_id ON appointment_line (appointment_id)",
    """
    CREATE TABLE busy_time (
        calendar TEXT NOT NULL,
        uid TEXT NOT NULL,
        person TEXT NOT NULL,
        text TEXT NOT NULL,
        on_day TEXT NOT NULL,
        begins_min INTEGER NOT NULL,
        lasts_min INTEGER NOT NULL
    )
    """,
    "CREATE INDEX busy_by_day ON busy_time (on_day)",
    "CREATE INDEX busy_of_calendar ON busy_time (calendar)",
)


def upgrade() -> None:
    _documents()
    _agenda()
    _caucus()
    _schedule()
    _bin()
    _unfed()
    op.execute("PRAGMA user_version = 3")


def _documents() -> None:
    # A notice is about one meeting and for one party; versions count for each of them.
    op.execute("ALTER TABLE document ADD COLUMN about TEXT NOT NULL DEFAULT ''")


def _agenda() -> None:
    # Worked out again where a case or a table of limits changed; all of them at first.
    for statement in (*AGENDA, *TO_ARRANGE):
        op.execute(statement)


def _schedule() -> None:
    for statement in SCHEDULE:
        op.execute(statement)
    # Colleagues with a newer program may have planned meetings that came here already.
    index_appointments(op.get_bind())


def _caucus() -> None:
    # No journal and no sync knows this table: what one side told the mediator alone stays here.
    op.execute(
        """
        CREATE TABLE caucus_note (
            author TEXT NOT NULL,
            id TEXT NOT NULL,
            case_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            side TEXT NOT NULL,
            tag TEXT NOT NULL,
            text TEXT NOT NULL,
            said_at TEXT NOT NULL,
            PRIMARY KEY (author, id)
        ) WITHOUT ROWID
        """
    )
    op.execute("CREATE INDEX caucus_of_case ON caucus_note (case_id, author)")


def _bin() -> None:
    # Few entries delete; what is in the bin is read from them.
    op.execute(
        "CREATE INDEX op_of_bin ON op (record_id) WHERE action IN ('delete', 'remove_file')"
    )
    op.execute(
        """
        CREATE TABLE bin_emptied (
            op_id TEXT PRIMARY KEY,
            emptied_at TEXT NOT NULL,
            is_freed INTEGER NOT NULL
        ) WITHOUT ROWID
        """
    )


def _unfed() -> None:
    # Looked at in every round, and empty nearly always.
    op.execute(
        "CREATE INDEX record_in_no_feed ON record (record_id) WHERE orgs = '[]' AND seq > 0"
    )
