-- The second wall: also inside a reading function, a row is there only for whom it is meant.
DO $$
DECLARE
    named text;
BEGIN
    FOR named IN SELECT c.relname FROM pg_class AS c
        WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind = 'r'
            AND c.relname <> 'alembic_version' LOOP
        EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', named);
        EXECUTE format('CREATE POLICY writer ON sync.%I TO sync_writer USING (true)', named);
    END LOOP;
END $$;

CREATE POLICY reader ON sync.home FOR SELECT TO sync_reader
    USING (home_id = (SELECT sync.my_home()));
CREATE POLICY reader ON sync.device FOR SELECT TO sync_reader
    USING (home_id = (SELECT sync.my_home()));
-- Also those above: their word may stand in the case numbers.
CREATE POLICY reader ON sync.org FOR SELECT TO sync_reader
    USING (home_id = (SELECT sync.my_home()));
CREATE POLICY reader ON sync.person FOR SELECT TO sync_reader
    USING (home_id = (SELECT sync.my_home()) AND person_id = (SELECT sync.my_person()));
CREATE POLICY reader ON sync.member FOR SELECT TO sync_reader
    USING (home_id = (SELECT sync.my_home()) AND person_id = (SELECT sync.my_person()));
CREATE POLICY reader ON sync.feed_head FOR SELECT TO sync_reader
    USING (org_id = ANY ((SELECT sync.my_orgs())::int[]));
CREATE POLICY reader ON sync.feed FOR SELECT TO sync_reader
    USING (org_id = ANY ((SELECT sync.my_orgs())::int[]));
CREATE POLICY reader ON sync.record_org FOR SELECT TO sync_reader
    USING (org_id = ANY ((SELECT sync.my_orgs())::int[]));
DO $$
DECLARE
    named text;
BEGIN
    -- By the policy of record_org, which lets through what the caller's organisations see.
    FOREACH named IN ARRAY ARRAY['record', 'op', 'blob', 'blob_chunk', 'snapshot'] LOOP
        EXECUTE format(
            'CREATE POLICY reader ON sync.%1$I FOR SELECT TO sync_reader USING (EXISTS ('
            'SELECT FROM sync.record_org AS s WHERE s.home_id = %1$I.home_id '
            'AND s.record_id = %1$I.record_id))', named);
    END LOOP;
END $$;
CREATE POLICY ringer ON sync.org FOR SELECT TO sync_ringer USING (true);
CREATE POLICY ringer ON sync.feed_head FOR SELECT TO sync_ringer USING (true);
