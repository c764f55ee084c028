-- The load is asked here and not by a function of its own in sql, which would be planned anew at
-- each poll.
CREATE OR REPLACE FUNCTION sync.bell(keys bytea[])
RETURNS TABLE (fseqs bigint[], next_after double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
SET enable_indexscan = on SET enable_indexonlyscan = on SET enable_bitmapscan = on
SET enable_nestloop = on SET enable_sort = on SET seq_page_cost = 1 SET random_page_cost = 1.1
SET cpu_tuple_cost = 0.01 SET cpu_index_tuple_cost = 0.005 SET cpu_operator_cost = 0.0025
SET from_collapse_limit = 8 SET join_collapse_limit = 8
AS $$
BEGIN
    RETURN QUERY
        SELECT ARRAY(
                SELECT coalesce(f.fseq, 0)
                FROM unnest(keys[:1000]) WITH ORDINALITY AS k (bell_key, n)
                LEFT JOIN sync.org AS o ON o.bell_key = k.bell_key
                LEFT JOIN sync.feed_head AS f
                    ON f.home_id = o.home_id AND f.org_id = o.org_id
                ORDER BY k.n),
            5 + 55 * greatest(0, least(1, (
                SELECT pg_stat_get_db_numbackends(d.oid)::double precision
                    / current_setting('max_connections')::int
                FROM pg_database AS d WHERE d.datname = current_database())) - 0.5) * 2;
END $$;

DROP FUNCTION sync.load();
