-- Reads operations that the centre once accepted; one whose MAC does not prove it has a fault.
CREATE OR REPLACE FUNCTION sync.read_returned(ops json, who sync.caller) RETURNS sync.sent[]
LANGUAGE plpgsql AS $$
DECLARE
    returned sync.sent[] := '{}';
    each record;
    proven sync.op;
    given sync.sent;
    key sync.server_key;
    fault text;
BEGIN
    FOR each IN
        SELECT e.n, x.*
        FROM json_array_elements(ops) WITH ORDINALITY AS e (op, n)
        CROSS JOIN LATERAL json_to_record(e.op) AS x (
            op_id text, kind text, record_id text, org_id int, action text, v int,
            device_seq bigint, base_seq bigint, base_chain text, after text, saved_at text,
            body text, body_hash text, wish text, sealed text, blobs text[], author text,
            device_id text, device_name text, seq bigint, placed_at timestamptz, said text,
            chain text, mac text, key_id int)
        ORDER BY e.n
    LOOP
        proven := ROW(
            who.home_id, each.record_id, each.seq, each.op_id, each.org_id, each.action, each.v,
            each.author, 0, each.device_seq, each.base_seq, decode(each.base_chain, 'hex'),
            each.after, each.saved_at, each.placed_at, each.body, decode(each.body_hash, 'hex'),
            each.wish, each.sealed, each.blobs, each.said, decode(each.chain, 'hex'),
            decode(each.mac, 'hex'), each.key_id, who.person_id);
        SELECT k.* INTO key FROM sync.server_key AS k
        WHERE k.home_id = who.home_id AND k.key_id = each.key_id;
        fault := CASE
            WHEN each.kind IS DISTINCT FROM sync.kind_of(each.record_id) THEN 'malformed'
            WHEN each.body <> '' AND proven.body_hash <> sha256(sync.part(each.body))
                THEN 'bad_hash'
            WHEN proven.mac = sync.mac_of(
                key, proven, sync.content_of(proven, each.device_id))
                -- What the seal does not cover.
                THEN sync.fault_within(
                    '[]', '', sha256(sync.part('')), each.wish, '', each.blobs)
            ELSE 'bad_mac' END;
        given := sync.as_sent(proven, each.n::int, fault, each.device_id, each.device_name);
        given.device_seq := sync.free_device_seq(given, who.home_id, returned);
        returned := returned || given;
    END LOOP;
    RETURN returned;
END $$;

-- The records of which something is lost that is given back.
CREATE FUNCTION sync.lacking(home int, returned sync.sent[]) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT DISTINCT r.record_id FROM unnest(returned) AS r
        WHERE r.fault = '' AND (
            SELECT o.seq FROM sync.op AS o
            WHERE o.home_id = home AND o.op_id = r.op_id AND o.record_id || '' = r.record_id
                AND o.body_hash = r.body_hash
        ) IS NULL);
END $$;
ALTER FUNCTION sync.lacking OWNER TO sync_owner;
REVOKE ALL ON FUNCTION sync.lacking FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.lacking TO sync_writer;

-- As before, but for the list of all organisations, by whose length EXPLAIN told how many there are;
-- and only that is locked of which something is lost: who once had a record could else hold it.
CREATE OR REPLACE FUNCTION sync.rescue(device_id text, ops text)
RETURNS TABLE (op_id text, judgement text, seq bigint, chain bytea, said text, reason text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    machine sync.device := sync.own_device(who, device_id);
    returned sync.sent[];
    heads sync.head[];
    verdicts sync.verdict[];
    seen text[];
BEGIN
    returned := sync.read_returned(sync.batch(ops), who);
    -- A record that is lost is made again where it was when its first entry was placed, also by
    -- one to whom it came by a move that was lost with it: he gives it back, and lets go of it.
    heads := sync.hold_records(who.home_id,
        NULL, who.sees, returned, sync.lacking(who.home_id, returned));
    verdicts := sync.judge_returned(who, returned, heads);
    IF EXISTS (SELECT FROM unnest(verdicts) AS v WHERE v.judgement = 'placed') THEN
        verdicts := sync.place(who.home_id, returned, verdicts, heads);
    END IF;
    PERFORM sync.restore_bodies(who.home_id, returned, verdicts);
    -- Where a record goes that the caller no longer sees is not for him to know.
    seen := sync.reached(who.home_id, who.sees,
        ARRAY(SELECT DISTINCT r.record_id FROM unnest(returned) AS r WHERE r.fault = ''));
    RETURN QUERY SELECT v.op_id, v.judgement,
            CASE WHEN s.record_id = ANY (seen) THEN v.seq ELSE 0 END,
            CASE WHEN s.record_id = ANY (seen) THEN v.chain ELSE '' END, v.said, v.reason
        FROM unnest(verdicts) WITH ORDINALITY AS v
        JOIN unnest(returned) AS s ON s.n = v.ordinality
        WHERE v.judgement <> 'waiting';
END $$;
