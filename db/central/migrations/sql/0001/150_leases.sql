-- Numbers that a machine may give while it is offline: a run of free ones, else of new ones.
CREATE FUNCTION sync.lease_numbers(device_id text, org_id int, year int, count int)
RETURNS TABLE (word text, first int, last int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    machine sync.device := sync.own_device(who, device_id);
    series sync.org := sync.series_for(who, lease_numbers.org_id);
    head int;
    begins int;
    ends int;
BEGIN
    IF (count BETWEEN 1 AND 100 AND lease_numbers.year BETWEEN 1900 AND 2999) IS NOT TRUE THEN
        RAISE EXCEPTION 'at most 100 numbers at once' USING ERRCODE = 'SY004';
    END IF;
    head := sync.lock_one_series(who.home_id, series.org_id, lease_numbers.year);
    -- Far more than all machines of a person need ahead; who takes them all makes only gaps.
    IF count + sync.leased_to(who, series.org_id, lease_numbers.year) > 500 THEN
        RAISE EXCEPTION 'too many numbers leased to one person' USING ERRCODE = 'SY004';
    END IF;
    SELECT min(r.serial), min(r.serial) + least(count(*)::int, lease_numbers.count) - 1
    INTO begins, ends
    FROM (SELECT n.serial, n.serial - row_number() OVER (ORDER BY n.serial) AS run
          FROM sync.official_number AS n
          WHERE n.home_id = who.home_id AND n.org_id = series.org_id
              AND n.year = lease_numbers.year AND n.state = 'free') AS r
    GROUP BY r.run ORDER BY 1 LIMIT 1;
    IF begins IS NULL THEN
        begins := head + 1;
        ends := head + count;
        PERFORM sync.extend_series(who.home_id, series.org_id, lease_numbers.year, ends);
    END IF;
    UPDATE sync.official_number AS n
    SET state = 'leased', device_no = machine.device_no, changed_at = clock_timestamp()
    WHERE n.home_id = who.home_id AND n.org_id = series.org_id AND n.year = lease_numbers.year
        AND n.serial BETWEEN begins AND ends;
    RETURN QUERY SELECT series.case_word, begins, ends;
END $$;

CREATE FUNCTION sync.leased_to(who sync.caller, series int, wanted_year int) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*) FROM sync.device AS d JOIN sync.official_number AS n
        ON n.home_id = d.home_id AND n.device_no = d.device_no
        WHERE d.home_id = who.home_id AND d.person_id = who.person_id AND n.org_id = series
            AND n.year = wanted_year AND n.state = 'leased');
END $$;

CREATE FUNCTION sync.return_numbers(device_id text, org_id int, year int, first int, last int)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who sync.caller := sync.caller();
    machine sync.device := sync.own_device(who, device_id);
    series sync.org := sync.series_for(who, return_numbers.org_id);
BEGIN
    IF return_numbers.year NOT BETWEEN 1900 AND 2999 THEN
        RETURN;
    END IF;
    PERFORM sync.lock_one_series(who.home_id, series.org_id, return_numbers.year);
    UPDATE sync.official_number AS n
    SET state = 'free', device_no = NULL, changed_at = clock_timestamp()
    WHERE n.home_id = who.home_id AND n.org_id = series.org_id
        AND n.year = return_numbers.year AND n.state = 'leased'
        AND n.serial BETWEEN first AND last
        AND sync.is_same_person(n.home_id, n.device_no, machine.device_no);
END $$;

-- The series of an organisation in which the caller may write, while numbers are given at all.
CREATE FUNCTION sync.series_for(who sync.caller, org int) RETURNS sync.org
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    series sync.org;
BEGIN
    IF NOT EXISTS (
        SELECT FROM sync.org AS o
        WHERE o.home_id = who.home_id AND o.org_id = org AND o.lineage && who.writes
    ) THEN
        RAISE EXCEPTION 'no access' USING ERRCODE = 'SY005';
    END IF;
    IF (SELECT h.is_recovering FROM sync.home AS h WHERE h.home_id = who.home_id) THEN
        RAISE EXCEPTION 'no numbers while the centre is being restored' USING ERRCODE = 'SY006';
    END IF;
    series := sync.series_of(who.home_id, org);
    IF series.org_id IS NULL THEN
        RAISE EXCEPTION 'no case numbers here' USING ERRCODE = 'SY007';
    END IF;
    RETURN series;
END $$;
