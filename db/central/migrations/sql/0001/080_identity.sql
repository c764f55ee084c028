-- Who calls is the login, session_user, which no client can change.
CREATE TYPE sync.caller AS (
    home_id int, person_id int, name text,
    sees int[],   -- organisations whose records he sees
    writes int[]  -- and those among them whose records he may change
);

CREATE FUNCTION sync.caller() RETURNS sync.caller
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who sync.caller;
BEGIN
    SELECT p.home_id, p.person_id, p.name,
        ARRAY(SELECT m.org_id FROM sync.member AS m
              WHERE m.home_id = p.home_id AND m.person_id = p.person_id),
        ARRAY(SELECT m.org_id FROM sync.member AS m
              WHERE m.home_id = p.home_id AND m.person_id = p.person_id AND m.can_write)
    INTO who
    FROM sync.person AS p WHERE p.login = session_user AND p.disabled_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this login is nobody here' USING ERRCODE = 'SY001';
    END IF;
    RETURN who;
END $$;

-- What the policies ask: by the owner of the tables, so that they do not ask themselves. In
-- plpgsql, which keeps its plans; functions in sql are planned at each call.
CREATE FUNCTION sync.my_home() RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT p.home_id FROM sync.person AS p
        WHERE p.login = session_user AND p.disabled_at IS NULL);
END $$;

CREATE FUNCTION sync.my_person() RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT p.person_id FROM sync.person AS p
        WHERE p.login = session_user AND p.disabled_at IS NULL);
END $$;

CREATE FUNCTION sync.my_orgs() RETURNS int[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT m.org_id FROM sync.person AS p JOIN sync.member AS m
        ON m.home_id = p.home_id AND m.person_id = p.person_id
        WHERE p.login = session_user AND p.disabled_at IS NULL);
END $$;

-- The machine of a person, locked until the end of the transaction; made where it is new.
CREATE FUNCTION sync.own_device(who sync.caller, wanted_id text) RETURNS sync.device
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    machine sync.device;
BEGIN
    LOOP
        SELECT * INTO machine FROM sync.device AS d
        WHERE d.home_id = who.home_id AND d.device_id = wanted_id
            AND d.person_id = who.person_id
        FOR NO KEY UPDATE;
        EXIT WHEN FOUND;
        PERFORM sync.new_device(who.home_id, wanted_id, who.person_id, '');
    END LOOP;
    IF machine.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'this machine was shut out' USING ERRCODE = 'SY003';
    END IF;
    RETURN machine;
END $$;

CREATE FUNCTION sync.new_device(home int, new_id text, person int, new_name text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    next_no int;
BEGIN
    -- Far more than copied disks and new machines make; an id is made by whoever calls.
    IF person > 0 AND 500 <= (
        SELECT count(*) FROM sync.device AS d WHERE d.home_id = home AND d.person_id = person
    ) THEN
        RAISE EXCEPTION 'too many machines of one person' USING ERRCODE = 'SY009';
    END IF;
    UPDATE sync.home SET device_count = device_count + 1
    WHERE home_id = new_device.home RETURNING device_count INTO next_no;
    INSERT INTO sync.device (home_id, device_no, device_id, person_id, name, seen_at)
    VALUES (home, next_no, new_id, person, new_name, clock_timestamp())
    ON CONFLICT (home_id, device_id, person_id) DO NOTHING;
END $$;

-- Introduces a machine: at most one write a minute, and none at all on a replica.
CREATE FUNCTION sync.greet(wanted_id text, wanted_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who sync.caller := sync.caller();
    machine sync.device;
BEGIN
    SELECT * INTO machine FROM sync.device AS d
    WHERE d.home_id = who.home_id AND d.device_id = wanted_id AND d.person_id = who.person_id;
    IF pg_is_in_recovery() THEN
        RETURN machine.revoked_at IS NOT NULL;
    END IF;
    IF machine.device_no IS NULL THEN
        PERFORM sync.new_device(who.home_id, wanted_id, who.person_id, left(wanted_name, 200));
    ELSIF machine.name <> left(wanted_name, 200)
        OR machine.seen_at < clock_timestamp() - interval '1 minute' THEN
        UPDATE sync.device SET name = left(wanted_name, 200), seen_at = clock_timestamp()
        WHERE home_id = who.home_id AND device_no = machine.device_no;
    END IF;
    RETURN machine.revoked_at IS NOT NULL;
END $$;
