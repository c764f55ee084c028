"""The journal, the records folded from it, and what lists and search read."""

from alembic import op

revision = "0001_journal_and_records"
down_revision = None

TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE device (
        device_id TEXT PRIMARY KEY,
        created_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    # AUTOINCREMENT remembers the last number, so that a row cut off the end is missed.
    """
    CREATE TABLE op (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        op_id TEXT NOT NULL UNIQUE,
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        action TEXT NOT NULL,
        v INTEGER NOT NULL,
        author TEXT NOT NULL,
        device_id TEXT NOT NULL REFERENCES device,
        device_seq INTEGER NOT NULL,
        base_seq INTEGER NOT NULL,
        base_chain BLOB NOT NULL,
        after TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        body BLOB,
        body_hash BLOB NOT NULL,
        link BLOB NOT NULL,
        shows BLOB NOT NULL,
        heads TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending'
            CHECK (state IN ('pending', 'placed', 'echoed', 'rejected')),
        seq INTEGER,
        chain BLOB
    )
    """,
    "CREATE INDEX op_of_record ON op (record_kind, record_id, no)",
    "CREATE UNIQUE INDEX op_of_device ON op (device_id, device_seq)",
    "CREATE INDEX op_to_send ON op (no) WHERE state IN ('pending', 'placed')",
    """
    CREATE TABLE record (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        doc BLOB NOT NULL,
        op_count INTEGER NOT NULL,
        last_no INTEGER NOT NULL,
        seq INTEGER NOT NULL DEFAULT 0,
        chain BLOB NOT NULL DEFAULT x'',
        PRIMARY KEY (record_kind, record_id)
    )
    """,
    """
    CREATE TABLE document (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        issued_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content_digest TEXT NOT NULL,
        pdf BLOB NOT NULL,
        snapshot TEXT NOT NULL,
        UNIQUE (case_id, kind, version)
    )
    """,
)

# Numbers are not unique here: two stations that were apart may bring the same one, and neither
# case may be lost for it. A save at this desk looks for the number first.
READ_MODELS = (
    """
    CREATE TABLE case_line (
        no INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL,
        number_key TEXT NOT NULL,
        year INTEGER,
        word TEXT,
        serial INTEGER,
        stage TEXT NOT NULL,
        applicants TEXT NOT NULL,
        respondents TEXT NOT NULL,
        dispute TEXT NOT NULL,
        category TEXT NOT NULL,
        amount_cents INTEGER,
        filed_on TEXT,
        saved_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX case_line_of_number ON case_line (number_key)",
    "CREATE INDEX case_line_of_series ON case_line (word, year, serial)",
    """
    CREATE TABLE case_party (
        case_id TEXT NOT NULL,
        name TEXT NOT NULL,
        identity_key TEXT NOT NULL,
        phone_tail TEXT NOT NULL
    )
    """,
    "CREATE INDEX case_party_of_case ON case_party (case_id)",
    "CREATE INDEX case_party_of_identity ON case_party (identity_key)",
    "CREATE INDEX case_party_of_name ON case_party (name, phone_tail)",
    """
    CREATE VIRTUAL TABLE case_search USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 4'
    )
    """,
)

# What happened stays as it was written; only its place at the centre is filled in later.
GUARDS = (
    """
    CREATE TRIGGER op_stays BEFORE UPDATE OF no, op_id, record_kind, record_id, action, v, author,
        device_id, device_seq, base_seq, base_chain, after, saved_at, body, body_hash, link, shows,
        heads ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER op_is_kept BEFORE DELETE ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER document_stays BEFORE UPDATE ON document
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END
    """,
    """
    CREATE TRIGGER document_is_kept BEFORE DELETE ON document
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END
    """,
)


def upgrade() -> None:
    for statement in (*TABLES, *READ_MODELS, *GUARDS):
        op.execute(statement)
    op.execute("PRAGMA user_version = 1")
