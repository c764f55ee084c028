-- Reads operations that the centre once accepted; one whose MAC does not prove it has a fault.
CREATE FUNCTION sync.read_returned(ops json, who sync.caller) RETURNS sync.sent[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
                key, proven, sync.content_of(proven, each.device_id)) THEN ''
            ELSE 'bad_mac' END;
        given := sync.as_sent(proven, each.n::int, fault, each.device_id, each.device_name);
        given.device_seq := sync.free_device_seq(given, who.home_id, returned);
        returned := returned || given;
    END LOOP;
    RETURN returned;
END $$;

-- The same operation as one to be placed; its machine is looked up where it is proven.
CREATE FUNCTION sync.as_sent(
    proven sync.op, n int, fault text, device_id text, device_name text
) RETURNS sync.sent
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    machine_no int := 0;
BEGIN
    IF fault = '' THEN
        machine_no := sync.device_of(proven.home_id, device_id, device_name, proven.author);
    END IF;
    RETURN ROW(
        n, proven.op_id, proven.record_id, proven.org_id, proven.action, proven.v,
        proven.device_seq, proven.base_seq, proven.base_chain, proven.after, proven.saved_at,
        nullif(proven.body, ''), proven.body_hash, proven.wish, proven.sealed, proven.blobs,
        fault, proven.author, machine_no, device_id, proven.seq, proven.chain,
        proven.placed_at, proven.said, proven.relay_id)::sync.sent;
END $$;

-- A copied disk and its original may both have counted the same, one before the centre lost what it
-- had and one after; both are given back, and the second counts as written under a former id.
CREATE FUNCTION sync.free_device_seq(given sync.sent, home int, before sync.sent[]) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM sync.op AS o
        WHERE o.home_id = home AND o.device_no = given.device_no AND o.device_seq > 0
            AND o.device_seq = given.device_seq AND o.op_id <> given.op_id
    ) OR EXISTS (
        SELECT FROM unnest(before) AS b
        WHERE b.device_no = given.device_no AND b.device_seq = given.device_seq
            AND b.op_id <> given.op_id
    ) THEN
        RETURN 0;
    END IF;
    RETURN given.device_seq;
END $$;

CREATE FUNCTION sync.device_of(home int, wanted_id text, wanted_name text, author text) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_no int;
BEGIN
    LOOP
        SELECT d.device_no INTO found_no
        FROM sync.device AS d LEFT JOIN sync.person AS p USING (home_id, person_id)
        WHERE d.home_id = home AND d.device_id = wanted_id
        ORDER BY p.name IS NOT DISTINCT FROM author DESC, d.device_no LIMIT 1;
        IF FOUND THEN
            RETURN found_no;
        END IF;
        PERFORM sync.new_device(home, wanted_id, 0, left(wanted_name, 200));
    END LOOP;
END $$;

-- Takes back what the centre once accepted and has lost: into its old place where that is the
-- next one, else behind the others, with its author kept.
CREATE FUNCTION sync.rescue(device_id text, ops text)
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
BEGIN
    returned := sync.read_returned(sync.batch(ops), who);
    -- A record that is lost is made again where it was when its first entry was placed, also by
    -- one to whom it came by a move that was lost with it: he gives it back, and lets go of it.
    heads := sync.hold_records(who.home_id,
        ARRAY(SELECT o.org_id FROM sync.org AS o WHERE o.home_id = who.home_id),
        who.sees, returned,
        ARRAY(SELECT DISTINCT r.record_id FROM unnest(returned) AS r WHERE r.fault = ''));
    verdicts := sync.judge_returned(who, returned, heads);
    IF EXISTS (SELECT FROM unnest(verdicts) AS v WHERE v.judgement = 'placed') THEN
        verdicts := sync.place(who.home_id, returned, verdicts, heads);
    END IF;
    PERFORM sync.restore_bodies(who.home_id, returned, verdicts);
    -- Where a record goes that the caller no longer sees is not for him to know.
    RETURN QUERY SELECT v.op_id, v.judgement,
            CASE WHEN h.can_write THEN v.seq ELSE 0 END,
            CASE WHEN h.can_write THEN v.chain ELSE '' END, v.said, v.reason
        FROM unnest(verdicts) WITH ORDINALITY AS v
        JOIN unnest(returned) AS s ON s.n = v.ordinality
        LEFT JOIN unnest(heads) AS h ON h.record_id = s.record_id
        WHERE v.judgement <> 'waiting';
END $$;

CREATE FUNCTION sync.judge_returned(who sync.caller, returned sync.sent[], heads sync.head[])
RETURNS sync.verdict[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    verdicts sync.verdict[];
BEGIN
    SELECT array_agg(ROW(
        s.op_id,
        CASE WHEN s.fault <> '' THEN 'refused' WHEN o.op_id IS NOT NULL THEN 'known'
            WHEN h.record_id IS NULL THEN 'waiting' ELSE 'placed' END,
        coalesce(o.seq, 0), coalesce(o.chain, ''), coalesce(o.said, '{}'), s.fault,
        s.base_seq = 0 OR EXISTS (
            SELECT FROM sync.op AS b
            WHERE b.home_id = who.home_id AND b.record_id = s.record_id
                AND b.seq = s.base_seq AND substr(b.chain, 1, 8) = s.base_chain)
    )::sync.verdict ORDER BY s.n)
    INTO verdicts
    FROM unnest(returned) AS s
    LEFT JOIN unnest(heads) AS h ON h.record_id = s.record_id
    LEFT JOIN sync.op AS o ON o.home_id = who.home_id AND o.op_id = s.op_id
        AND o.record_id = s.record_id AND o.body_hash = s.body_hash;
    RETURN coalesce(verdicts, '{}');
END $$;

-- Somebody gave an operation back without its body before somebody else still had it. What was
-- erased here stays erased.
CREATE FUNCTION sync.restore_bodies(home int, returned sync.sent[], verdicts sync.verdict[])
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE sync.op AS o SET body = s.body
    FROM unnest(returned) AS s JOIN unnest(verdicts) AS v ON v.op_id = s.op_id
    WHERE v.judgement = 'known' AND s.body IS NOT NULL AND o.home_id = home
        AND o.record_id = s.record_id AND o.seq = v.seq AND o.body IS NULL
        AND NOT EXISTS (
            SELECT FROM sync.erasure AS e
            WHERE e.home_id = home AND e.record_id = o.record_id AND e.seq = o.seq);
END $$;
