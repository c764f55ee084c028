"""From a key press in a term to the new page on screen, and opening a case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from bench.desktop_window import OpenWindow, desktop_window, pause, wait_for_paint, wait_until
from bench.first_paint import FirstPaint
from bench.measure import Times, ratio, three_digits
from bench.report import Section, table, verdict
from bench.stations import stations
from bench.texts import page_count
from mediation_app.domain.cases import Case
from ui.case.case_view import CaseView
from ui.fields.text_field import LongTextField
from ui.paper.rasters import sheets_of

SAMPLES = 12
FOUR_PAGES, SIX_PAGES = 7, 1
"""Places in the list of samples."""
PRESSES, WARM_UPS, QUICK_PRESSES = 150, 10, 8
PAUSES_MS = (30, 60, 90, 180, 350)
KEYS = "自愿达成协议履行期限按时足额支付本息"
PAPER_BUDGET_MS, CASE_BUDGET_MS = 100.0, 50.0
HEAD = ("what", "median", "p95", "most", "times", "budget")
NOTE = (
    "Real window, 1366 × 768, Qt's `offscreen`, real encrypted station. A press replaces the last "
    "character of the last term, so that its paragraph is set anew each time; it counts until the "
    "event loop is free after painting the page that holds it. Between presses pass 30 to 350 ms, "
    "so that saving and reading the paper run as they do under a typist. *Rendering alone* is the "
    "same page with another last character, drawn between the presses in the same process."
)


@dataclass(slots=True)
class Taken:
    """Seconds of the parts of each press."""

    paper: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    rendering: list[float] = field(default_factory=list)
    picturing: list[float] = field(default_factory=list)


def measure(*, quick: bool) -> Section:
    """Return one table of presses and one of opening."""
    presses = QUICK_PRESSES if quick else PRESSES
    rows: list[tuple[str, ...]] = []
    with (
        stations() as folder,
        TemporaryDirectory() as private,
        desktop_window(folder.of(SAMPLES), Path(private)) as opened,
    ):
        for serial in (FOUR_PAGES, SIX_PAGES):
            rows += _press_rows(opened, serial, presses)
        rows += _opening_rows(opened, 1 if quick else 5)
    return Section("typing", "Key press to paper", f"{table(HEAD, rows)}\n\n{NOTE}")


def _press_rows(opened: OpenWindow, serial: int, presses: int) -> Iterator[tuple[str, ...]]:
    view = opened.open_case(_id_of(opened, serial))
    wait_until(lambda: bool(view.paper.live.pdf))
    keyboard = _Keyboard(opened, view)
    for key in islice(cycle(KEYS), WARM_UPS):
        keyboard.press(key)
    taken = Taken()
    for key, pause_ms in zip(islice(cycle(KEYS), presses), cycle(PAUSES_MS), strict=False):
        keyboard.time_press(key, taken)
        pause(pause_ms)
    pages = page_count(view.paper.live.pdf)
    paper, rendering = Times(tuple(taken.paper)), Times(tuple(taken.rendering))
    budget_ms = PAPER_BUDGET_MS if serial == FOUR_PAGES else None
    yield _row(f"key press to paper, {pages} pages", paper, budget_ms)
    yield _row("— of which the window is busy", Times(tuple(taken.busy)))
    yield _row("— rendering alone", rendering)
    yield _row("— a picture of the pages in view alone", Times(tuple(taken.picturing)))
    yield (
        "— key press to paper against rendering alone",
        f"**{ratio(paper, rendering):.2f}×**",
        f"{paper.percentile_s(95) / rendering.percentile_s(95):.2f}×",
        *("–",) * 3,
    )


class _Keyboard:
    """Types into the last term of the case in view."""

    def __init__(self, opened: OpenWindow, view: CaseView) -> None:
        self._desk = opened.desk
        self._view = view
        self._committee = opened.desk.setup.committee()
        agreement = view.case.agreement
        assert agreement is not None
        place = f"agreement/terms/{agreement.terms[-1].id}/text"
        view.go_to(place)
        term = view.binding.field_at(place)
        assert isinstance(term, LongTextField)
        self._edit = term.text_edit
        self._watch: Callable[[], object] = lambda: None
        view.paper.shown.connect(self._on_shown)

    def press(self, key: str) -> tuple[float, float]:
        """Return the seconds until the page is painted, and those the window was busy."""
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, key
        )
        painted_at_s: list[float] = []
        self._watch = lambda: FirstPaint(
            self._view.paper.view.viewport(), lambda: painted_at_s.append(perf_counter())
        )
        start = perf_counter()
        QApplication.sendEvent(self._edit, event)
        busy = perf_counter() - start
        wait_until(lambda: bool(painted_at_s))
        return painted_at_s[0] - start, busy

    def time_press(self, key: str, taken: Taken) -> None:
        """Time a press, then drawing the same page alone."""
        paper, busy = self.press(key)
        taken.paper.append(paper)
        taken.busy.append(busy)
        wanted = _with_other_end(self._view.case, f"甲{key}")
        kind, view = self._view.paper.kind, self._view.paper.view
        assert kind is not None
        start = perf_counter()
        pdf = self._desk.paper.preview(kind, wanted, self._committee).pdf
        drawn = perf_counter()
        sheets_of(pdf, view.visible_pages(), view.pixels_a_point)
        taken.rendering.append(drawn - start)
        taken.picturing.append(perf_counter() - drawn)

    def _on_shown(self, case: Case) -> None:
        if case == self._view.case:
            self._watch()


def _with_other_end(case: Case, end: str) -> Case:
    agreement = case.agreement
    assert agreement is not None
    *terms, last = agreement.terms
    terms.append(replace(last, text=f"{last.text[:-1]}{end}"))
    return replace(case, agreement=replace(agreement, terms=tuple(terms)))


def _opening_rows(opened: OpenWindow, rounds: int) -> Iterator[tuple[str, ...]]:
    """Open every sample again and again; the page itself was built before."""
    form, paper = [], []
    for line in opened.desk.lookup.lines(limit=SAMPLES) * rounds:
        start = perf_counter()
        view = opened.open_case(line.id)
        form.append(perf_counter() - start)
        wait_until(lambda view=view: bool(view.paper.live.pdf))  # type: ignore[misc]
        wait_for_paint(view.paper.view.viewport())
        paper.append(perf_counter() - start)
        pause(PAUSES_MS[-1])
    yield _row("opening a case until its form is on screen", Times(tuple(form)), CASE_BUDGET_MS)
    yield _row("opening a case until its paper is on screen", Times(tuple(paper)))


def _id_of(opened: OpenWindow, serial: int) -> str:
    files = opened.desk.case_files
    ids = (line.id for line in opened.desk.lookup.lines(limit=SAMPLES))
    return next(each for each in ids if files.open(each).serial == serial)


def _row(what: str, times: Times, budget_ms: float | None = None) -> tuple[str, ...]:
    p95_ms = times.percentile_s(95) * 1000
    return (
        what,
        f"{three_digits(times.median_s * 1000)} ms",
        f"{three_digits(p95_ms)} ms",
        f"{three_digits(max(times.seconds) * 1000)} ms",
        str(len(times.seconds)),
        verdict(p95_ms, budget_ms, "ms"),
    )
