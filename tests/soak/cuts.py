"""Cuts the line after each byte of a round, in both directions: nothing lost, nothing twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.central.client import PostgresCentral
from db.sync.wire import Cursor
from tests.soak.checker import Violation, violations
from tests.soak.ground import PASSWORD, Ground
from tests.soak.machine import Machine
from tests.soak.proxy import Cut, Proxy, bytes_through
from tests.soak.rounds import run_round
from tests.soak.stage import Stage, staged

SMALL_FILE = 700
"""Bytes of the file that each round carries up: more would only be more of the same."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """What was cut, and what the checker then found.

    Attributes:
        cuts: Lines cut.
        up: Bytes of a whole round to the centre, with TLS.
        down: Bytes of its answers.
    """

    cuts: int
    up: int
    down: int
    edits: int
    violations: tuple[Violation, ...]


def cut_everywhere(ground: Ground, every: int = 1, first: int = 0) -> Cutting:
    """Cut one round after each ``every``-th byte, from byte ``first`` on, up and down."""
    with staged(ground, "甲", "己") as (stage, cast), Proxy(ground.database.port) as proxy:
        up, down = _whole_round(stage, cast, proxy)
        cuts, load = 0, None
        for cut in _plans(up, down, every, first):
            load = _cut_round(stage, cast, proxy, cut, load)
            cuts += 1
        stage.meet(cast[0])
        stage.world.settle()
        edits = len(stage.world.witness.edits)
        return Cutting(cuts, up, down, edits, violations(stage.world.evidence()))


def _plans(up: int, down: int, every: int, first: int) -> Iterator[Cut]:
    for number, place in enumerate(range(first, up, every)):
        yield Cut(up=place, is_reset=number % 2 == 0)
    for number, place in enumerate(range(first, down, every)):
        yield Cut(down=place, is_reset=number % 2 == 0)


def _whole_round(stage: Stage, cast: list[Machine], proxy: Proxy) -> tuple[int, int]:
    """Do one round without a cut; return how many bytes went up and down."""
    _cut_round(stage, cast, proxy, Cut(), None)
    stage.meet(cast[0])
    return bytes_through(proxy)


def _cut_round(
    stage: Stage, cast: list[Machine], proxy: Proxy, cut: Cut, load: "_Load | None"
) -> "_Load | None":
    """Cut a round that has something to send, to fetch and to carry; return what is left of it.

    Where a cut came before anything was sent or fetched, the next one finds the same load, and the
    same bytes; else the line is whole for once, and a new load is made.
    """
    one, other = cast
    if load is None:
        stage.meet(one)
        stage.type(other)
        stage.meet(other)
        stage.type(one, "issues")
        stage.attach(one, SMALL_FILE)
        load = _load_of(stage, one)
    proxy.plan = lambda: cut
    address = stage.world.home.ground.address(one.person.login, proxy.port)
    central = PostgresCentral(address, PASSWORD)
    run_round(one, central)
    central.close()
    return load if load == _load_of(stage, one) else None


@dataclass(frozen=True, slots=True)
class _Load:
    """What waits to be sent and fetched."""

    ops: tuple[str, ...]
    blobs: tuple[str, ...]
    cursors: tuple[tuple[int, Cursor], ...]
    heads: tuple[Any, ...]


def _load_of(stage: Stage, machine: Machine) -> _Load:
    replica = machine.replica
    return _Load(
        tuple(each.op_id for each in replica.outbox()),
        tuple(each.blob_id for each in replica.blobs_to_send()),
        tuple(replica.cursors().items()),
        stage.world.home.heads(),
    )
