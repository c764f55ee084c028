"""A small cast for scripted histories, with words short enough to read a script."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from typing import Any

from mediation_app.domain.cases import CaseId
from mediation_app.domain.money import Money
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.registration import Registration
from tests.builders import a_case, an_agreement
from tests.soak.checker import Violation, violations
from tests.soak.doings import Seat, storage_of
from tests.soak.faults import Weather
from tests.soak.ground import Ground
from tests.soak.home import new_home
from tests.soak.machine import Machine
from tests.soak.paperwork import attach_file, issue_one, seal_case
from tests.soak.world import Screen, World


class Stage:
    """A world with one case that everybody on stage has, who may see it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.case_id = ""

    def enter(self, name: str) -> Machine:
        """Put a new machine before a person."""
        return self.world.add_machine(self.world.home.people[name])

    def begin(self, machine: Machine) -> str:
        """Begin a case; the others do not have it yet."""
        mark = self.world.mark()
        case = a_case(id=CaseId(machine.ids.new()), number="", facts=f"{mark}申请人持卡")
        self.world.begin(machine, case, mark)
        return str(case.id)

    def meet(self, *machines: Machine) -> None:
        """Let machines meet the centre, one after the other."""
        for machine in machines:
            self.world.round(machine)

    def look(self, machine: Machine) -> Screen:
        """Open the case."""
        return self.world.screen(machine, self.case_id)

    def type(
        self, machine: Machine, path: str = "facts", screen: Screen | None = None, text: str = ""
    ) -> None:
        """Type a new text into a field of one line and save it."""
        seen = screen or self.look(machine)
        typed = f"{self.world.mark()}{machine.name}{text}"
        wanted: dict[str, Any] = {path: typed}
        self.world.save(machine, seen, replace(seen.case, **wanted), {path: typed})

    def register(self, machine: Machine) -> None:
        """Give the case its number."""
        service = Registration(storage_of(machine), machine.clock, machine.ids)
        screen = self.look(machine)
        self.world.use(machine, lambda: service.register(CaseId(self.case_id)), screen)
        self.world.note_printed(machine, self.case_id)

    def settle(self, machine: Machine, which: int = -1) -> None:
        """Choose a side of the first conflict."""
        service = Conflicts(storage_of(machine))
        conflict = service.open()[0]
        screen = self.look(machine)
        value = conflict.sides[which].value
        self.world.use(machine, lambda: service.resolve(conflict, value, "核对"), screen)

    def amount(self, machine: Machine, cents: int) -> None:
        """Change the sum of the agreement."""
        seen = self.look(machine)
        agreement = replace(seen.case.agreement or an_agreement(), amount=Money(cents))
        wanted = replace(seen.case, agreement=agreement)
        self.world.save(machine, seen, wanted, {"agreement/amount": cents})

    def remove_party(self, machine: Machine) -> None:
        """Remove the first party."""
        seen = self.look(machine)
        wanted = replace(seen.case, parties=seen.case.parties[1:])
        self.world.save(machine, seen, wanted, {f"parties/{seen.case.parties[0].id}": None})

    def phone(self, machine: Machine) -> None:
        """Write the phone number of the first party."""
        seen = self.look(machine)
        first, *others = seen.case.parties
        phone = self.world.mark()
        wanted = replace(seen.case, parties=(replace(first, phone=phone), *others))
        self.world.save(machine, seen, wanted, {f"parties/{first.id}/phone": phone})

    def seal(self, machine: Machine) -> None:
        """Have everybody sign, and close the agreement."""
        seal_case(self.world, Seat(machine, self.look(machine)))

    def issue(self, machine: Machine) -> None:
        """Issue a document."""
        issue_one(self.world, Seat(machine, self.look(machine)))

    def attach(self, machine: Machine, size: int = 300_000) -> None:
        """Put a file into the case."""
        attach_file(self.world, Seat(machine, self.look(machine)), size)

    def befall(self, call: str, fault: str) -> None:
        """Let the next call of this name go wrong."""
        self.world.weather.script.append((call, fault))

    def back_up(self) -> Any:
        """Back the centre up."""
        return self.world.home.backup()

    def put_back(self, backup: Any, *, with_runbook: bool = False) -> None:
        """Put the centre back."""
        self.world.put_centre_back(backup, with_runbook=with_runbook)


@contextmanager
def staged(ground: Ground, *names: str) -> Iterator[tuple[Stage, list[Machine]]]:
    """Set the stage: everybody has met the centre, and knows the case if he may see it."""
    home = new_home(ground)
    seeds = Random(1)
    with ground.desks() as folder:
        stage = Stage(World(home, folder, seeds, Weather(seeds)))
        try:
            cast = [stage.enter(name) for name in names]
            stage.case_id = stage.begin(cast[0])
            stage.meet(*cast, *cast)
            yield stage, cast
        finally:
            stage.world.close()
            home.clear()


def judged(stage: Stage) -> tuple[Violation, ...]:
    """Let everything come to rest, and judge it."""
    stage.world.settle()
    return violations(stage.world.evidence())
