"""What others have: the price of the policies on snapshots, and a pull among changes of others."""

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from typing import Any

import psycopg

from bench.centre import BenchCentre, Login, centres
from bench.measure import Times, in_turns, seconds_of
from bench.report import Section, table, verdict
from bench.sync_ops import Pusher
from db.sync.line import PAGE

ROUNDS, QUICK_ROUNDS = 5, 2
SNAPSHOTS, QUICK_SNAPSHOTS = 10_000, 100
"""How many the station has; another one has as many."""
CHANGES, QUICK_CHANGES = 1_000_000, 2_000
STATIONS = 10
"""Whose changes they are."""
_PULLS, _OWN = 200, 400
_SNAPSHOTS = """
WITH n AS (
    SELECT i, md5('{org}-' || i) AS record_id FROM generate_series(1, {size}) AS i
), r AS (
    INSERT INTO sync.record (home_id, record_id, org_id, seq, chain)
    SELECT {home}, record_id, {org}, 1, sha256(record_id::bytea) FROM n
), s AS (
    INSERT INTO sync.record_org (home_id, record_id, org_id)
    SELECT {home}, record_id, o FROM n, unnest(ARRAY[{home}, {org}]) AS o
)
INSERT INTO sync.snapshot (home_id, record_id, seq, chain, doc, sha256)
SELECT {home}, record_id, 1, sha256(record_id::bytea), d.doc, sha256(d.doc)
FROM n CROSS JOIN LATERAL (
    SELECT string_agg(sha256((n.record_id || k)::bytea), '') AS doc
    FROM generate_series(1, 75) AS k
) AS d
"""
_WITHOUT = """
DO $$ BEGIN
    EXECUTE replace(
        pg_get_functiondef('sync.snapshots'::regproc), 'sync.snapshots(', 'bench.snapshots(');
END $$;
GRANT USAGE ON SCHEMA bench TO sync_client;
GRANT EXECUTE ON FUNCTION bench.snapshots TO sync_client;
"""
_PAGE_OF = "SELECT * FROM {schema}.snapshots(%s, %s, %s)"
_BY_HAND = """
SELECT s.record_id, n.seq, n.chain, n.doc, n.sha256
FROM sync.record_org AS s JOIN sync.snapshot AS n USING (home_id, record_id)
WHERE s.home_id = {home} AND s.org_id = %s AND s.record_id > %s
ORDER BY s.record_id LIMIT %s
"""
_CHANGES = """
WITH n AS (
    SELECT i, md5('{org}-' || i / 20) AS record_id, 1 + i % 20 AS seq
    FROM generate_series(0, {size} - 1) AS i
), r AS (
    INSERT INTO sync.record (home_id, record_id, org_id, seq, chain)
    SELECT {home}, record_id, {org}, max(seq), sha256(record_id::bytea) FROM n GROUP BY record_id
), s AS (
    INSERT INTO sync.record_org (home_id, record_id, org_id)
    SELECT {home}, record_id, o FROM n, unnest(ARRAY[{home}, {org}]) AS o WHERE seq = 1
), f AS (
    INSERT INTO sync.feed (home_id, org_id, fseq, record_id, seq, event, chain)
    SELECT {home}, h.org_id, h.fseq + n.i + 1, record_id, seq, 1,
        substr(sha256(record_id::bytea), 1, 16)
    FROM n, sync.feed_head AS h WHERE h.home_id = {home} AND h.org_id IN ({home}, {org})
), h AS (
    UPDATE sync.feed_head SET fseq = fseq + {size}
    WHERE home_id = {home} AND org_id IN ({home}, {org})
)
INSERT INTO sync.op (home_id, record_id, seq, op_id, org_id, action, v, author, device_no,
    device_seq, base_seq, base_chain, after, saved_at, placed_at, body, body_hash, wish, sealed,
    blobs, said, chain, mac, key_id)
SELECT {home}, record_id, seq, md5('{org}+' || i), {org}, 'edit', 1, '', 1, 0, 0, '', '[]', '',
    clock_timestamp(), repeat(md5(record_id), 16), '', '', '', '{{}}', '{{}}',
    sha256(record_id::bytea), '', 1
FROM n
"""
NOTE = (
    "TLS, SCRAM; in turns, the best of {rounds} rounds each. *Snapshots*: {snapshots:,} of a "
    "station's records, 2.4 kB each as after compression, in pages of {page}; another station has "
    "as many. *The same function without policies*: a copy of `sync.snapshots` that belongs to "
    "the superuser, whom no policy holds up, called by the same person over the same connection. "
    "*By hand*: one join by the superuser, without a function. *A pull of one change*: "
    "what the program calls, {pulls} times a round, at two centres beside each other; in the one "
    "{stations} other stations have {changes:,} changes of {records:,} cases, put into the tables "
    "by the superuser and in the centre's feed, too; in the other nobody else has any. The change "
    "that is pulled came last."
)

_Work = Callable[[int], float]


def measure(*, quick: bool) -> Section:
    """Return both prices of what others have."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    size = QUICK_SNAPSHOTS if quick else SNAPSHOTS
    changes = QUICK_CHANGES if quick else CHANGES
    with centres() as centre:
        snapshots = _snapshots(centre, size, rounds)
    pulls = _pulls(changes, rounds, 5 if quick else _PULLS)
    pages, policed, by_hand = (snapshots[name] for name in ("as it is", "unheld", "by hand"))
    rows = [
        _row("snapshots", pages, "the same function without policies", policed, 1.5),
        _row("snapshots", pages, "by hand", by_hand, 1.5),
        _row(
            f"a pull of one change among {changes:,} of others",
            pulls["crowded"],
            "among none",
            pulls["alone"],
            1.2,
        ),
    ]
    note = NOTE.format(
        rounds=rounds,
        snapshots=size,
        page=PAGE,
        pulls=5 if quick else _PULLS,
        stations=STATIONS,
        changes=changes,
        records=changes // 20,
    )
    head = ("what", "against", "ratio of the best", "goal", "ours", "theirs")
    text = f"{table(head, rows)}\n\n{note}"
    return Section("sync_others", "Sync: what others have", text)


def _row(what: str, ours: Times, against: str, theirs: Times, goal: float) -> tuple[str, ...]:
    found = min(ours.seconds) / min(theirs.seconds)
    least = verdict(found, goal, "×")
    return (what, against, f"**{found:.2f}×**", least, ours.words, theirs.words)


def _snapshots(centre: BenchCentre, size: int, rounds: int) -> Mapping[str, Times]:
    """Return the seconds for all snapshots of a station: with policies, without, by hand."""
    own, other = centre.station(), centre.station()
    login = centre.person(own)
    with closing(centre.superuser()) as owner, closing(_connected(centre, login)) as person:
        for org in (own, other):
            _fill(owner, _SNAPSHOTS, home=centre.home_id, org=org, size=size)
        owner.execute("CREATE SCHEMA bench")
        owner.execute(_WITHOUT.encode())
        owner.execute("VACUUM ANALYZE")
        ways = {
            "as it is": (person, _PAGE_OF.format(schema="sync")),
            "unheld": (person, _PAGE_OF.format(schema="bench")),
            "by hand": (owner, _BY_HAND.format(home=centre.home_id)),
        }

        def read(connection: "psycopg.Connection[Any]", statement: str, _: int) -> float:
            return seconds_of(lambda: _read_all(connection, statement, own, size))

        works: dict[str, _Work] = {name: partial(read, *way) for name, way in ways.items()}
        in_turns(works, 1)
        return in_turns(works, rounds)


def _read_all(connection: "psycopg.Connection[Any]", statement: str, org: int, size: int) -> None:
    after, count = "", 0
    with connection.cursor(binary=True) as cursor:
        while page := cursor.execute(statement.encode(), (org, after, PAGE)).fetchall():
            after = page[-1][0]
            count += len(page)
    assert count == size


def _pulls(changes: int, rounds: int, times: int) -> Mapping[str, Times]:
    """Return the seconds of one pull of one change, with changes of others and without."""
    with centres() as crowded, centres() as alone:
        pushers: list[Pusher] = []
        works: dict[str, _Work] = {}
        try:
            for name, centre, others in (("crowded", crowded, changes), ("alone", alone, 0)):
                login = centre.person(centre.station())
                pusher = Pusher(login)
                pushers.append(pusher)
                _among(centre, pusher, others)
                works[name] = _pull(pusher, login.org_id, times)
            in_turns(works, 1)
            return in_turns(works, rounds)
        finally:
            for each in pushers:
                each.central.close()


def _among(centre: BenchCentre, pusher: Pusher, others: int) -> None:
    """Let somebody write before and after others did."""
    for _ in range(0, _OWN, 200):
        pusher.push(pusher.ops(200))
    with closing(centre.superuser()) as connection:
        if others:
            for org in [centre.station() for _ in range(STATIONS)]:
                size = others // STATIONS
                _fill(connection, _CHANGES, home=centre.home_id, org=org, size=size)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
    pusher.push(pusher.ops(1))


def _pull(pusher: Pusher, org: int, times: int) -> _Work:
    last = pusher.central.hello("bench-others", "PC", {}).orgs[0].fseq

    def pull() -> None:
        for _ in range(times):
            assert len(pusher.central.pull(org, last - 1, PAGE)) == 1

    return lambda _: seconds_of(pull) / times


def _fill(connection: "psycopg.Connection[Any]", statement: str, **place: int) -> None:
    connection.execute(statement.format(**place).encode())


def _connected(centre: BenchCentre, login: Login) -> "psycopg.Connection[Any]":
    return psycopg.connect(login.dsn(centre.authority), autocommit=True)
