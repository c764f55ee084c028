"""One round: start the program, type, strike at a random moment, open the station again, compare.

The loss is told from outside: every key press is written to a log of the driver's, and to the
disk, before the program hears of it. What is lost is how old the oldest key press was, at the
moment of the blow, that the station does not have.
"""

import json
import os
import random
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.cases import CaseId
from mediation_app.errors import CaseNotFoundError
from mediation_app.services.desk import Desk
from tests.kills.fields import CASE, FORM, KINDS, NOTE, prepared, random_key, shown_at

CHECKOUT = Path(__file__).parents[2]
START_S = 90
_LONGEST_TYPING_S = 3.5
_LONGEST_PAUSE_S = 0.15
_MS = 1000


@dataclass
class Press:
    """One key press; ``said`` is what the program showed then, nothing where it was struck."""

    kind: str
    at: float
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a round has cost.

    Attributes:
        presses: How many keys were pressed.
        loss_ms: The age of the oldest key press that is gone; 0 where nothing is.
        strange: Fields that hold what nobody has typed.
        is_sound: Whether file and chain of the journal are in order.
        is_told: Whether the next window says that there was no proper end, and that all is there.
        told: How many fields it shows.
    """

    presses: int
    loss_ms: float
    strange: tuple[str, ...]
    is_sound: bool
    is_told: bool
    told: int


def prepare(folder: Path) -> None:
    """Make a station of invented cases, encrypted as every station."""
    LocalStations().create_demo(folder / "station", 4)
    with opened(folder) as desk:
        case = desk.case_files.find(CASE)
        desk.case_files.save(case, prepared(case, desk.clock.now()))


def play(
    folder: Path,
    moments: random.Random,
    *,
    environment: dict[str, str] | None = None,
    blow: Callable[[subprocess.Popen[bytes]], None] = subprocess.Popen.kill,
    hides: bool = False,
) -> Outcome:
    """Play one round on the station of a folder; its state is what the next round begins with."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.kills.typist", str(folder)],
        cwd=CHECKOUT,
        env={**os.environ, **(environment or {"QT_QPA_PLATFORM": "offscreen"})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    lines = Lines(process)
    try:
        assert lines.next(monotonic() + START_S) == {"ready": True}
        presses = _type(process, lines, folder / "typed.log", moments, hides=hides)
        struck_at = monotonic()
        blow(process)
        process.wait(START_S)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()
    return _compare(folder, presses, struck_at)


class Lines:
    """What the program says, line by line, with a time after which nobody waits."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        self._pipe = process.stdout.fileno()
        self._rest = b""

    def next(self, until: float) -> dict[str, Any] | None:
        """Return the next line, None where the time is over."""
        while b"\n" not in self._rest:
            left = until - monotonic()
            if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
                return None
            read = os.read(self._pipe, 65536)
            if not read:
                raise EOFError("the program has ended by itself")
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\n")
        said: dict[str, Any] = json.loads(line)
        return said


def _type(
    process: subprocess.Popen[bytes],
    lines: Lines,
    log: Path,
    moments: random.Random,
    *,
    hides: bool,
) -> list[Press]:
    """Press keys until the moment of the blow; return what was pressed."""
    assert process.stdin is not None
    presses: list[Press] = []
    kind = ""
    end = monotonic() + moments.uniform(0.05, _LONGEST_TYPING_S)
    with log.open("ab") as file:
        while monotonic() < end:
            if not kind or moments.random() < 0.12:
                # Nobody types before the field is there.
                kind = moments.choice(KINDS)
                process.stdin.write(f"{json.dumps({'kind': kind})}\n".encode())
                if lines.next(end) is None:
                    break
            key = random_key(kind, moments)
            wanted = {"no": len(presses), "kind": kind, "key": key, "hide": hides}
            press = Press(kind, monotonic())
            line = f"{json.dumps(wanted)}\n".encode()
            file.write(f"{press.at:.3f} ".encode() + line)
            file.flush()
            os.fsync(file.fileno())
            process.stdin.write(line)
            presses.append(press)
            said = lines.next(end)
            if said is None:
                break
            press.said = said
            _pause(min(moments.uniform(0, _LONGEST_PAUSE_S), end - monotonic()))
    return presses


def _pause(seconds: float) -> None:
    if seconds > 0:
        select.select([], [], [], seconds)


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """Open the station of a folder."""
    desk = LocalStations().open(folder / "station", None)
    try:
        yield desk
    finally:
        desk.close()


def _compare(folder: Path, presses: list[Press], struck_at: float) -> Outcome:
    with opened(folder) as desk:
        recovered = desk.recovery.begin()
        losses, strange = [0.0], []
        for kind in dict.fromkeys(each.kind for each in presses):
            of_kind = [each for each in presses if each.kind == kind]
            lost = _first_lost(desk, of_kind)
            if lost is None:
                strange.append(kind)
            elif lost < len(of_kind):
                losses.append((struck_at - of_kind[lost].at) * _MS)
        is_sound = desk.verify().is_ok
    told = sum(len(each.fields) for each in recovered.records) if recovered else 0
    is_told = recovered is not None and recovered.is_all_there
    return Outcome(len(presses), max(losses), tuple(strange), is_sound, is_told, told)


def _first_lost(desk: Desk, presses: list[Press]) -> int | None:
    """Return which press is the first that the station lacks; None where it holds another text."""
    heard = [each.said for each in presses if each.said]
    if not heard:
        return 0
    here = _stored(desk, heard[0])
    if here is None:
        # A draft that was begun in the last moment.
        return 0
    at = next((no for no in range(len(heard) - 1, -1, -1) if heard[no]["after"] == here), None)
    if at is not None:
        return at + 1
    return 0 if heard[0]["before"] == here else None


def _stored(desk: Desk, said: dict[str, Any]) -> str | None:
    if not said["record"]:
        return shown_at(desk.setup.committee(), said["place"])
    if said["place"].startswith(NOTE):
        meeting_id = said["place"].removeprefix(NOTE)
        notes = desk.caucus.of_case(CaseId(said["record"]))
        drafts = [each.text for each in notes if each.is_draft and each.meeting_id == meeting_id]
        return repr("".join(drafts))
    if said["place"].startswith(FORM):
        page, form, name = said["place"].removeprefix(FORM).split("/")
        kept = [
            each
            for each in desk.drafts.all()
            if (each.place.page, each.place.form) == (page, form)
        ]
        return repr("".join(dict(each.texts).get(name, "") for each in kept))
    try:
        return shown_at(desk.case_files.open(CaseId(said["record"])), said["place"])
    except CaseNotFoundError:
        return None
