DO $$
DECLARE
    each record;
    published text[] := ARRAY[
        'status_salt', 'own_cases', 'publish_status', 'ask_status', 'answer_status'];
BEGIN
    FOR each IN SELECT unnest(ARRAY['told_status', 'status_question']) AS named LOOP
        EXECUTE format('ALTER TABLE sync.%I OWNER TO sync_owner', each.named);
        EXECUTE format('REVOKE ALL ON sync.%I FROM PUBLIC', each.named);
        EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', each.named);
        EXECUTE format('CREATE POLICY writer ON sync.%I TO sync_writer USING (true)', each.named);
    END LOOP;
    FOR each IN SELECT p.oid::regprocedure AS signature, p.proname FROM pg_proc AS p
        WHERE p.pronamespace = 'sync'::regnamespace
            AND p.proname = ANY (published || ARRAY[
                'more_questions', 'decoy', 'cases_written_by']) LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', each.signature, CASE
            WHEN each.proname = ANY (published) THEN 'sync_writer' ELSE 'sync_owner' END);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', each.signature);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', each.signature, CASE
            WHEN each.proname = ANY (published) THEN 'sync_client' ELSE 'sync_writer' END);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON sync.told_status TO sync_writer;
GRANT SELECT, INSERT, UPDATE ON sync.status_question TO sync_writer;
