"""What a machine costs the centre that has nothing to say, and what asking who may see costs."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from bench.centre import BenchCentre, Login, centres, cpu_s_of, cpu_s_with_children
from bench.measure import Times, ratio, seconds_of
from bench.report import Section, table, verdict
from bench.sync_ops import Pusher
from db.sync.wire import Cursor

POLLS, QUICK_POLLS = 4_000, 50
_CONNECTS, _BATCH, _PAGE = 40, 200, 500
_SECONDS_BETWEEN = 15
_AS_PERSON = "SELECT * FROM sync.pull(%s, %s, %s)"
_PULL = """
SELECT f.fseq, f.event, f.record_id, f.seq, f.chain,
    CASE WHEN p.op_id IS NULL THEN sync.link_of(f.home_id, f.record_id, f.seq) ELSE '' END,
    p.op_id, p.org_id, p.action, p.v, p.device_seq, p.base_seq, p.base_chain, p.after,
    p.saved_at, p.body, p.body_hash, p.wish, p.sealed, p.blobs, p.author, p.device_id,
    p.device_name, p.placed_at, p.said, p.chain, p.mac, p.key_id
FROM (
    SELECT * FROM sync.feed AS e
    WHERE e.home_id = %s AND e.org_id = %s AND e.fseq > %s
    ORDER BY e.fseq LIMIT %s
) AS f
LEFT JOIN sync.placed_op AS p ON f.event = 1 AND p.home_id = %s
    AND p.record_id = f.record_id AND p.seq = f.seq
ORDER BY f.fseq
"""
NOTE = (
    "Processor time of the server's own process, read from the system; the network's side is the "
    "client's. *The doorbell* is `sync.bell` with one feed, on the connection that a machine "
    "keeps open. *A new connection* is TLS and SCRAM under a person's login, with the share of "
    "the postmaster. Machines for each core: so many polls as one core does in a second, times "
    "the seconds between two polls; the doorbell itself asks for 3 to 60 s by how many are "
    "connected. Memory is what a backend has for itself after hello, pulls and pushes of 200 "
    "operations each, without the shared buffers; before the first push it is about half."
)
RLS_NOTE = (
    "*Who may see it*: a page of {page} operations by `sync.pull` as a person, through policies "
    "on every row, against the same query by the owner of the tables, whom no policy holds up; "
    "in turns, {rounds} rounds."
)


def measure(*, quick: bool) -> Section:
    """Return processor time of polls, memory of a backend, and the price of the policies."""
    polls = QUICK_POLLS if quick else POLLS
    with centres() as centre:
        login = centre.person(centre.station())
        pusher = Pusher(login)
        try:
            for _ in range(1 if quick else 10):
                pusher.push(pusher.ops(_BATCH))
            rounds = 5 if quick else 61
            pulls, bare = _pulls(centre, login, pusher, rounds)
            memory = _memory(_backend(centre, login))
            rows = _polls(centre, login, pusher, polls)
        finally:
            pusher.central.close()
    head = ("what", "processor of the server", "against `select 1`", "goal")
    tables = [
        table(head, rows),
        f"{memory} {NOTE}",
        _who_may_see(pulls, bare),
    ]
    return Section("sync_idle", "Sync: machines that are only there", "\n\n".join(tables))


def _who_may_see(pulls: Times, bare: Times) -> str:
    seen = ratio(pulls, bare)
    note = RLS_NOTE.format(page=_PAGE, rounds=len(pulls.seconds))
    found = f"Who may see it: **{seen:.2f}×** ({verdict(seen, 1.2, '×')})"
    return f"{found}, {pulls.words} against {bare.words}. {note}"


def _polls(
    centre: BenchCentre, login: Login, pusher: Pusher, polls: int
) -> list[tuple[str, str, str, str]]:
    hello = pusher.central.hello("bench-idle", "PC", {})
    org = hello.orgs[0]
    bell_s = _each(_backend(centre, login), polls, lambda: pusher.central.bell([org.bell_key]))
    here = {org.org_id: Cursor(org.fseq, org.chain)}
    hello_s = _each(
        _backend(centre, login), polls, lambda: pusher.central.hello("bench-idle", "PC", here)
    )
    with closing(_connected(centre, login)) as connection:
        pid = connection.info.backend_pid
        one_s = _each(pid, polls, lambda: connection.execute("SELECT 1", prepare=True).fetchall())
    connect_s = _connects(centre, login)

    def row(what: str, seconds: float, goal: str) -> tuple[str, str, str, str]:
        return (what, f"{seconds * 1e6:,.0f} µs", f"{seconds / one_s:.1f}×", goal)

    per_connect = connect_s / bell_s
    goal = f"≥ 100 polls, {'met' if per_connect >= 100 else '**missed**'} ({per_connect:.0f})"  # noqa: PLR2004
    clients = _SECONDS_BETWEEN / bell_s
    return [
        row("`select 1`, TLS", one_s, "–"),
        row("the doorbell", bell_s, verdict(bell_s / one_s, 5, "×")),
        row("hello", hello_s, "–"),
        row("a new connection", connect_s, goal),
        (
            f"machines for each core, a poll every {_SECONDS_BETWEEN} s",
            f"{clients:,.0f}",
            "–",
            f"every 5 s: {clients / 3:,.0f}",
        ),
    ]


def _each(pid: int, times: int, work: Callable[[], object]) -> float:
    """Return the processor seconds of a backend for each time."""
    work()
    before = cpu_s_of(pid)
    for _ in range(times):
        work()
    # The system counts in hundredths of a second.
    return max(cpu_s_of(pid) - before, 0.01) / times


def _connected(centre: BenchCentre, login: Login) -> "psycopg.Connection[object]":
    return psycopg.connect(login.dsn(centre.authority), autocommit=True)


def _connects(centre: BenchCentre, login: Login) -> float:
    """Return the processor seconds of the server for a new connection.

    The postmaster is told what its children used when they end.
    """
    postmaster = centre.server.pid
    assert postmaster is not None
    _connected(centre, login).close()
    before = cpu_s_with_children(postmaster)
    for _ in range(_CONNECTS):
        _connected(centre, login).close()
    return (cpu_s_with_children(postmaster) - before) / _CONNECTS


def _backend(centre: BenchCentre, login: Login) -> int:
    wanted = "SELECT min(pid) FROM pg_stat_activity WHERE usename = %s"
    return int(centre.value(wanted, login.name))


def _memory(pid: int) -> str:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return "Memory of a backend: the system tells it to nobody else."
    private = sum(int(line.split()[1]) for line in lines if line.startswith("Pss_Anon:"))
    return f"Memory of a backend: **{private / 1024:.1f} MB**."


def _pulls(centre: BenchCentre, login: Login, pusher: Pusher, rounds: int) -> tuple[Times, Times]:
    """Return a page as a person and as the owner, in turns; on one kind of connection."""
    own: list[float] = []
    bare: list[float] = []
    home, org = centre.home_id, login.org_id
    last = pusher.central.hello("bench-idle", "PC", {}).orgs[0].fseq
    with (
        closing(_connected(centre, login)) as person,
        closing(centre.superuser()) as owner,
    ):
        for number in range(rounds + 2):
            after = (number * _PAGE) % max(1, last - _PAGE)
            asked = (org, after, _PAGE)
            mine = seconds_of(partial(_read, person, _AS_PERSON, asked))
            theirs = seconds_of(partial(_read, owner, _PULL, (home, org, after, _PAGE, home)))
            if number > 1:
                own.append(mine)
                bare.append(theirs)
    return Times(tuple(own)), Times(tuple(bare))


def _read(connection: Any, statement: str, values: tuple[int, ...]) -> None:
    connection.execute(statement.encode(), values, prepare=True).fetchall()
