"""What people do at their machines, each drawn from a seed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from mediation_app.domain.agreements import Term
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import FieldValue
from mediation_app.domain.money import Money
from mediation_app.errors import CaseNotFoundError, MediationError
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.registration import Registration
from mediation_app.services.storage import Storage
from tests.builders import a_case, a_person
from tests.soak.faults import pick
from tests.soak.machine import Machine
from tests.soak.world import Screen, World, mark_in

Typed: TypeAlias = dict[str, FieldValue]
LONG = 20_000


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody before a case."""

    machine: Machine
    screen: Screen


def seat(world: World) -> Seat | None:
    """Choose a machine and a case that it shows."""
    machine = pick(world.seeds, world.machines)
    shown = [row.case_id for row in machine.rows("SELECT case_id FROM case_line ORDER BY case_id")]
    if not shown:
        return None
    return Seat(machine, world.screen(machine, pick(world.seeds, shown)))


def begin_case(world: World) -> None:
    """Store a new case."""
    machine = pick(world.seeds, world.machines)
    mark = world.mark()
    case = a_case(id=CaseId(machine.ids.new()), number="", facts=f"{mark}申请人持卡")
    world.begin(machine, case, mark)


def edit_field(world: World) -> None:
    """Change one field of a case as it is now."""
    if found := seat(world):
        _type(world, found)


def look_only(world: World) -> None:
    """Open a case and leave it open."""
    if found := seat(world):
        world.screens.append((found.machine, found.screen))


def edit_stale(world: World) -> None:
    """Save on a screen that was opened some time ago."""
    if world.screens:
        place = world.seeds.randrange(len(world.screens))
        machine, screen = world.screens.pop(place)
        _type(world, Seat(machine, screen))


def _type(world: World, found: Seat) -> None:
    wanted, typed = pick(world.seeds, _FIELDS)(world, found.screen.case)
    save_somehow(world, found, wanted, typed)


def save_somehow(world: World, found: Seat, wanted: Case, typed: Typed) -> bool:
    """Save; what the program refuses with a sentence is no edit."""
    try:
        return world.save(found.machine, found.screen, wanted, typed)
    except MediationError:
        world.weather.count("refused_locally")
        return False


def _facts(world: World, case: Case) -> tuple[Case, Typed]:
    text = f"{world.mark()}事实"
    return replace(case, facts=text), {"facts": text}


def _issues(world: World, case: Case) -> tuple[Case, Typed]:
    text = f"{world.mark()}争议\n第二行"
    return replace(case, issues=text), {"issues": text}


def _long_text(world: World, case: Case) -> tuple[Case, Typed]:
    text = f"{world.mark()}" + "长𠮷" * world.seeds.randint(1, LONG)
    return replace(case, issues=text), {"issues": text}


def _claim(world: World, case: Case) -> tuple[Case, Typed]:
    cents = world.seeds.randint(1, 10**9)
    return replace(case, claim=Money(cents)), {"claim": cents}


def _phone(world: World, case: Case) -> tuple[Case, Typed]:
    if not case.parties:
        return _facts(world, case)
    place = world.seeds.randrange(len(case.parties))
    phone = world.mark()
    party = replace(case.parties[place], phone=phone)
    parties = (*case.parties[:place], party, *case.parties[place + 1 :])
    return replace(case, parties=parties), {f"parties/{party.id}/phone": phone}


def _term(world: World, case: Case) -> tuple[Case, Typed]:
    if case.agreement is None:
        return _facts(world, case)
    mark = world.mark()
    term = Term(world.fresh("t"), text=mark)
    agreement = replace(case.agreement, terms=(*case.agreement.terms, term))
    return replace(case, agreement=agreement), {f"agreement/terms/{term.id}/text": mark}


def _amount(world: World, case: Case) -> tuple[Case, Typed]:
    if case.agreement is None:
        return _facts(world, case)
    cents = world.seeds.randint(1, 10**9)
    agreement = replace(case.agreement, amount=Money(cents))
    return replace(case, agreement=agreement), {"agreement/amount": cents}


def _new_party(world: World, case: Case) -> tuple[Case, Typed]:
    mark = world.mark()
    party = a_person(id=world.fresh("p"), name=mark)
    return replace(case, parties=(*case.parties, party)), {f"parties/{party.id}/name": mark}


def _no_party(world: World, case: Case) -> tuple[Case, Typed]:
    if len(case.parties) < 2:
        return _facts(world, case)
    gone = pick(world.seeds, case.parties)
    left = tuple(party for party in case.parties if party is not gone)
    return replace(case, parties=left), {f"parties/{gone.id}": None}


_FIELDS: tuple[Callable[[World, Case], tuple[Case, Typed]], ...] = (
    _facts,
    _facts,
    _issues,
    _long_text,
    _claim,
    _phone,
    _term,
    _amount,
    _new_party,
    _no_party,
)


def register(world: World) -> None:
    """Give a case its number."""
    if (found := seat(world)) is None:
        return
    machine = found.machine
    service = Registration(storage_of(machine), machine.clock, machine.ids)
    case_id = found.screen.case.id
    try:
        world.use(machine, lambda: service.register(case_id), found.screen)
        world.note_printed(machine, case_id)
    except MediationError:
        world.weather.count("refused_locally")


def delete_case(world: World) -> None:
    """Take a case out of lists and search."""
    if found := seat(world):
        case_id = found.screen.case.id
        world.act(found.machine, lambda work: work.cases.delete(case_id, "重复"), found.screen)


def restore_case(world: World) -> None:
    """Bring a deleted case back."""
    machine = pick(world.seeds, world.machines)
    deleted = machine.rows("SELECT case_id FROM deleted_case ORDER BY case_id")
    if deleted:
        case_id = CaseId(pick(world.seeds, deleted).case_id)
        screen = world.screen(machine, case_id)
        world.act(machine, lambda work: work.cases.restore(case_id), screen)


def settle_conflict(world: World) -> None:
    """Choose between the values of a conflict, or type another one."""
    machine = pick(world.seeds, world.machines)
    service = Conflicts(storage_of(machine))
    if not (waiting := service.open()):
        return
    conflict = pick(world.seeds, waiting)
    value = pick(world.seeds, conflict.sides).value
    if isinstance(value, str) and mark_in(value) and world.seeds.random() < 0.3:
        value = world.mark()
    try:
        screen = world.screen(machine, conflict.case_id)
        world.use(
            machine, lambda: service.resolve(conflict, value, "核对原件"), screen, _new_mark(value)
        )
    except (CaseNotFoundError, MediationError):
        world.weather.count("refused_locally")


def _new_mark(value: FieldValue) -> str:
    """Return the mark of a value that is nothing but a mark: it was typed just now."""
    mark = mark_in(value)
    return mark if mark == value else ""


def storage_of(machine: Machine) -> Storage:
    """Return what the services of a machine read and write."""
    return Storage(machine.units(), machine.database.queries())
