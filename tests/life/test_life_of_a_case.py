"""Users do what they like; the case goes its lawful way (``MEDIATION_LIFE_STEPS`` for more)."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.life.life_of_cases import LifeOfCases, stages_seen, steps_taken

STEPS_A_LIFE = 40
STEPS = int(os.environ.get("MEDIATION_LIFE_STEPS", "280"))


def test_whatever_users_do_a_case_goes_its_lawful_way_and_nothing_is_lost(capsys):
    before = steps_taken["steps"]
    run_state_machine_as_test(
        LifeOfCases,
        settings=settings(
            max_examples=max(1, STEPS // STEPS_A_LIFE),
            stateful_step_count=STEPS_A_LIFE,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    with capsys.disabled():
        if "MEDIATION_LIFE_STEPS" in os.environ:
            seen = ", ".join(f"{stage.value} {count}" for stage, count in stages_seen.items())
            print(f"\n{steps_taken['steps'] - before} steps; {seen}")  # noqa: T201
