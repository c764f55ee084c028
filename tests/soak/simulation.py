"""One history from one seed: who does what, and what goes wrong, in one thread."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from time import perf_counter
from traceback import format_exc

from tests.soak import doings, paperwork
from tests.soak.checker import Tally, Violation, tally, violations
from tests.soak.faults import Weather, draw_mix, pick
from tests.soak.ground import Ground
from tests.soak.home import new_home
from tests.soak.rounds import slow_lines
from tests.soak.world import World

STEPS = 80
SLOW_EACH = 5
"""Every fifth history is one of slow lines."""
PEOPLE = ("甲", "乙", "己", "丙", "丁", "戊")
SKEWS = (timedelta(days=-400), timedelta(hours=-3), timedelta(), timedelta(hours=5))


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a history."""

    seed: int
    violations: tuple[Violation, ...]
    tally: Tally
    faults: Mapping[str, int]
    seconds: float
    steps: tuple[str, ...]


@dataclass(slots=True)
class Draw:
    """How likely each step is in this history; some never happen in it."""

    names: list[str] = field(default_factory=list)

    @classmethod
    def swarm(cls, seeds: Random) -> "Draw":
        """Draw a mix: every history leaves some steps out, so that they do not hide each other."""
        names = []
        for name, (_, usual, is_needed) in STEPS_TO_TAKE.items():
            share = usual if is_needed else seeds.choice((0, usual, 3 * usual))
            names += [name] * share
        return cls(names)


def meet(world: World) -> None:
    """Let somebody's machine meet the centre."""
    world.round(pick(world.seeds, world.machines))


def crash(world: World) -> None:
    """Switch a machine off without warning."""
    pick(world.seeds, world.machines).restart()


def clone(world: World) -> None:
    """Copy a disk and go on with both."""
    if len(world.machines) < MOST_MACHINES:
        world.clone(pick(world.seeds, world.machines))


def copy_disk(world: World) -> None:
    """Copy a disk for later."""
    world.save_copy(pick(world.seeds, world.machines))


def put_disk_back(world: World) -> None:
    """Put a disk back to an older copy."""
    if world.copies:
        world.put_back(*world.copies.pop(world.seeds.randrange(len(world.copies))))


def back_up(world: World) -> None:
    """Back the centre up."""
    world.backups.append(world.home.backup())


def put_centre_back(world: World) -> None:
    """Put the centre back to a backup without telling anybody."""
    if world.backups:
        world.put_centre_back(pick(world.seeds, world.backups), with_runbook=False)


def put_centre_back_by_the_book(world: World) -> None:
    """Put the centre back and do what the runbook says."""
    if world.backups:
        world.put_centre_back(pick(world.seeds, world.backups), with_runbook=True)


def end_recovery(world: World) -> None:
    """Declare a recovery finished, perhaps too early."""
    world.end_recovery()


def move_case(world: World) -> None:
    """Give a case to another organisation."""
    if world.cases:
        orgs = world.home.orgs
        place = pick(
            world.seeds, (orgs.station, orgs.branch, orgs.other_station, orgs.other_branch)
        )
        world.move(pick(world.seeds, world.cases), place)


def jump_clock(world: World) -> None:
    """Set a clock wrong."""
    pick(world.seeds, world.machines).clock.skew = pick(world.seeds, SKEWS)


def late_arrival(world: World) -> None:
    """Let a request arrive that everybody has given up."""
    world.weather.deliver_late()


MOST_MACHINES = 6
STEPS_TO_TAKE: Mapping[str, tuple[Callable[[World], object], int, bool]] = {
    # What is done, its usual share, and whether no history is without it.
    "meet": (meet, 12, True),
    "edit_field": (doings.edit_field, 8, True),
    "begin_case": (doings.begin_case, 2, True),
    "look_only": (doings.look_only, 2, False),
    "edit_stale": (doings.edit_stale, 3, False),
    "register": (doings.register, 2, False),
    "settle_conflict": (doings.settle_conflict, 2, False),
    "seal": (paperwork.seal, 1, False),
    "delete_case": (doings.delete_case, 1, False),
    "restore_case": (doings.restore_case, 1, False),
    "attach": (paperwork.attach, 1, False),
    "issue": (paperwork.issue, 1, False),
    "crash": (crash, 1, False),
    "clone": (clone, 1, False),
    "copy_disk": (copy_disk, 1, False),
    "put_disk_back": (put_disk_back, 1, False),
    "back_up": (back_up, 1, False),
    "put_centre_back": (put_centre_back, 1, False),
    "put_centre_back_by_the_book": (put_centre_back_by_the_book, 1, False),
    "end_recovery": (end_recovery, 1, False),
    "move_case": (move_case, 1, False),
    "jump_clock": (jump_clock, 1, False),
    "late_arrival": (late_arrival, 2, True),
}


def run_history(ground: Ground, seed: int, steps: int = STEPS) -> Report:
    """Run one history and judge it; the same seed gives the same history."""
    began = perf_counter()
    seeds = Random(seed)
    home = new_home(ground)
    lines = slow_lines() if seed % SLOW_EACH == SLOW_EACH - 1 else nullcontext()
    with ground.desks() as folder, lines:
        world = World(home, folder, seeds, Weather(seeds))
        try:
            _live(world, steps)
            world.settle()
            evidence = world.evidence()
            found, counted = violations(evidence), tally(evidence)
        except Exception:  # noqa: BLE001 - whatever the program did not foresee is a finding
            found, counted = (Violation("crash", format_exc(limit=-4)),), Tally()
        finally:
            world.close()
            home.clear()
    return Report(
        seed=seed,
        violations=found,
        tally=counted,
        faults=world.weather.counted,
        seconds=perf_counter() - began,
        steps=tuple(world.steps),
    )


def _live(world: World, steps: int) -> None:
    seeds = world.seeds
    for name in PEOPLE[: seeds.randint(2, 5)] if seeds.random() < 0.5 else _some(seeds):
        machine = world.add_machine(world.home.people[name], pick(seeds, SKEWS))
        machine.numbers_ahead = seeds.choice((0, 0, 4))
    doings.begin_case(world)
    for machine in world.machines:
        world.round(machine)
    world.weather.mix = draw_mix(seeds)
    draw = Draw.swarm(seeds)
    for _ in range(steps):
        name = pick(seeds, draw.names)
        world.steps.append(name)
        STEPS_TO_TAKE[name][0](world)


def _some(seeds: Random) -> list[str]:
    return seeds.sample(PEOPLE, seeds.randint(2, 5))
