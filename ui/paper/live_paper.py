"""The paper as it is now: drawn, pictured and read in the paper thread, newest wins."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.missing import Missing
from mediation_app.errors import MediationError
from ui.pages import Workplace
from ui.paper.paper_text import PaperText, read_paper
from ui.paper.rasters import Sheets, sheets_of

READ_AFTER_MS = 300
"""Reading the words takes longer than drawing them, and waits for a pause in typing."""


@dataclass(frozen=True, slots=True)
class View:
    """What the paper is wanted for."""

    pages: tuple[int, ...]
    pixels_a_point: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The paper of one state of the case."""

    case: Case
    sheets: Sheets
    missing: tuple[Missing, ...]


class LivePaper(QObject):
    """Keeps one form of one case drawn."""

    drawn = Signal(object)
    """A ``Drawn``."""
    pictured = Signal(object)
    """More pictures by page: a mapping to ``QImage``."""
    read = Signal(object)
    """The ``PaperText`` of what is drawn now."""
    failed = Signal(object)
    """A ``MediationError``."""

    def __init__(self, place: Workplace, view: Callable[[], View], parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._view = view
        self._sheets = Sheets(b"")
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READ_AFTER_MS)
        self._reading.timeout.connect(self._read)

    @property
    def pdf(self) -> bytes:
        """The document that is shown, empty before the first one."""
        return self._sheets.pdf

    def draw(self, wanted: CasePaper, case: Case, committee: Committee) -> None:
        """Draw the paper; older wishes that have not begun are dropped."""
        view = self._view()
        paper = self._place.desk.paper

        def work() -> Drawn:
            preview = paper.preview(wanted.kind, case, committee, wanted.about)
            sheets = sheets_of(preview.pdf, view.pages, view.pixels_a_point)
            return Drawn(case, sheets, preview.missing)

        self._place.paper_tasks.run_latest("draw", self, work, self._on_drawn, self._on_failed)

    def picture(self) -> None:
        """Make the pictures that the view lacks."""
        view, sheets = self._view(), self._sheets
        has_all = sheets.pixels_a_point == view.pixels_a_point and all(
            page in sheets.images for page in view.pages
        )
        if not sheets.pdf or has_all:
            return
        self._place.paper_tasks.run_latest(
            "picture",
            self,
            lambda: sheets_of(sheets.pdf, view.pages, view.pixels_a_point),
            self._on_pictured,
            self._on_failed,
        )

    def _on_drawn(self, drawn: Drawn) -> None:
        self._sheets = drawn.sheets
        self.drawn.emit(drawn)
        self._reading.start()
        self.picture()

    def _on_pictured(self, sheets: Sheets) -> None:
        if sheets.pdf is not self._sheets.pdf:
            return
        is_same_scale = sheets.pixels_a_point == self._sheets.pixels_a_point
        known: dict[int, QImage] = dict(self._sheets.images) if is_same_scale else {}
        images = {**known, **sheets.images}
        self._sheets = Sheets(sheets.pdf, sheets.sizes, images, sheets.pixels_a_point)
        self.pictured.emit(sheets.images)
        self.picture()

    def _read(self) -> None:
        pdf = self._sheets.pdf

        def show(text: PaperText) -> None:
            if pdf is self._sheets.pdf:
                self.read.emit(text)

        self._place.paper_tasks.run_latest("read", self, lambda: read_paper(pdf), show)

    def _on_failed(self, error: MediationError) -> None:
        self.failed.emit(error)
