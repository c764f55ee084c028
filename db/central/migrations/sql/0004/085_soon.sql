-- What has to be soon: hearing of others, and calls of the first minutes.

-- Who else has a case open is to be seen within 5 s, so a machine may ask again before they are over.
DO $$
BEGIN
    EXECUTE replace(
        pg_get_functiondef('sync.bell(bytea[])'::regprocedure), ' 5 + 55 * ', ' 3 + 57 * ');
END $$;

-- A plan that was made while a table was nearly empty is kept until it is analysed for the first time:
-- by it each push went through the whole log of its machine.
-- OFFSET 0 keeps the inner question by itself, so that it is asked by the whole key, row by row.
CREATE OR REPLACE FUNCTION sync.refuse_a_copy(sent sync.sent[], machine sync.device) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(sent) AS s CROSS JOIN LATERAL (
            SELECT x.op_id FROM sync.op AS x
            WHERE x.home_id = machine.home_id AND x.device_no = machine.device_no
                AND x.device_seq = s.device_seq AND x.device_seq > 0
            OFFSET 0
        ) AS o
        WHERE s.device_seq > 0 AND o.op_id <> s.op_id
    ) OR cardinality(sent) > 1 AND EXISTS (
        SELECT FROM unnest(sent) AS s WHERE s.device_seq > 0
        GROUP BY s.device_seq HAVING count(*) > 1
    ) THEN
        RAISE EXCEPTION 'another machine writes under this device id' USING ERRCODE = 'SY002';
    END IF;
END $$;

-- Two indexes that begin alike look alike while a table is nearly empty, and a page of a feed went
-- through all operations of its home by the wrong one.
DROP INDEX sync.op_of_id;
CREATE UNIQUE INDEX op_of_id ON sync.op (op_id, home_id, record_id);

-- The entries of a feed after a number; each operation is asked for by its whole key, as above.
CREATE OR REPLACE FUNCTION sync.pull(org_id int, after_fseq bigint, "limit" int)
RETURNS TABLE (
    fseq bigint, event smallint, record_id text, seq bigint, feed_chain bytea, link bytea,
    op_id text, org int, action text, v int, device_seq bigint, base_seq bigint,
    base_chain bytea, after text, saved_at text, body text, body_hash bytea, wish text,
    sealed text, blobs text[], author text, device_id text, device_name text, placed_at text,
    said text, chain bytea, mac bytea, key_id int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
        LEFT JOIN LATERAL (
            SELECT o.* FROM sync.placed_op AS o
            WHERE f.event = 1 AND o.home_id = home
                AND o.record_id = f.record_id AND o.seq = f.seq
            OFFSET 0
        ) AS p ON true
        ORDER BY f.fseq;
END $$;
