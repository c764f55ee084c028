-- Who owns what, who may call what, and what each sees. Clients have no right on any table.
ALTER SCHEMA sync OWNER TO sync_owner;
DO $$
DECLARE
    each record;
    reads text[] := ARRAY['hello', 'pull', 'history', 'heads', 'snapshots', 'probe', 'blob_of',
        'chunk_of'];
    writes text[] := ARRAY['greet', 'push', 'rescue', 'lease_numbers', 'return_numbers',
        'missing_chunks', 'put_chunk', 'put_snapshot', 'here', 'refused_edits', 'answer_refused'];
BEGIN
    FOR each IN SELECT c.relname, c.relkind FROM pg_class AS c
        WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind IN ('r', 'v')
            AND c.relname <> 'alembic_version' LOOP
        EXECUTE format('ALTER TABLE sync.%I OWNER TO sync_owner', each.relname);
        EXECUTE format('REVOKE ALL ON sync.%I FROM PUBLIC', each.relname);
    END LOOP;
    FOR each IN SELECT p.oid::regprocedure AS signature, p.proname FROM pg_proc AS p
        WHERE p.pronamespace = 'sync'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', each.signature, CASE
            WHEN each.proname = ANY (reads) THEN 'sync_reader'
            WHEN each.proname = ANY (writes) THEN 'sync_writer'
            WHEN each.proname = 'bell' THEN 'sync_ringer' ELSE 'sync_owner' END);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', each.signature);
        IF each.proname = ANY (reads || writes) AND each.proname NOT IN ('greet', 'put_snapshot')
        THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sync_client', each.signature);
        END IF;
    END LOOP;
END $$;
GRANT USAGE ON SCHEMA sync TO
    sync_client, sync_bell, sync_snapshot, sync_reader, sync_writer, sync_ringer;
GRANT EXECUTE ON FUNCTION sync.put_snapshot TO sync_snapshot;
GRANT EXECUTE ON FUNCTION sync.bell TO sync_bell, sync_client;
GRANT EXECUTE ON FUNCTION sync.load TO sync_ringer;
GRANT EXECUTE ON FUNCTION sync.greet, sync.my_home, sync.my_person, sync.my_orgs, sync.link_of,
    sync.instant, sync.series_of, sync.chain_at, sync.sees TO sync_reader;

-- What a writing function calls runs as sync_writer.
GRANT EXECUTE ON FUNCTION
    sync.part(text), sync.part(bytea), sync.instant, sync.kind_of, sync.mac, sync.feed_chain,
    sync.caller, sync.own_device, sync.new_device, sync.fault_of, sync.fault_within,
    sync.batch, sync.read_sent, sync.hold_records, sync.create_records, sync.lock_records, sync.judge,
    sync.hold_back,    sync.are_complete, sync.refuse_a_copy, sync.content_of, sync.mac_of, sync.newest_key,
    sync.lock_feeds, sync.row_after, sync.place, sync.write_down, sync.set_aside, sync.series_of,
    sync.year_of, sync.official_text, sync.lock_one_series, sync.lock_series, sync.said,
    sync.give_number, sync.next_number, sync.take_number, sync.extend_series,
    sync.series_leased, sync.is_same_person, sync.number_said, sync.recall_number, sync.series_for,
    sync.read_returned, sync.as_sent, sync.device_of, sync.judge_returned,
    sync.free_device_seq, sync.restore_bodies, sync.own_record, sync.leased_to,
    sync.is_for
TO sync_writer;

GRANT SELECT ON sync.home, sync.org, sync.person, sync.member, sync.server_key, sync.move
    TO sync_writer;
GRANT UPDATE (device_count) ON sync.home TO sync_writer;
GRANT UPDATE (body) ON sync.op TO sync_writer;  -- its trigger lets through a lost body only
GRANT SELECT ON sync.erasure TO sync_writer;
GRANT SELECT, INSERT ON sync.record_org, sync.op, sync.feed, sync.sealed_agreement,
    sync.quarantine, sync.refusal_answer, sync.blob_chunk TO sync_writer;
GRANT SELECT, INSERT, UPDATE ON sync.device, sync.record, sync.feed_head, sync.number_series,
    sync.official_number, sync.blob, sync.snapshot TO sync_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON sync.presence TO sync_writer;
GRANT SELECT ON sync.home, sync.org, sync.person, sync.member, sync.device, sync.record,
    sync.record_org, sync.op, sync.placed_op, sync.feed, sync.feed_head, sync.blob,
    sync.blob_chunk, sync.snapshot TO sync_reader;
GRANT SELECT (home_id, org_id, bell_key) ON sync.org TO sync_ringer;
GRANT SELECT (home_id, org_id, fseq) ON sync.feed_head TO sync_ringer;
