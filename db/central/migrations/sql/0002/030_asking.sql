-- Notes what somebody asks for; the answer is another call. A question that was rolled back is not
-- counted, and therefore not answered either.
--
-- Thirty questions at once, and one more every five minutes: a code has one of 850,000 million
-- values, and whoever guesses has to guess here, for each guess with a digest that costs.
CREATE FUNCTION sync.ask_status(lookup bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    now_at timestamptz := clock_timestamp();
BEGIN
    INSERT INTO sync.status_question AS q
        (home_id, person_id, lookup, asked_at, counted_at, more)
    VALUES (who.home_id, who.person_id, ask_status.lookup, transaction_timestamp(), now_at, 29)
    ON CONFLICT (home_id, person_id) DO UPDATE
    SET lookup = excluded.lookup, asked_at = excluded.asked_at,
        counted_at = greatest(q.counted_at, excluded.counted_at),
        more = sync.more_questions(q, excluded.counted_at) - 1
    WHERE sync.more_questions(q, excluded.counted_at) >= 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'too many questions' USING ERRCODE = 'SY010';
    END IF;
    RETURN true;
END $$;

CREATE FUNCTION sync.more_questions(before sync.status_question, at timestamptz)
RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least(30, (before).more
        + greatest(0, extract(epoch FROM at - (before).counted_at)) / 300)
$$;

-- Answers what was asked last. For a code that nobody has the answer looks as every other does,
-- the same one each time: only who has the code can tell them apart.
--
-- The row beside the place of a lookup is read in either case, and decided upon afterwards: time,
-- plan and pages touched are those of an answer.
CREATE FUNCTION sync.answer_status(lookup bytea) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    said bytea := sync.decoy(who.home_id, answer_status.lookup);
    beside sync.told_status;
    holder int;
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.status_question AS q
        WHERE q.home_id = who.home_id AND q.person_id = who.person_id
            AND q.lookup = answer_status.lookup AND q.asked_at <> transaction_timestamp()
    ) THEN
        RAISE EXCEPTION 'this is not what was asked last' USING ERRCODE = '40001';
    END IF;
    SELECT t.* INTO beside FROM sync.told_status AS t
    WHERE t.home_id = who.home_id AND t.lookup >= answer_status.lookup
    ORDER BY t.lookup, t.told_at, t.record_id LIMIT 1;
    SELECT r.org_id INTO holder FROM sync.record AS r
    WHERE r.home_id = who.home_id AND r.record_id = beside.record_id;
    IF beside.lookup = answer_status.lookup AND beside.org_id = holder THEN
        said := beside.sealed;
    END IF;
    RETURN said;
END $$;

CREATE FUNCTION sync.decoy(home int, lookup bytea) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secret bytea := (SELECT h.decoy_secret FROM sync.home AS h WHERE h.home_id = home);
BEGIN
    RETURN substr((
        SELECT string_agg(sha256(secret || sha256(secret || lookup || int4send(n))), '' ORDER BY n)
        FROM generate_series(1, 21) AS n), 1, 656);
END $$;
