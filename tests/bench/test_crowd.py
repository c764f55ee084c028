"""Machines that keep the program's rhythm in simulated time."""

import pytest

from bench.crowd import Crowd, storm
from db.sync.rhythm import LOOK_EVERY_IN_COMPANY_S, LOOK_EVERY_S, ROUND_EVERY_S, Due

CALM_S = 600.0
SIZE = 300


def lived(open_share, next_after_s=0.0):
    crowd = Crowd(SIZE, open_share, seed=1)
    crowd.live(ROUND_EVERY_S, next_after_s)
    return crowd.live(ROUND_EVERY_S + CALM_S, next_after_s)


@pytest.mark.parametrize(
    ("open_share", "every_s"), [(0.0, LOOK_EVERY_S), (1.0, LOOK_EVERY_IN_COMPANY_S)]
)
def test_a_crowd_looks_as_often_as_its_machines_do(open_share, every_s):
    looks = lived(open_share)[Due.LOOK]
    assert looks == pytest.approx(SIZE * CALM_S / every_s, rel=0.1)


def test_a_crowd_does_a_round_each_in_ten_minutes():
    assert lived(0.2)[Due.ROUND] == pytest.approx(SIZE, rel=0.05)


def test_a_crowd_comes_no_sooner_than_the_centre_wants_it():
    assert lived(1.0, next_after_s=60.0)[Due.LOOK] <= SIZE * CALM_S / 60


def crowd_at_work():
    crowd = Crowd(SIZE, 0.2, seed=1)
    crowd.live(ROUND_EVERY_S, 0.0)
    return crowd


def test_after_an_outage_all_come_back_and_not_at_once():
    found = storm(crowd_at_work(), 60.0, calls_per_s=1_000.0)
    assert 0 < found.peak < SIZE / 4
    assert 0 < found.back_s <= 61
    assert found.turned_away == 0


def test_whoever_waits_too_long_for_a_slow_centre_comes_again():
    found = storm(crowd_at_work(), 60.0, calls_per_s=2.0)
    assert found.turned_away > 0
    assert found.back_s >= SIZE / 2 - 1
    assert found.longest_s <= 10
