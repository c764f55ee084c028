"""Cuts the power of one station after each write, and lets each write fail once."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from traceback import format_exc

from mediation_app.errors import MediationError
from tests.memory import fast_folder
from tests.soak.checker import Violation
from tests.soak.plays import Desk, Play, State, Step
from tests.soak.power import Disk, Image, read_folder, write_folder
from tests.soak.watched import Event, watched

DRAWS = 2
"""Images that are drawn for each cut, beside the two in which nothing and everything arrived."""


@dataclass(slots=True)
class Outcome:
    """What was tried with a play, and what came of it."""

    name: str
    cuts: int = 0
    images: int = 0
    failures: int = 0
    edits: int = 0
    lost: int = 0
    sentences: set[str] = field(default_factory=set)
    found: list[Violation] = field(default_factory=list)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What was broken."""
        return tuple(self.found)

    def amiss(self, invariant: str, detail: str) -> None:
        """Note what was broken."""
        self.found.append(Violation(invariant, f"{self.name}: {detail}"))

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.cuts} cuts, {self.images} disks looked at, {self.failures} calls"
            f" failed, {self.edits} edits reported saved, {self.lost} losses,"
            f" {len(self.found)} violations"
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """What was there when a step was over, and how many events there had been."""

    place: int
    state: State


def cut_power(play: Play, every: int = 1, seed: int = 1, synchronous: str = "") -> Outcome:
    """Play once, and look at every disk that a cut after each ``every``-th write could leave."""
    outcome = Outcome(play.name)
    with TemporaryDirectory(prefix="power-", dir=fast_folder()) as temporary:
        root = Path(temporary)
        start, log, said = _recorded(play, root, synchronous)
        outcome.edits = len(said[-1].state.edits)
        looked: dict[bytes, State | str] = {}
        disk, chance = Disk(start), Random(seed)
        for place, event in enumerate(log, 1):
            event(disk)
            if place % every == seed % every:
                outcome.cuts += 1
                for image in _images(disk, chance):
                    state = _looked_at(play, root, image, looked)
                    _judge(outcome, said, place, state)
    return outcome


def _recorded(play: Play, root: Path, synchronous: str) -> tuple[Image, list[Event], list[_Said]]:
    folder = root / "played" / "station"
    play.prepare(folder)
    start = read_folder(folder)
    said = [_Said(0, _look(play, root, start))]
    desk = Desk(folder, synchronous)
    with watched(folder) as watch:
        watch.log = []
        try:
            for step in play.steps:
                step(desk)
                watch.see_python()
                said.append(_Said(len(watch.log), _look(play, root, watch.disk.everything())))
        finally:
            desk.close()
    return start, watch.log, said


def _images(disk: Disk, chance: Random) -> Iterator[Image]:
    yield disk.nothing()
    yield disk.everything()
    for _ in range(DRAWS):
        yield disk.drawn(chance)


def _looked_at(
    play: Play, root: Path, image: Image, known: dict[bytes, State | str]
) -> State | str:
    """Return what is left on a disk, or what is wrong with it; equal disks are looked at once."""
    digest = sha256()
    for name in sorted(image):
        digest.update(f"{name}\n{len(image[name])}\n".encode() + image[name])
    key = digest.digest()
    if key not in known:
        try:
            known[key] = _look(play, root, image)
        except Exception:  # noqa: BLE001 - whatever the program did not foresee is a finding
            known[key] = format_exc(limit=-3)
    return known[key]


def _look(play: Play, root: Path, image: Image) -> State:
    folder = root / "left" / "station"
    try:
        write_folder(folder, image)
        return play.look(folder)
    finally:
        shutil.rmtree(folder.parent)


def _judge(outcome: Outcome, said: list[_Said], place: int, state: State | str) -> None:
    """Compare what is left with what was said before, and with what was under way."""
    before = [each.state for each in said if each.place <= place][-1]
    after = [each.state for each in said if each.place > place][:1]
    if isinstance(state, str):
        outcome.amiss("power: it opens", f"after {place} writes: {state}")
        return
    lost = before.edits - state.edits
    outcome.images += 1
    if lost:
        outcome.lost += 1
        outcome.amiss("power: saved is kept", f"after {place} writes {len(lost)} edits are lost")
    elif state not in {before, *after}:
        outcome.amiss("power: wholly or not at all", f"after {place} writes there is {state.says}")


# --- errors --------------------------------------------------------------------------------------


@dataclass(slots=True)
class Fault:
    """One call fails, or (``is_lasting``) all from then on until somebody has mended the disk."""

    place: int
    is_lasting: bool
    count: int = 0
    hits: list[str] = field(default_factory=list)
    is_mended: bool = False

    def __call__(self, kind: str) -> bool:
        self.count += 1
        late = self.count - 1 - self.place
        is_hit = not self.is_mended and (late == 0 or (self.is_lasting and late > 0))
        if is_hit:
            self.hits.append(kind)
        return is_hit

    def __str__(self) -> str:
        return f"call {self.place} fails ({', '.join(self.hits)})"


def fail_each(play: Play, every: int = 1, seed: int = 1) -> Outcome:
    """Play again and again, and let each time another write or sync fail.

    It fails once, or goes on failing until the program has said so, by turns.
    """
    outcome = Outcome(play.name)
    with TemporaryDirectory(prefix="power-", dir=fast_folder()) as temporary:
        root = Path(temporary)
        start, _, said = _recorded(play, root, "")
        place, is_there = seed % every, True
        while is_there:
            shutil.rmtree(root / "played")
            write_folder(root / "played" / "station", start)
            fault = Fault(place, is_lasting=place % 2 == 0)
            is_there = _play_on(play, root, fault, outcome, said[-1].state)
            place += every
    return outcome


def _play_on(play: Play, root: Path, fault: Fault, outcome: Outcome, wanted: State) -> bool:
    """Play with a fault; return whether it came."""
    folder = root / "played" / "station"
    desk = Desk(folder)
    with watched(folder) as watch:
        watch.fails, watch.chance = fault, Random(fault.place)
        try:
            for step in play.steps:
                _try_twice(step, desk, fault, outcome)
            edits = desk.edits()
        finally:
            desk.close()
        fault.is_mended = True
        watch.see_python()
        images = (read_folder(folder), *_images(watch.disk, watch.chance))
    if fault.hits:
        outcome.failures += 1
        outcome.edits += len(edits)
        known: dict[bytes, State | str] = {}
        for image in images:
            outcome.images += 1
            _judge_after(outcome, fault, edits, wanted, _looked_at(play, root, image, known))
    return bool(fault.hits)


def _try_twice(step: Step, desk: Desk, fault: Fault, outcome: Outcome) -> None:
    """Do something; where it is refused, mend the disk and do it again."""
    trouble = _tried(step, desk, fault, outcome)
    if trouble and not fault.hits:
        outcome.amiss("error: none without a cause", trouble)
    fault.is_mended = bool(fault.hits)
    if trouble:
        outcome.sentences.add(trouble)
        again = _tried(step, desk, fault, outcome)
        if again:
            outcome.amiss("error: the next try succeeds", f"{fault}: {again}")


def _tried(step: Step, desk: Desk, fault: Fault, outcome: Outcome) -> str:
    """Do something; return what a person is told where it is refused."""
    try:
        step(desk)
    except MediationError as error:
        return str(error)
    except Exception:  # noqa: BLE001 - whatever the program did not foresee is a finding
        outcome.amiss("error: told in a sentence", f"{fault}: {format_exc(limit=-3)}")
        return "?"
    return ""


def _judge_after(
    outcome: Outcome, fault: Fault, edits: frozenset[str], wanted: State, left: State | str
) -> None:
    if isinstance(left, str):
        outcome.amiss("error: it opens", f"{fault}: {left}")
    elif not edits <= left.edits:
        outcome.lost += 1
        outcome.amiss("error: saved is kept", f"{fault}: {len(edits - left.edits)} edits are lost")
    elif left.says != wanted.says:
        outcome.amiss("error: saved is kept", f"{fault}: {left.says}, not {wanted.says}")
