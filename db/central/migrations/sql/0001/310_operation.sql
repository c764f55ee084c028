-- Moves a record to another organisation: it leaves the feeds of those that no longer see it, and
-- enters those of the new ones.
CREATE FUNCTION sync.move_record(record_id text, org_id int) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    target sync.org;
    moved sync.record;
    gone int[];
    come int[];
BEGIN
    SELECT * INTO target FROM sync.org AS o WHERE o.org_id = move_record.org_id;
    SELECT * INTO moved FROM sync.record AS r
    WHERE r.home_id = target.home_id AND r.record_id = move_record.record_id FOR NO KEY UPDATE;
    IF NOT FOUND OR sync.kind_of(move_record.record_id) <> 'case' THEN
        RAISE EXCEPTION 'there is no such case, or no such organisation in its centre'
            USING ERRCODE = '22023';
    END IF;
    IF moved.org_id = target.org_id THEN
        RETURN false;
    END IF;
    SELECT array_agg(s.org_id) FILTER (WHERE s.org_id <> ALL (target.lineage)) INTO gone
    FROM sync.record_org AS s
    WHERE s.home_id = target.home_id AND s.record_id = moved.record_id;
    SELECT array_agg(l) INTO come FROM unnest(target.lineage) AS l
    WHERE NOT EXISTS (SELECT FROM sync.record_org AS s WHERE s.home_id = target.home_id
        AND s.record_id = moved.record_id AND s.org_id = l);
    PERFORM sync.tell(moved, 3, gone, 2, come);
    DELETE FROM sync.record_org AS s WHERE s.home_id = target.home_id
        AND s.record_id = moved.record_id AND s.org_id = ANY (gone);
    INSERT INTO sync.record_org (home_id, record_id, org_id)
    SELECT target.home_id, moved.record_id, c FROM unnest(come) AS c;
    UPDATE sync.record AS r SET org_id = target.org_id
    WHERE r.home_id = target.home_id AND r.record_id = moved.record_id;
    DELETE FROM sync.presence AS p WHERE p.home_id = target.home_id
        AND p.record_id = moved.record_id;
    INSERT INTO sync.move (home_id, record_id, from_org_id, to_org_id)
    VALUES (target.home_id, moved.record_id, moved.org_id, target.org_id);
    RETURN true;
END $$;

-- Adds one entry to each of some feeds, locked in the order of their organisations.
CREATE FUNCTION sync.tell(
    about sync.record, gone_event int, gone int[], come_event int, come int[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    feed sync.feed_head;
    event int;
BEGIN
    FOREACH feed IN ARRAY sync.lock_feeds(about.home_id, coalesce(gone, '{}') || come) LOOP
        event := CASE WHEN feed.org_id = ANY (gone) THEN gone_event ELSE come_event END;
        feed.chain := sync.feed_chain(feed.chain, about.chain, event, about.record_id, about.seq);
        INSERT INTO sync.feed (home_id, org_id, fseq, record_id, seq, event, chain)
        VALUES (feed.home_id, feed.org_id, feed.fseq + 1, about.record_id, about.seq, event,
            feed.chain);
        UPDATE sync.feed_head AS f SET fseq = feed.fseq + 1, chain = feed.chain
        WHERE f.home_id = feed.home_id AND f.org_id = feed.org_id;
    END LOOP;
END $$;

-- Empties the body of an operation; its hash stays, and with it the chain.
CREATE FUNCTION sync.erase_body(home_id int, record_id text, seq bigint, reason text)
RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    INSERT INTO sync.erasure (home_id, record_id, seq, reason)
    SELECT o.home_id, o.record_id, o.seq, erase_body.reason FROM sync.op AS o
    WHERE o.home_id = erase_body.home_id AND o.record_id = erase_body.record_id
        AND o.seq = erase_body.seq AND o.body IS NOT NULL
    ON CONFLICT DO NOTHING;
    UPDATE sync.op AS o SET body = NULL
    WHERE o.home_id = erase_body.home_id AND o.record_id = erase_body.record_id
        AND o.seq = erase_body.seq AND o.body IS NOT NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM sync.snapshot AS n  -- it holds the same words
    WHERE n.home_id = erase_body.home_id AND n.record_id = erase_body.record_id;
    RETURN true;
END $$;

-- After a restore: nothing is refused and no number is given until the machines have brought
-- back what was lost. An epoch is never used twice, also when the same backup is restored again at
-- once: it is the clock in microseconds.
CREATE FUNCTION sync.begin_recovery(home_id int) RETURNS bigint
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE sync.home AS h
    SET epoch = greatest(
            h.epoch + 1, (1000000 * extract(epoch FROM clock_timestamp()))::bigint),
        epoch_at = clock_timestamp(), is_recovering = true
    WHERE h.home_id = begin_recovery.home_id RETURNING h.epoch
$$;

CREATE FUNCTION sync.end_recovery(home_id int) RETURNS bigint
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE sync.home AS h SET is_recovering = false
    WHERE h.home_id = end_recovery.home_id RETURNING h.epoch
$$;

CREATE FUNCTION sync.rotate_key(home_id int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
        || uuid_send(gen_random_uuid());
    new_id int;
BEGIN
    LOCK TABLE sync.server_key IN SHARE ROW EXCLUSIVE MODE;
    SELECT coalesce(max(k.key_id), 0) + 1 INTO new_id FROM sync.server_key AS k
    WHERE k.home_id = rotate_key.home_id;
    INSERT INTO sync.server_key (home_id, key_id, inner_pad, outer_pad)
    VALUES (rotate_key.home_id, new_id, sync.pad(secret, 54), sync.pad(secret, 92));
    RETURN new_id;
END $$;

-- Numbers that exist on paper from before this centre are passed over.
CREATE FUNCTION sync.begin_series(org_id int, year int, head int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    series sync.org;
BEGIN
    SELECT * INTO series FROM sync.org AS o
    WHERE o.org_id = begin_series.org_id AND o.case_word <> '';
    IF NOT FOUND OR head NOT BETWEEN 1 AND 100000
        OR sync.lock_one_series(series.home_id, series.org_id, begin_series.year) > 0 THEN
        RAISE EXCEPTION 'this series has begun, or is none' USING ERRCODE = '22023';
    END IF;
    PERFORM sync.extend_series(series.home_id, series.org_id, begin_series.year, head);
    UPDATE sync.official_number AS n SET state = 'paper'
    WHERE n.home_id = series.home_id AND n.org_id = series.org_id
        AND n.year = begin_series.year;
END $$;

CREATE FUNCTION sync.explain_numbers(org_id int, year int)
RETURNS TABLE (
    serial int, state text, record_id text, device_name text, changed_at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT n.serial, n.state, n.record_id, coalesce(d.name, ''), n.changed_at
    FROM sync.official_number AS n LEFT JOIN sync.device AS d USING (home_id, device_no)
    WHERE n.org_id = explain_numbers.org_id AND n.year = explain_numbers.year
    ORDER BY n.serial
$$;
