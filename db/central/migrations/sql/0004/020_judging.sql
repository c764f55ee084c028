-- Nothing of a log is looked at for an operation that may not be placed there: EXPLAIN tells how many
-- pages that took. No EXISTS, which the planner may answer by reading the log of everybody at once;
-- and an operation is looked up by its id, never by going through the log of its record.
CREATE OR REPLACE FUNCTION sync.judge(
    who sync.caller, sent sync.sent[], heads sync.head[], is_recovering boolean
) RETURNS sync.verdict[]
LANGUAGE plpgsql AS $$
DECLARE
    verdicts sync.verdict[];
BEGIN
    WITH seen AS MATERIALIZED (
        SELECT s.n, s.op_id, s.record_id, s.wish, k.seq, k.chain, k.said,
            s.base_seq = 0 OR coalesce(h.can_write IS TRUE AND s.base_chain = (
                SELECT substr(b.chain, 1, 8) FROM sync.op AS b
                WHERE b.home_id = who.home_id AND b.record_id = s.record_id
                    AND b.seq = s.base_seq), false) AS base_holds,
            CASE
                WHEN s.fault <> '' THEN s.fault
                WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'known'
                WHEN q.reason IS NOT NULL THEN q.reason
                WHEN h.can_write IS NOT TRUE THEN 'no_access'
                -- At another record that the caller sees. What he does not see is not asked
                -- about: the answer would tell him that it is there.
                WHEN k.op_id IS NOT NULL OR EXISTS (
                    SELECT FROM sync.op AS o JOIN sync.record_org AS e USING (home_id, record_id)
                    WHERE o.home_id = who.home_id AND o.op_id = s.op_id
                        AND o.record_id <> s.record_id AND e.org_id = ANY (who.sees)
                ) THEN 'id_reuse'
                WHEN s.sealed <> '' AND s.blobs <> '{}' AND NOT sync.are_complete(who.home_id, s.record_id, s.blobs)
                    THEN 'waiting'
                ELSE 'placed'
            END AS finding
        FROM unnest(sent) AS s
        LEFT JOIN unnest(heads) AS h ON h.record_id = s.record_id
        LEFT JOIN LATERAL (
            SELECT o.op_id, o.seq, o.chain, o.said, o.body_hash = s.body_hash AS is_same,
                d.person_id = who.person_id AS is_mine
            FROM sync.op AS o JOIN sync.device AS d USING (home_id, device_no)
            WHERE o.home_id = who.home_id AND o.op_id = s.op_id
                AND o.record_id || '' = s.record_id
        ) AS k ON true
        LEFT JOIN sync.quarantine AS q
            ON q.home_id = who.home_id AND q.person_id = who.person_id
            AND q.op_id = left(s.op_id, 64) AND q.body_hash = s.body_hash
    )
    SELECT array_agg(ROW(
        f.op_id,
        CASE WHEN f.final IN ('known', 'waiting', 'placed') THEN f.final ELSE 'refused' END,
        CASE WHEN f.final = 'known' THEN f.seq ELSE 0 END,
        CASE WHEN f.final = 'known' THEN f.chain ELSE '' END,
        CASE WHEN f.final = 'known' THEN f.said ELSE '{}' END,
        CASE WHEN f.final IN ('known', 'waiting', 'placed') THEN '' ELSE f.final END,
        f.base_holds
    )::sync.verdict ORDER BY f.n)
    INTO verdicts
    FROM (
        SELECT g.*, CASE
            WHEN NOT is_recovering OR g.finding = 'known' THEN g.finding
            WHEN g.finding <> 'placed' OR g.wish <> '' THEN 'waiting'
            ELSE 'placed' END AS final
        FROM seen AS g
    ) AS f;
    RETURN sync.hold_back(sent, coalesce(verdicts, '{}'));
END $$;

CREATE OR REPLACE FUNCTION sync.judge_returned(who sync.caller, returned sync.sent[], heads sync.head[])
RETURNS sync.verdict[]
LANGUAGE plpgsql AS $$
DECLARE
    verdicts sync.verdict[];
BEGIN
    SELECT array_agg(ROW(
        s.op_id,
        CASE WHEN s.fault <> '' THEN 'refused' WHEN o.op_id IS NOT NULL THEN 'known'
            WHEN h.record_id IS NULL THEN 'waiting' ELSE 'placed' END,
        coalesce(o.seq, 0), coalesce(o.chain, ''), coalesce(o.said, '{}'), s.fault,
        s.base_seq = 0 OR coalesce(s.fault = '' AND s.base_chain = (
            SELECT substr(b.chain, 1, 8) FROM sync.op AS b
            WHERE b.home_id = who.home_id AND b.record_id = s.record_id
                AND b.seq = s.base_seq), false)
    )::sync.verdict ORDER BY s.n)
    INTO verdicts
    FROM unnest(returned) AS s
    LEFT JOIN unnest(heads) AS h ON h.record_id = s.record_id
    LEFT JOIN sync.op AS o ON o.home_id = who.home_id
        AND o.op_id = CASE WHEN s.fault = '' THEN s.op_id END
        AND o.record_id || '' = s.record_id AND o.body_hash = s.body_hash;
    RETURN coalesce(verdicts, '{}');
END $$;
