-- What only the owner of the cluster calls; db/central/schema.py lists it.
CREATE FUNCTION sync.add_org(parent_id int, kind text, name text, case_word text) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    new_id int;
    above sync.org;
BEGIN
    LOCK TABLE sync.org IN SHARE ROW EXCLUSIVE MODE;
    SELECT coalesce(max(o.org_id), 0) + 1 INTO new_id FROM sync.org AS o;
    IF add_org.parent_id IS NULL THEN
        PERFORM sync.begin_home(new_id);
        above.home_id := new_id;
    ELSE
        SELECT * INTO above FROM sync.org AS o WHERE o.org_id = add_org.parent_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'there is no organisation %', add_org.parent_id
                USING ERRCODE = '22023';
        END IF;
    END IF;
    INSERT INTO sync.org (home_id, org_id, parent_id, kind, name, case_word, bell_key, lineage)
    VALUES (above.home_id, new_id, add_org.parent_id, add_org.kind, add_org.name,
        coalesce(add_org.case_word, ''), uuid_send(gen_random_uuid()),
        new_id || coalesce(above.lineage, '{}'));
    INSERT INTO sync.feed_head (home_id, org_id) VALUES (above.home_id, new_id);
    RETURN new_id;
END $$;

CREATE FUNCTION sync.begin_home(new_id int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO sync.home (home_id, epoch, epoch_at)
    VALUES (new_id, (1000000 * extract(epoch FROM clock_timestamp()))::bigint, clock_timestamp());
    PERFORM sync.rotate_key(new_id);
END $$;

CREATE FUNCTION sync.change_org(org_id int, name text, case_word text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    UPDATE sync.org AS o SET name = change_org.name, case_word = coalesce(change_org.case_word, '')
    WHERE o.org_id = change_org.org_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no organisation %', change_org.org_id USING ERRCODE = '22023';
    END IF;
END $$;

CREATE FUNCTION sync.add_person(
    login text, name text, org_id int, role text, can_write boolean
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    home int;
    known sync.person;
BEGIN
    LOCK TABLE sync.person IN SHARE ROW EXCLUSIVE MODE;
    SELECT o.home_id INTO home FROM sync.org AS o WHERE o.org_id = add_person.org_id;
    SELECT p.* INTO known FROM sync.person AS p WHERE p.login = add_person.login;
    IF home IS NULL OR known.home_id <> home THEN
        RAISE EXCEPTION 'organisation % is none, or of another centre', add_person.org_id
            USING ERRCODE = '22023';
    END IF;
    IF known.person_id IS NULL THEN
        SELECT coalesce(max(p.person_id), 0) + 1 INTO known.person_id
        FROM sync.person AS p WHERE p.home_id = home;
        INSERT INTO sync.person (home_id, person_id, login, name)
        VALUES (home, known.person_id, add_person.login, add_person.name);
    ELSE
        UPDATE sync.person AS p SET name = add_person.name
        WHERE p.home_id = home AND p.person_id = known.person_id;
    END IF;
    INSERT INTO sync.member AS m (home_id, person_id, org_id, role, can_write)
    VALUES (home, known.person_id, add_person.org_id, add_person.role, add_person.can_write)
    ON CONFLICT (home_id, person_id, org_id) DO UPDATE
    SET role = excluded.role, can_write = excluded.can_write;
    RETURN known.person_id;
END $$;

-- Who left still knows by which key the doorbell tells how far a feed is; those who stayed are told
-- the new one when they next say hello.
CREATE FUNCTION sync.change_bells(login text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE sync.org AS o SET bell_key = uuid_send(gen_random_uuid())
    FROM sync.person AS p JOIN sync.member AS m USING (home_id, person_id)
    WHERE p.login = change_bells.login AND o.home_id = m.home_id AND o.org_id = m.org_id;
END $$;

CREATE FUNCTION sync.remove_member(login text, org_id int) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM sync.change_bells(remove_member.login);
    DELETE FROM sync.member AS m USING sync.person AS p
    WHERE p.login = remove_member.login AND m.home_id = p.home_id
        AND m.person_id = p.person_id AND m.org_id = remove_member.org_id;
    RETURN FOUND;
END $$;

CREATE FUNCTION sync.disable_person(login text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM sync.change_bells(disable_person.login);
    UPDATE sync.person AS p SET disabled_at = clock_timestamp()
    WHERE p.login = disable_person.login AND p.disabled_at IS NULL;
    RETURN FOUND;
END $$;

CREATE FUNCTION sync.enable_person(login text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    UPDATE sync.person AS p SET disabled_at = NULL
    WHERE p.login = enable_person.login AND p.disabled_at IS NOT NULL;
    RETURN FOUND;
END $$;

CREATE FUNCTION sync.revoke_device(device_id text) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    touched int;
BEGIN
    UPDATE sync.device AS d SET revoked_at = clock_timestamp()
    WHERE d.device_id = revoke_device.device_id AND d.revoked_at IS NULL;
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END $$;

CREATE FUNCTION sync.readmit_device(device_id text) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    touched int;
BEGIN
    UPDATE sync.device AS d SET revoked_at = NULL
    WHERE d.device_id = readmit_device.device_id AND d.revoked_at IS NOT NULL;
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END $$;
