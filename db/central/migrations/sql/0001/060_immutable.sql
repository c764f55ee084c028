-- What was written stays, whoever tries: also the owner, also a superuser who does not mean it.
CREATE FUNCTION sync.stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% of sync.% is not allowed: what was written stays', TG_OP, TG_TABLE_NAME
        USING ERRCODE = '42501';
END $$;

-- An operation changes in two ways: its body is emptied, after that was recorded; and a body that
-- was missing, though nobody erased it, is found again and is the one that was hashed.
CREATE FUNCTION sync.op_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    same sync.op := OLD;
    is_erased boolean := EXISTS (
        SELECT FROM sync.erasure AS e
        WHERE e.home_id = OLD.home_id AND e.record_id = OLD.record_id AND e.seq = OLD.seq);
BEGIN
    same.body := NEW.body;
    IF NEW IS NOT DISTINCT FROM same AND (
        OLD.body IS NOT NULL AND NEW.body IS NULL AND is_erased
        OR OLD.body IS NULL AND NOT is_erased AND NEW.body_hash = sha256(
            convert_to(octet_length(NEW.body)::text || ':' || NEW.body, 'UTF8'))
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
    FOREACH kept IN ARRAY ARRAY['feed', 'sealed_agreement', 'quarantine',
        'refusal_answer', 'erasure', 'move'] LOOP
        EXECUTE format(
            'CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON sync.%I '
            'FOR EACH ROW EXECUTE FUNCTION sync.stays()', kept);
    END LOOP;
    FOREACH kept IN ARRAY ARRAY[
        'op', 'feed', 'sealed_agreement', 'quarantine', 'refusal_answer', 'erasure', 'move'
    ] LOOP
        EXECUTE format(
            'CREATE TRIGGER not_emptied BEFORE TRUNCATE ON sync.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION sync.stays()', kept);
    END LOOP;
END $$;
