"""Many edits of one case that wait for a line: what each costs, and whether that grows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from bench.centre import Machine, centres, machines
from bench.measure import seconds_of
from bench.report import Section, table, verdict
from bench.sync_ops import FACTS
from db.sync.pulling import pull_feed
from mediation_app.domain.cases import CaseId
from mediation_app.services.sample_cases import invented_cases

EDITS, QUICK_EDITS = (10, 100, 1_000), (5, 20)
STEPS = ("save", "send", "hear the echo", "somebody else takes it over")
NOTE = (
    "So many saves of one field of one case without a line, then one round that sends them all "
    "and hears them all come back, then another machine that takes them all over, in transactions "
    "of at most 0.1 s as the program does. Each cell: processor time of this process for one "
    "edit, and the time that passed with the centre's share; the columns end with the growth."
)


def measure(*, quick: bool) -> Section:
    """Return one column for each number of edits."""
    sizes = QUICK_EDITS if quick else EDITS
    with TemporaryDirectory(prefix="bench-echoes-") as temporary, centres() as centre:
        login = centre.person(centre.station())
        with machines(Path(temporary)) as park:
            writer, reader = park.new(login), park.new(login)
            _column(writer, reader, sizes[0])
            columns = [_column(writer, reader, size) for size in sizes]
    rows = []
    for at, step in enumerate(STEPS):
        found = [column[at] for column in columns]
        cells = (f"{cpu * 1e3:.2f} ms ({wall * 1e3:.2f})" for cpu, wall in found)
        growth = found[-1][0] / found[0][0]
        rows.append((step, *cells, f"**{growth:.2f}×** ({verdict(growth, 2, '×')})"))
    head = ("edits of one case", *(f"{size:,}" for size in sizes), "the last against the first")
    return Section("sync_echoes", "Sync: many edits of one case", f"{table(head, rows)}\n\n{NOTE}")


def _column(writer: Machine, reader: Machine, edits: int) -> list[tuple[float, float]]:
    """Return processor time and time of each step for one edit, in seconds."""
    (case,) = invented_cases(1, writer.ids)
    org = writer.greet()
    reader.greet()
    writer.database.bulk_add([case], "测试")
    for each in (writer, reader):
        each.round(org)
    works: tuple[Callable[[], object], ...] = (
        lambda: _save(writer, case.id, edits),
        writer.push_all,
        lambda: pull_feed(writer.line(), org.org_id),
        lambda: pull_feed(reader.line(), org.org_id),
    )
    return [_taken(work, edits) for work in works]


def _taken(work: Callable[[], object], edits: int) -> tuple[float, float]:
    used = 0.0

    def watched() -> None:
        nonlocal used
        begun = process_time()
        work()
        used = process_time() - begun

    seconds = seconds_of(watched)
    return used / edits, seconds / edits


def _save(machine: Machine, case_id: CaseId, edits: int) -> None:
    units = machine.database.units_of_work("测试")
    for number in range(edits):
        with units() as work:
            shown = work.cases.get(case_id)
            work.cases.save(shown, replace(shown, facts=f"{FACTS}{number}"), "edit")
            work.commit()
