"""A machine that is new at a station with a long past, against the bare drivers."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # it ships no types

from bench.centre import BenchCentre, Login, Machine, centres, machines
from bench.measure import seconds_of
from bench.report import Section, table, verdict
from db.sync import first_pull
from db.sync.pulling import pull_feed
from mediation_app.services.sample_cases import invented_cases

SIZES, QUICK_SIZES = (1_000, 100_000), (40, 160)
"""How many cases are pushed and folded for real, and how many there are then."""

_DOCS = (
    "COPY (SELECT s.record_id, n.doc FROM sync.record_org AS s "
    "JOIN sync.snapshot AS n USING (home_id, record_id) WHERE s.org_id = {org} "
    "ORDER BY s.record_id) TO STDOUT (FORMAT BINARY)"
)
_LENGTH_BYTES, _AT_ONCE = 4, 2_000
NOTE = (
    "The server listens on this machine's loopback, with TLS, SCRAM and fsync; both sides share "
    "its cores. {base:,} cases were pushed by a machine and folded by the nightly job; the others "
    "are their copies under ids of their own, put into the centre's tables by its superuser. *The "
    "first pull* is what the program does: snapshots by the function that asks who may see them, "
    "checked by their hashes, records, lines, parties, search words, conflicts, documents, the "
    "journal's places, cursor and notes, in transactions of at most 0.1 s; then the heads of all "
    "records compared. *Raw*: the same documents by binary COPY over TLS, by the owner of the "
    "tables, into a table of two columns of a bare SQLCipher file, in transactions of 2,000. "
    "*Replay*: the same cases from their logs, without snapshots, as a short feed is taken over."
)


def measure(*, quick: bool) -> Section:
    """Return the first pull against raw copies and against a replay."""
    base, size = QUICK_SIZES if quick else SIZES
    with TemporaryDirectory(prefix="bench-pull-") as temporary, centres() as centre:
        folder = Path(temporary)
        with machines(folder) as park:
            org = centre.station()
            login = centre.person(org)
            _push(park.new(login), base)
            replay_s = _replay(park.new(login), org) / base
            centre.fold_snapshots()
            docs_bytes = _multiply(centre, org, size)
            machine = park.new(login)
            pull_s = seconds_of(partial(_first_pull, machine))
            assert len(machine.database.queries().case_lines(limit=size + 1)) == size
            file_bytes = (machine.folder / "station.db").stat().st_size
        raw = _raw(centre, login, folder)
    rows = _rows(size, pull_s, replay_s, raw)
    sizes = (
        f"{size:,} cases; documents {docs_bytes / 2**20:,.0f} MB, "
        f"the station's file then {file_bytes / 2**20:,.0f} MB."
    )
    head = ("what", "time", "cases/s", "the first pull against it", "goal")
    return Section(
        "sync_pull",
        "Sync: the first pull",
        f"{table(head, rows)}\n\n{sizes} {NOTE.format(base=base)}",
    )


def _rows(
    size: int, pull_s: float, replay_s: float, raw: dict[str, float]
) -> list[tuple[str, ...]]:
    def row(what: str, seconds: float, goal: str = "–") -> tuple[str, ...]:
        times = f"**{pull_s / seconds:.2f}×**"
        return (what, f"{seconds:.2f} s", f"{size / seconds:,.0f}", times, goal)

    copy, key = raw["copy"], raw["with key"]
    replayed = replay_s * size
    faster = replayed / pull_s
    goal = f"≥ 40× faster, {'met' if faster >= 40 else '**missed**'} ({faster:.0f}×)"  # noqa: PLR2004
    stored = copy + key
    return [
        ("the first pull", f"{pull_s:.2f} s", f"{size / pull_s:,.0f}", "–", "–"),
        row("raw: COPY over TLS, discarded", copy, verdict(pull_s / copy, 8, "×")),
        row("raw: COPY over TLS into bare SQLCipher", stored),
        row("— of which SQLCipher alone", key),
        row(
            "— the same library without a key",
            raw["no key"],
            f"SQLCipher {verdict(key / raw['no key'], 1.3, '×')} ({key / raw['no key']:.2f}×)",
        ),
        row(
            "— SQLite of Python",
            raw["stdlib"],
            f"SQLCipher {verdict(key / raw['stdlib'], 2.2, '×')} ({key / raw['stdlib']:.2f}×)",
        ),
        row("replay of the logs (from fewer cases)", replayed, goal),
    ]


def _push(machine: Machine, case_count: int) -> None:
    machine.greet()
    machine.database.bulk_add(invented_cases(case_count, machine.ids), "测试")
    machine.push_all()


def _replay(machine: Machine, org: int) -> float:
    machine.greet()
    return seconds_of(lambda: pull_feed(machine.line(), org))


def _first_pull(machine: Machine) -> None:
    org = machine.greet()
    line = machine.line()
    assert first_pull.begin(line, org)
    first_pull.go_on(line, org, lambda: None)


def _multiply(centre: BenchCentre, org: int, size: int) -> int:
    """Give the station as many cases as are wanted; return the bytes of all snapshots."""
    with closing(centre.superuser()) as connection:
        found = connection.execute(
            "SELECT n.record_id, n.seq, n.doc FROM sync.snapshot AS n "
            "JOIN sync.record AS r USING (home_id, record_id) WHERE r.org_id = %s",
            (org,),
        ).fetchall()
        copies = _copies([row for row in found if not row[0].startswith("org-")])
        wanted = islice(copies, size - len(found))
        while some := list(islice(wanted, _AT_ONCE)):
            _add(connection, centre.home_id, org, some)
        connection.execute("ANALYZE")
        total = connection.execute("SELECT sum(octet_length(doc)) FROM sync.snapshot").fetchone()
    return int(total[0]) if total else 0


def _copies(found: Sequence[Any]) -> Iterator[tuple[str, int, bytes]]:
    number = 0
    while True:
        for record_id, seq, doc in found:
            number += 1
            copy_id = sha256(f"{number}".encode()).hexdigest()[: len(record_id)]
            yield copy_id, seq, _renamed(doc, record_id, copy_id)


def _renamed(doc: bytes, old: str, new: str) -> bytes:
    end = _LENGTH_BYTES + int.from_bytes(doc[:_LENGTH_BYTES], "big")
    index, state = (
        zlib.compress(zlib.decompress(part).replace(old.encode(), new.encode()))
        for part in (doc[_LENGTH_BYTES:end], doc[end:])
    )
    return len(index).to_bytes(_LENGTH_BYTES, "big") + index + state


def _add(
    connection: "psycopg.Connection[Any]",
    home: int,
    org: int,
    some: Sequence[tuple[str, int, bytes]],
) -> None:
    heads = [(home, each, org, seq, sha256(each.encode()).digest()) for each, seq, _ in some]
    seen = [(home, each, by) for each, _, _ in some for by in (home, org)]
    docs = [
        (home, each, seq, sha256(each.encode()).digest(), doc, sha256(doc).digest())
        for each, seq, doc in some
    ]
    with connection.cursor() as cursor:
        for target, rows in (
            ("record (home_id, record_id, org_id, seq, chain)", heads),
            ("record_org (home_id, record_id, org_id)", seen),
            ("snapshot (home_id, record_id, seq, chain, doc, sha256)", docs),
        ):
            with cursor.copy(f"COPY sync.{target} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


def _raw(centre: BenchCentre, login: Login, folder: Path) -> dict[str, float]:
    """Return the seconds of the bare steps."""
    statement = _DOCS.format(org=login.org_id)
    docs: list[tuple[str, bytes]] = []

    def read() -> None:
        with closing(centre.superuser()) as connection, connection.cursor() as cursor:
            cursor.execute("SHOW ssl")
            with cursor.copy(statement.encode()) as copy:
                copy.set_types(["text", "bytea"])
                docs[:] = copy.rows()

    seconds = {"copy": min(seconds_of(read) for _ in range(3))}
    openers: dict[str, Callable[[str], Any]] = {
        "with key": lambda path: _keyed(dbapi2.connect(path, isolation_level=None)),
        "no key": lambda path: dbapi2.connect(path, isolation_level=None),
        "stdlib": lambda path: sqlite3.connect(path, isolation_level=None),
    }
    for name, opened in openers.items():
        path = folder / f"{name}.db"
        seconds[name] = seconds_of(partial(_store, opened, str(path), docs))
        path.unlink()
    return seconds


def _keyed(connection: Any) -> Any:
    connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    return connection


def _store(opened: Callable[[str], Any], path: str, docs: Sequence[tuple[str, bytes]]) -> None:
    with closing(opened(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE doc (id TEXT PRIMARY KEY, doc BLOB) WITHOUT ROWID")
        for at in range(0, len(docs), _AT_ONCE):
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO doc VALUES (?, ?)", docs[at : at + _AT_ONCE])
            connection.execute("COMMIT")
