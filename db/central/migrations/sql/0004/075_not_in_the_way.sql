-- What a client can lock must not be in the way of who shuts him out or adds somebody.

-- Whoever makes a record locks the key of its organisation, and a unique index makes the bell's key a
-- part of that: `disable-person` changes it, and would wait for as long as he likes.
DROP INDEX sync.org_bell;
CREATE INDEX org_bell ON sync.org (bell_key);

-- A table is locked by whoever prepares a statement about it, also where he may not execute it; advisory
-- locks are closed to clients.
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT p.oid, t.named FROM pg_proc AS p JOIN (VALUES
            ('add_org', 'sync.org'), ('add_person', 'sync.person'), ('rotate_key', 'sync.server_key')
        ) AS t (proname, named) USING (proname)
        WHERE p.pronamespace = 'sync'::regnamespace LOOP
        EXECUTE replace(pg_get_functiondef(each.oid),
            format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', each.named),
            format('PERFORM pg_advisory_xact_lock(%L::regclass::oid::bigint)', each.named));
    END LOOP;
END $$;

-- These take a lock that stops autovacuum before they ask whether one may.
REVOKE EXECUTE ON FUNCTION brin_summarize_new_values(regclass), brin_summarize_range(regclass, bigint),
    brin_desummarize_range(regclass, bigint), gin_clean_pending_list(regclass) FROM PUBLIC;

-- Who looks through a view of the administrator is asked for his own rights: a server that plans first
-- and refuses afterwards (debug_print_plan) would tell him what it thinks of everybody's tables.
ALTER VIEW sync.homes SET (security_invoker = true);
ALTER VIEW sync.orgs SET (security_invoker = true);
ALTER VIEW sync.persons SET (security_invoker = true);
ALTER VIEW sync.devices SET (security_invoker = true);
ALTER VIEW sync.refusals SET (security_invoker = true);
