"""Room for what a centre says: registers with several values, places in the shared log, contents.

The records are folded again by the rules that all machines share, so that what was saved from a
stale screen is kept as a conflict rather than overwritten.
"""

from hashlib import sha256

from alembic import op
from sqlalchemy import text

from db.upgrading import refold_all

revision = "0002_sharing_with_a_centre"
down_revision = "0001_journal_and_records"

CHUNK_BYTES = 256 * 1024

COLUMNS = (
    "ALTER TABLE device ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    # How far the shared log of the record was known when the entry was written.
    "ALTER TABLE op ADD COLUMN known_seq INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE op ADD COLUMN known_chain BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE op ADD COLUMN meant BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE op ADD COLUMN said TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE record ADD COLUMN placed_doc BLOB",
    "ALTER TABLE record ADD COLUMN shows BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE record ADD COLUMN heads TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE record ADD COLUMN orgs TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE record ADD COLUMN from_seq INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE record ADD COLUMN from_chain BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE record ADD COLUMN from_doc BLOB",
    "ALTER TABLE record ADD COLUMN dispute_count INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE case_line ADD COLUMN provisional_key TEXT NOT NULL DEFAULT ''",
    """
    CREATE INDEX case_line_of_provisional ON case_line (provisional_key)
    WHERE provisional_key != ''
    """,
    # A copied disk may have written under the same id; the centre sorts that out.
    "DROP INDEX op_of_device",
    "CREATE INDEX op_of_device ON op (device_id, device_seq)",
    "CREATE INDEX op_of_place ON op (record_kind, record_id, seq) WHERE seq IS NOT NULL",
)

TABLES = (
    """
    CREATE TABLE placement (
        no INTEGER PRIMARY KEY REFERENCES op,
        author TEXT NOT NULL,
        device_id TEXT NOT NULL,
        device_name TEXT NOT NULL,
        placed_at TEXT NOT NULL,
        base_seq INTEGER NOT NULL,
        base_chain BLOB NOT NULL,
        org_id INTEGER NOT NULL,
        sealed TEXT NOT NULL,
        number TEXT NOT NULL,
        blobs TEXT NOT NULL,
        mac BLOB NOT NULL,
        key_id INTEGER NOT NULL
    )
    """,
    # What a record looked like between two entries: after an answer of the centre.
    """
    CREATE TABLE look (
        no INTEGER PRIMARY KEY,
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        after_no INTEGER NOT NULL,
        shows BLOB NOT NULL,
        known_seq INTEGER NOT NULL,
        known_chain BLOB NOT NULL,
        heads TEXT NOT NULL
    )
    """,
    "CREATE INDEX look_of_record ON look (record_kind, record_id)",
    """
    CREATE TABLE set_aside (
        no INTEGER PRIMARY KEY REFERENCES op,
        reason TEXT NOT NULL,
        refused_at TEXT NOT NULL
    )
    """,
    # What the centre once had and lost with a restored backup, and where it was.
    """
    CREATE TABLE held (
        no INTEGER PRIMARY KEY REFERENCES op,
        former_seq INTEGER NOT NULL,
        former_chain BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE gone (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        left_at TEXT NOT NULL,
        PRIMARY KEY (record_kind, record_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE conflict (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        path TEXT NOT NULL,
        kind TEXT NOT NULL,
        arose_at TEXT NOT NULL,
        doc BLOB NOT NULL,
        PRIMARY KEY (record_kind, record_id, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE org (
        org_id INTEGER PRIMARY KEY,
        home_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        role TEXT NOT NULL,
        can_write INTEGER NOT NULL,
        case_word TEXT NOT NULL,
        bell_key BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE cursor (
        org_id INTEGER PRIMARY KEY,
        fseq INTEGER NOT NULL,
        chain BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE number_lease (
        no INTEGER PRIMARY KEY,
        org_id INTEGER NOT NULL,
        word TEXT NOT NULL,
        year INTEGER NOT NULL,
        next INTEGER NOT NULL,
        last INTEGER NOT NULL
    )
    """,
    # What contents are made of; empty hashes where only their id is known yet.
    """
    CREATE TABLE blob (
        blob_id TEXT PRIMARY KEY,
        chunk_hashes BLOB NOT NULL,
        size_bytes INTEGER NOT NULL,
        is_whole INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX blob_to_fetch ON blob (blob_id) WHERE is_whole = 0",
    """
    CREATE TABLE blob_use (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        blob_id TEXT NOT NULL,
        is_sent INTEGER NOT NULL,
        PRIMARY KEY (record_kind, record_id, blob_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX blob_use_of_blob ON blob_use (blob_id)",
    "CREATE INDEX blob_use_to_send ON blob_use (record_id) WHERE is_sent = 0",
    """
    CREATE TABLE blob_chunk (
        blob_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (blob_id, place)
    )
    """,
    """
    CREATE TABLE sync_round (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        began_at TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        doc TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE deleted_case (
        no INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL,
        number_key TEXT NOT NULL,
        provisional_key TEXT NOT NULL,
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
    "CREATE INDEX deleted_case_of_number ON deleted_case (number_key)",
)

# Two machines may both issue version 1 of a form. The bytes may come later than the line.
DOCUMENT = """
    CREATE TABLE issued (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        issued_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content_digest TEXT NOT NULL,
        pdf_blob_id TEXT NOT NULL,
        snapshot_blob_id TEXT NOT NULL
    )
"""
COPY_DOCUMENT = """
    INSERT INTO issued VALUES (:no, :id, :case_id, :kind, :version, :issued_at, :sha256,
        :content_digest, :pdf_blob_id, :snapshot_blob_id)
"""
NEW_BLOB = "INSERT OR IGNORE INTO blob VALUES (:blob_id, :hashes, :size, 1)"
NEW_USE = "INSERT OR IGNORE INTO blob_use VALUES ('case', :case_id, :blob_id, 0)"
NEW_CHUNK = "INSERT OR IGNORE INTO blob_chunk VALUES (:blob_id, :place, :data)"

DROPPED = (
    *("DROP TRIGGER op_stays", "DROP TRIGGER document_stays", "DROP TRIGGER document_is_kept"),
    "DROP TABLE document",
    "ALTER TABLE issued RENAME TO document",
    "CREATE INDEX document_of_case ON document (case_id)",
)

# A body goes when its record leaves this machine, and comes again when the record does; the link
# covers its hash. Nothing else of an entry changes but what the centre says of it.
GUARDS = (
    """
    CREATE TRIGGER op_stays BEFORE UPDATE OF no, op_id, record_kind, record_id, action, v, author,
        device_id, device_seq, base_seq, base_chain, after, saved_at, body_hash, link, shows,
        heads, known_seq, known_chain, meant ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER op_body_stays BEFORE UPDATE OF body ON op
    WHEN OLD.body IS NOT NULL AND NEW.body IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER document_stays BEFORE UPDATE ON document
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END
    """,
    """
    CREATE TRIGGER document_is_kept BEFORE DELETE ON document
    WHEN NOT EXISTS (SELECT 1 FROM gone WHERE record_kind = 'case' AND record_id = OLD.case_id)
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END
    """,
)


def upgrade() -> None:
    for statement in (*COLUMNS, *TABLES, DOCUMENT):
        op.execute(statement)
    _copy_documents()
    for statement in (*DROPPED, *GUARDS):
        op.execute(statement)
    refold_all(op.get_bind())
    op.execute("PRAGMA user_version = 2")


def _copy_documents() -> None:
    connection = op.get_bind()
    for row in connection.execute(text("SELECT * FROM document ORDER BY no")).mappings():
        known = dict(row)
        case_id = known["case_id"]
        known["pdf_blob_id"] = _copy_content(case_id, known.pop("pdf"))
        known["snapshot_blob_id"] = _copy_content(case_id, known.pop("snapshot").encode())
        connection.execute(text(COPY_DOCUMENT), known)


def _copy_content(case_id: str, content: bytes) -> str:
    connection = op.get_bind()
    chunks = [content[at : at + CHUNK_BYTES] for at in range(0, len(content), CHUNK_BYTES)]
    hashes = b"".join(sha256(chunk).digest() for chunk in chunks)
    blob_id = sha256(hashes).hexdigest()
    blob = {"case_id": case_id, "blob_id": blob_id, "hashes": hashes, "size": len(content)}
    connection.execute(text(NEW_BLOB), blob)
    connection.execute(text(NEW_USE), blob)
    for place, data in enumerate(chunks):
        row = {"blob_id": blob_id, "place": place, "data": data}
        connection.execute(text(NEW_CHUNK), row)
    return blob_id
