-- An operation as it was sent, or as it was given back after a loss.
CREATE TYPE sync.sent AS (
    n int, op_id text, record_id text, org_id int, action text, v int, device_seq bigint,
    base_seq bigint, base_chain bytea, after text, saved_at text, body text, body_hash bytea,
    wish text, sealed text, blobs text[],
    fault text,  -- what is wrong with it by itself, empty where nothing is
    author text, device_no int, device_id text,
    given_seq bigint, given_chain bytea, given_at timestamptz, given_said text, relay_id int
);

CREATE TYPE sync.verdict AS (
    op_id text, judgement text, seq bigint, chain bytea, said text, reason text,
    base_holds boolean
);

-- Where a record stood when its row was locked.
CREATE TYPE sync.head AS (
    record_id text, org_id int, seq bigint, chain bytea, orgs int[], can_write boolean
);

CREATE FUNCTION sync.fault_of(
    op_id text, kind text, record_id text, org_id int, action text, saved_at text
) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN op_id ~ '^[0-9A-Za-z-]{1,64}$' AND record_id ~ '^[0-9A-Za-z_-]{1,64}$'
            AND kind = sync.kind_of(record_id)
            AND (kind <> 'committee' OR record_id = 'org-' || org_id::text)
            AND octet_length(action) BETWEEN 1 AND 100 AND saved_at ~ (
                '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9](:[0-5][0-9]){2}(\.[0-9]{1,6})?[+]00:00$')
        THEN '' ELSE 'malformed' END
$$;

CREATE FUNCTION sync.fault_within(
    after text, body text, body_hash bytea, wish text, sealed text, blobs text[]
) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN octet_length(body) > 4194304 THEN 'too_big'
        WHEN body_hash IS DISTINCT FROM sha256(sync.part(body)) THEN 'bad_hash'
        WHEN after ~ '^\[("[0-9A-Za-z-]{1,64}"(,"[0-9A-Za-z-]{1,64}")*)?\]$'
            AND sealed ~ '^([0-9a-f]{64})?$' AND octet_length(wish) <= 300
            AND wish ~ '^(\["[^"\\[:cntrl:]]*",[0-9]{1,9},(null|[0-9]{1,9})\])?$'
            AND array_to_string(blobs, ',', '?') ~ '^([0-9a-f]{64}(,[0-9a-f]{64})*)?$'
        THEN '' ELSE 'malformed' END
$$;

-- What one call carries, before anything of it is looked at.
CREATE FUNCTION sync.batch(ops text) RETURNS json
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF octet_length(ops) > 33554432 OR json_array_length(ops::json) > 200 THEN
        RAISE EXCEPTION 'more than 200 operations or 32 MiB at once' USING ERRCODE = 'SY004';
    END IF;
    RETURN ops::json;
END $$;

-- Reads what a client sent; each operation is judged by itself, so that a bad one stops no other.
CREATE FUNCTION sync.read_sent(ops json, who sync.caller, machine sync.device) RETURNS sync.sent[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sent sync.sent[];
BEGIN
    SELECT array_agg(ROW(
        x.n, x.op_id, x.record_id, x.org_id, x.action, x.v, x.device_seq,
        x.base_seq, decode(x.base_chain, 'hex'), x.after, x.saved_at, x.body,
        decode(x.body_hash, 'hex'), x.wish, x.sealed, x.blobs,
        coalesce(nullif(sync.fault_of(
            x.op_id, x.kind, x.record_id, x.org_id, x.action, x.saved_at), ''),
            CASE WHEN (x.v >= 0 AND x.device_seq >= 0 AND x.base_seq >= 0
                AND octet_length(x.base_chain) <= 64) IS NOT TRUE THEN 'malformed' END,
            sync.fault_within(
                x.after, x.body, decode(x.body_hash, 'hex'), x.wish, x.sealed, x.blobs)),
        who.name, machine.device_no, machine.device_id,
        NULL::bigint, NULL::bytea, NULL::timestamptz, NULL::text, NULL::int
    )::sync.sent ORDER BY x.n)
    INTO sent
    FROM ROWS FROM (json_to_recordset(ops) AS (
        op_id text, kind text, record_id text, org_id int, action text, v int, device_seq bigint,
        base_seq bigint, base_chain text, after text, saved_at text, body text, body_hash text,
        wish text, sealed text, blobs text[])) WITH ORDINALITY AS x (
        op_id, kind, record_id, org_id, action, v, device_seq, base_seq, base_chain, after,
        saved_at, body, body_hash, wish, sealed, blobs, n);
    IF cardinality(sent) > 1
        AND EXISTS (SELECT FROM unnest(sent) AS s GROUP BY s.op_id HAVING count(*) > 1) THEN
        RAISE EXCEPTION 'an operation twice in one batch' USING ERRCODE = 'SY004';
    END IF;
    RETURN coalesce(sent, '{}');
END $$;

-- Locks the records that operations are about. Those that are there come before those that are
-- made: who waits for a record that somebody else is making holds nothing that this one needs.
CREATE FUNCTION sync.hold_records(
    home int, allowed int[], writes int[], sent sync.sent[], wanted text[]
) RETURNS sync.head[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    heads sync.head[] := sync.lock_records(home, writes, wanted);
BEGIN
    IF cardinality(heads) < cardinality(wanted) THEN
        PERFORM sync.create_records(home, allowed, sent);
        heads := sync.lock_records(home, writes, wanted);
    END IF;
    RETURN heads;
END $$;

-- Makes the rows of records that are new, in the order of their ids.
CREATE FUNCTION sync.create_records(home int, allowed int[], sent sync.sent[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH first AS (
        SELECT DISTINCT ON (s.record_id) s.record_id, s.org_id
        FROM unnest(sent) AS s WHERE s.fault = '' ORDER BY s.record_id, s.n
    ), made AS (
        INSERT INTO sync.record (home_id, record_id, org_id)
        SELECT home, f.record_id, f.org_id
        FROM first AS f JOIN sync.org AS o ON o.home_id = home AND o.org_id = f.org_id
        WHERE o.lineage && allowed AND NOT EXISTS (
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

-- Locks the records in the order of their ids, then reads what stands there now.
CREATE FUNCTION sync.lock_records(home int, writes int[], wanted text[]) RETURNS sync.head[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    heads sync.head[];
BEGIN
    PERFORM FROM sync.record AS r
    WHERE r.home_id = home AND r.record_id = ANY (wanted)
    ORDER BY r.record_id FOR NO KEY UPDATE;
    -- A statement of its own: it sees what was committed while the lock was waited for.
    SELECT array_agg(ROW(
        r.record_id, r.org_id, r.seq, r.chain, s.orgs, s.orgs && writes
    )::sync.head ORDER BY r.record_id)
    INTO heads
    FROM sync.record AS r CROSS JOIN LATERAL (
        SELECT array_agg(o.org_id ORDER BY o.org_id) AS orgs FROM sync.record_org AS o
        WHERE o.home_id = home AND o.record_id = r.record_id
    ) AS s
    WHERE r.home_id = home AND r.record_id = ANY (wanted);
    RETURN coalesce(heads, '{}');
END $$;
