-- A list of hashes of another shape, or a false size, of whoever announced a content first would have
-- kept everybody else from ever sending it.
CREATE OR REPLACE FUNCTION sync.missing_chunks(record_id text, blob_id text, hashes bytea[], size bigint)
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
        OR array_ndims(hashes) > 1 OR array_lower(hashes, 1) > 1 OR size < 0 OR cardinality(hashes) <> (size + 262143) / 262144
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

CREATE OR REPLACE FUNCTION sync.put_chunk(record_id text, blob_id text, idx int, data bytea) RETURNS void
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
    UPDATE sync.blob AS b SET is_complete = true, size_bytes = (
        SELECT sum(octet_length(c.data)) FROM sync.blob_chunk AS c
        WHERE c.home_id = home AND c.record_id = wanted.record_id
            AND c.blob_id = wanted.blob_id)
    WHERE b.home_id = home AND b.record_id = wanted.record_id AND b.blob_id = wanted.blob_id
        AND NOT b.is_complete AND cardinality(b.chunk_hashes) = (
            SELECT count(*) FROM sync.blob_chunk AS c
            WHERE c.home_id = home AND c.record_id = wanted.record_id
                AND c.blob_id = wanted.blob_id);
    IF NOT FOUND THEN
        -- Nothing counts before the last chunk: its commit waits until all before it are on disk
        -- as well. A centre that stops before that is asked again what it lacks.
        PERFORM set_config('synchronous_commit', 'off', true);
    END IF;
END $$;
