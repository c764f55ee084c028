-- What makes a digest of a code here another one than at any other centre, and what answers for
-- codes that nobody has are made of.
ALTER TABLE sync.home
    ADD COLUMN status_salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()),
    ADD COLUMN decoy_secret bytea NOT NULL
        DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

-- The neutral status of a case, sealed by its query code (db/sync/sealing.py): neither the centre
-- nor who steals a login can read it without the slip. All are of one length.
CREATE TABLE sync.told_status (
    home_id int NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    org_id int NOT NULL,  -- who told it; another one that has the case by now tells it anew
    lookup bytea NOT NULL CHECK (octet_length(lookup) = 32),
    sealed bytea NOT NULL CHECK (octet_length(sealed) = 656),
    seq bigint NOT NULL,  -- the place of the log that it was made of
    told_at timestamptz NOT NULL DEFAULT clock_timestamp(),  -- first under this lookup
    PRIMARY KEY (home_id, record_id)
) WITH (fillfactor = 70);
CREATE INDEX told_status_of_lookup ON sync.told_status (home_id, lookup, told_at, record_id);

-- The last question of a person, and how many more may be asked now.
CREATE TABLE sync.status_question (
    home_id int NOT NULL,
    person_id int NOT NULL,
    lookup bytea NOT NULL CHECK (octet_length(lookup) = 32),
    asked_at timestamptz NOT NULL,  -- when its transaction began
    counted_at timestamptz NOT NULL,
    more double precision NOT NULL,
    PRIMARY KEY (home_id, person_id),
    FOREIGN KEY (home_id, person_id) REFERENCES sync.person
) WITH (fillfactor = 50);
