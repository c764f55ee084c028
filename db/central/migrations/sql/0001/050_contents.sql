-- A content belongs to one record: the same file elsewhere is another row, known to others only.
CREATE TABLE sync.blob (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    blob_id text NOT NULL CHECK (blob_id ~ '^[0-9a-f]{64}$'),
    chunk_hashes bytea[] NOT NULL,
    size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
    is_complete boolean NOT NULL DEFAULT false,
    PRIMARY KEY (home_id, record_id, blob_id)
);

CREATE TABLE sync.blob_chunk (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    blob_id text NOT NULL,
    idx int NOT NULL CHECK (idx >= 0),
    hash bytea NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (home_id, record_id, blob_id, idx),
    FOREIGN KEY (home_id, record_id, blob_id) REFERENCES sync.blob,
    CHECK (hash = sha256(data)),
    CHECK (octet_length(data) <= 262144)
);
ALTER TABLE sync.blob_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

-- A record folded up to a place, compressed by whoever made it.
CREATE TABLE sync.snapshot (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    doc bytea NOT NULL,
    sha256 bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, record_id),
    CHECK (sha256 = sha256(doc))
);
ALTER TABLE sync.snapshot ALTER COLUMN doc SET STORAGE EXTERNAL;

-- Who has what open. Lost in a crash, which harms nobody.
CREATE UNLOGGED TABLE sync.presence (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    person_id int NOT NULL,
    device_no int NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (home_id, device_no)
) WITH (fillfactor = 50);
CREATE INDEX presence_of_record ON sync.presence (home_id, record_id);
