-- Who left still knows by which key the doorbell tells how far a feed is; those who stayed are told
-- the new one when they next say hello. The first eight bytes stay: by them a station knows its
-- centre again, and would else take it for another one as soon as a colleague was shut out.
CREATE OR REPLACE FUNCTION sync.change_bells(login text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE sync.org AS o
    SET bell_key = substr(o.bell_key, 1, 8) || substr(uuid_send(gen_random_uuid()), 9)
    FROM sync.person AS p JOIN sync.member AS m USING (home_id, person_id)
    WHERE p.login = change_bells.login AND o.home_id = m.home_id AND o.org_id = m.org_id;
END $$;
