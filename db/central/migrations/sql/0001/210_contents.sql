-- Announces a content; returns which chunks are lacking.
CREATE FUNCTION sync.missing_chunks(record_id text, blob_id text, hashes bytea[], size bigint)
RETURNS SETOF int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int := sync.own_record(missing_chunks.record_id);
    joined bytea;
BEGIN
    SELECT string_agg(h, ''::bytea ORDER BY n) INTO joined
    FROM unnest(hashes) WITH ORDINALITY AS u (h, n);
    IF blob_id <> encode(sha256(coalesce(joined, '')), 'hex')
        OR octet_length(joined) <> 32 * cardinality(hashes)
        OR size < 0 OR cardinality(hashes) <> (size + 262143) / 262144
        OR cardinality(hashes) > 4096 THEN
        RAISE EXCEPTION 'a content that is not what it says' USING ERRCODE = 'SY008';
    END IF;
    INSERT INTO sync.blob AS b (home_id, record_id, blob_id, chunk_hashes, size_bytes, is_complete)
    VALUES (home, missing_chunks.record_id, missing_chunks.blob_id, hashes, size, size = 0)
    ON CONFLICT DO NOTHING;
    RETURN QUERY
        SELECT g - 1 FROM generate_series(1, cardinality(hashes)) AS g
        WHERE NOT EXISTS (
            SELECT FROM sync.blob_chunk AS c
            WHERE c.home_id = home AND c.record_id = missing_chunks.record_id
                AND c.blob_id = missing_chunks.blob_id AND c.idx = g - 1)
        ORDER BY g;
END $$;

-- Stores one chunk of a content that was announced.
CREATE FUNCTION sync.put_chunk(record_id text, blob_id text, idx int, data bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int := sync.own_record(put_chunk.record_id);
    wanted sync.blob;
    hash bytea := sha256(data);
BEGIN
    SELECT * INTO wanted FROM sync.blob AS b
    WHERE b.home_id = home AND b.record_id = put_chunk.record_id
        AND b.blob_id = put_chunk.blob_id FOR NO KEY UPDATE;
    IF wanted.chunk_hashes[idx + 1] IS DISTINCT FROM hash THEN
        RAISE EXCEPTION 'a content that is not what it says' USING ERRCODE = 'SY008';
    END IF;
    INSERT INTO sync.blob_chunk (home_id, record_id, blob_id, idx, hash, data)
    VALUES (home, wanted.record_id, wanted.blob_id, put_chunk.idx, hash, put_chunk.data)
    ON CONFLICT DO NOTHING;
    UPDATE sync.blob AS b SET is_complete = true
    WHERE b.home_id = home AND b.record_id = wanted.record_id AND b.blob_id = wanted.blob_id
        AND NOT b.is_complete AND cardinality(b.chunk_hashes) = (
            SELECT count(*) FROM sync.blob_chunk AS c
            WHERE c.home_id = home AND c.record_id = wanted.record_id
                AND c.blob_id = wanted.blob_id);
END $$;

-- The home of a record that the caller may write; anything else is no access.
CREATE FUNCTION sync.own_record(record_id text) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.record_org AS s
        WHERE s.home_id = who.home_id AND s.record_id = own_record.record_id
            AND s.org_id = ANY (who.writes)
    ) THEN
        RAISE EXCEPTION 'no access' USING ERRCODE = 'SY005';
    END IF;
    RETURN who.home_id;
END $$;

CREATE FUNCTION sync.blob_of(record_id text, blob_id text)
RETURNS TABLE (chunk_hashes bytea[], size_bytes bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    IF NOT sync.sees(home, blob_of.record_id) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT b.chunk_hashes, b.size_bytes FROM sync.blob AS b
        WHERE b.home_id = home AND b.record_id = blob_of.record_id
            AND b.blob_id = blob_of.blob_id AND b.is_complete;
END $$;

CREATE FUNCTION sync.chunk_of(record_id text, blob_id text, idx int) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    IF NOT sync.sees(home, chunk_of.record_id) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT c.data FROM sync.blob_chunk AS c
        WHERE c.home_id = home AND c.record_id = chunk_of.record_id
            AND c.blob_id = chunk_of.blob_id AND c.idx = chunk_of.idx);
END $$;

-- Stores a record folded up to a place; the place must be one of its log.
CREATE FUNCTION sync.put_snapshot(record_id text, seq bigint, chain bytea, doc bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.op AS o JOIN sync.record_org AS s USING (home_id, record_id)
        WHERE o.home_id = who.home_id AND o.record_id = put_snapshot.record_id
            AND o.seq = put_snapshot.seq AND o.chain = put_snapshot.chain
            AND s.org_id = ANY (who.sees)
    ) THEN
        RETURN false;
    END IF;
    INSERT INTO sync.snapshot AS n (home_id, record_id, seq, chain, doc, sha256)
    VALUES (who.home_id, put_snapshot.record_id, put_snapshot.seq, put_snapshot.chain,
        put_snapshot.doc, sha256(put_snapshot.doc))
    ON CONFLICT (home_id, record_id) DO UPDATE
    SET seq = excluded.seq, chain = excluded.chain, doc = excluded.doc, sha256 = excluded.sha256,
        made_at = clock_timestamp()
    WHERE n.seq <= excluded.seq OR NOT EXISTS (  -- of a log that was lost with a restored backup
        SELECT FROM sync.op AS o
        WHERE o.home_id = n.home_id AND o.record_id = n.record_id AND o.seq = n.seq
            AND o.chain = n.chain);
    RETURN true;
END $$;
