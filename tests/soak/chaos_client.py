"""A real process that works and meets the centre without end; its parent kills it any time."""

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

from db.central.client import PostgresCentral
from mediation_app.domain.syncing import CentralAddress
from tests.soak import doings
from tests.soak.faults import Weather, pick
from tests.soak.home import Home, Orgs
from tests.soak.machine import DrawnIds, Machine, Person
from tests.soak.rounds import run_round
from tests.soak.witness_journal import JournalWorld

DOINGS = (
    *(doings.edit_field,) * 6,
    *(doings.look_only, doings.edit_stale) * 2,
    doings.begin_case,
    doings.settle_conflict,
    doings.register,
)


def work_for_ever(told: dict[str, Any]) -> None:
    """Edit and sync until somebody ends the process."""
    seeds = Random(told["seed"])
    person = Person(**told["person"])
    machine = Machine(told["name"], Path(told["folder"]), person, DrawnIds(seeds.getrandbits(60)))
    machine.open()
    parents = {int(org): parent for org, parent in told["parents"].items()}
    home: Any = Home(None, Orgs(**told["orgs"]), {}, parents)  # type: ignore[arg-type]
    world = JournalWorld(home, Path(told["folder"]), seeds, Weather(seeds), [machine])
    world.journal = Path(told["journal"])
    world.mark_prefix = f"{told['name']}·{told['life']}"
    central = PostgresCentral(CentralAddress(**told["address"]), person.password)
    while True:
        for _ in range(seeds.randint(1, 4)):
            pick(seeds, DOINGS)(world)
        run_round(machine, central)


if __name__ == "__main__":
    work_for_ever(json.loads(sys.argv[1]))
