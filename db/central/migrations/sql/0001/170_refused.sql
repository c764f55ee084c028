-- Edits that came when the record had gone from their author, for those who have it now: latest
-- first. Only of persons who could see it until it was moved: whoever guesses an id is not heard.
CREATE FUNCTION sync.refused_edits()
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
                SELECT m.record_id
                FROM sync.org AS o JOIN sync.move AS m
                    ON m.home_id = o.home_id AND m.to_org_id = o.org_id
                WHERE o.home_id = who.home_id AND o.lineage && who.sees))
            AND sync.is_for(who, q)
        ORDER BY q.refused_at DESC, q.op_id LIMIT 50;
END $$;

-- Notes that somebody who may write the record has taken such an edit up, or will not.
CREATE FUNCTION sync.answer_refused(op_id text, record_id text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.record_org AS s
        WHERE s.home_id = who.home_id AND s.record_id = answer_refused.record_id
            AND s.org_id = ANY (who.writes)
    ) THEN
        RAISE EXCEPTION 'no access' USING ERRCODE = 'SY005';
    END IF;
    INSERT INTO sync.refusal_answer (home_id, person_id, op_id, body_hash)
    SELECT q.home_id, q.person_id, q.op_id, q.body_hash
    FROM sync.quarantine AS q
    WHERE q.home_id = who.home_id AND q.op_id = answer_refused.op_id
        AND q.record_id = answer_refused.record_id AND sync.is_for(who, q)
    ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

-- Whether a refused edit is the caller's to look at, and nobody has answered it.
CREATE FUNCTION sync.is_for(who sync.caller, q sync.quarantine) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN q.reason = 'no_access' AND q.person_id <> who.person_id
        AND EXISTS (SELECT FROM sync.record_org AS s
            WHERE s.home_id = q.home_id AND s.record_id = q.record_id
                AND s.org_id = ANY (who.sees))
        AND EXISTS (SELECT FROM sync.move AS m
            JOIN sync.org AS o ON o.home_id = m.home_id AND o.org_id = m.from_org_id
            JOIN sync.member AS b ON b.home_id = o.home_id AND b.org_id = ANY (o.lineage)
            WHERE m.home_id = q.home_id AND m.record_id = q.record_id
                AND b.person_id = q.person_id AND b.can_write)
        AND NOT EXISTS (SELECT FROM sync.refusal_answer AS a
            WHERE a.home_id = q.home_id AND a.person_id = q.person_id AND a.op_id = q.op_id
                AND a.body_hash = q.body_hash);
END $$;
