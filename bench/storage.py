"""How the memory's costs grow with the number of cases, against the bare driver."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.by_hand import (
    COUNT,
    DATABASE,
    FIRST_LINES,
    FOUND_LINES,
    NEWEST,
    ONE_RECORD,
    SAVE_RECORD,
    ByHand,
)
from bench.measure import in_turns, ratio, run_module, seconds_of, three_digits
from bench.report import Section, table
from bench.stations import StationFolder, stations
from db.search_words import question
from mediation_app.bootstrap import LocalStations
from mediation_app.domain.cases import Case
from mediation_app.services.desk import Desk

SIZES = (1_000, 10_000, 100_000)
QUICK_SIZES = (100, 1_000)
COMMON_WORD = "银行"
NOTE = (
    "Each cell: median, p95, and in brackets how many times what the bare driver takes for the "
    "same statement on the same file. By hand a save is one UPDATE of the record and a COMMIT; "
    "ours writes the journal entry with its hashes, the line of the list and the search index, "
    "too."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same work by us and by hand."""

    ours: Callable[[], object]
    by_hand: Callable[[], object]


def measure(*, quick: bool) -> Section:
    """Return one table with a column for each size."""
    sizes = QUICK_SIZES if quick else SIZES
    with stations() as folder:
        columns = {size: _column(folder, size, 5 if quick else 51) for size in sizes}
    names = list(next(iter(columns.values())))
    rows = [(name, *(columns[size][name] for size in sizes)) for name in names]
    text = table(("cases", *(f"{size:,}" for size in sizes)), rows)
    return Section("storage", "Storage", f"{text}\n\n{NOTE}")


def _column(folder: StationFolder, size: int, rounds: int) -> dict[str, str]:
    station = folder.of(size)
    desk = LocalStations().open(station, None)
    try:
        with ByHand(station) as hand:
            pairs = {
                "opening with the raw key, reading one line": _opening(station),
                **_pairs(desk, hand),
            }
            cells = {name: _cell(pair, rounds) for name, pair in pairs.items()}
    finally:
        desk.close()
    cells["size of the file"] = f"{(station / DATABASE).stat().st_size / 2**20:,.0f} MB"
    held = int(run_module("bench.opened", str(station))[1])
    cells["memory with the list read, no window"] = f"{held / 2**20:,.0f} MB"
    return cells


def _cell(pair: Pair, rounds: int) -> str:
    works = {name: _timed(work) for name, work in (("ours", pair.ours), ("hand", pair.by_hand))}
    in_turns(works, 2)
    times = in_turns(works, rounds)
    ours, times_over = times["ours"], ratio(times["ours"], times["hand"])
    return f"{_ms(ours.median_s)}, p95 {_ms(ours.percentile_s(95))} ({times_over:.1f}×)"


def _timed(work: Callable[[], object]) -> Callable[[int], float]:
    return lambda _round: seconds_of(work)


def _ms(seconds: float) -> str:
    return f"{three_digits(seconds * 1000)} ms"


def _opening(station: Path) -> Pair:
    def ours() -> None:
        desk = LocalStations().open(station, None)
        desk.lookup.lines(limit=1)
        desk.close()

    def by_hand() -> None:
        with ByHand(station) as hand:
            hand.rows(NEWEST)

    return Pair(ours, by_hand)


def _pairs(desk: Desk, hand: ByHand) -> Mapping[str, Pair]:
    line = desk.lookup.lines(limit=1, offset=desk.lookup.count() // 2)[0]
    case = desk.case_files.open(line.id)
    person = case.parties[0]
    return {
        "first 200 lines of the list": Pair(desk.lookup.lines, partial(hand.rows, FIRST_LINES)),
        "counting all cases": Pair(desk.lookup.count, partial(hand.rows, COUNT)),
        "search, two characters of a name": _search(desk, hand, person.name[-2:]),
        "search, last four of a phone": _search(desk, hand, person.phone[-4:]),
        "search, a word in every case": _search(desk, hand, COMMON_WORD),
        "opening a case": Pair(
            partial(desk.case_files.open, case.id), partial(hand.rows, ONE_RECORD, case.id)
        ),
        "one save of typed text": Pair(
            _Typing(desk, case).press, partial(hand.write, SAVE_RECORD, case.id)
        ),
    }


def _search(desk: Desk, hand: ByHand, text: str) -> Pair:
    return Pair(partial(desk.lookup.lines, text), partial(hand.rows, FOUND_LINES, question(text)))


class _Typing:
    """Adds one character to a case with each press."""

    def __init__(self, desk: Desk, case: Case) -> None:
        self._files = desk.case_files
        self._case = case

    def press(self) -> None:
        wanted = replace(self._case, facts=f"{self._case.facts}字")
        self._case = self._files.save(self._case, wanted).case
