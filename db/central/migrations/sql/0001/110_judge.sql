-- Says of each operation what is to become of it: known, refused, waiting or placed.
--
-- Access comes before the id, so that an id tells nobody anything. A verdict is final: what was
-- refused once is refused again. While the centre is being restored nothing is refused.
CREATE FUNCTION sync.judge(
    who sync.caller, sent sync.sent[], heads sync.head[], is_recovering boolean
) RETURNS sync.verdict[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    verdicts sync.verdict[];
BEGIN
    WITH seen AS (
        SELECT s.n, s.op_id, s.record_id, s.wish, k.seq, k.chain, k.said,
            s.base_seq = 0 OR EXISTS (
                SELECT FROM sync.op AS b
                WHERE b.home_id = who.home_id AND b.record_id = s.record_id
                    AND b.seq = s.base_seq AND substr(b.chain, 1, 8) = s.base_chain
            ) AS base_holds,
            CASE
                WHEN s.fault <> '' THEN s.fault
                WHEN k.is_same AND (k.is_mine OR h.can_write) THEN 'known'
                WHEN q.reason IS NOT NULL THEN q.reason
                WHEN h.can_write IS NOT TRUE THEN 'no_access'
                WHEN k.op_id IS NOT NULL OR sync.is_used_elsewhere(who, s.op_id, s.record_id)
                    THEN 'id_reuse'
                WHEN s.sealed <> '' AND NOT sync.are_complete(who.home_id, s.record_id, s.blobs)
                    THEN 'waiting'
                ELSE 'placed'
            END AS finding
        FROM unnest(sent) AS s
        LEFT JOIN unnest(heads) AS h ON h.record_id = s.record_id
        LEFT JOIN LATERAL (
            SELECT o.op_id, o.seq, o.chain, o.said, o.body_hash = s.body_hash AS is_same,
                d.person_id = who.person_id AS is_mine
            FROM sync.op AS o JOIN sync.device AS d USING (home_id, device_no)
            WHERE o.home_id = who.home_id AND o.op_id = s.op_id AND o.record_id = s.record_id
        ) AS k ON true
        LEFT JOIN sync.quarantine AS q
            ON q.home_id = who.home_id AND q.person_id = who.person_id
            AND q.op_id = left(s.op_id, 64) AND q.body_hash = s.body_hash
    ), found AS (
        SELECT f.*, CASE
            WHEN NOT is_recovering OR f.finding = 'known' THEN f.finding
            WHEN f.finding <> 'placed' OR f.wish <> '' THEN 'waiting'
            ELSE 'placed' END AS final
        FROM seen AS f
    ), ordered AS (
        -- What waits holds back what was built on it.
        SELECT f.*, f.final = 'placed' AND bool_or(f.final = 'waiting')
            OVER (PARTITION BY f.record_id ORDER BY f.n) AS is_held_back
        FROM found AS f
    )
    SELECT array_agg(ROW(
        o.op_id,
        CASE WHEN o.is_held_back THEN 'waiting'
            WHEN o.final IN ('known', 'waiting', 'placed') THEN o.final ELSE 'refused' END,
        CASE WHEN o.final = 'known' THEN o.seq ELSE 0 END,
        CASE WHEN o.final = 'known' THEN o.chain ELSE '' END,
        CASE WHEN o.final = 'known' THEN o.said ELSE '{}' END,
        CASE WHEN o.final IN ('known', 'waiting', 'placed') THEN '' ELSE o.final END,
        o.base_holds
    )::sync.verdict ORDER BY o.n)
    INTO verdicts
    FROM ordered AS o;
    RETURN coalesce(verdicts, '{}');
END $$;

-- The id of an operation is at another record that the caller sees. What he does not see is
-- not asked about: he would learn from the answer that it is there.
CREATE FUNCTION sync.is_used_elsewhere(who sync.caller, id text, record text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM sync.op AS o JOIN sync.record_org AS s USING (home_id, record_id)
        WHERE o.home_id = (who).home_id AND o.op_id = id AND o.record_id <> record
            AND s.org_id = ANY ((who).sees))
$$;

CREATE FUNCTION sync.are_complete(home int, record text, wanted text[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT EXISTS (
        SELECT FROM unnest(wanted) AS w (blob_id)
        WHERE NOT EXISTS (
            SELECT FROM sync.blob AS b
            WHERE b.home_id = home AND b.record_id = record AND b.blob_id = w.blob_id
                AND b.is_complete))
$$;

-- Another operation has the number that this machine counts by: its disk was copied.
CREATE FUNCTION sync.refuse_a_copy(sent sync.sent[], machine sync.device) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(sent) AS s JOIN sync.op AS o
            ON o.home_id = machine.home_id AND o.device_no = machine.device_no
            AND o.device_seq = s.device_seq AND o.device_seq > 0
        WHERE s.device_seq > 0 AND s.device_seq <= machine.last_seq AND o.op_id <> s.op_id
    ) OR EXISTS (
        SELECT FROM unnest(sent) AS s WHERE s.device_seq > 0
        GROUP BY s.device_seq HAVING count(*) > 1
    ) THEN
        RAISE EXCEPTION 'another machine writes under this device id' USING ERRCODE = 'SY002';
    END IF;
END $$;
