-- A transaction that looks at an old state (REPEATABLE READ, SERIALIZABLE) would find the rights that
-- somebody had when it began: kept open, it writes after they were taken from him.
CREATE OR REPLACE FUNCTION sync.caller() RETURNS sync.caller
LANGUAGE plpgsql STABLE AS $$
DECLARE
    who sync.caller;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'only in a transaction that sees what is committed'
            USING ERRCODE = '25000';
    END IF;
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
