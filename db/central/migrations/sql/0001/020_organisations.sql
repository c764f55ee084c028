-- A home is one mediation centre with everything below it; its id begins every key.
CREATE TABLE sync.home (
    home_id int PRIMARY KEY,
    epoch bigint NOT NULL,
    epoch_at timestamptz NOT NULL,
    is_recovering boolean NOT NULL DEFAULT false,
    device_count int NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE sync.org (
    home_id int NOT NULL REFERENCES sync.home,
    org_id int NOT NULL,
    parent_id int,
    kind text NOT NULL CHECK (kind IN ('centre', 'station', 'room', 'branch')),
    name text NOT NULL CHECK (name <> ''),
    case_word text NOT NULL DEFAULT '',
    bell_key bytea NOT NULL CHECK (octet_length(bell_key) = 16),
    lineage int[] NOT NULL,  -- itself and everything above it
    PRIMARY KEY (home_id, org_id),
    FOREIGN KEY (home_id, parent_id) REFERENCES sync.org,
    CHECK ((parent_id IS NULL) = (kind = 'centre')),
    CHECK ((parent_id IS NULL) = (org_id = home_id))
);
CREATE UNIQUE INDEX org_word ON sync.org (home_id, case_word) WHERE case_word <> '';
CREATE UNIQUE INDEX org_bell ON sync.org (bell_key);
CREATE UNIQUE INDEX org_id ON sync.org (org_id);

CREATE TABLE sync.person (
    home_id int NOT NULL REFERENCES sync.home,
    person_id int NOT NULL,
    login text NOT NULL UNIQUE,
    name text NOT NULL CHECK (name <> ''),
    disabled_at timestamptz,
    PRIMARY KEY (home_id, person_id)
);

CREATE TABLE sync.member (
    home_id int NOT NULL,
    person_id int NOT NULL,
    org_id int NOT NULL,
    role text NOT NULL CHECK (role IN ('mediator', 'specialist', 'clerk', 'leader', 'reader')),
    can_write boolean NOT NULL,
    PRIMARY KEY (home_id, person_id, org_id),
    FOREIGN KEY (home_id, person_id) REFERENCES sync.person,
    FOREIGN KEY (home_id, org_id) REFERENCES sync.org
);

-- A device id means something only together with its person: nobody can take another's.
CREATE TABLE sync.device (
    home_id int NOT NULL,
    device_no int NOT NULL,
    device_id text NOT NULL CHECK (octet_length(device_id) BETWEEN 1 AND 64),
    person_id int NOT NULL,  -- 0: came back with a rescued operation, its person is not known
    name text NOT NULL,
    last_seq bigint NOT NULL DEFAULT 0,
    seen_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (home_id, device_no),
    UNIQUE (home_id, device_id, person_id)
) WITH (fillfactor = 70);

-- The secret by which the centre knows again what it once accepted, as the two pads of HMAC.
CREATE TABLE sync.server_key (
    home_id int NOT NULL REFERENCES sync.home,
    key_id int NOT NULL,
    inner_pad bytea NOT NULL CHECK (octet_length(inner_pad) = 64),
    outer_pad bytea NOT NULL CHECK (octet_length(outer_pad) = 64),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, key_id)
);
