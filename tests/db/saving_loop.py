"""A program that saves without end and says so after each commit; its test kills it."""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from db.station import Station
from mediation_app.domain.cases import CaseId
from tests.builders import a_case
from tests.db.stations import PASSWORD, surroundings
from tests.fakes.environment import CountedIds


def save_for_ever(folder: Path, round_number: int) -> None:
    """Write cases and edits; print case, serial of the edit and entry after each commit."""
    # Two that write without a pause can keep each other out for long on a busy machine.
    station = Station(folder, surroundings(ids=CountedIds(round_number), busy_timeout_ms=120_000))
    database = station.open(PASSWORD)
    units = database.units_of_work("甲")
    for number in count():
        case = a_case(
            id=CaseId(f"{round_number}-{number}"), number=f"（2026）第{round_number}轮第{number}号"
        )
        with units() as work:
            work.cases.add(case, "begin")
            work.commit()
        print(case.id, 0, flush=True)  # noqa: T201 - the test reads it
        for edit in (1, 2, 3):
            with units() as work:
                wanted = replace(case, facts=f"第{edit}稿" + "事" * 500)
                case = work.cases.save(case, wanted, "edit")
                work.commit()
            print(case.id, edit, flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    save_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
