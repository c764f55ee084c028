-- The same rule, row by row also where the planner thinks that reading everybody's list at once were
-- cheaper: EXPLAIN would tell how long that list is. OFFSET 0 leaves it no choice.
DO $$
DECLARE
    named text;
BEGIN
    FOREACH named IN ARRAY ARRAY['record', 'op', 'blob', 'blob_chunk', 'snapshot'] LOOP
        EXECUTE format(
            'ALTER POLICY reader ON sync.%1$I USING (EXISTS ('
            'SELECT FROM sync.record_org AS s WHERE s.home_id = %1$I.home_id '
            'AND s.record_id = %1$I.record_id OFFSET 0))', named);
    END LOOP;
END $$;
