-- The hashes of db/sync/wire.py. A part is its length in bytes, a colon, itself. Declared STABLE as
-- convert_to is: only so PostgreSQL puts them in place of the call.
CREATE FUNCTION sync.part(value text) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT convert_to(octet_length(value)::text || ':' || value, 'UTF8')
$$;

CREATE FUNCTION sync.part(value bytea) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT convert_to(octet_length(value)::text || ':', 'UTF8') || value
$$;

-- An instant as both sides write it.
CREATE FUNCTION sync.instant(value timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
$$;

CREATE FUNCTION sync.kind_of(record_id text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN starts_with(record_id, 'org-') THEN 'committee' ELSE 'case' END
$$;

-- HMAC-SHA256, its first sixteen bytes.
CREATE FUNCTION sync.mac(key sync.server_key, message bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT substr(sha256((key).outer_pad || sha256((key).inner_pad || message)), 1, 16)
$$;

CREATE FUNCTION sync.feed_chain(previous bytea, linked bytea, event int, record_id text, seq bigint)
RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT substr(sha256(
        sync.part(previous) || sync.part(linked) || sync.part(event::text)
        || sync.part(record_id) || sync.part(seq::text)
    ), 1, 16)
$$;

-- Both pads of a key, each byte of the secret combined with 0x36 and 0x5c (RFC 2104).
CREATE FUNCTION sync.pad(secret bytea, mask int) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    padded bytea := decode(repeat('00', 64), 'hex');
BEGIN
    FOR place IN 0..63 LOOP
        padded := set_byte(padded, place, mask # CASE
            WHEN place < octet_length(secret) THEN get_byte(secret, place) ELSE 0 END);
    END LOOP;
    RETURN padded;
END $$;
