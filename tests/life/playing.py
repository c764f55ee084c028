"""Plays users, as many steps as one likes, and tells where they came."""

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.life.life_of_cases import LifeOfCases, stages_seen, steps_taken, undone

STEPS_A_LIFE = 40


def play(steps: int, a_life: int = STEPS_A_LIFE, seed_of_run: int | None = None) -> str:
    """Play about so many steps; return a line on what was seen.

    Args:
        steps: How many.
        a_life: How many of them before everybody begins anew.
        seed_of_run: Makes a run that can be repeated; None for another one each time.
    """
    before = steps_taken["steps"]
    chosen = settings(
        max_examples=max(1, steps // a_life),
        stateful_step_count=a_life,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        # What an earlier run found would not be this seed's.
        database=None,
        phases=[Phase.generate, Phase.shrink],
    )
    life = LifeOfCases if seed_of_run is None else seed(seed_of_run)(LifeOfCases)
    run_state_machine_as_test(life, settings=chosen)
    seen = ", ".join(f"{stage.value} {count}" for stage, count in stages_seen.items())
    played = steps_taken["steps"] - before
    return (
        f"{played} steps; {undone['most']} taken back at most; {len(stages_seen)} stages: {seen}"
    )
