-- What a call touches, which EXPLAIN counts, must not depend on what others have.

-- Who calls is looked up by an index: session_user is a name, which sorts by "C", and the index of the
-- column does not; every call went through all persons.
CREATE INDEX person_of_login ON sync.person (login COLLATE "C");

-- A person's machines and what was leased to them are found without going through everybody's.
CREATE INDEX device_of_person ON sync.device (home_id, person_id);
DROP INDEX sync.number_leased;
CREATE INDEX number_leased
    ON sync.official_number (home_id, device_no, year, serial) WHERE state = 'leased';

-- The series in which a number was leased to this person: it stands on paper, and stays, also
-- where the case has moved meanwhile to an organisation whose numbers bear another word. Other
-- persons' numbers are not looked at: a wish could try one after the other.
CREATE OR REPLACE FUNCTION sync.series_leased(
    home int, word text, wanted_year int, wanted int, machine_no int
) RETURNS sync.org
LANGUAGE plpgsql STABLE AS $$
DECLARE
    owner int := (SELECT d.person_id FROM sync.device AS d
        WHERE d.home_id = home AND d.device_no = machine_no);
    machines int[] := CASE WHEN owner > 0 THEN ARRAY(SELECT d.device_no FROM sync.device AS d
        WHERE d.home_id = home AND d.person_id = owner) ELSE ARRAY[machine_no] END;
BEGIN
    RETURN (SELECT o FROM unnest(machines) AS m (device_no) CROSS JOIN LATERAL (
            SELECT n.org_id FROM sync.official_number AS n
            WHERE n.home_id = home AND n.device_no = m.device_no AND n.year = wanted_year
                AND n.serial = wanted AND n.state = 'leased' OFFSET 0
        ) AS l JOIN sync.org AS o ON o.home_id = home AND o.org_id = l.org_id
        WHERE o.case_word = word LIMIT 1);
END $$;

CREATE OR REPLACE FUNCTION sync.leased_to(who sync.caller, series int, wanted_year int) RETURNS int
LANGUAGE plpgsql STABLE AS $$
DECLARE
    machines int[] := ARRAY(SELECT d.device_no FROM sync.device AS d
        WHERE d.home_id = who.home_id AND d.person_id = who.person_id);
BEGIN
    RETURN (SELECT count(*) FROM unnest(machines) AS m (device_no) CROSS JOIN LATERAL (
            SELECT n.org_id FROM sync.official_number AS n
            WHERE n.home_id = who.home_id AND n.device_no = m.device_no AND n.year = wanted_year
                AND n.state = 'leased' OFFSET 0
        ) AS l WHERE l.org_id = series);
END $$;

-- Which of these cases the caller's own organisations have: who sees them is asked first.
CREATE OR REPLACE FUNCTION sync.cases_written_by(who sync.caller, record_ids text[]) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF (cardinality(record_ids) BETWEEN 0 AND 500) IS NOT TRUE THEN
        RAISE EXCEPTION 'more than may be told at once' USING ERRCODE = 'SY004';
    END IF;
    RETURN ARRAY(
        SELECT r.record_id
        FROM unnest(sync.reached(who.home_id, who.writes, record_ids)) AS w (record_id)
        CROSS JOIN LATERAL (
            SELECT x.record_id FROM sync.record AS x
            WHERE x.home_id = who.home_id AND x.record_id = w.record_id
                AND x.org_id = ANY (who.writes) AND x.seq > 0 OFFSET 0
        ) AS r WHERE sync.kind_of(r.record_id) = 'case');
END $$;

-- The row beside the place of a lookup is read in either case; behind the last one that is the first
-- one. Each time two places are looked up and one row is read.
CREATE OR REPLACE FUNCTION sync.answer_status(lookup bytea) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    said bytea := sync.decoy(who.home_id, answer_status.lookup);
    beside sync.told_status;
    first sync.told_status;
    holder int;
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.status_question AS q
        WHERE q.home_id = who.home_id AND q.person_id = who.person_id
            AND q.lookup = answer_status.lookup AND q.asked_at <> transaction_timestamp()
    ) THEN
        RAISE EXCEPTION 'this is not what was asked last' USING ERRCODE = '40001';
    END IF;
    SELECT t.* INTO beside FROM sync.told_status AS t
    WHERE t.home_id = who.home_id AND t.lookup >= answer_status.lookup
    ORDER BY t.lookup, t.told_at, t.record_id LIMIT 1;
    SELECT t.* INTO first FROM sync.told_status AS t
    WHERE t.home_id = who.home_id AND t.lookup >= CASE
        WHEN beside.lookup IS NULL THEN ''::bytea ELSE decode(repeat('ff', 33), 'hex') END
    ORDER BY t.lookup, t.told_at, t.record_id LIMIT 1;
    IF beside.lookup IS NULL THEN
        beside := first;
    END IF;
    SELECT r.org_id INTO holder FROM sync.record AS r
    WHERE r.home_id = who.home_id AND r.record_id = beside.record_id;
    IF beside.lookup = answer_status.lookup AND beside.org_id = holder THEN
        said := beside.sealed;
    END IF;
    RETURN said;
END $$;

-- As before, but record by record, and by the only index that begins with the organisation (the home
-- is hidden from the other one): without statistics the planner went through everybody's.
DROP INDEX sync.record_of_org;
CREATE UNIQUE INDEX record_of_org ON sync.record_org (org_id, record_id, home_id);
CREATE OR REPLACE FUNCTION sync.heads(org_id int, after_record text, "limit" int)
RETURNS TABLE (record_id text, seq bigint, chain bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    RETURN QUERY
        SELECT s.record_id, r.seq, r.chain
        FROM (
            SELECT e.record_id FROM sync.record_org AS e
            WHERE e.home_id + 0 = home AND e.org_id = heads.org_id
                AND e.record_id > heads.after_record
            ORDER BY e.record_id OFFSET 0
        ) AS s CROSS JOIN LATERAL (
            SELECT x.seq, x.chain FROM sync.record AS x
            WHERE x.home_id = home AND x.record_id = s.record_id AND x.seq > 0 OFFSET 0
        ) AS r
        ORDER BY s.record_id LIMIT least(heads."limit", 10000);
END $$;

CREATE OR REPLACE FUNCTION sync.snapshots(org_id int, after_record text, "limit" int)
RETURNS TABLE (record_id text, seq bigint, chain bytea, doc bytea, sha256 bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    RETURN QUERY
        SELECT s.record_id, n.seq, n.chain, n.doc, n.sha256
        FROM (
            SELECT e.record_id FROM sync.record_org AS e
            WHERE e.home_id + 0 = home AND e.org_id = snapshots.org_id
                AND e.record_id > snapshots.after_record
            ORDER BY e.record_id OFFSET 0
        ) AS s CROSS JOIN LATERAL (
            SELECT x.seq, x.chain, x.doc, x.sha256 FROM sync.snapshot AS x
            WHERE x.home_id = home AND x.record_id = s.record_id OFFSET 0
        ) AS n
        ORDER BY s.record_id LIMIT least(snapshots."limit", 5000);
END $$;

-- Stores a record folded up to a place, which must be one of its log; that is looked up only where
-- the caller sees the record.
CREATE OR REPLACE FUNCTION sync.put_snapshot(record_id text, seq bigint, chain bytea, doc bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    IF sync.reached(who.home_id, who.sees, ARRAY[put_snapshot.record_id]) = '{}' THEN
        RETURN false;
    END IF;
    IF NOT EXISTS (
        SELECT FROM sync.op AS o
        WHERE o.home_id = who.home_id AND o.record_id = put_snapshot.record_id
            AND o.seq = put_snapshot.seq AND o.chain = put_snapshot.chain
    ) THEN
        RETURN false;
    END IF;
    INSERT INTO sync.snapshot AS n (home_id, record_id, seq, chain, doc, sha256)
    VALUES (who.home_id, put_snapshot.record_id, put_snapshot.seq, put_snapshot.chain,
        put_snapshot.doc, sha256(put_snapshot.doc))
    ON CONFLICT (home_id, record_id) DO UPDATE
    SET seq = excluded.seq, chain = excluded.chain, doc = excluded.doc, sha256 = excluded.sha256,
        made_at = clock_timestamp()
    WHERE n.seq <= excluded.seq OR NOT EXISTS (  -- of a log that was lost with a restored backup
        SELECT FROM sync.op AS o
        WHERE o.home_id = n.home_id AND o.record_id = n.record_id AND o.seq = n.seq
            AND o.chain = n.chain);
    RETURN true;
END $$;

-- As before, but each feed is looked up: the planner went through those of all organisations, and took
-- the longer the more there are.
CREATE OR REPLACE FUNCTION sync.write_down(
    home int, ops sync.op[], entries sync.feed[], heads sync.head[], feeds sync.feed_head[]
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sync.op SELECT o.* FROM unnest(ops) AS o;
    INSERT INTO sync.feed SELECT e.* FROM unnest(entries) AS e;
    IF EXISTS (SELECT FROM unnest(ops) AS o WHERE o.sealed <> '') THEN
        INSERT INTO sync.sealed_agreement (home_id, record_id, seq, op_id, digest)
        SELECT home, o.record_id, o.seq, o.op_id, o.sealed
        FROM unnest(ops) AS o WHERE o.sealed <> '';
    END IF;
    UPDATE sync.record AS r SET seq = h.seq, chain = h.chain
    FROM unnest(heads) AS h
    WHERE r.home_id = home AND r.record_id = h.record_id AND r.seq <> h.seq;
    UPDATE sync.feed_head AS f SET fseq = u.fseq, chain = u.chain
    FROM unnest(feeds) AS u
    WHERE f.home_id = u.home_id AND f.org_id = u.org_id AND f.fseq <> u.fseq;
END $$;

-- As before, but the organisation of a word that was said is looked up by the word.
CREATE OR REPLACE FUNCTION sync.lock_series(home int, sent sync.sent[], heads sync.head[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM unnest(sent) AS s WHERE s.wish <> '' OR s.given_said <> '{}') THEN
        RETURN;
    END IF;
    PERFORM sync.lock_one_series(home, w.org_id, w.year) FROM (
        SELECT DISTINCT n.org_id, sync.year_of(s.wish) AS year
        FROM unnest(sent) AS s JOIN unnest(heads) AS h ON h.record_id = s.record_id
        CROSS JOIN LATERAL sync.series_of(home, h.org_id) AS n
        WHERE s.fault = '' AND s.wish <> '' AND n.org_id IS NOT NULL AND sync.year_of(s.wish) IS NOT NULL
        UNION
        SELECT n.org_id, sync.year_of(s.wish)
        FROM unnest(sent) AS s CROSS JOIN LATERAL sync.series_leased(
            home, s.wish::json ->> 0, sync.year_of(s.wish), (s.wish::json ->> 2)::int, s.device_no
        ) AS n
        WHERE s.fault = '' AND s.wish <> '' AND n.org_id IS NOT NULL
        UNION
        SELECT n.org_id, g.year
        FROM unnest(sent) AS s CROSS JOIN LATERAL sync.number_said(
            CASE WHEN s.fault = '' THEN s.given_said END) AS g
        CROSS JOIN LATERAL (
            SELECT o.org_id FROM sync.org AS o
            WHERE o.home_id = home AND o.case_word = g.word AND o.case_word <> '' OFFSET 0
        ) AS n
        ORDER BY 1, 2
    ) AS w;
END $$;
