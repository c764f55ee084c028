-- What a machine digests a code with.
CREATE FUNCTION sync.status_salt() RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who sync.caller := sync.caller();
BEGIN
    RETURN (SELECT h.status_salt FROM sync.home AS h WHERE h.home_id = who.home_id);
END $$;

-- Which of these cases are of an organisation for which the caller writes, and of which place of
-- its log each was told: so nobody digests a code that a colleague has digested.
CREATE FUNCTION sync.own_cases(record_ids text[]) RETURNS TABLE (record_id text, told_seq bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    RETURN QUERY
        SELECT r.record_id, coalesce(t.seq, 0)
        FROM sync.record AS r LEFT JOIN sync.told_status AS t
            ON t.home_id = r.home_id AND t.record_id = r.record_id AND t.org_id = r.org_id
        WHERE r.home_id = who.home_id
            AND r.record_id = ANY (sync.cases_written_by(who, record_ids));
END $$;

CREATE FUNCTION sync.cases_written_by(who sync.caller, record_ids text[]) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (cardinality(record_ids) BETWEEN 0 AND 500) IS NOT TRUE THEN
        RAISE EXCEPTION 'more than may be told at once' USING ERRCODE = 'SY004';
    END IF;
    RETURN ARRAY(
        SELECT r.record_id FROM sync.record AS r
        WHERE r.home_id = who.home_id AND r.record_id = ANY (record_ids)
            AND r.org_id = ANY (who.writes) AND r.seq > 0
            AND sync.kind_of(r.record_id) = 'case');
END $$;

-- Tells how cases stand; an empty text takes back what was told.
--
-- Only for cases of an organisation for which the caller writes. Nothing here depends on what
-- others told: who tries codes this way learns nothing.
CREATE FUNCTION sync.publish_status(
    record_ids text[], lookups bytea[], sealed bytea[], seqs bigint[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    own text[] := sync.cases_written_by(who, record_ids);
BEGIN
    DELETE FROM sync.told_status AS t
    USING unnest(record_ids, publish_status.sealed) AS g (record_id, said)
    WHERE t.home_id = who.home_id AND t.record_id = g.record_id
        AND g.record_id = ANY (own) AND g.said = '';
    INSERT INTO sync.told_status AS t (home_id, record_id, org_id, lookup, sealed, seq)
    SELECT DISTINCT ON (g.record_id) who.home_id, g.record_id, r.org_id, g.lookup, g.said,
        least(g.seq, r.seq)
    FROM unnest(record_ids, lookups, publish_status.sealed, seqs)
        AS g (record_id, lookup, said, seq)
    JOIN sync.record AS r ON r.home_id = who.home_id AND r.record_id = g.record_id
    WHERE g.record_id = ANY (own) AND g.said <> ''
    ORDER BY g.record_id
    ON CONFLICT (home_id, record_id) DO UPDATE
    SET org_id = excluded.org_id, lookup = excluded.lookup, sealed = excluded.sealed,
        seq = excluded.seq,
        told_at = CASE WHEN t.lookup = excluded.lookup THEN t.told_at ELSE excluded.told_at END
    -- Who has not seen the newest yet does not put an older status in its place.
    WHERE (t.seq <= excluded.seq OR t.org_id <> excluded.org_id)
        AND (t.org_id, t.lookup, t.sealed) IS DISTINCT FROM
            (excluded.org_id, excluded.lookup, excluded.sealed);
END $$;
