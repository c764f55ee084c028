"""Scripts about disks: known mistakes in how the program writes have to be seen by them."""

from tests.soak.checker import Violation
from tests.soak.ground import Ground
from tests.soak.plays import PLAYS
from tests.soak.station_cuts import cut_power, fail_each

_BY_NAME = {play.name: play for play in PLAYS}


def power_lost(_: Ground) -> tuple[Violation, ...]:
    """The power goes while somebody saves, and while he changes his password."""
    saved = cut_power(_BY_NAME["save"], every=61)
    changed = cut_power(_BY_NAME["passwords"])
    return saved.violations + changed.violations


def disk_refuses(_: Ground) -> tuple[Violation, ...]:
    """The disk refuses a call while a station is made; the next try makes a whole one."""
    return fail_each(_BY_NAME["create"], every=58, seed=7).violations
