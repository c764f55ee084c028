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
    WITH seen AS MATERIALIZED (
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
            WHERE o.home_id = who.home_id AND o.op_id = s.op_id AND o.record_id = s.record_id
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

-- What waits holds back what was built on it.
CREATE FUNCTION sync.hold_back(sent sync.sent[], verdicts sync.verdict[]) RETURNS sync.verdict[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    waiting text[] := '{}';
BEGIN
    FOR i IN 1..cardinality(verdicts) LOOP
        IF verdicts[i].judgement = 'waiting' THEN
            waiting := waiting || sent[i].record_id;
        ELSIF verdicts[i].judgement = 'placed' AND sent[i].record_id = ANY (waiting) THEN
            verdicts[i].judgement := 'waiting';
        END IF;
    END LOOP;
    RETURN verdicts;
END $$;

-- None of these contents is on its way. Of one that nobody has begun to send nothing is known: it
-- may be gone for good, and a signature must not wait for ever.
CREATE FUNCTION sync.are_complete(home int, record text, wanted text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM sync.blob AS b
        WHERE b.home_id = home AND b.record_id = record AND b.blob_id = ANY (wanted)
            AND NOT b.is_complete);
END $$;

-- Another operation has the number that this machine counts by: its disk was copied.
CREATE FUNCTION sync.refuse_a_copy(sent sync.sent[], machine sync.device) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(sent) AS s JOIN sync.op AS o
            ON o.home_id = machine.home_id AND o.device_no = machine.device_no
            AND o.device_seq = s.device_seq AND o.device_seq > 0
        WHERE s.device_seq > 0 AND o.op_id <> s.op_id
    ) OR cardinality(sent) > 1 AND EXISTS (
        SELECT FROM unnest(sent) AS s WHERE s.device_seq > 0
        GROUP BY s.device_seq HAVING count(*) > 1
    ) THEN
        RAISE EXCEPTION 'another machine writes under this device id' USING ERRCODE = 'SY002';
    END IF;
END $$;
