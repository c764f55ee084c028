-- To fix where names are looked up costs something at each call, and again for each plan within: a
-- dozen times for a push and twice for each operation. What only other functions call inherits
-- theirs: published functions fix it, those of an administrator do, and nobody else may call it.
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT p.oid::regprocedure AS signature FROM pg_proc AS p
        WHERE p.pronamespace = 'sync'::regnamespace AND NOT p.prosecdef
            AND p.prorettype <> 'trigger'::regtype
            AND (has_function_privilege('sync_writer', p.oid, 'EXECUTE')
                OR has_function_privilege('sync_reader', p.oid, 'EXECUTE')) LOOP
        EXECUTE format('ALTER FUNCTION %s RESET search_path', each.signature);
    END LOOP;
END $$;
