-- Says which record is open on a machine, '' for none; returns who else has it open.
CREATE FUNCTION sync.here(device_id text, record_id text)
RETURNS TABLE (person text, device_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    machine sync.device;
BEGIN
    IF pg_is_in_recovery() THEN
        RETURN;  -- what is not logged is not there on a replica
    END IF;
    machine := sync.own_device(who, here.device_id);
    IF NOT EXISTS (
        SELECT FROM sync.record_org AS s
        WHERE s.home_id = who.home_id AND s.record_id = here.record_id
            AND s.org_id = ANY (who.sees)
    ) THEN
        DELETE FROM sync.presence AS p
        WHERE p.home_id = who.home_id AND p.device_no = machine.device_no;
        RETURN;
    END IF;
    INSERT INTO sync.presence AS p (home_id, record_id, person_id, device_no, expires_at)
    VALUES (who.home_id, here.record_id, who.person_id, machine.device_no,
        clock_timestamp() + interval '20 seconds')
    ON CONFLICT (home_id, device_no) DO UPDATE
    SET record_id = excluded.record_id, expires_at = excluded.expires_at;
    RETURN QUERY
        SELECT q.name, d.name
        FROM sync.presence AS p JOIN sync.person AS q USING (home_id, person_id)
        JOIN sync.device AS d USING (home_id, device_no)
        WHERE p.home_id = who.home_id AND p.record_id = here.record_id
            AND p.device_no <> machine.device_no AND p.expires_at > clock_timestamp()
        ORDER BY q.name, d.name;
END $$;

-- How far the feeds go whose keys somebody knows, and when to ask again: the fuller the server,
-- the later. 0 for a key that is none.
CREATE FUNCTION sync.bell(keys bytea[])
RETURNS TABLE (fseqs bigint[], next_after double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
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
            5 + 55 * greatest(0, sync.load() - 0.5) * 2;
END $$;

-- Which share of the connections is taken.
CREATE FUNCTION sync.load() RETURNS double precision
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least(1, pg_stat_get_db_numbackends(d.oid)::double precision
        / current_setting('max_connections')::int)
    FROM pg_database AS d WHERE d.datname = current_database()
$$;
