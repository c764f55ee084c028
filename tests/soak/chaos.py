"""Real processes and a real server, killed without warning, on lines that break."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic
from typing import Any

from tests.house.checkout import ROOT
from tests.memory import fast_folder
from tests.postgres import CentralServer
from tests.soak.checker import Tally, Violation, tally, violations
from tests.soak.evidence import Edit
from tests.soak.faults import Weather
from tests.soak.ground import prepared
from tests.soak.home import Home, new_home
from tests.soak.machine import DrawnIds, Machine, body_of
from tests.soak.proxy import Cut, Proxy
from tests.soak.witness_journal import read_journal, screen_of
from tests.soak.world import World

PEOPLE = ("甲", "乙", "己", "丁")
ONE_SAVED_BYTES = 1_500
"""So much the journal grows at least by one entry that was reported saved."""
PAUSE_S = 0.3
"""Between two blows, on average."""


@dataclass(slots=True)
class Chaos:
    """What was done to whom, and what the checker then found."""

    client_kills: int = 0
    server_kills: int = 0
    cuts: int = 0
    lines: int = 0
    tally: Tally = field(default_factory=Tally)
    violations: tuple[Violation, ...] = ()

    def is_over(self) -> bool:
        """Return whether each kind of blow was struck at least once."""
        return bool(self.client_kills and self.server_kills and self.cuts)


@dataclass(slots=True)
class Desk:
    """A machine with the process that works at it, life after life."""

    machine: Machine
    journal: Path
    life: int = 0
    process: subprocess.Popen[bytes] | None = None
    written_before: int = 0
    """Size of the journal when this life began."""

    def start(self, home: Home, port: int, seed: int) -> None:
        """Begin another life."""
        self.life += 1
        self.written_before = self.journal.stat().st_size
        person = self.machine.person
        told = {
            "name": self.machine.name,
            "life": self.life,
            "seed": seed,
            "folder": str(self.machine.folder),
            "journal": str(self.journal),
            "person": asdict(person),
            "parents": home.parents,
            "orgs": asdict(home.orgs),
            "address": asdict(home.ground.address(person.login, port)),
        }
        with self.journal.with_suffix(".words").open("ab") as words:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.soak.chaos_client", json.dumps(told)],
                cwd=ROOT,
                stdout=words,
                stderr=subprocess.STDOUT,
            )

    def kill(self) -> None:
        """End the life without warning."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def is_at_work(self) -> bool:
        """Return whether something was done in this life."""
        return (
            self.process is not None
            and self.journal.stat().st_size > self.written_before + ONE_SAVED_BYTES
        )

    def died_by_itself(self) -> bool:
        """Return whether the process ended although nobody killed it."""
        return self.process is not None and self.process.poll() is not None

    def last_words(self) -> str:
        """Return what the process said last."""
        return self.journal.with_suffix(".words").read_text(errors="replace")[-1500:]


@dataclass(slots=True)
class Breaker:
    """Keeps everybody at work, and kills somebody or something now and then."""

    central: CentralServer
    home: Home
    proxy: Proxy
    desks: Sequence[Desk]
    seeds: Random
    chaos: Chaos = field(default_factory=Chaos)

    def run(self, seconds: float) -> None:
        """Break things for a while."""
        pause = Event()
        until = monotonic() + seconds
        while monotonic() < until or not self.chaos.is_over():
            self._keep_at_work()
            pause.wait(self.seeds.uniform(0, 2 * PAUSE_S))
            at_work = [desk for desk in self.desks if desk.is_at_work()]
            if at_work:
                self._strike(at_work)
        self.chaos.lines = len(self.proxy.lines)

    def _keep_at_work(self) -> None:
        for desk in self.desks:
            if desk.died_by_itself():
                raise RuntimeError(desk.last_words())
            if desk.process is None:
                desk.start(self.home, self.proxy.port, self.seeds.getrandbits(40))

    def _strike(self, at_work: Sequence[Desk]) -> None:
        draw = self.seeds.random()
        if draw < 0.5:
            at_work[self.seeds.randrange(len(at_work))].kill()
            self.chaos.client_kills += 1
        elif draw < 0.85:
            self.proxy.cut_all()
            self.chaos.cuts += 1
        else:
            self.central.server.kill()
            self.central.server.start()
            self.chaos.server_kills += 1


def run_chaos(central: CentralServer, seconds: float, seed: int) -> Chaos:
    """Let people work, break everything for a while, then let it come to rest and judge."""
    seeds = Random(seed)
    with (
        prepared(central) as ground,
        TemporaryDirectory(prefix="chaos-", dir=fast_folder()) as name,
        Proxy(ground.database.port, lambda: _draw_cut(seeds)) as proxy,
    ):
        home = new_home(ground)
        folder = Path(name)
        desks = [_desk(home, folder, person, 1 + at) for at, person in enumerate(PEOPLE)]
        breaker = Breaker(central, home, proxy, desks, seeds)
        try:
            breaker.run(seconds)
        finally:
            for desk in desks:
                desk.kill()
        ground.reconnect()
        _judge(breaker.chaos, home, folder, desks)
        return breaker.chaos


def _draw_cut(seeds: Random) -> Cut:
    """Return a line that holds, or one that breaks or stalls somewhere."""
    if seeds.random() < 0.4:
        return Cut()
    place = seeds.randint(1, 60_000)
    is_up = seeds.random() < 0.5
    return Cut(
        up=place // 4 if is_up else None,
        down=None if is_up else place,
        is_reset=seeds.random() < 0.5,
        stall_s=seeds.choice((0.0, 0.0, 0.3)),
    )


def _desk(home: Home, folder: Path, person: str, number: int) -> Desk:
    name = f"m{number}"
    machine = Machine(name, folder / name, home.people[person], DrawnIds(1000 + number))
    machine.install(home.ground.template)
    machine.close()
    journal = folder / f"{name}.journal"
    journal.touch()
    return Desk(machine, journal)


def _judge(chaos: Chaos, home: Home, folder: Path, desks: Sequence[Desk]) -> None:
    seeds = Random(0)
    world = World(home, folder, seeds, Weather(seeds))
    for desk in desks:
        desk.machine.ids = DrawnIds(seeds.getrandbits(60))
        desk.machine.open()
        world.machines.append(desk.machine)
        _remember(world, desk)
    world.settle()
    evidence = world.evidence()
    chaos.tally = tally(evidence)
    chaos.violations = violations(evidence)
    world.close()


def _remember(world: World, desk: Desk) -> None:
    """Take over the journal; an entry that its author never heard of belongs to an intent."""
    intents = read_journal(desk.journal, world.witness)
    for row in _own_rows(desk.machine):
        if row.op_id not in world.witness.edits:
            world.witness.edits[row.op_id] = _edit_of(desk.machine, row, intents)


def _own_rows(machine: Machine) -> list[Any]:
    device = machine.database.device_id
    return machine.rows("SELECT * FROM op WHERE device_id = :device ORDER BY no", device=device)


def _edit_of(machine: Machine, row: Any, intents: Sequence[dict[str, Any]]) -> Edit:
    intent = next(each for each in reversed(intents) if each["before"] < row.no)
    saw_ops, saw_values = screen_of(intent)
    return Edit(
        op_id=row.op_id,
        machine=machine.name,
        person=machine.person.name,
        record_id=row.record_id,
        body_hash=row.body_hash,
        writes=body_of(row),
        saw_ops=saw_ops,
        saw_values=saw_values,
        canary=intent["mark"],
    )
