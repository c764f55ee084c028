-- How far a series of case numbers is used up.
CREATE TABLE sync.number_series (
    home_id int NOT NULL,
    org_id int NOT NULL,  -- the organisation whose word the numbers bear
    year int NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    head int NOT NULL DEFAULT 0,
    PRIMARY KEY (home_id, org_id, year),
    FOREIGN KEY (home_id, org_id) REFERENCES sync.org
) WITH (fillfactor = 50);

-- One row for every number up to the head, so that each gap is explained.
CREATE TABLE sync.official_number (
    home_id int NOT NULL,
    org_id int NOT NULL,
    year int NOT NULL,
    serial int NOT NULL CHECK (serial > 0),
    state text NOT NULL CHECK (state IN (
        'case',    -- it is the number of the record
        'leased',  -- a machine may give it while it is offline
        'free',    -- given back, or passed over; the next case gets it
        'void',    -- printed for a case that had another number already
        'paper'    -- given before this centre began
    )),
    record_id text COLLATE "C",
    device_no int,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (home_id, org_id, year, serial),
    FOREIGN KEY (home_id, org_id, year) REFERENCES sync.number_series,
    CHECK ((state IN ('case', 'void')) = (record_id IS NOT NULL)),
    CHECK (state <> 'leased' OR device_no IS NOT NULL)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX number_of_record
    ON sync.official_number (home_id, record_id) WHERE state = 'case';
CREATE INDEX number_free
    ON sync.official_number (home_id, org_id, year, serial) WHERE state = 'free';
CREATE INDEX number_leased
    ON sync.official_number (home_id, org_id, year, device_no) WHERE state = 'leased';
