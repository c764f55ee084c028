-- Anybody may set how his session plans and what a plan is thought to cost, and EXPLAIN tells how many
-- pages a call touched: a plan that reads whole tables would tell how much everybody has, and cost
-- everybody. So each published function brings all of that itself.
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT p.oid::regprocedure AS signature, g.pinned
        FROM pg_proc AS p CROSS JOIN unnest(ARRAY[
            'enable_seqscan = off', 'enable_hashjoin = off', 'enable_mergejoin = off',
            'enable_indexscan = on', 'enable_indexonlyscan = on', 'enable_bitmapscan = on',
            'enable_nestloop = on', 'enable_sort = on', 'seq_page_cost = 1',
            'random_page_cost = 1.1', 'cpu_tuple_cost = 0.01', 'cpu_index_tuple_cost = 0.005',
            'cpu_operator_cost = 0.0025', 'from_collapse_limit = 8', 'join_collapse_limit = 8',
            'plan_cache_mode = force_generic_plan', 'jit = off', 'geqo = off',
            -- A session may ask to be shown each plan, and with it what is thought of sizes.
            'client_min_messages = notice',
            -- How the texts within a function are read, such as its patterns.
            'standard_conforming_strings = on'
        ]) AS g (pinned)
        WHERE p.pronamespace = 'sync'::regnamespace AND p.prosecdef AND (
            has_function_privilege('sync_client', p.oid, 'EXECUTE')
            OR has_function_privilege('sync_snapshot', p.oid, 'EXECUTE')) LOOP
        EXECUTE format('ALTER FUNCTION %s SET %s', each.signature, each.pinned);
    END LOOP;
END $$;
-- Where little is known of a table yet, the planner reads it whole and keeps it for the next row.
ALTER FUNCTION sync.push SET enable_material = off;
ALTER FUNCTION sync.rescue SET enable_material = off;
