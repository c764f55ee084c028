-- Organisations with everything below them; others are not gone through, whose pages would tell how
-- many they are.
CREATE INDEX org_parent ON sync.org (parent_id);
CREATE FUNCTION sync.orgs_within(tops int[]) RETURNS int[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found int[] := tops;
    next int[] := tops;
BEGIN
    WHILE cardinality(next) > 0 LOOP
        next := ARRAY(SELECT o.org_id FROM sync.org AS o
            WHERE o.parent_id = ANY (next) AND o.org_id <> ALL (found));
        found := found || next;
    END LOOP;
    RETURN found;
END $$;
ALTER FUNCTION sync.orgs_within OWNER TO sync_owner;
REVOKE ALL ON FUNCTION sync.orgs_within FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.orgs_within TO sync_writer;

CREATE OR REPLACE FUNCTION sync.refused_edits()
RETURNS TABLE (
    op_id text, record_id text, author text, device_name text, refused_at text, saved_at text,
    body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    RETURN QUERY
        SELECT q.op_id, q.record_id, p.name, d.name, sync.instant(q.refused_at),
            q.op ->> 'saved_at',
            CASE WHEN octet_length(q.op ->> 'body') <= 65536 THEN q.op ->> 'body' ELSE '' END
        FROM sync.quarantine AS q
        JOIN sync.person AS p ON p.home_id = q.home_id AND p.person_id = q.person_id
        JOIN sync.device AS d ON d.home_id = q.home_id AND d.device_no = q.device_no
        -- From what came to the caller's organisations: others' moves cost nobody anything.
        WHERE q.home_id = who.home_id AND q.reason = 'no_access' AND q.record_id = ANY (ARRAY(
                SELECT m.record_id FROM sync.move AS m
                WHERE m.home_id = who.home_id
                    AND m.to_org_id = ANY (sync.orgs_within(who.sees))))
            AND sync.is_for(who, q)
        ORDER BY q.refused_at DESC, q.op_id LIMIT 50;
END $$;
