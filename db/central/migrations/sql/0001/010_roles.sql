-- Roles belong to the whole cluster: another database may have made them already.
DO $$
DECLARE
    wanted text;
BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the database must be made with ENCODING UTF8' USING ERRCODE = '22023';
    END IF;
    FOREACH wanted IN ARRAY ARRAY[
        'sync_owner', 'sync_reader', 'sync_writer', 'sync_ringer',
        'sync_client', 'sync_bell', 'sync_snapshot'
    ] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END $$;
