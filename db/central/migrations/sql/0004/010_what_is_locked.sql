-- Whoever names somebody else's record must not lock its row, its feeds or its number series: he could
-- let others wait, and feel when they write.
-- Those of some records that the organisations named see; all of them where none is named.
CREATE FUNCTION sync.reached(home int, allowed int[], wanted text[]) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF allowed IS NULL THEN
        RETURN wanted;
    END IF;
    RETURN ARRAY(SELECT DISTINCT s.record_id FROM sync.record_org AS s
        WHERE s.home_id = home AND s.record_id = ANY (wanted) AND s.org_id = ANY (allowed));
END $$;
ALTER FUNCTION sync.reached OWNER TO sync_owner;
REVOKE ALL ON FUNCTION sync.reached FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.reached TO sync_writer;

-- Locks the records that operations are about, as far as the organisations named reach. Those that
-- are there come before those that are made: who waits for a record that somebody else is making
-- holds nothing that this one needs.
CREATE OR REPLACE FUNCTION sync.hold_records(
    home int, allowed int[], writes int[], sent sync.sent[], wanted text[]
) RETURNS sync.head[]
LANGUAGE plpgsql AS $$
DECLARE
    heads sync.head[] := sync.lock_records(
        home, writes, sync.reached(home, allowed, wanted));
BEGIN
    IF cardinality(heads) < cardinality(wanted) THEN
        PERFORM sync.create_records(home, allowed, sent);
        heads := sync.lock_records(home, writes, sync.reached(home, allowed, wanted));
    END IF;
    RETURN heads;
END $$;

-- Makes the rows of records that are new, in the order of their ids.
CREATE OR REPLACE FUNCTION sync.create_records(home int, allowed int[], sent sync.sent[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    WITH first AS (
        SELECT DISTINCT ON (s.record_id) s.record_id, s.org_id
        FROM unnest(sent) AS s WHERE s.fault = '' ORDER BY s.record_id, s.n
    ), made AS (
        INSERT INTO sync.record (home_id, record_id, org_id)
        SELECT home, f.record_id, f.org_id
        FROM first AS f JOIN sync.org AS o ON o.home_id = home AND o.org_id = f.org_id
        WHERE (allowed IS NULL OR o.lineage && allowed) AND NOT EXISTS (
            SELECT FROM sync.record AS r WHERE r.home_id = home AND r.record_id = f.record_id)
        ORDER BY f.record_id
        ON CONFLICT (home_id, record_id) DO NOTHING
        RETURNING record_id, org_id
    )
    INSERT INTO sync.record_org (home_id, record_id, org_id)
    SELECT home, m.record_id, l.org_id
    FROM made AS m JOIN sync.org AS o ON o.home_id = home AND o.org_id = m.org_id
    CROSS JOIN LATERAL unnest(o.lineage) AS l (org_id);
END $$;
