-- Where the log of a record ends.
CREATE TABLE sync.record (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    org_id int NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    chain bytea NOT NULL DEFAULT '',
    PRIMARY KEY (home_id, record_id),
    FOREIGN KEY (home_id, org_id) REFERENCES sync.org
) WITH (fillfactor = 70);

-- Which organisations see a record: its own and those above it.
CREATE TABLE sync.record_org (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    org_id int NOT NULL,
    PRIMARY KEY (home_id, record_id, org_id)
);
CREATE UNIQUE INDEX record_of_org ON sync.record_org (home_id, org_id, record_id);

-- The truth: what was done, in order. Never changed but for the erasure of a body.
CREATE TABLE sync.op (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    op_id text NOT NULL,
    org_id int NOT NULL,
    action text NOT NULL,
    v int NOT NULL,
    author text NOT NULL,
    device_no int NOT NULL,
    device_seq bigint NOT NULL,
    base_seq bigint NOT NULL,
    base_chain bytea NOT NULL,
    after text NOT NULL,
    saved_at text NOT NULL,
    placed_at timestamptz NOT NULL,
    body text,
    body_hash bytea NOT NULL,
    wish text NOT NULL,
    sealed text NOT NULL,
    blobs text[] NOT NULL,
    said text NOT NULL,
    chain bytea NOT NULL,
    mac bytea NOT NULL,
    key_id int NOT NULL,
    relay_id int,  -- the person who gave it back after the centre had lost it
    PRIMARY KEY (home_id, record_id, seq)
);
CREATE UNIQUE INDEX op_of_id ON sync.op (home_id, op_id, record_id);
CREATE INDEX op_of_device ON sync.op (home_id, device_no, device_seq) WHERE device_seq > 0;

-- What an organisation hears of, in the order in which it became true.
CREATE TABLE sync.feed (
    home_id int NOT NULL,
    org_id int NOT NULL,
    fseq bigint NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    event smallint NOT NULL CHECK (event IN (1, 2, 3)),
    chain bytea NOT NULL,
    PRIMARY KEY (home_id, org_id, fseq)
);

CREATE TABLE sync.feed_head (
    home_id int NOT NULL,
    org_id int NOT NULL,
    fseq bigint NOT NULL DEFAULT 0,
    chain bytea NOT NULL DEFAULT '',
    PRIMARY KEY (home_id, org_id),
    FOREIGN KEY (home_id, org_id) REFERENCES sync.org
) WITH (fillfactor = 50);

-- An agreement that was signed, by the digest of what was signed.
CREATE TABLE sync.sealed_agreement (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    op_id text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (home_id, record_id, seq)
);

-- Operations that were refused, with their whole text: nothing of them is lost.
CREATE TABLE sync.quarantine (
    home_id int NOT NULL,
    person_id int NOT NULL,
    op_id text NOT NULL,
    body_hash bytea NOT NULL,
    device_no int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    op json NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, person_id, op_id, body_hash)
);

CREATE INDEX quarantine_of_record
    ON sync.quarantine (home_id, record_id) WHERE reason = 'no_access';

-- That somebody who has the record now decided about an edit that came when it had gone.
CREATE TABLE sync.refusal_answer (
    home_id int NOT NULL,
    person_id int NOT NULL,  -- who had written it
    op_id text NOT NULL,
    body_hash bytea NOT NULL,
    answered_by text NOT NULL DEFAULT session_user,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, person_id, op_id, body_hash)
);

-- Which body was emptied, when and why; without a row here none can be.
CREATE TABLE sync.erasure (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    erased_by text NOT NULL DEFAULT session_user,
    erased_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, record_id, seq)
);

CREATE TABLE sync.move (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    from_org_id int NOT NULL,
    to_org_id int NOT NULL,
    moved_by text NOT NULL DEFAULT session_user,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX move_to ON sync.move (home_id, to_org_id);
