"""The disk is full, or can only be read: what was reported saved stays, and work goes on after."""

import pytest

from mediation_app.errors import MediationError
from tests.soak.machine import DrawnIds, Machine
from tests.soak.rounds import run_round
from tests.soak.small_disk import small_disk, why_none
from tests.soak.stage import judged, staged

REASON = why_none()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON or "there is a small disk")

SIZE = 6 << 20
ROOM = (0, 8_192, 40_960, 90_112)
LONG = "很长的一段" * 4_000


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk", SIZE) as mounted:
        yield mounted


def moved_in(stage, disk, name="己") -> Machine:
    """Put a machine on the small disk, with everything that there is."""
    world = stage.world
    machine = Machine("small", disk.folder / "small", world.home.people[name], DrawnIds(77))
    machine.install(world.home.ground.template)
    world.machines.append(machine)
    stage.meet(machine)
    return machine


def typed_until_full(stage, machine) -> int:
    for number in range(200):
        try:
            stage.type(machine, text=LONG[: 200 * (number + 1)])
        except MediationError:
            return number
    return 200


@pytest.mark.parametrize("room", ROOM)
def test_a_full_disk_refuses_and_keeps_what_it_has(ground, disk, room):
    with staged(ground, "甲") as (stage, _):
        small = moved_in(stage, disk)
        disk.fill(room)

        assert typed_until_full(stage, small) < 200
        disk.empty()
        small.restart()
        stage.type(small, "issues")
        assert judged(stage) == ()


@pytest.mark.parametrize("room", ROOM)
def test_a_full_disk_takes_nothing_over_by_half(ground, disk, room):
    with staged(ground, "甲") as (stage, (one,)):
        small = moved_in(stage, disk)
        disk.fill(room)
        for length in (10, 1_000, 100_000):
            stage.type(one, text=LONG[:length])
            stage.meet(one, small)
        disk.empty()
        small.restart()

        assert judged(stage) == ()


@pytest.mark.parametrize("room", ROOM)
def test_a_case_leaves_a_full_disk_as_soon_as_there_is_room(ground, disk, room):
    with staged(ground, "甲", "丙") as (stage, (one, _)):
        small = moved_in(stage, disk)
        stage.type(one, text=LONG)
        stage.meet(one, small)
        disk.fill(room)
        stage.world.move(stage.case_id, stage.world.home.orgs.other_station)
        stage.meet(small)
        disk.empty()
        small.restart()

        assert judged(stage) == ()


def test_a_disk_that_can_only_be_read_refuses_and_goes_on_later(ground, disk):
    with staged(ground, "甲") as (stage, (one,)):
        small = moved_in(stage, disk)
        stage.type(one)
        stage.meet(one)
        small.close()
        disk.remount("ro")
        small.open()
        with pytest.raises(MediationError):
            stage.type(small)
        assert run_round(small, stage.world.home.central(small.person))
        small.close()
        disk.remount("rw")
        small.open()

        assert judged(stage) == ()
