"""Cuts the power of a machine after each write of a round with the real centre, and goes on.

What its disk then holds is drawn from all that it could hold; the centre has got what it got.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from mediation_app.errors import MediationError
from tests.soak.faults import CrashError
from tests.soak.ground import Ground
from tests.soak.machine import FILES, DrawnIds, Machine
from tests.soak.plays import HalfError, require_sound, tune
from tests.soak.power import Image, write_folder
from tests.soak.stage import Stage, judged, staged
from tests.soak.station_cuts import Fault, Outcome
from tests.soak.watched import Watch, watched

AT_ONCE = 25
"""Cuts that the same machines live through."""
PATIENCE = 3
"""So often in a row nothing is left to cut at the end: not every time a checkpoint comes, too."""
ME, COLLEAGUE, NEIGHBOUR = "甲", "己", "丙"
LONG = "很长的一段" * 400


@dataclass
class Powered(Machine):
    """A machine whose power can go."""

    watch: Watch = field(init=False)
    chance: Random = field(default_factory=Random)
    synchronous: str = ""
    blackouts: int = 0
    fresh: Path = field(init=False)
    """A copy of its disk as it was when it was new."""

    def open(self) -> None:
        is_first = self.folder / FILES[0] not in self.slots.engines
        super().open()
        if is_first:
            tune(self.engine, self.synchronous)
            for name in ("do_execute", "do_executemany", "do_commit"):
                setattr(self.engine.dialect, name, self._mortal(name))

    def _mortal(self, name: str) -> Callable[..., object]:
        """Let a call to SQLite end the program where the power is gone: no handler may go on."""
        usual = getattr(self.engine.dialect, name)

        def call(*words: object, **named: object) -> object:
            try:
                return usual(*words, **named)
            except dbapi2.Error as error:
                if self.watch.is_dark:
                    raise CrashError from error
                raise

        return call

    def restart(self) -> None:
        """Start from what the disk holds, where the power is gone; else go on."""
        self.close()
        if self.watch.is_dark:
            self.blackouts += 1
            left = self._left()
            self.watch.light()
            write_folder(self.folder, left)
        self.watch.start_again()
        self.open()

    def _left(self) -> Image:
        disk = self.watch.disk
        draw = self.chance.randrange(5)
        if draw > 1:
            return disk.drawn(self.chance)
        return disk.everything() if draw else disk.nothing()

    def put_back(self, copy: Path) -> None:
        super().put_back(copy)
        self.restart()


@dataclass(slots=True)
class _Scene:
    """Who is there."""

    stage: Stage
    me: Powered
    colleague: Machine
    neighbour: Machine

    def meet(self) -> None:
        """Let the machine whose power can go meet the centre."""
        self.stage.meet(self.me)

    def type(self) -> None:
        """Save an edit there."""
        self.stage.type(self.me)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done over and over, cut at another place each time."""

    name: str
    prepare: Callable[[_Scene], None]
    action: Callable[[_Scene], None]


def _news(scene: _Scene) -> None:
    """Let a colleague write several things, one of them long, and a file."""
    scene.stage.type(scene.colleague)
    scene.stage.type(scene.colleague, "issues", text=LONG)
    scene.stage.attach(scene.colleague, 20_000)
    scene.stage.begin(scene.colleague)
    scene.stage.meet(scene.colleague)


def _unsent(scene: _Scene) -> None:
    """Have something to send, and an answer to it to keep."""
    scene.stage.type(scene.me)
    scene.stage.type(scene.me, "issues", text=LONG)
    scene.stage.attach(scene.me, 20_000)


def _moved(scene: _Scene) -> None:
    """Let a case come, and move away while an edit of it waits here."""
    stage, at_first = scene.stage, scene.stage.case_id
    stage.case_id = stage.begin(scene.colleague)
    stage.meet(scene.colleague, scene.me)
    stage.type(scene.me)
    stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
    stage.case_id = at_first


def _copied(scene: _Scene) -> None:
    """Put the disk back to before something that the centre has: another device id is needed."""
    copy = scene.me.copy()
    scene.stage.type(scene.me)
    scene.meet()
    scene.stage.world.put_back(scene.me, copy)
    scene.stage.type(scene.me)


def _new(scene: _Scene) -> None:
    """Begin with an empty station, and more to fetch each time."""
    scene.stage.begin(scene.colleague)
    scene.stage.meet(scene.colleague)
    scene.me.put_back(scene.me.fresh)
    scene.me.database.become_device(scene.me.ids.new())


ACTS = (
    Act("save beside a centre", _Scene.type, _Scene.type),
    Act("pull of a page", _news, _Scene.meet),
    Act("push and verdicts", _unsent, _Scene.meet),
    Act("leave", _moved, _Scene.meet),
    Act("refork", _copied, _Scene.meet),
    Act("first pull", _new, _Scene.meet),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where what befalls a machine, and how it writes.

    Attributes:
        is_cut: The power goes; else a call fails, or all until somebody looks after the disk.
        every: So many writes lie between two tries.
        synchronous: Another way of SQLite to write; empty for the program's own.
    """

    every: int = 1
    seed: int = 1
    is_cut: bool = True
    synchronous: str = ""


def try_rounds(ground: Ground, act: Act, plan: Plan) -> Outcome:
    """Do something again and again; each time it befalls a later write."""
    outcome = Outcome(act.name)
    chance = Random(plan.seed)
    place: int | None = plan.seed % plan.every
    while place is not None:
        place = _try_some(ground, act, plan, place, outcome, chance)
    return outcome


def _try_some(
    ground: Ground, act: Act, plan: Plan, place: int, outcome: Outcome, chance: Random
) -> int | None:
    """Try some times with the same machines; return where to go on, None at the end."""
    befall = _cut if plan.is_cut else _fail
    until = place + plan.every * AT_ONCE
    with staged(ground, COLLEAGUE, NEIGHBOUR) as (stage, (colleague, neighbour)):
        me = _moved_in(stage, chance, plan.synchronous)
        with watched(me.folder) as me.watch:
            me.open()
            scene = _Scene(stage, me, colleague, neighbour)
            scene.meet()
            misses = 0
            while place < until and misses < PATIENCE:
                misses = 0 if befall(scene, act, place, outcome) else misses + 1
                place += plan.every
            outcome.edits += len(stage.world.witness.edits)
            found = judged(stage)
            me.close()
    outcome.found += found
    outcome.lost += sum("is nowhere" in each.detail for each in found)
    return place if misses < PATIENCE else None


def _moved_in(stage: Stage, chance: Random, synchronous: str) -> Powered:
    world = stage.world
    folder = world.folder.resolve() / "powered"
    ids = DrawnIds(world.seeds.getrandbits(60))
    me = Powered("me", folder, world.home.people[ME], ids, chance=chance, synchronous=synchronous)
    me.install(world.home.ground.template)
    me.fresh = me.copy()
    me.close()
    world.machines.append(me)
    return me


def _cut(scene: _Scene, act: Act, place: int, outcome: Outcome) -> bool:
    """Do it once, with a cut; return whether there was anything left to cut."""
    me = scene.me
    act.prepare(scene)
    before = me.blackouts
    me.watch.arm(place)
    act.action(scene)
    if me.watch.is_dark:  # in the midst of what SQLite does by itself and does not tell of
        me.restart()
    me.watch.cut_at = None
    if me.blackouts == before:
        return False
    outcome.cuts += 1
    outcome.images += 1
    _look(me, f"after {place} writes", outcome)
    scene.meet()
    return True


def _fail(scene: _Scene, act: Act, place: int, outcome: Outcome) -> bool:
    """Do it once, with a call that fails, and once more; return whether there was such a call."""
    me = scene.me
    act.prepare(scene)
    fault = Fault(place, is_lasting=place % 2 == 0)
    me.watch.fails = fault
    try:
        act.action(scene)
    except MediationError as error:
        outcome.sentences.add(str(error))
        if not fault.hits:
            outcome.amiss("error: none without a cause", str(error))
    fault.is_mended = True
    if not fault.hits:
        return False
    outcome.failures += 1
    _look(me, str(fault), outcome)
    try:
        act.action(scene)
    except MediationError as error:
        outcome.amiss("error: the next try succeeds", f"{fault}: {error}")
    scene.meet()
    return True


def _look(me: Powered, where: str, outcome: Outcome) -> None:
    """See that file and journal are in order."""
    try:
        require_sound(me.engine)
    except HalfError as error:
        outcome.amiss("power: it opens", f"{where}: {error}")
    verified = me.database.queries().verify()
    if not verified.is_ok:
        outcome.amiss("power: it opens", f"{where}: {verified.first_bad}")
