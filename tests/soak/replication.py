"""The primary dies under pushes; a standby that had to have every commit takes its place."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any, Protocol

import psycopg

from db.central.client import PostgresCentral
from db.central.server import Server
from tests.memory import fast_folder
from tests.postgres import CentralServer, TestDatabase
from tests.soak import doings
from tests.soak.checker import Tally, Violation, tally, violations
from tests.soak.evidence import Witness
from tests.soak.faults import Weather, pick
from tests.soak.ground import PASSWORD, Ground, prepared
from tests.soak.home import Home, new_home
from tests.soak.machine import DrawnIds, Machine
from tests.soak.proxy import Proxy
from tests.soak.rounds import run_round
from tests.soak.world import World

PEOPLE = ("甲", "乙", "己")
STANDBY = "standby"
DOINGS = (doings.edit_field, doings.begin_case, doings.register)
OFFLINE_S = 0.2
"""Between two tries of somebody who reaches nobody: he works on meanwhile, but not only."""


@dataclass(frozen=True, slots=True)
class Failover:
    """What the new primary and the machines then held.

    Attributes:
        echoed: Edits that were safe before the primary died.
    """

    echoed: int
    tally: Tally
    violations: tuple[Violation, ...]


@dataclass(slots=True)
class Worker:
    """One person at work on a thread of its own, until told to stop."""

    world: World
    central: PostgresCentral
    stop: Event
    rounds: int = 0
    good_rounds: int = 0
    trouble: str = ""

    def run(self) -> None:
        """Edit and meet the centre."""
        machine = self.world.machines[0]
        while not self.stop.is_set():
            doings.edit_field(self.world)
            pick(self.world.seeds, DOINGS)(self.world)
            self.trouble = run_round(machine, self.central)
            self.world.look_at(machine, has_met=not self.trouble)
            self.rounds += 1
            self.good_rounds += not self.trouble
            self.stop.wait(OFFLINE_S if self.trouble else 0)


class Succession(Protocol):
    """How a primary is lost, and who follows."""

    def prepare(self) -> None:
        """Have a standby that must have every commit."""
        ...

    def lose(self) -> Server:
        """Kill the primary; return the server that takes its place when it does."""
        ...

    def end(self) -> None:
        """Stop what was started."""
        ...


@dataclass(slots=True)
class ByHand:
    """An administrator promotes a standby."""

    central: CentralServer
    standby: Server

    def prepare(self) -> None:
        """Have a standby that must have every commit."""
        primary = self.central.server
        self.standby.standby_of(primary, STANDBY)
        self.standby.start()
        primary.require_standby(STANDBY)
        wanted = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
        pause = Event()
        with closing(psycopg.connect(primary.dsn(), autocommit=True)) as admin:
            while admin.execute(wanted).fetchone() != (1,):
                pause.wait(0.05)

    def lose(self) -> Server:
        """Kill the primary and promote the standby."""
        self.central.server.kill()
        self.standby.promote()
        return self.standby

    def end(self) -> None:
        """Stop the standby."""
        self.standby.stop(is_abrupt=True)


def fail_over(central: CentralServer, rounds: int, seed: int) -> Failover:
    """Lose a primary by hand; see ``live_through_loss``."""
    succession = ByHand(central, central.new_server(STANDBY))
    return live_through_loss(central, succession, rounds, seed)


def live_through_loss(
    central: CentralServer, succession: Succession, rounds: int, seed: int
) -> Failover:
    """Let people work, lose the primary after some rounds, go on with the next one, judge."""
    with (
        prepared(central) as ground,
        TemporaryDirectory(prefix="failover-", dir=fast_folder()) as folder,
        Proxy(ground.database.port) as proxy,
    ):
        home = new_home(ground)
        succession.prepare()
        try:
            workers = [
                a_worker(home, Path(folder), name, proxy.port, seed + at)
                for at, name in enumerate(PEOPLE)
            ]
            echoed = _live_through(workers, rounds, succession, proxy, ground)
            ground.reconnect()
            return judged(home, Path(folder), workers, echoed)
        finally:
            ground.hang_up()
            ground.admin.close()
            succession.end()


def a_worker(home: Home, folder: Path, name: str, port: int, seed: int) -> Worker:
    """Give a person a machine with a first case, and a line to the centre by a port."""
    seeds = Random(seed)
    world = World(home, folder, seeds, Weather(seeds), mark_prefix=name)
    machine = Machine(f"m-{seed}", folder / f"m-{seed}", home.people[name], DrawnIds(seed))
    machine.install(home.ground.template)
    world.machines.append(machine)
    doings.begin_case(world)
    address = home.ground.address(machine.person.login, port)
    return Worker(world, PostgresCentral(address, PASSWORD), Event())


def _live_through(
    workers: list[Worker], rounds: int, succession: Succession, proxy: Proxy, ground: Ground
) -> int:
    """Return how many edits were echoed when the primary died."""
    pause = Event()
    with ThreadPoolExecutor(len(workers)) as threads:
        running = [threads.submit(worker.run) for worker in workers]
        try:
            _wait_for(workers, rounds, running, pause)
            echoed = len({each for worker in workers for each in worker.world.witness.echoes})
            follower = succession.lose()
            ground.database = TestDatabase(follower, ground.database.name)
            proxy.lead_to(follower.port)
            proxy.cut_all()
            _wait_for(workers, 2 * rounds, running, pause)
        finally:
            for worker in workers:
                worker.stop.set()
    for each in running:
        each.result()
    return echoed


def _wait_for(workers: list[Worker], rounds: int, running: list[Any], pause: Event) -> None:
    while min(worker.rounds for worker in workers) < rounds:
        for each in running:
            if each.done():
                each.result()
        pause.wait(0.02)


def judged(home: Home, folder: Path, workers: list[Worker], echoed: int) -> Failover:
    """Let everything come to rest, and judge; ``echoed`` is passed on."""
    seeds = Random(0)
    world = World(home, folder, seeds, Weather(seeds))
    for worker in workers:
        worker.central.close()
        world.witness.centre_age = worker.world.witness.centre_age
        world.witness.silent_restores = worker.world.witness.silent_restores
        world.machines += worker.world.machines
        _add(world.witness, worker.world.witness)
    world.settle()
    evidence = world.evidence()
    world.close()
    return Failover(echoed, tally(evidence), violations(evidence))


def _add(to: Witness, witness: Witness) -> None:
    to.edits |= witness.edits
    to.echoes |= {each: replace(echo) for each, echo in witness.echoes.items()}
    to.told += witness.told
    to.granted |= witness.granted
    to.granted_now |= witness.granted_now
    to.seen_amiss += witness.seen_amiss
