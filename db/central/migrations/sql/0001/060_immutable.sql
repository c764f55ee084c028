-- What was written stays, whoever tries: also the owner, also a superuser who does not mean it.
CREATE FUNCTION sync.stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% of sync.% is not allowed: what was written stays', TG_OP, TG_TABLE_NAME
        USING ERRCODE = '42501';
END $$;

-- An operation changes in one way: its body is emptied, after that was recorded.
CREATE FUNCTION sync.op_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    emptied sync.op := OLD;
BEGIN
    emptied.body := NULL;
    IF OLD.body IS NOT NULL AND NEW IS NOT DISTINCT FROM emptied AND EXISTS (
        SELECT FROM sync.erasure AS e
        WHERE e.home_id = OLD.home_id AND e.record_id = OLD.record_id AND e.seq = OLD.seq
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an operation stays as it was written' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER stays BEFORE UPDATE ON sync.op
    FOR EACH ROW EXECUTE FUNCTION sync.op_stays();
CREATE TRIGGER kept BEFORE DELETE ON sync.op
    FOR EACH ROW EXECUTE FUNCTION sync.stays();
DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['feed', 'sealed_agreement', 'quarantine', 'erasure', 'move'] LOOP
        EXECUTE format(
            'CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON sync.%I '
            'FOR EACH ROW EXECUTE FUNCTION sync.stays()', kept);
    END LOOP;
    FOREACH kept IN ARRAY ARRAY[
        'op', 'feed', 'sealed_agreement', 'quarantine', 'erasure', 'move'
    ] LOOP
        EXECUTE format(
            'CREATE TRIGGER not_emptied BEFORE TRUNCATE ON sync.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION sync.stays()', kept);
    END LOOP;
END $$;
