"""Nothing typed more than two seconds ago is lost, whatever ends the program."""

import os
import random

import pytest

from tests.kills.__main__ import is_kept
from tests.kills.rounds import play, prepare
from tests.kills.screens import XVFB, a_screen


@pytest.fixture
def moments():
    """Return the chances of a run; set KILL_SEED to repeat one."""
    seed = int(os.environ.get("KILL_SEED") or random.SystemRandom().randrange(10**6))
    print(f"KILL_SEED={seed}")  # noqa: T201 - shown where the test fails
    return random.Random(seed)


@pytest.fixture
def folder(tmp_path):
    prepare(tmp_path)
    return tmp_path


def test_at_most_two_seconds_of_typing_are_lost_when_the_program_is_killed(folder, moments):
    outcomes = [play(folder, moments), play(folder, moments, hides=True)]
    assert all(map(is_kept, outcomes)), outcomes


@pytest.mark.skipif(XVFB is None, reason="there is no Xvfb here to be killed")
def test_at_most_two_seconds_of_typing_are_lost_when_the_window_system_dies(folder, moments):
    with a_screen() as (server, environment):
        outcome = play(folder, moments, environment=environment, blow=lambda _: server.kill())
    assert is_kept(outcome), outcome
