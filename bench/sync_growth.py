"""One change on its way to another machine, among ever more cases at the centre."""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from bench.centre import BenchCentre, Machine, centres, machines
from bench.measure import Times, seconds_of
from bench.report import Section, table, verdict
from db.sync.line import PAGE
from mediation_app.domain.cases import CaseId
from mediation_app.services.sample_cases import invented_cases

SIZES, QUICK_SIZES = (1_000, 10_000, 100_000, 1_000_000), (50, 200)
STEPS = ("local save", "push", "pull of one operation", "taking it over", "save → visible")
BARE = "one fsync + two round trips"
_AT_ONCE = 50_000
_FILL = """
WITH n AS (
    SELECT i, 'f' || lpad(to_hex(i), 31, '0') AS record_id FROM generate_series({low}, {high}) AS i
), r AS (
    INSERT INTO sync.record (home_id, record_id, org_id, seq, chain)
    SELECT {home}, record_id, {org}, 1, sha256(record_id::bytea) FROM n
), s AS (
    INSERT INTO sync.record_org (home_id, record_id, org_id)
    SELECT {home}, record_id, o FROM n, unnest(ARRAY[{home}, {org}]) AS o
), f AS (
    INSERT INTO sync.feed (home_id, org_id, fseq, record_id, seq, event, chain)
    SELECT {home}, h.org_id, h.fseq + n.i - {low} + 1, record_id, 1, 1,
        substr(sha256(record_id::bytea), 1, 16)
    FROM n, sync.feed_head AS h WHERE h.home_id = {home} AND h.org_id IN ({home}, {org})
)
INSERT INTO sync.op (home_id, record_id, seq, op_id, org_id, action, v, author, device_no,
    device_seq, base_seq, base_chain, after, saved_at, placed_at, body, body_hash, wish, sealed,
    blobs, said, chain, mac, key_id)
SELECT {home}, record_id, 1, md5(record_id), {org}, 'begin', 1, '', 1, 0, 0, '', '[]', '',
    clock_timestamp(), repeat(md5(record_id), 16), '', '', '', '{{}}', '{{}}',
    sha256(record_id::bytea), '', 1
FROM n
"""
_HEADS = """
UPDATE sync.feed_head AS h
SET fseq = f.fseq, chain = substr(sha256(f.record_id::bytea), 1, 16)
FROM (SELECT DISTINCT ON (org_id) org_id, fseq, record_id FROM sync.feed
    ORDER BY org_id, fseq DESC) AS f
WHERE h.org_id = f.org_id AND h.org_id IN ({home}, {org})
"""
NOTE = (
    "Each cell: median and p95. Two machines of one station, TLS, SCRAM, fsync at the centre and "
    "FULL on both encrypted files; one field of a case is changed, sent, pulled and taken over. "
    "The wait until the doorbell is asked again comes on top. The other cases at the centre were "
    "put into its tables by the superuser with `generate_series` (a log of one operation each, "
    "in both feeds), since pushing a million would take hours; the station's own files hold a "
    "few. *{bare}*: fdatasync of 8 KB in a folder of this machine, and `select 1` twice over TLS."
)


def measure(*, quick: bool) -> Section:
    """Return one column for each size."""
    sizes, rounds = (QUICK_SIZES, 2) if quick else (SIZES, 41)
    columns: list[dict[str, Times]] = []
    with TemporaryDirectory(prefix="bench-growth-") as temporary, centres() as centre:
        org = centre.station()
        with machines(Path(temporary)) as park:
            writer, reader = (park.new(centre.person(org)) for _ in range(2))
            begun = begin(writer, reader)
            filled = 0
            for size in sizes:
                _fill(centre, org, filled, size)
                filled = size
                for each in (writer, reader):
                    each.start_at_head()
                columns.append(_column(centre, Walk(writer, reader, begun), rounds))
    rows = [(step, *(_cell(column[step]) for column in columns)) for step in (*STEPS, BARE)]
    pulls = [column["pull of one operation"].median_s for column in columns]
    walks = [column["save → visible"] for column in columns]
    rows += [
        ("pull, against the smallest", *(f"**{each / pulls[0]:.2f}×**" for each in pulls)),
        (
            "save → visible, against the bare steps (≤ 10×)",
            *(_against(column) for column in columns),
        ),
        (
            "its p95 against its median (≤ 2×)",
            *(verdict_of(each.percentile_s(95) / each.median_s, 2) for each in walks),
        ),
    ]
    found = pulls[-1] / pulls[-2]
    growth = (
        f"Pull of one operation among {sizes[-1]:,} cases against {sizes[-2]:,}: "
        f"**{found:.2f}×** ({verdict(found, 1.2, '×')})."
    )
    head = ("cases at the centre", *(f"{size:,}" for size in sizes))
    text = f"{table(head, rows)}\n\n{growth} {NOTE.format(bare=BARE)}"
    return Section("sync_growth", "Sync: one change among many cases", text)


def verdict_of(found: float, goal: float) -> str:
    """Return a ratio, bold where it misses its goal."""
    return f"{found:.1f}×" if found <= goal else f"**{found:.1f}×, missed**"


def _against(column: dict[str, Times]) -> str:
    return verdict_of(column["save → visible"].median_s / column[BARE].median_s, 10)


def _cell(times: Times) -> str:
    return f"{times.median_s * 1000:.2f} ms, p95 {times.percentile_s(95) * 1000:.1f}"


def begin(writer: Machine, reader: Machine) -> CaseId:
    """Give both machines the case that is edited."""
    (case,) = invented_cases(1, writer.ids)
    org = writer.greet()
    reader.greet()
    writer.database.bulk_add([case], "测试")
    writer.round(org)
    reader.round(org)
    return case.id


def _fill(centre: BenchCentre, org: int, low: int, high: int) -> None:
    with closing(centre.superuser()) as connection:
        for at in range(low, high, _AT_ONCE):
            last = min(high, at + _AT_ONCE) - 1
            place = {"home": centre.home_id, "org": org, "low": at, "high": last}
            connection.execute(_FILL.format(**place).encode())
            connection.execute(_HEADS.format(**place).encode())
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


class Walk:
    """Takes one change from machine to machine, and times each step."""

    def __init__(self, writer: Machine, reader: Machine, case_id: CaseId) -> None:
        self._writer = writer
        self._reader = reader
        self._case_id = case_id
        self._org = writer.login.org_id

    def once(self, number: int) -> Sequence[float]:
        """Return the seconds of each of ``STEPS``."""
        save = seconds_of(partial(self._save, number))
        push = seconds_of(self._writer.push_all)
        pull = seconds_of(self._pull)
        apply = seconds_of(lambda: self._reader.replica.apply(self._org, self._entries))
        assert len(self._entries) == 1
        # The writer hears its own echo before the next change.
        at = self._writer.replica.cursors()[self._org].fseq
        self._writer.replica.apply(self._org, self._writer.central.pull(self._org, at, PAGE))
        return save, push, pull, apply, save + push + pull + apply

    def _save(self, number: int) -> None:
        with self._writer.database.units_of_work("测试")() as work:
            case = work.cases.get(self._case_id)
            work.cases.save(case, replace(case, facts=f"第{number}次说明"), "edit")
            work.commit()

    def _pull(self) -> None:
        at = self._reader.replica.cursors()[self._org].fseq
        self._entries = self._reader.central.pull(self._org, at, PAGE)


def _column(centre: BenchCentre, walk: Walk, rounds: int) -> dict[str, Times]:
    for number in range(3):
        walk.once(-number)
    taken: dict[str, list[float]] = {step: [] for step in (*STEPS, BARE)}
    with closing(centre.superuser()) as connection:
        for number in range(rounds):
            for step, seconds in zip(STEPS, walk.once(number), strict=True):
                taken[step].append(seconds)
            taken[BARE].append(bare_steps(connection))
    return {step: Times(tuple(seconds)) for step, seconds in taken.items()}


def bare_steps(connection: "psycopg.Connection[Any]") -> float:
    with TemporaryDirectory(prefix="bench-fsync-") as folder:
        file = os.open(Path(folder) / "x", os.O_CREAT | os.O_WRONLY)
        try:
            os.write(file, b"x" * 8192)
            disk = seconds_of(lambda: os.fdatasync(file))
        finally:
            os.close(file)
    ask = partial(connection.execute, "SELECT 1", prepare=True)
    return disk + seconds_of(ask) + seconds_of(ask)
