-- An operation as it travels; whoever asks sees by his own policies.
CREATE VIEW sync.placed_op WITH (security_invoker = true) AS
SELECT o.home_id, o.record_id, o.seq, o.op_id, o.org_id, o.action, o.v, o.device_seq, o.base_seq,
    o.base_chain, o.after, o.saved_at, coalesce(o.body, '') AS body, o.body_hash, o.wish, o.sealed,
    o.blobs, o.author, d.device_id, d.name AS device_name,
    sync.instant(o.placed_at) AS placed_at, o.said, o.chain, o.mac, o.key_id
FROM sync.op AS o JOIN sync.device AS d USING (home_id, device_no);

-- Introduces a machine; tells who one is and how far the feeds go. ``cursors``: org_id -> fseq.
CREATE FUNCTION sync.hello(device_id text, device_name text, cursors json)
RETURNS TABLE (
    protocol_min int, protocol_max int, epoch bigint, is_recovering boolean, is_replica boolean,
    server_at timestamptz, person text, device_is_revoked boolean, org_id int, home_id int,
    org_name text, kind text, role text, can_write boolean, case_word text, fseq bigint,
    chain bytea, chain_at_cursor bytea, bell_key bytea)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    me sync.person;
    is_revoked boolean;
BEGIN
    SELECT p.* INTO me FROM sync.person AS p;  -- the policy leaves one
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this login is nobody here' USING ERRCODE = 'SY001';
    END IF;
    is_revoked := sync.greet(hello.device_id, hello.device_name);
    RETURN QUERY
        SELECT 1, 1, h.epoch, h.is_recovering, pg_is_in_recovery(), clock_timestamp(), me.name,
            is_revoked, o.org_id, h.home_id, o.name, o.kind, m.role, m.can_write,
            coalesce((sync.series_of(o.home_id, o.org_id)).case_word, ''), f.fseq, f.chain,
            sync.chain_at(m.home_id, m.org_id, (hello.cursors ->> m.org_id::text)::bigint),
            o.bell_key
        FROM sync.home AS h
        LEFT JOIN (sync.member AS m
            JOIN sync.org AS o ON o.home_id = m.home_id AND o.org_id = m.org_id
            JOIN sync.feed_head AS f ON f.home_id = m.home_id AND f.org_id = m.org_id
        ) ON m.home_id = h.home_id AND m.person_id = me.person_id AND NOT is_revoked
        WHERE h.home_id = me.home_id
        ORDER BY o.org_id;
END $$;

-- The chain of a feed at a number. A function, because a policy lets through to the index only
-- what cannot tell anybody of a row: an expression over another table is not among that.
CREATE FUNCTION sync.chain_at(home int, org int, number bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT f.chain FROM sync.feed AS f
        WHERE f.home_id = home AND f.org_id = org AND f.fseq = number), '');
END $$;

-- The chain of a log at a place, for a feed whose entry tells of a record that has left: the
-- hash alone, so that the feed's own chain can be checked.
CREATE FUNCTION sync.link_of(home int, record text, place bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce((
            SELECT o.chain FROM sync.op AS o
            WHERE o.home_id = home AND o.record_id = record AND o.seq = place), ''));
END $$;

-- Whether the caller sees a record: asked before its rows are. A policy alone would go through all
-- rows of a record that somebody knows by its id, and how long that takes tells how many they are.
CREATE FUNCTION sync.sees(home int, record text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM sync.record_org AS s
        WHERE s.home_id = home AND s.record_id = record);
END $$;

-- The entries of a feed after a number.
CREATE FUNCTION sync.pull(org_id int, after_fseq bigint, "limit" int)
RETURNS TABLE (
    fseq bigint, event smallint, record_id text, seq bigint, feed_chain bytea, link bytea,
    op_id text, org int, action text, v int, device_seq bigint, base_seq bigint,
    base_chain bytea, after text, saved_at text, body text, body_hash bytea, wish text,
    sealed text, blobs text[], author text, device_id text, device_name text, placed_at text,
    said text, chain bytea, mac bytea, key_id int)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    RETURN QUERY
        SELECT f.fseq, f.event, f.record_id, f.seq, f.chain,
            CASE WHEN p.op_id IS NULL THEN sync.link_of(f.home_id, f.record_id, f.seq) ELSE '' END,
            p.op_id, p.org_id, p.action, p.v, p.device_seq, p.base_seq, p.base_chain, p.after,
            p.saved_at, p.body, p.body_hash, p.wish, p.sealed, p.blobs, p.author, p.device_id,
            p.device_name, p.placed_at, p.said, p.chain, p.mac, p.key_id
        FROM (
            SELECT * FROM sync.feed AS e
            WHERE e.home_id = home AND e.org_id = pull.org_id AND e.fseq > pull.after_fseq
            ORDER BY e.fseq LIMIT least(pull."limit", 1000)
        ) AS f
        LEFT JOIN sync.placed_op AS p ON f.event = 1 AND p.home_id = home
            AND p.record_id = f.record_id AND p.seq = f.seq
        ORDER BY f.fseq;
END $$;

-- The log of one record after a place.
CREATE FUNCTION sync.history(record_id text, after_seq bigint, "limit" int)
RETURNS TABLE (
    record text, seq bigint,
    op_id text, org int, action text, v int, device_seq bigint, base_seq bigint,
    base_chain bytea, after text, saved_at text, body text, body_hash bytea, wish text,
    sealed text, blobs text[], author text, device_id text, device_name text, placed_at text,
    said text, chain bytea, mac bytea, key_id int)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    IF NOT sync.sees(home, history.record_id) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT p.record_id, p.seq,
            p.op_id, p.org_id, p.action, p.v, p.device_seq, p.base_seq, p.base_chain, p.after,
            p.saved_at, p.body, p.body_hash, p.wish, p.sealed, p.blobs, p.author, p.device_id,
            p.device_name, p.placed_at, p.said, p.chain, p.mac, p.key_id
        FROM sync.placed_op AS p
        WHERE p.home_id = home AND p.record_id = history.record_id AND p.seq > history.after_seq
        ORDER BY p.seq LIMIT least(history."limit", 1000);
END $$;

-- Where the records of an organisation stand, in the order of their ids.
CREATE FUNCTION sync.heads(org_id int, after_record text, "limit" int)
RETURNS TABLE (record_id text, seq bigint, chain bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    RETURN QUERY
        SELECT s.record_id, r.seq, r.chain
        FROM sync.record_org AS s JOIN sync.record AS r
            ON r.home_id = s.home_id AND r.record_id = s.record_id AND r.seq > 0
        WHERE s.home_id = home AND s.org_id = heads.org_id
            AND s.record_id > heads.after_record
        ORDER BY s.record_id LIMIT least(heads."limit", 10000);
END $$;

-- The stored snapshots of an organisation's records, in the order of their ids.
CREATE FUNCTION sync.snapshots(org_id int, after_record text, "limit" int)
RETURNS TABLE (record_id text, seq bigint, chain bytea, doc bytea, sha256 bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    RETURN QUERY
        SELECT s.record_id, n.seq, n.chain, n.doc, n.sha256
        FROM sync.record_org AS s JOIN sync.snapshot AS n
            ON n.home_id = s.home_id AND n.record_id = s.record_id
        WHERE s.home_id = home AND s.org_id = snapshots.org_id
            AND s.record_id > snapshots.after_record
        ORDER BY s.record_id LIMIT least(snapshots."limit", 5000);
END $$;

-- The greatest of some places that the log of a record has as well; 0 also where there is none
-- for the caller.
CREATE FUNCTION sync.probe(record_id text, seqs bigint[], chains bytea[]) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    IF NOT sync.sees(home, probe.record_id) THEN
        RETURN 0;
    END IF;
    RETURN coalesce((
        SELECT max(o.seq) FROM unnest(probe.seqs, probe.chains) AS p (seq, chain)
        JOIN sync.op AS o ON o.home_id = home AND o.record_id = probe.record_id
            AND o.seq = p.seq AND substr(o.chain, 1, 8) = substr(p.chain, 1, 8)), 0);
END $$;
