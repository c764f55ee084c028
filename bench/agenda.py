"""What the boards of a day cost, and how they grow with the number of cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from sqlalchemy import text

from bench.measure import Times, seconds_of, three_digits
from bench.report import Section, table
from bench.stations import stations
from db.agenda import mark_stale
from db.engine import WRITES
from mediation_app.bootstrap import LocalStations
from mediation_app.domain.boards import Board
from mediation_app.services.agenda import PORTION, View
from mediation_app.services.desk import Desk

SIZES = (1_000, 10_000, 100_000)
QUICK_SIZES = (100, 1_000)
FIRST_LINES = 100
PAGE = 500
MOST_PORTIONS = 20
NOTE = (
    "Median and p95, through the services as the window calls them. The invented cases are years "
    "old, so nearly every limit in them is overdue: a station has a hundredth of that. *Working "
    "out* is the processor time for one case, spent in the background after a pull, a new table "
    "or an upgrade; a save or a pulled case only leaves a mark. *A save and its boards* is what "
    "follows one save with the page of today in front: the case worked out again in a "
    "transaction of its own, all numbers, the first lines."
)


def measure(*, quick: bool) -> Section:
    """Return one table with a column for each size."""
    sizes = QUICK_SIZES if quick else SIZES
    with stations() as folder:
        columns = {size: column(folder.of(size), 5 if quick else 21) for size in sizes}
    names = list(next(iter(columns.values())))
    rows = [(name, *(columns[size][name] for size in sizes)) for name in names]
    head = ("cases", *(f"{size:,}" for size in sizes))
    return Section("agenda", "The boards of a day", f"{table(head, rows)}\n\n{NOTE}")


def column(station: Path, rounds: int) -> dict[str, str]:
    """Return what one station costs."""
    desk = LocalStations().open(station, None)
    try:
        worked_out_ms = _work_out(desk)
        counts = desk.agenda.counts(View())
        board = max(counts, key=lambda each: counts[each])
        return {
            "lines on the longest board": f"{counts[board]:,}",
            "working out one case": f"{three_digits(worked_out_ms)} ms",
            "all numbers": _told(lambda: desk.agenda.counts(View()), rounds),
            "first 100 lines of the longest board": _told(_first(desk, board), rounds),
            "first 100 lines of the slowest board": max(
                (_told(_first(desk, each), rounds) for each in Board), key=_median
            ),
            "a save and its boards": _told(_saving(desk, board), rounds),
            "the mark that a pulled case leaves": _mark(station, desk),
        }
    finally:
        desk.close()


def _work_out(desk: Desk) -> float:
    """Return the milliseconds of processor time for each of the first cases."""
    portions = 0
    desk.agenda.arrange()
    started = process_time()
    while portions < MOST_PORTIONS and desk.agenda.arrange():
        portions += 1
    taken = process_time() - started
    desk.agenda.arrange_all()
    return taken * 1000 / max(portions * PORTION, 1)


def _first(desk: Desk, board: Board) -> Callable[[], object]:
    return lambda: desk.agenda.lines(board, View(), FIRST_LINES)


def _saving(desk: Desk, board: Board) -> Callable[[], object]:
    case = desk.case_files.open(desk.lookup.lines(limit=1)[0].id)
    state = [desk.case_files.save(case, replace(case, facts=f"{case.facts}字")).case]

    def look() -> None:
        shown = state[0]
        state[0] = desk.case_files.save(shown, replace(shown, facts=f"{shown.facts}字")).case
        desk.agenda.arrange_all()
        desk.agenda.counts(View())
        desk.agenda.lines(board, View(), FIRST_LINES)

    return look


def _mark(station: Path, desk: Desk) -> str:
    """Return the time of a mark, by marking a page of cases at once, as a pull does."""
    from db.station import Station  # noqa: PLC0415  beside the services, as only a bench does

    ids = [line.id for line in desk.lookup.lines(limit=PAGE)]
    stations_here = LocalStations()
    database = Station(station, stations_here._around).open()  # noqa: SLF001
    try:
        with database.engine.connect().execution_options(**WRITES) as connection:
            connection.execute(text("SELECT 1"))
            seconds = Times(tuple(_marking(connection, ids) for _ in range(9))).median_s
            connection.rollback()
    finally:
        database.dispose()
    return f"{three_digits(seconds * 1000 / len(ids))} ms"


def _marking(connection: object, ids: Sequence[str]) -> float:
    return seconds_of(lambda: mark_stale(connection, ids))  # type: ignore[arg-type]


def _told(work: Callable[[], object], rounds: int) -> str:
    work()
    times = Times(tuple(seconds_of(work) for _ in range(rounds)))
    return f"{_ms(times.median_s)}, p95 {_ms(times.percentile_s(95))}"


def _ms(seconds: float) -> str:
    return f"{three_digits(seconds * 1000)} ms"


def _median(told: str) -> float:
    return float(told.split(" ", 1)[0].replace(",", ""))
