-- PostgreSQL lets CREATE RULE and CREATE TRIGGER wait for a lock before it asks for the right to make
-- one, and whoever comes later waits behind: with two sessions anybody could stop everybody.
CREATE FUNCTION sync.only_administrators() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, 'sync_owner', 'MEMBER') AND (
        pg_has_role(session_user, 'sync_client', 'MEMBER')
        OR pg_has_role(session_user, 'sync_bell', 'MEMBER')
    ) THEN
        RAISE EXCEPTION 'permission denied for %', tg_tag USING ERRCODE = '42501';
    END IF;
END $$;
ALTER FUNCTION sync.only_administrators OWNER TO sync_owner;
REVOKE ALL ON FUNCTION sync.only_administrators FROM PUBLIC;
CREATE EVENT TRIGGER sync_only_administrators ON ddl_command_start
    EXECUTE FUNCTION sync.only_administrators();
