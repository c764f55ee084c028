"""One agreement, cold and warm, against other engines drawing the same pages."""

import pickle
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.agreement_sheet import sheet_of
from bench.cases import LONG, SHORT, agreement_of, another, sample
from bench.engines import OURS, Engine, engine, omissions, present
from bench.measure import Times, in_turns, run_module, seconds_of
from bench.report import Comparison, Section, comparisons, table
from bench.sheet import Sheet
from bench.texts import missing_pieces, page_count, text_of
from mediation_app.domain.documents import Snapshot

NAMES = {LONG: "60 instalments", SHORT: "short"}
BUDGETS = {"weasyprint": 1.0, "fpdf2": 1.0}
WARM_UPS = 2


def measure(*, quick: bool) -> Section:
    """Return the comparison with every engine that is installed here."""
    peers, absent = present()
    engines = {name: engine(name) for name in (OURS, *peers)}
    rows: list[Comparison] = []
    for serial, name in NAMES.items():
        warm = _warm(engines, serial, 3 if quick else 21)
        cold = _cold(tuple(engines), serial, 1 if quick else 9)
        rows += _compared(f"{name}, warm", warm, BUDGETS)
        rows += _compared(f"{name}, cold process", cold, {})
    left_out = [f"- {name}: {omissions(name)}." for name in peers]
    parts = [
        comparisons(rows),
        "What was read back from the paper:",
        _same_words(engines),
        *(["What the others leave out of our pages:", "\n".join(left_out)] if peers else []),
        *absent,
    ]
    return Section("agreement", "One agreement", "\n\n".join(parts))


def facts_for(name: str, snapshot: Snapshot) -> Snapshot | Sheet:
    """Return what this engine draws from."""
    return snapshot if name == OURS else sheet_of(snapshot)


def _warm(engines: dict[str, Engine], serial: int, rounds: int) -> dict[str, Times]:
    """Return the times in one process; no engine is given the same paragraph twice."""
    for name, each in engines.items():
        for number in range(WARM_UPS):
            _draw_another(name, each, serial, rounds + number)
    works = {name: partial(_draw_another, name, each, serial) for name, each in engines.items()}
    return in_turns(works, rounds)


def _draw_another(name: str, drawing: Engine, serial: int, number: int) -> float:
    facts = facts_for(name, agreement_of(another(sample(serial), number + 1)))
    return seconds_of(lambda: drawing.draw(facts))


def _cold(names: tuple[str, ...], serial: int, rounds: int) -> dict[str, Times]:
    with TemporaryDirectory() as folder:
        works = {}
        for name in names:
            file = Path(folder) / name
            file.write_bytes(pickle.dumps(facts_for(name, agreement_of(sample(serial)))))
            works[name] = partial(_draw_cold, name, file)
            works[name](0)  # Its files are in the system's memory from now on.
        return in_turns(works, rounds)


def _draw_cold(name: str, facts_file: Path, _round: int) -> float:
    return run_module("bench.draw", name, str(facts_file))[0]


def _compared(
    what: str, times: dict[str, Times], budgets: dict[str, float]
) -> tuple[Comparison, ...]:
    if len(times) == 1:
        return (Comparison(what, times[OURS], "itself", times[OURS]),)
    return tuple(
        Comparison(what, times[OURS], name, theirs, budgets.get(name))
        for name, theirs in times.items()
        if name != OURS
    )


def _same_words(engines: dict[str, Engine]) -> str:
    """Return what each engine really put on the paper."""
    rows = []
    for serial, what in NAMES.items():
        snapshot = agreement_of(sample(serial))
        sheet = sheet_of(snapshot)
        count = sum(1 for _ in sheet.pieces)
        for name, each in engines.items():
            pdf = each.draw(facts_for(name, snapshot))
            found = f"{count - len(missing_pieces(sheet, pdf))} of {count}"
            size = f"{len(pdf) / 1024:.0f} KB"
            rows.append((what, name, found, f"{len(text_of(pdf)):,}", str(page_count(pdf)), size))
    return table(("document", "engine", "texts found", "characters", "pages", "size"), rows)
