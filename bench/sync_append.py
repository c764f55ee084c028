"""What the order of a feed costs: numbers without gaps in 1,000 organisations, against none."""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

from bench.centre import BenchCentre, centres
from bench.measure import seconds_of
from bench.report import Section, table

ROUNDS, QUICK_ROUNDS = 7, 1
_ORGS, _LOWEST = 1_000, 0.4
_MADE = """
CREATE SCHEMA bench;
CREATE TABLE bench.feed (LIKE sync.feed INCLUDING ALL);
CREATE TABLE bench.head (LIKE sync.feed_head INCLUDING ALL) WITH (fillfactor = 50);
INSERT INTO bench.head (home_id, org_id) SELECT 1, n FROM generate_series(1, 1000) AS n;
CREATE TABLE bench.loose (LIKE sync.feed, n bigserial PRIMARY KEY);
CREATE FUNCTION bench.ordered(org int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    WITH head AS (
        UPDATE bench.head SET fseq = fseq + 1 WHERE home_id = 1 AND org_id = org RETURNING fseq)
    INSERT INTO bench.feed (home_id, org_id, fseq, record_id, seq, event, chain)
    SELECT 1, org, head.fseq, 'c0ffee', 1, 1, sha256('c0ffee') FROM head;
END $$;
CREATE FUNCTION bench.unordered(org int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO bench.loose (home_id, org_id, fseq, record_id, seq, event, chain)
    VALUES (1, org, 1, 'c0ffee', 1, 1, sha256('c0ffee'));
END $$;
ANALYZE bench.head;
"""
_WAYS = ((1, 1, 200), (8, 1, 100), (1, 500, 10))
"""Connections, entries in one transaction, transactions of each connection."""
NOTE = (
    "Bare tables, without what a push does besides: *ordered* takes the next number of an "
    "organisation from its head, whose row stays locked until the end of the transaction, and "
    "writes the entry; *unordered* only writes it. Organisations at random, fsync, in turns, "
    "{rounds} rounds, medians."
)


def measure(*, quick: bool) -> Section:
    """Return entries a second with and without an order."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with centres() as centre:
        with centre.superuser() as connection:
            connection.execute(_MADE.encode())
        rows = [_row(centre, way, rounds) for way in _WAYS]
    head = ("what", "ordered/s", "unordered/s", "ordered against unordered")
    text = f"{table(head, rows)}\n\n{NOTE.format(rounds=rounds)}"
    return Section("sync_append", "Sync: the order of a feed", text)


def _row(centre: BenchCentre, way: tuple[int, int, int], rounds: int) -> tuple[str, ...]:
    connections, at_once, times = way
    made = [centre.superuser() for _ in range(connections)]
    try:
        pairs = [
            (_rate(made, "ordered", at_once, times), _rate(made, "unordered", at_once, times))
            for _ in range(rounds)
        ]
    finally:
        for each in made:
            each.close()
    ordered, unordered = (median(values) for values in zip(*pairs, strict=True))
    share = ordered / unordered
    goal = f"≥ {_LOWEST}×, {'met' if share >= _LOWEST else '**missed**'}"
    what = f"connections: {connections}, in a transaction: {at_once}"
    return (what, f"{ordered:,.0f}", f"{unordered:,.0f}", f"**{share:.2f}×** ({goal})")


def _rate(made: Sequence[Any], name: str, at_once: int, times: int) -> float:
    statement = (
        f"SELECT bench.{name}((1 + (n * 7919 + %s) %% {_ORGS})::int) "  # noqa: S608
        f"FROM generate_series(1, {at_once}) AS n"
    )

    def work(connection: Any) -> None:
        for _ in range(times):
            number = random.randrange(_ORGS)  # noqa: S311
            connection.execute(statement.encode(), (number,), prepare=True)

    with ThreadPoolExecutor(len(made)) as pool:
        seconds = seconds_of(lambda: list(pool.map(work, made)))
    return len(made) * times * at_once / seconds
