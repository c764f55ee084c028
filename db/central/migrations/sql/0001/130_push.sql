-- Takes operations over: one call, one statement, one transaction. Locks in this order: the
-- device, the records by id, the feeds by organisation, the number series.
CREATE FUNCTION sync.push(device_id text, ops text)
RETURNS TABLE (op_id text, judgement text, seq bigint, chain bytea, said text, reason text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    machine sync.device := sync.own_device(who, device_id);
    batch json := sync.batch(ops);
    sent sync.sent[] := sync.read_sent(batch, who, machine);
    heads sync.head[];
    verdicts sync.verdict[];
    newest bigint := machine.last_seq;
    has_placed boolean := false;
    has_refused boolean := false;
BEGIN
    PERFORM sync.refuse_a_copy(sent, machine);
    heads := sync.hold_records(who.home_id, who.writes, who.writes, sent,
        ARRAY(SELECT DISTINCT s.record_id FROM unnest(sent) AS s));
    verdicts := sync.judge(who, sent, heads,
        (SELECT h.is_recovering FROM sync.home AS h WHERE h.home_id = who.home_id));
    FOR i IN 1..cardinality(sent) LOOP
        newest := greatest(newest, sent[i].device_seq);
        has_placed := has_placed OR verdicts[i].judgement = 'placed';
        has_refused := has_refused OR verdicts[i].judgement = 'refused';
    END LOOP;
    IF has_placed THEN
        verdicts := sync.place(who.home_id, sent, verdicts, heads);
    END IF;
    IF has_refused THEN
        PERFORM sync.set_aside(who, machine.device_no, batch, sent, verdicts);
    END IF;
    UPDATE sync.device AS d SET last_seq = newest, seen_at = clock_timestamp()
    WHERE d.home_id = who.home_id AND d.device_no = machine.device_no;
    RETURN QUERY SELECT v.op_id, v.judgement, v.seq, v.chain, v.said, v.reason
        FROM unnest(verdicts) AS v WHERE v.judgement <> 'waiting';
END $$;

-- Keeps what was refused, with its whole text.
CREATE FUNCTION sync.set_aside(
    who sync.caller, machine_no int, ops json, sent sync.sent[], verdicts sync.verdict[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.quarantine
        (home_id, person_id, op_id, body_hash, device_no, record_id, reason, op)
    SELECT who.home_id, who.person_id, left(s.op_id, 64), coalesce(s.body_hash, ''), machine_no,
        left(s.record_id, 64), v.reason, ops -> (s.n - 1)
    FROM unnest(sent) AS s JOIN unnest(verdicts) AS v ON v.op_id = s.op_id
    WHERE v.judgement = 'refused'
    ON CONFLICT DO NOTHING;
END $$;
