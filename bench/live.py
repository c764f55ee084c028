"""A crowd in real time against a real centre: whoever is due asks, over a few connections."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from time import perf_counter, sleep
from typing import Any

import psycopg

from bench.centre import PASSWORD, BenchCentre, Login, cpu_s_of
from bench.crowd import Crowd, Turn
from bench.pooler import Door
from bench.sync_ops import Pusher
from db.central.client import PostgresCentral
from db.sync.rhythm import ROUND_EVERY_S, Due
from db.sync.wire import Cursor

WORKERS = 16
_BELL = "SELECT * FROM sync.bell(%s::bytea[])"


@dataclass(frozen=True, slots=True)
class Slice:
    """What was asked in some seconds, and what it took.

    Attributes:
        is_bell: False where ``select 1`` stood in the doorbell's place.
        done: Looks, rounds, and how often it was asked who else is there.
        waits: Seconds from when a machine was due until it had the doorbell's answer.
        cpu: Processor seconds of the server's processes by what they are for.
    """

    is_bell: bool
    seconds: float
    done: Counter[str]
    waits: Sequence[float]
    cpu: Mapping[str, float]


@dataclass(slots=True)
class _Worker:
    """One connection for the doorbell and one of a person, and who waits for them."""

    bell: "psycopg.Connection[Any]"
    central: PostgresCentral
    login: Login
    keys: list[bytes]
    cursors: dict[int, Cursor]
    record_id: str
    waiting: "SimpleQueue[Turn | None]" = field(default_factory=SimpleQueue)


class Live:
    """Lets a crowd live in real time; close it."""

    def __init__(self, centre: BenchCentre, door: Door, crowd: Crowd) -> None:
        self.workers = WORKERS
        self._centre = centre
        self._door = door
        self._crowd = crowd
        self._lock = Lock()
        self._now_s = ROUND_EVERY_S
        self._done: Counter[str] = Counter()
        self._waits: list[float] = []
        org = centre.station()
        self._park = [self._worker(centre.person(org)) for _ in range(WORKERS)]

    def close(self) -> None:
        """Hang up."""
        for worker in self._park:
            worker.bell.close()
            worker.central.close()

    def greet(self, size: int) -> None:
        """Make the machines with an open case known to the centre, as their first round did."""
        for machine in filter(self._crowd.has_case, range(size)):
            worker = self._park[machine % WORKERS]
            worker.central.hello(_device(machine), "PC", worker.cursors)

    def run(self, seconds: float, *, is_bell: bool) -> Slice:
        """Let so many seconds pass."""
        self._done, self._waits = Counter(), []
        until = self._now_s + seconds
        before = self._cpu()
        began = perf_counter()
        threads = [
            Thread(target=self._serve, args=(worker, began - self._now_s, is_bell))
            for worker in self._park
        ]
        for thread in threads:
            thread.start()
        self._hand_out(began - self._now_s, until)
        for worker in self._park:
            worker.waiting.put(None)
        for thread in threads:
            thread.join()
        taken = perf_counter() - began
        self._now_s = max(until, self._now_s + taken)
        cpu = {what: used - before[what] for what, used in self._cpu().items()}
        return Slice(is_bell, taken, self._done, self._waits, cpu)

    def _hand_out(self, zero: float, until: float) -> None:
        while (now := perf_counter() - zero) < until:
            with self._lock:
                for turn in self._crowd.turns(now):
                    self._park[turn.machine % WORKERS].waiting.put(turn)
            sleep(0.001)

    def _serve(self, worker: _Worker, zero: float, is_bell: bool) -> None:  # noqa: FBT001 - a thread's
        while (turn := worker.waiting.get()) is not None:
            has_case = self._crowd.has_case(turn.machine)
            next_after = 0.0
            if turn.due is Due.LOOK:
                next_after = _asked(worker, is_bell=is_bell)
                wait = perf_counter() - zero - turn.at_s
            else:
                worker.central.hello(_device(turn.machine % WORKERS), "PC", worker.cursors)
            if has_case:
                worker.central.here(_device(turn.machine), worker.record_id)
            with self._lock:
                at = max(perf_counter() - zero, turn.at_s)
                self._done["here"] += has_case
                if turn.due is Due.LOOK:
                    self._done["look"] += 1
                    self._waits.append(wait)
                    self._crowd.answered(turn, at, next_after)
                else:
                    self._done["round"] += 1
                    self._crowd.went_well(turn, at)

    def _worker(self, login: Login) -> _Worker:
        pusher = Pusher(login)
        ops = pusher.ops(1)
        pusher.push(ops)
        pusher.central.close()
        central = PostgresCentral(login.address, PASSWORD)
        org = central.hello(_device(len(login.name)), "PC", {}).orgs[0]
        bell = psycopg.connect(self._door.dsn, autocommit=True, prepare_threshold=None)
        cursors = {org.org_id: Cursor(org.fseq, org.chain)}
        return _Worker(bell, central, login, [org.bell_key], cursors, ops[0].record_id)

    def _cpu(self) -> dict[str, float]:
        """Return the processor seconds of every process of the server, by what it is for."""
        with closing(self._centre.superuser()) as connection:
            rows = connection.execute(
                "SELECT pid, usename FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            ).fetchall()
        people = {worker.login.name for worker in self._park}
        used = dict.fromkeys(("bell", "pooler", "people", "rest"), 0.0)
        for pid, login in rows:
            if Path(f"/proc/{pid}").is_dir():
                what = "people" if login in people else "bell" if login else "rest"
                used[what] += cpu_s_of(pid)
        if self._door.pid is not None:
            used["pooler"] += cpu_s_of(self._door.pid)
        return used


def _asked(worker: _Worker, *, is_bell: bool) -> float:
    if not is_bell:
        worker.bell.execute("SELECT 1").fetchall()
        return 0.0
    row = worker.bell.execute(_BELL, (worker.keys,)).fetchone()
    assert row is not None
    return float(row[1])


def _device(number: int) -> str:
    return f"{number:032x}"
