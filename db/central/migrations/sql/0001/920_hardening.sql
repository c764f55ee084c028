-- Rights on the database itself are lost when it is copied or restored under another name, so
-- every upgrade gives them again.
CREATE FUNCTION sync.guard_database() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO sync_client, sync_bell', current_database());
END $$;
ALTER FUNCTION sync.guard_database() OWNER TO sync_owner;
REVOKE ALL ON FUNCTION sync.guard_database() FROM PUBLIC;

-- What PostgreSQL gives to everybody and a client does not need.
DO $$
DECLARE
    each record;
BEGIN
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
    -- Large objects, advisory locks, sizes, statistics and counters: ways to store, to wait for
    -- somebody, or to count what others do.
    FOR each IN SELECT p.oid::regprocedure AS signature FROM pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' AND p.proname ~
            '^(lo_|lo(creat|_)|loread$|lowrite$|pg_(try_)?advisory|pg_stat|pg_.*_size$|pg_sleep)|'
            '^(pg_current_xact_id|pg_current_snapshot|txid_|pg_export_snapshot|pg_lock|pg_notif)|'
            '^(pg_current_wal|pg_last_|pg_cancel|pg_terminate|pg_prepared|pg_cursor|pg_xact)|'
            '^(pg_listening|pg_blocking|pg_safe_snapshot|query_to_|table_to_|schema_to_)|'
            '^(database_to_|cursor_to_|pg_relation_file|pg_filenode|pg_partition|pg_notify$)|'
            '^(pg_get_multixact|pg_get_replication|pg_show_|pg_get_keywords|row_security_active$)|'
            -- how many transactions and bytes all of them have written by now
            '^(age|mxid_age|pg_nextoid|pg_sequence_last_value|pg_tablespace_databases)$|'
            '^(pg_control_|pg_logical_|pg_isolation_|pg_.*(wal_|walfile|replication_slot))'
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', each.signature);
    END LOOP;
    -- Who else there is, and how much of everything.
    FOR each IN SELECT c.oid::regclass AS named FROM pg_class AS c
        WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'v')
            AND c.relname ~ ('^pg_(class|roles|user|group|auth_members|db_role_setting|shadow|'
                'stat.*|locks|tables|indexes|views|policies|policy|prepared.*|cursors|settings|'
                'database|largeobject_metadata|shdepend|shdescription|default_acl|init_privs|'
                'replication.*|publication.*|subscription.*|file_settings|shmem.*|backend.*)$')
    LOOP
        EXECUTE format('REVOKE SELECT ON %s FROM PUBLIC', each.named);
    END LOOP;
    GRANT EXECUTE ON FUNCTION pg_stat_get_db_numbackends(oid) TO sync_ringer;
    GRANT SELECT ON pg_database TO sync_ringer;
END $$;
