-- What an administrator looks at.
CREATE VIEW sync.homes AS
SELECT h.home_id, o.name, h.epoch, h.epoch_at, h.is_recovering,
    (SELECT count(*) FROM sync.org AS x WHERE x.home_id = h.home_id) AS orgs,
    (SELECT count(*) FROM sync.person AS x
     WHERE x.home_id = h.home_id AND x.disabled_at IS NULL) AS persons,
    (SELECT count(*) FROM sync.device AS x
     WHERE x.home_id = h.home_id AND x.revoked_at IS NULL) AS devices,
    (SELECT count(*) FROM sync.record AS x WHERE x.home_id = h.home_id AND x.seq > 0) AS records,
    (SELECT coalesce(sum(x.seq), 0) FROM sync.record AS x
     WHERE x.home_id = h.home_id)::bigint AS ops
FROM sync.home AS h JOIN sync.org AS o ON o.home_id = h.home_id AND o.org_id = h.home_id;

CREATE VIEW sync.orgs AS
SELECT o.home_id, o.org_id, o.parent_id, o.kind, o.name, o.case_word,
    (SELECT count(*) FROM sync.member AS m
     WHERE m.home_id = o.home_id AND m.org_id = o.org_id) AS members,
    (SELECT count(*) FROM sync.record_org AS r
     WHERE r.home_id = o.home_id AND r.org_id = o.org_id) AS records,
    f.fseq
FROM sync.org AS o JOIN sync.feed_head AS f USING (home_id, org_id);

CREATE VIEW sync.persons AS
SELECT p.home_id, p.login, p.name, o.org_id, o.name AS org, m.role, m.can_write, p.disabled_at
FROM sync.person AS p LEFT JOIN (sync.member AS m JOIN sync.org AS o USING (home_id, org_id))
    ON m.home_id = p.home_id AND m.person_id = p.person_id;

CREATE VIEW sync.devices AS
SELECT d.home_id, p.login, d.device_id, d.name, d.last_seq, d.seen_at, d.revoked_at
FROM sync.device AS d LEFT JOIN sync.person AS p USING (home_id, person_id);

CREATE VIEW sync.refusals AS
SELECT q.home_id, p.login, d.device_id, q.record_id, q.op_id, q.reason, q.refused_at
FROM sync.quarantine AS q JOIN sync.person AS p USING (home_id, person_id)
JOIN sync.device AS d USING (home_id, device_no);
