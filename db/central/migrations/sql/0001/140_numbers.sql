-- The organisation whose word the case numbers of an organisation bear: itself or the nearest above.
CREATE FUNCTION sync.series_of(home int, org int) RETURNS sync.org
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT n FROM sync.org AS o
        CROSS JOIN LATERAL unnest(o.lineage) WITH ORDINALITY AS l (org_id, distance)
        JOIN sync.org AS n ON n.home_id = o.home_id AND n.org_id = l.org_id
        WHERE o.home_id = home AND o.org_id = org AND n.case_word <> ''
        ORDER BY l.distance LIMIT 1);
END $$;

-- The year that a wish names, NULL where it names none that can be.
CREATE FUNCTION sync.year_of(wish text) RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN wish ~ '^\[.*,(?:19|2[0-9])[0-9]{2},(null|[1-9][0-9]{0,7})\]$'
        THEN (wish::json ->> 1)::int END
$$;

CREATE FUNCTION sync.official_text(year int, word text, serial int) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT '（' || year::text || '）' || word || '第' || serial::text || '号'
$$;

CREATE FUNCTION sync.lock_one_series(home int, org int, wanted_year int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last int;
BEGIN
    INSERT INTO sync.number_series (home_id, org_id, year) VALUES (home, org, wanted_year)
    ON CONFLICT DO NOTHING;
    SELECT s.head INTO last FROM sync.number_series AS s
    WHERE s.home_id = home AND s.org_id = org AND s.year = wanted_year FOR NO KEY UPDATE;
    RETURN last;
END $$;

-- Locks the series that the operations ask numbers of, in one order.
CREATE FUNCTION sync.lock_series(home int, sent sync.sent[], heads sync.head[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM unnest(sent) AS s WHERE s.wish <> '' OR s.given_said <> '{}') THEN
        RETURN;
    END IF;
    PERFORM sync.lock_one_series(home, w.org_id, w.year) FROM (
        SELECT DISTINCT n.org_id, sync.year_of(s.wish) AS year
        FROM unnest(sent) AS s JOIN unnest(heads) AS h ON h.record_id = s.record_id
        CROSS JOIN LATERAL sync.series_of(home, h.org_id) AS n
        WHERE s.fault = '' AND s.wish <> '' AND n.org_id IS NOT NULL AND sync.year_of(s.wish) IS NOT NULL
        UNION
        SELECT n.org_id, sync.year_of(s.wish)
        FROM unnest(sent) AS s CROSS JOIN LATERAL sync.series_leased(
            home, s.wish::json ->> 0, sync.year_of(s.wish), (s.wish::json ->> 2)::int, s.device_no
        ) AS n
        WHERE s.fault = '' AND s.wish <> '' AND n.org_id IS NOT NULL
        UNION
        SELECT n.org_id, g.year
        FROM unnest(sent) AS s CROSS JOIN LATERAL sync.number_said(
            CASE WHEN s.fault = '' THEN s.given_said END) AS g
        JOIN sync.org AS n ON n.home_id = home AND n.case_word = g.word
        ORDER BY 1, 2
    ) AS w;
END $$;

-- What the centre adds to an operation: the case number that it asked for.
CREATE FUNCTION sync.said(home int, org int, s sync.sent) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    series sync.org;
    wanted_year int := sync.year_of(s.wish);
    wanted int;
    given text;
BEGIN
    IF s.given_said IS NOT NULL THEN
        PERFORM sync.recall_number(home, s.record_id, s.given_said);
        RETURN s.given_said;
    END IF;
    IF s.wish = '' OR wanted_year IS NULL THEN
        RETURN '{}';
    END IF;
    wanted := (s.wish::json ->> 2)::int;
    series := sync.series_leased(home, s.wish::json ->> 0, wanted_year, wanted, s.device_no);
    IF series.org_id IS NULL THEN
        series := sync.series_of(home, org);
        IF series.org_id IS NULL THEN
            RETURN '{}';
        END IF;
        IF s.wish::json ->> 0 <> series.case_word THEN
            wanted := NULL;
        END IF;
    END IF;
    given := sync.give_number(series, wanted_year, wanted, s.record_id, s.device_no);
    RETURN '{"number":' || to_json(given)::text || '}';
END $$;

-- The series in which a number was leased to this person: it stands on paper, and stays, also
-- where the case has moved meanwhile to an organisation whose numbers bear another word.
CREATE FUNCTION sync.series_leased(
    home int, word text, wanted_year int, wanted int, machine_no int
) RETURNS sync.org
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT o FROM sync.org AS o
        JOIN sync.official_number AS n ON n.home_id = o.home_id AND n.org_id = o.org_id
        WHERE o.home_id = home AND o.case_word = word AND n.year = wanted_year
            AND n.serial = wanted AND n.state = 'leased'
            AND sync.is_same_person(home, n.device_no, machine_no)
        LIMIT 1);
END $$;

-- Gives a record its number: the one it has, else the wanted one if it is to be had, else the
-- next. The series is locked.
CREATE FUNCTION sync.give_number(
    series sync.org, wanted_year int, wanted int, record text, machine_no int
) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    had sync.official_number;
    word text;
    serial_given int;
BEGIN
    SELECT n.* INTO had FROM sync.official_number AS n
    WHERE n.home_id = series.home_id AND n.record_id = record AND n.state = 'case';
    IF FOUND THEN
        SELECT o.case_word INTO word FROM sync.org AS o
        WHERE o.home_id = had.home_id AND o.org_id = had.org_id;
        IF (had.org_id, had.year, had.serial) IS DISTINCT FROM (series.org_id, wanted_year, wanted)
        THEN  -- printed for a case that has another number: nobody else may have it
            PERFORM sync.take_number(series, wanted_year, wanted, 'void', record, machine_no);
        END IF;
        RETURN sync.official_text(had.year, word, had.serial);
    END IF;
    serial_given := coalesce(
        sync.take_number(series, wanted_year, wanted, 'case', record, machine_no),
        sync.take_number(
            series, wanted_year, sync.next_number(series, wanted_year), 'case', record,
            machine_no));
    RETURN sync.official_text(wanted_year, series.case_word, serial_given);
END $$;

-- The smallest number that was given back, else the one after the head.
CREATE FUNCTION sync.next_number(series sync.org, wanted_year int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(
        (SELECT n.serial FROM sync.official_number AS n
         WHERE n.home_id = series.home_id AND n.org_id = series.org_id AND n.year = wanted_year
             AND n.state = 'free' ORDER BY n.serial LIMIT 1),
        (SELECT s.head + 1 FROM sync.number_series AS s
         WHERE s.home_id = series.home_id AND s.org_id = series.org_id AND s.year = wanted_year));
END $$;

-- Takes a number, or returns NULL where it is not to be had. Passed-over ones become free.
CREATE FUNCTION sync.take_number(
    series sync.org, wanted_year int, wanted int, new_state text, record text, machine_no int
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last int := (SELECT s.head FROM sync.number_series AS s
        WHERE s.home_id = series.home_id AND s.org_id = series.org_id AND s.year = wanted_year);
BEGIN
    IF wanted IS NULL OR wanted > last + 1000 THEN  -- a slip of the pen opens no gap of millions
        RETURN NULL;
    END IF;
    IF wanted > last THEN
        PERFORM sync.extend_series(series.home_id, series.org_id, wanted_year, wanted);
    END IF;
    UPDATE sync.official_number AS n
    SET state = new_state, record_id = record, device_no = machine_no,
        changed_at = clock_timestamp()
    WHERE n.home_id = series.home_id AND n.org_id = series.org_id AND n.year = wanted_year
        AND n.serial = wanted
        AND (n.state = 'free'
            OR n.state = 'leased' AND sync.is_same_person(n.home_id, n.device_no, machine_no));
    RETURN CASE WHEN FOUND THEN wanted END;
END $$;

CREATE FUNCTION sync.extend_series(home int, org int, wanted_year int, new_head int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.official_number (home_id, org_id, year, serial, state)
    SELECT home, org, wanted_year, g, 'free'
    FROM sync.number_series AS s CROSS JOIN LATERAL generate_series(s.head + 1, new_head) AS g
    WHERE s.home_id = home AND s.org_id = org AND s.year = wanted_year;
    UPDATE sync.number_series SET head = new_head
    WHERE home_id = home AND org_id = org AND year = wanted_year AND head < new_head;
END $$;

-- A machine that took a new id, because its disk was copied, still has its leases.
CREATE FUNCTION sync.is_same_person(home int, one_no int, other_no int) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT EXISTS (
            SELECT FROM sync.device AS a JOIN sync.device AS b USING (home_id, person_id)
            WHERE a.home_id = home AND a.device_no = one_no AND b.device_no = other_no
                AND (a.person_id <> 0 OR one_no = other_no)));
END $$;

-- The number in what the centre said once.
CREATE FUNCTION sync.number_said(said text, OUT year int, OUT word text, OUT serial int)
RETURNS SETOF record
LANGUAGE sql IMMUTABLE AS $$
    SELECT m[1]::int, m[2], m[3]::int
    FROM regexp_match(said::json ->> 'number', '^（((?:19|2[0-9])[0-9]{2})）(.+)第([1-9][0-9]{0,7})号$') AS m
    WHERE m IS NOT NULL
$$;

-- Notes a number that was said before the centre lost it; the series is locked.
CREATE FUNCTION sync.recall_number(home int, record text, given_said text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told record;
BEGIN
    SELECT o.org_id, g.year, g.serial INTO told
    FROM sync.number_said(given_said) AS g
    JOIN sync.org AS o ON o.home_id = home AND o.case_word = g.word;
    IF NOT FOUND OR EXISTS (
        SELECT FROM sync.official_number AS n
        WHERE n.home_id = home AND n.record_id = record AND n.state = 'case'
    ) THEN
        RETURN;
    END IF;
    PERFORM sync.extend_series(home, told.org_id, told.year, told.serial)
    FROM sync.number_series AS s
    WHERE s.home_id = home AND s.org_id = told.org_id AND s.year = told.year
        AND s.head < told.serial;
    UPDATE sync.official_number AS n
    SET state = 'case', record_id = record, changed_at = clock_timestamp()
    WHERE n.home_id = home AND n.org_id = told.org_id AND n.year = told.year
        AND n.serial = told.serial AND n.state IN ('free', 'leased');
END $$;
