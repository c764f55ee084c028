"""People push while a cluster of three servers loses its leader, its cable or its standby.

``python -m tests.soak --cluster partition switchover standby kill``; runs in a network of its own.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic
from typing import Any, cast

import psycopg
from psycopg.conninfo import make_conninfo

from tests.house.checkout import ROOT
from tests.memory import fast_folder
from tests.postgres import CentralServer, TestDatabase
from tests.soak.checker import Tally, Violation
from tests.soak.ground import prepared
from tests.soak.home import new_home
from tests.soak.replication import PEOPLE, Worker, a_worker, judged
from tests.soak.towns import Town
from tests.soak.trio import Node, Trio, why_no_trio

ROUNDS = 8
"""That everybody has to bring to a good end between two blows."""
DATABASE = "soak"
_OWN_NETWORK = ("unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc")
_REAPER = ("sh", "-c", '"$@"; exit $?', "sh")
"""The first process there: Patroni waits for PostgreSQL until somebody has buried it."""


@dataclass(frozen=True, slots=True)
class Blow:
    """What one blow came to.

    Attributes:
        away_s: From the blow until everybody had brought a round to a good end.
        echoed: Edits that were safe before it.
        taken_alone: Commits that a leader without a standby acknowledged; None was allowed to.
        rewound: Whether the node that came back had to undo what only it had (pg_rewind).
    """

    name: str
    away_s: float
    echoed: int
    taken_alone: int = 0
    rewound: bool = False


@dataclass(frozen=True, slots=True)
class Storm:
    """What was done to the cluster, and what it and the machines then held."""

    blows: tuple[Blow, ...]
    tally: Tally
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class TrioDatabase(TestDatabase):
    """One database of the cluster, reached as people do: by all addresses."""

    @property
    def host(self) -> str:
        """All addresses."""
        return cast("Trio", self.server).hosts

    def dsn(self, login: str, password: str) -> str:
        """Return how a person reaches the leader past the program."""
        dsn = TestDatabase.dsn(self, login, password)
        return make_conninfo(dsn, host=self.host, target_session_attrs="read-write")


@dataclass(frozen=True, slots=True)
class _Central:
    """What the rig needs of a server."""

    trio: Trio

    def new_database(self) -> TestDatabase:
        """Return a new database."""
        with closing(psycopg.connect(self.trio.dsn(), autocommit=True)) as line:
            line.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        return TrioDatabase(cast("Any", self.trio), DATABASE)


@dataclass(slots=True)
class Crowd:
    """People at work, each on a thread."""

    workers: Sequence[Worker]
    running: list[Any] = field(default_factory=list)

    def echoed(self) -> int:
        """Return how many edits are safe."""
        return len({each for worker in self.workers for each in worker.world.witness.echoes})

    def work_on(self, rounds: int = ROUNDS, patience_s: float = 300) -> float:
        """Let everybody bring rounds to a good end; return when each had one, in seconds."""
        began, first_s = monotonic(), 0.0
        before = [worker.good_rounds for worker in self.workers]
        pause = Event()
        while (done := self._least_since(before)) < rounds:
            if done and not first_s:
                first_s = monotonic() - began
            for each in self.running:
                if each.done():
                    each.result()
            if monotonic() - began > patience_s:
                troubles = [worker.trouble for worker in self.workers]
                raise TimeoutError(f"people get nowhere: {troubles}")
            pause.wait(0.05)
        return first_s or monotonic() - began

    def _least_since(self, before: Sequence[int]) -> int:
        now = [worker.good_rounds for worker in self.workers]
        return min(each - then for each, then in zip(now, before, strict=True))


def kill(trio: Trio, crowd: Crowd) -> Blow:
    """Kill the leader as a power cut does, and start it again later."""
    old, echoed = trio.leader(), crowd.echoed()
    old.kill()
    away_s = crowd.work_on()
    said = len(old.log())
    trio.revive(old)
    trio.wait_for_all()
    return Blow("kill", away_s, echoed, rewound=_was_rewound(old, said))


def switchover(trio: Trio, crowd: Crowd) -> Blow:
    """Hand the lead over while people push."""
    echoed, began = crowd.echoed(), monotonic()
    old, new = trio.leader(), trio.in_step()[0]
    said = len(old.log())
    trio.switch_over(old, new)
    trio.wait(lambda: trio.leads(new))
    handed_over_s = monotonic() - began
    away_s = handed_over_s + crowd.work_on()
    trio.wait_for_all()
    return Blow("switchover", away_s, echoed, rewound=_was_rewound(old, said))


def partition(trio: Trio, crowd: Crowd) -> Blow:
    """Cut the leader off from the other servers; people still reach all three."""
    old, echoed = trio.leader(), crowd.echoed()
    said, began = len(old.log()), monotonic()
    old.room.pull_cable()
    taken_alone = _taken_alone(trio, old)
    trio.wait(lambda: any(trio.leads(node) for node in trio.nodes if node is not old))
    away_s = monotonic() - began + crowd.work_on()
    if trio.leads(old):
        taken_alone += 1
    old.room.plug_in()
    trio.wait_for_all()
    return Blow("partition", away_s, echoed, taken_alone, _was_rewound(old, said))


def standby(trio: Trio, crowd: Crowd) -> Blow:
    """Lose the standby in step, then the other one too; writing waits until one is back."""
    leader, echoed = trio.leader(), crowd.echoed()
    first = trio.in_step()[0]
    first.kill()
    crowd.work_on()  # the other one has to have every commit now
    second = next(node for node in trio.nodes if node is not leader and node is not first)
    began = monotonic()
    second.kill()
    taken_alone = _taken_alone(trio, leader)
    trio.revive(first)
    trio.revive(second)
    away_s = monotonic() - began + crowd.work_on()
    trio.wait_for_all()
    return Blow("standby", away_s, echoed, taken_alone)


BLOWS: Mapping[str, Callable[[Trio, Crowd], Blow]] = {
    "kill": kill,
    "switchover": switchover,
    "partition": partition,
    "standby": standby,
}


def _was_rewound(node: Node, after: int) -> bool:
    return "running pg_rewind" in node.log()[after:]


def _taken_alone(trio: Trio, node: Node) -> int:
    """Ask a node for commits of its own until it waits; return how many it acknowledged.

    It may not have noticed yet that it is alone, but acknowledges nothing that nobody else has.
    """
    line = psycopg.connect(trio.dsn_of(node), autocommit=True)
    taken = 0
    try:
        for number in range(3):
            name = f"alone_{node.name}_{number}"
            asked = monotonic()
            line.pgconn.send_query(f"CREATE TABLE {name} ()".encode())
            while line.pgconn.is_busy() and monotonic() - asked < _WAITS_S:
                Event().wait(0.1)
                line.pgconn.consume_input()
            if line.pgconn.is_busy():
                break
            result = line.pgconn.get_result()
            is_done = result is not None and result.status == psycopg.pq.ExecStatus.COMMAND_OK
            taken += is_done
            while line.pgconn.get_result() is not None:
                pass
    except psycopg.Error:
        pass  # it has given the lead up, and hung up
    finally:
        line.close()
    return taken


_WAITS_S = 3.0


def weather(names: Sequence[str], seed: int) -> Storm:
    """Let people work, strike one blow after the other, let it come to rest, judge."""
    with (
        _trio() as trio,
        prepared(cast("CentralServer", _Central(trio))) as ground,
        TemporaryDirectory(prefix="storm-", dir=fast_folder()) as name,
    ):
        home, folder = new_home(ground), Path(name)
        port = ground.database.port
        workers = [
            a_worker(home, folder, person, port, seed + at) for at, person in enumerate(PEOPLE)
        ]
        crowd = Crowd(workers)
        with _at_work(crowd):
            crowd.work_on()
            blows = [BLOWS[each](trio, crowd) for each in names]
            crowd.work_on()
        ground.reconnect()
        end = judged(home, folder, workers, blows[0].echoed)
    alone = [
        Violation("acknowledged alone", f"{blow.name}: {blow.taken_alone}")
        for blow in blows
        if blow.taken_alone
    ]
    return Storm(tuple(blows), end.tally, (*alone, *end.violations))


@contextmanager
def _at_work(crowd: Crowd) -> Iterator[None]:
    with ThreadPoolExecutor(len(crowd.workers)) as threads:
        crowd.running += [threads.submit(worker.run) for worker in crowd.workers]
        try:
            yield
        finally:
            for worker in crowd.workers:
                worker.stop.set()
    for each in crowd.running:
        each.result()


@contextmanager
def _trio() -> Iterator[Trio]:
    town = Town.built(4)
    with TemporaryDirectory(
        prefix="trio-", dir=fast_folder(), ignore_cleanup_errors=True
    ) as folder:
        trio = Trio(Path(folder), town)
        try:
            trio.start()
            yield trio
        finally:
            trio.stop()
            town.leave()


def in_a_network_of_its_own(names: Sequence[str], seed: int) -> int:
    """Do it where no cable leads anywhere else; return the status of that program.

    Its network and its processes end with it, whatever ends it.
    """
    if reason := why_no_trio():
        sys.stdout.write(f"no cluster was tried: {reason}\n")
        return 0
    words = (sys.executable, "-m", "tests.soak.storms", *names, "--seed", str(seed))
    return subprocess.run([*_OWN_NETWORK, *_REAPER, *words], cwd=ROOT, check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak.storms", description=__doc__)
    parser.add_argument("names", nargs="+", choices=BLOWS)
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    storm = weather(words.names, words.seed)
    for blow in storm.blows:
        sys.stdout.write(
            f"{blow.name}: {blow.echoed} edits safe before, {blow.away_s:.1f} s away,"
            f" {blow.taken_alone} taken alone, {'rewound' if blow.rewound else 'not rewound'}\n"
        )
    sys.stdout.write(f"{storm.tally}\n")
    for violation in storm.violations:
        sys.stdout.write(f"{violation.invariant}: {violation.detail}\n")
    return 2 if storm.violations else 0


if __name__ == "__main__":
    sys.exit(main())
