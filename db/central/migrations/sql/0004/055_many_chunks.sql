-- Several chunks in one answer, in the order in which they were asked for; NULL for one that is not
-- there. Each is looked up by its place.
CREATE FUNCTION sync.chunks_of(record_id text, blob_id text, places int[]) RETURNS SETOF bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int := sync.my_home();
BEGIN
    IF NOT sync.sees(home, chunks_of.record_id) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT (
            SELECT c.data FROM sync.blob_chunk AS c
            WHERE c.home_id = home AND c.record_id = chunks_of.record_id
                AND c.blob_id = chunks_of.blob_id AND c.idx = w.place)
        FROM unnest(chunks_of.places[1:64]) WITH ORDINALITY AS w (place, n) ORDER BY w.n;
END $$;
ALTER FUNCTION sync.chunks_of OWNER TO sync_reader;
REVOKE ALL ON FUNCTION sync.chunks_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.chunks_of TO sync_client;
