"""What people do with paper: sign and seal, attach files, issue documents."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind, IssuedDocument
from mediation_app.domain.seals import refuse_edit_of_sealed
from mediation_app.errors import MediationError
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.materials import IncomingFile, Materials
from tests.builders import signed
from tests.soak.doings import Seat, seat, storage_of
from tests.soak.world import World

CHUNK_BYTES = 256 * 1024


def seal(world: World) -> None:
    """Have everybody sign, then close the agreement."""
    if (found := seat(world)) and found.screen.case.agreement is not None:
        seal_case(world, found)


def seal_case(world: World, found: Seat) -> None:
    """Have everybody sign on this screen, then close the agreement."""
    machine, shown = found.machine, found.screen.case
    service = CaseFiles(storage_of(machine), machine.clock)

    def sign(work: Any) -> None:
        # Whether a step is lawful by now is asked at the desk only: what an older program wrote,
        # or one that was apart, is merged all the same.
        refuse_edit_of_sealed(work.cases.get(shown.id), shown, signed(shown))
        work.cases.save(shown, signed(shown), "edit")

    try:
        world.act(machine, sign, found.screen)
        again = world.screen(machine, shown.id)
        world.use(machine, lambda: service.seal(shown.id), again)
    except MediationError:
        world.weather.count("refused_locally")


def attach(world: World) -> None:
    """Put a file into a case."""
    if found := seat(world):
        size = world.seeds.choice((40, 3_000, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES - 7))
        attach_file(world, found, size)


def attach_file(world: World, found: Seat, size: int) -> None:
    """Put a file of a size into a case: contents first, then the line of the list."""
    machine, case = found.machine, found.screen.case
    mark = world.mark()
    content = (mark.encode() * (size // len(mark.encode()) + 1))[:size]
    service = Materials(machine.units(), (), machine.clock, machine.ids)
    file_service = CaseFiles(storage_of(machine), machine.clock)

    def keep() -> None:
        kept = service.keep(case, IncomingFile(f"{mark}.pdf", content))
        wanted = replace(case, materials=(*case.materials, kept.material))
        file_service.save(case, wanted)

    try:
        world.use(machine, keep, found.screen, mark)
    except MediationError:
        world.weather.count("refused_locally")


def issue(world: World) -> None:
    """Issue a document: its bytes are kept, and its hashes enter the journal."""
    if found := seat(world):
        issue_one(world, found)


def issue_one(world: World, found: Seat) -> None:
    """Issue a document in a case."""
    mark = world.mark()
    pdf = f"%PDF-1.7 {mark}".encode()
    document = IssuedDocument(
        id=found.machine.ids.new(),
        case_id=CaseId(found.screen.case.id),
        kind=FormKind.APPLICATION,
        version=1,
        issued_at=found.machine.clock.now(),
        sha256=sha256(pdf).hexdigest(),
        content_digest="ab" * 32,
        pdf=pdf,
        snapshot=f'{{"案":"{mark}"}}',
    )
    try:
        world.act(found.machine, lambda work: work.documents.add(document), found.screen, mark)
    except MediationError:
        world.weather.count("refused_locally")
