-- Everything of an operation that its hash covers, but the hash before it.
CREATE FUNCTION sync.content_of(placed sync.op, device_id text) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sync.part((placed).op_id) || sync.part((placed).body_hash)
        || sync.part((placed).author) || sync.part(device_id) || sync.part((placed).seq::text)
        || sync.part(sync.instant((placed).placed_at))
        || sync.part(sync.kind_of((placed).record_id)) || sync.part((placed).record_id)
        || sync.part((placed).action) || sync.part((placed).v::text)
        || sync.part((placed).base_seq::text) || sync.part((placed).base_chain)
        || sync.part((placed).after) || sync.part((placed).saved_at)
        || sync.part((placed).sealed) || sync.part((placed).said)
$$;

-- Covers the content also without the hash before it, and whose record it was: so one operation
-- alone can be given back, and nowhere else.
CREATE FUNCTION sync.mac_of(key sync.server_key, placed sync.op, content bytea) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sync.mac(key, sync.part((placed).chain) || sync.part(sha256(content))
        || sync.part((placed).org_id::text))
$$;

CREATE FUNCTION sync.newest_key(home int) RETURNS sync.server_key
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT k FROM sync.server_key AS k WHERE k.home_id = home ORDER BY k.key_id DESC LIMIT 1);
END $$;

-- Locks the feeds in the order of their organisations, then reads where they end.
CREATE FUNCTION sync.lock_feeds(home int, wanted int[]) RETURNS sync.feed_head[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    feeds sync.feed_head[];
BEGIN
    PERFORM FROM sync.feed_head AS f WHERE f.home_id = home AND f.org_id = ANY (wanted)
    ORDER BY f.org_id FOR NO KEY UPDATE;
    SELECT array_agg(f ORDER BY f.org_id) INTO feeds
    FROM sync.feed_head AS f WHERE f.home_id = home AND f.org_id = ANY (wanted);
    RETURN coalesce(feeds, '{}');
END $$;

-- The row of an operation behind the head of its record.
CREATE FUNCTION sync.row_after(
    head sync.head, s sync.sent, base_holds boolean, said text, at timestamptz,
    key sync.server_key
) RETURNS sync.op
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    placed sync.op;
    content bytea;
BEGIN
    placed := ROW(
        key.home_id, s.record_id, head.seq + 1, s.op_id, head.org_id, s.action, s.v, s.author,
        s.device_no, s.device_seq, s.base_seq, s.base_chain, s.after, s.saved_at,
        coalesce(s.given_at, at), s.body, s.body_hash, s.wish, s.sealed, s.blobs, said,
        NULL::bytea, NULL::bytea, key.key_id, s.relay_id);
    IF s.given_chain IS NOT NULL THEN  -- given back: perhaps its old place is the next one
        content := sync.content_of(placed, s.device_id);
        placed.chain := sha256(sync.part(head.chain) || content);
    END IF;
    IF s.given_chain IS NULL OR placed.chain <> s.given_chain THEN
        placed.placed_at := at;
        IF NOT base_holds OR s.base_seq = 0 THEN
            placed.base_seq := 0;
            placed.base_chain := '';
        END IF;
        content := sync.content_of(placed, s.device_id);
        placed.chain := sha256(sync.part(head.chain) || content);
    END IF;
    placed.mac := sync.mac_of(key, placed, content);
    RETURN placed;
END $$;

-- Puts every operation that is to be placed behind the others of its record, and tells the
-- organisations that see the record. The rows are made here and written by one statement each.
CREATE FUNCTION sync.place(
    home int, sent sync.sent[], verdicts sync.verdict[], heads sync.head[]
) RETURNS sync.verdict[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    key sync.server_key := sync.newest_key(home);
    feeds sync.feed_head[] := sync.lock_feeds(home, ARRAY(
        SELECT DISTINCT unnest(h.orgs) FROM unnest(heads) AS h));
    feed_orgs int[] := ARRAY(SELECT f.org_id FROM unnest(feeds) AS f);
    record_ids text[] := ARRAY(SELECT h.record_id FROM unnest(heads) AS h);
    at timestamptz;
    placed sync.op;
    ops sync.op[] := '{}';
    entries sync.feed[] := '{}';
    head sync.head;
    feed sync.feed_head;
    org int;
BEGIN
    PERFORM sync.lock_series(home, sent, heads);
    at := clock_timestamp();
    FOR i IN 1..cardinality(sent) LOOP
        CONTINUE WHEN verdicts[i].judgement <> 'placed';
        head := heads[array_position(record_ids, sent[i].record_id)];
        placed := sync.row_after(
            head, sent[i], verdicts[i].base_holds, sync.said(home, head.org_id, sent[i]), at, key);
        ops := ops || placed;
        head.seq := placed.seq;
        head.chain := placed.chain;
        heads[array_position(record_ids, sent[i].record_id)] := head;
        verdicts[i].seq := placed.seq;
        verdicts[i].chain := placed.chain;
        verdicts[i].said := placed.said;
        FOREACH org IN ARRAY head.orgs LOOP
            feed := feeds[array_position(feed_orgs, org)];
            feed.chain := sync.feed_chain(feed.chain, placed.chain, 1, placed.record_id, placed.seq);
            feed.fseq := feed.fseq + 1;
            feeds[array_position(feed_orgs, org)] := feed;
            entries := entries || ROW(
                home, org, feed.fseq, placed.record_id, placed.seq, 1, feed.chain)::sync.feed;
        END LOOP;
    END LOOP;
    PERFORM sync.write_down(home, ops, entries, heads, feeds);
    RETURN verdicts;
END $$;

CREATE FUNCTION sync.write_down(
    home int, ops sync.op[], entries sync.feed[], heads sync.head[], feeds sync.feed_head[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.op SELECT o.* FROM unnest(ops) AS o;
    INSERT INTO sync.feed SELECT e.* FROM unnest(entries) AS e;
    IF EXISTS (SELECT FROM unnest(ops) AS o WHERE o.sealed <> '') THEN
        INSERT INTO sync.sealed_agreement (home_id, record_id, seq, op_id, digest)
        SELECT home, o.record_id, o.seq, o.op_id, o.sealed
        FROM unnest(ops) AS o WHERE o.sealed <> '';
    END IF;
    UPDATE sync.record AS r SET seq = h.seq, chain = h.chain
    FROM unnest(heads) AS h
    WHERE r.home_id = home AND r.record_id = h.record_id AND r.seq <> h.seq;
    UPDATE sync.feed_head AS f SET fseq = u.fseq, chain = u.chain
    FROM unnest(feeds) AS u
    WHERE f.home_id = home AND f.org_id = u.org_id AND f.fseq <> u.fseq;
END $$;
