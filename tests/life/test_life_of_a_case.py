"""Users do what they like; the case goes its lawful way (``make life`` plays more)."""

from tests.life.playing import play

STEPS = 280


def test_whatever_users_do_a_case_goes_its_lawful_way_and_nothing_is_lost():
    assert "steps" in play(STEPS)
