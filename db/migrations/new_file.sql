CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID

CREATE TABLE device (
        device_id TEXT PRIMARY KEY,
        created_at TEXT NOT NULL
    , name TEXT NOT NULL DEFAULT '') WITHOUT ROWID

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
    , known_seq INTEGER NOT NULL DEFAULT 0, known_chain BLOB NOT NULL DEFAULT x'', meant BLOB NOT NULL DEFAULT x'', said TEXT NOT NULL DEFAULT '{}')

CREATE INDEX op_of_record ON op (record_kind, record_id, no)

CREATE INDEX op_to_send ON op (no) WHERE state IN ('pending', 'placed')

CREATE TABLE record (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        doc BLOB NOT NULL,
        op_count INTEGER NOT NULL,
        last_no INTEGER NOT NULL,
        seq INTEGER NOT NULL DEFAULT 0,
        chain BLOB NOT NULL DEFAULT x'', placed_doc BLOB, shows BLOB NOT NULL DEFAULT x'', heads TEXT NOT NULL DEFAULT '[]', orgs TEXT NOT NULL DEFAULT '[]', from_seq INTEGER NOT NULL DEFAULT 0, from_chain BLOB NOT NULL DEFAULT x'', from_doc BLOB, dispute_count INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (record_kind, record_id)
    )

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
    , provisional_key TEXT NOT NULL DEFAULT '')

CREATE INDEX case_line_of_number ON case_line (number_key)

CREATE INDEX case_line_of_series ON case_line (word, year, serial)

CREATE TABLE case_party (
        case_id TEXT NOT NULL,
        name TEXT NOT NULL,
        identity_key TEXT NOT NULL,
        phone_tail TEXT NOT NULL
    )

CREATE INDEX case_party_of_case ON case_party (case_id)

CREATE INDEX case_party_of_identity ON case_party (identity_key)

CREATE INDEX case_party_of_name ON case_party (name, phone_tail)

CREATE VIRTUAL TABLE case_search USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 4'
    )

CREATE TRIGGER op_is_kept BEFORE DELETE ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

CREATE INDEX case_line_of_provisional ON case_line (provisional_key)
    WHERE provisional_key != ''

CREATE INDEX op_of_device ON op (device_id, device_seq)

CREATE INDEX op_of_place ON op (record_kind, record_id, seq) WHERE seq IS NOT NULL

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

CREATE INDEX look_of_record ON look (record_kind, record_id)

CREATE TABLE set_aside (
        no INTEGER PRIMARY KEY REFERENCES op,
        reason TEXT NOT NULL,
        refused_at TEXT NOT NULL
    )

CREATE TABLE held (
        no INTEGER PRIMARY KEY REFERENCES op,
        former_seq INTEGER NOT NULL,
        former_chain BLOB NOT NULL
    )

CREATE TABLE gone (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        left_at TEXT NOT NULL,
        PRIMARY KEY (record_kind, record_id)
    ) WITHOUT ROWID

CREATE TABLE conflict (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        path TEXT NOT NULL,
        kind TEXT NOT NULL,
        arose_at TEXT NOT NULL,
        doc BLOB NOT NULL,
        PRIMARY KEY (record_kind, record_id, path)
    ) WITHOUT ROWID

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

CREATE TABLE cursor (
        org_id INTEGER PRIMARY KEY,
        fseq INTEGER NOT NULL,
        chain BLOB NOT NULL
    )

CREATE TABLE number_lease (
        no INTEGER PRIMARY KEY,
        org_id INTEGER NOT NULL,
        word TEXT NOT NULL,
        year INTEGER NOT NULL,
        next INTEGER NOT NULL,
        last INTEGER NOT NULL
    )

CREATE TABLE blob (
        blob_id TEXT PRIMARY KEY,
        chunk_hashes BLOB NOT NULL,
        size_bytes INTEGER NOT NULL,
        is_whole INTEGER NOT NULL
    ) WITHOUT ROWID

CREATE INDEX blob_to_fetch ON blob (blob_id) WHERE is_whole = 0

CREATE TABLE blob_use (
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        blob_id TEXT NOT NULL,
        is_sent INTEGER NOT NULL,
        PRIMARY KEY (record_kind, record_id, blob_id)
    ) WITHOUT ROWID

CREATE INDEX blob_use_of_blob ON blob_use (blob_id)

CREATE INDEX blob_use_to_send ON blob_use (record_id) WHERE is_sent = 0

CREATE TABLE blob_chunk (
        blob_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (blob_id, place)
    )

CREATE TABLE sync_round (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        began_at TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        doc TEXT NOT NULL
    )

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

CREATE INDEX deleted_case_of_number ON deleted_case (number_key)

CREATE TABLE "document" (
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
    , about TEXT NOT NULL DEFAULT '')

CREATE INDEX document_of_case ON document (case_id)

CREATE TRIGGER op_stays BEFORE UPDATE OF no, op_id, record_kind, record_id, action, v, author,
        device_id, device_seq, base_seq, base_chain, after, saved_at, body_hash, link, shows,
        heads, known_seq, known_chain, meant ON op
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

CREATE TRIGGER op_body_stays BEFORE UPDATE OF body ON op
    WHEN OLD.body IS NOT NULL AND NEW.body IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END

CREATE TRIGGER document_stays BEFORE UPDATE ON document
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END

CREATE TRIGGER document_is_kept BEFORE DELETE ON document
    WHEN NOT EXISTS (SELECT 1 FROM gone WHERE record_kind = 'case' AND record_id = OLD.case_id)
    BEGIN SELECT RAISE(ABORT, 'an issued document is never changed'); END

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

CREATE INDEX agenda_of_case ON agenda_item (case_id)

CREATE INDEX agenda_by_due_day ON agenda_item (due_on, kind, owner)

CREATE INDEX agenda_by_age ON agenda_item (pile, since_on, owner)

CREATE TABLE agenda_stale (case_id TEXT PRIMARY KEY) WITHOUT ROWID

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

CREATE INDEX caucus_of_case ON caucus_note (case_id, author)

CREATE TABLE appointment_line (
        case_id TEXT NOT NULL,
        appointment_id TEXT NOT NULL,
        on_day TEXT NOT NULL,
        begins_min INTEGER NOT NULL,
        lasts_min INTEGER NOT NULL,
        attendees TEXT NOT NULL,
        facts TEXT NOT NULL
    )

CREATE INDEX appointment_of_case ON appointment_line (case_id)

CREATE INDEX appointment_by_day ON appointment_line (on_day)

CREATE INDEX appointment_by_id ON appointment_line (appointment_id)

CREATE TABLE busy_time (
        calendar TEXT NOT NULL,
        uid TEXT NOT NULL,
        person TEXT NOT NULL,
        text TEXT NOT NULL,
        on_day TEXT NOT NULL,
        begins_min INTEGER NOT NULL,
        lasts_min INTEGER NOT NULL
    )

CREATE INDEX busy_by_day ON busy_time (on_day)

CREATE INDEX busy_of_calendar ON busy_time (calendar)

CREATE INDEX op_of_bin ON op (record_id) WHERE action IN ('delete', 'remove_file')

CREATE TABLE bin_emptied (
            op_id TEXT PRIMARY KEY,
            emptied_at TEXT NOT NULL,
            is_freed INTEGER NOT NULL
        ) WITHOUT ROWID

CREATE INDEX record_in_no_feed ON record (record_id) WHERE orgs = '[]' AND seq > 0

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

CREATE TABLE told_status (
            case_id TEXT PRIMARY KEY,
            marks INTEGER NOT NULL,
            due_on TEXT NOT NULL,
            code TEXT NOT NULL DEFAULT '',
            keys BLOB NOT NULL DEFAULT x'',
            said BLOB NOT NULL DEFAULT x''
        ) WITHOUT ROWID

CREATE INDEX told_status_by_day ON told_status (due_on, case_id DESC)

INSERT INTO alembic_version (version_num) VALUES ('0004_kept_at_the_desk')

PRAGMA user_version = 4
