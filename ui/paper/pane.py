"""The live paper beside the form: which form, its pages, what it lacks, print and save."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QWidget

from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.missing import Missing
from mediation_app.errors import MediationError
from ui.pages import Message, Tone, Workplace
from ui.paper.live_paper import Drawn, LivePaper, View
from ui.paper.missing_line import MissingLine
from ui.paper.output import Output
from ui.paper.paper_text import PaperText
from ui.paper.paper_view import PIXELS_A_POINT_AT_100, PaperView
from ui.paper.printed_words import PlaceWords, place_at, printed_words, spots_of_place
from ui.sentences import spoken, term, told
from ui.styling import button, column, frame, icon_button, row, words

TOPIC = "paper"
WITHOUT_A_CHOICE_OF_PRINT = frozenset(
    {
        FormKind.SLIP,
        FormKind.INTAKE_RECEIPT,
        FormKind.PLAIN_SUMMARY,
        FormKind.OTHER_WAYS,
        FormKind.SERVICE_RECEIPT,
    }
)
_FEWEST_CHARACTERS = 8
_MOST_ADVANCED = (
    FormKind.AGREEMENT,
    FormKind.ORAL_AGREEMENT,
    FormKind.TERMINATION,
    FormKind.MEETING_NOTICE,
    FormKind.APPLICATION,
)


class PaperPane(QWidget):
    """Follows the case it is shown; clicking its words or what it lacks leads to the fields."""

    place_chosen = Signal(str)
    """The place of the field whose words were clicked, or which is missing."""
    message = Signal(object)
    shown = Signal(object)
    """The ``Case`` whose paper has just come on screen."""

    def __init__(
        self, place: Workplace, store_now: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """Take what stores everything typed before a document is issued from it."""
        super().__init__(parent)
        self._place = place
        self._case: Case | None = None
        self._committee = Committee()
        self._papers: tuple[CasePaper, ...] = ()
        self._missing: tuple[Missing, ...] = ()
        self._focused_place = ""
        self._text = PaperText()
        self._words: tuple[PlaceWords, ...] = ()
        self.view = PaperView()
        self.live = LivePaper(place, self._wanted_view, self)
        self.output = Output(place, store_now, self)
        self.missing_line = MissingLine()
        self.form_box = QComboBox()
        self.large_box = QCheckBox(self.tr("大字版"))
        self.page_label: QLabel = words("", role="caption")
        self.zoom_label: QLabel = words("", role="caption")
        self._lay_out()
        self._connect()

    @property
    def kind(self) -> FormKind | None:
        """The form that is shown."""
        return self.shown_paper.kind if self.shown_paper else None

    @property
    def shown_paper(self) -> CasePaper | None:
        """The paper that is shown, in the size of print that is chosen."""
        index = self.form_box.currentIndex()
        if not 0 <= index < len(self._papers):
            return None
        paper = self._papers[index]
        about = replace(paper.about, is_large=self.large_box.isChecked())
        return replace(paper, about=about)

    def show_case(self, case: Case, committee: Committee) -> None:
        """Draw the paper of this state of the case."""
        self._case, self._committee = case, committee
        self._offer(self._place.desk.paper.papers_for(case))
        self._draw()

    def choose_kind(self, kind: FormKind) -> None:
        """Show another form, if it belongs to the case."""
        kinds = [paper.kind for paper in self._papers]
        if kind in kinds and kind is not self.kind:
            self.form_box.setCurrentIndex(kinds.index(kind))
            self._on_chosen()

    def follow(self, place: str) -> None:
        """Mark the words of the field that the person is in, and scroll to them."""
        self._focused_place = place
        self._mark()
        self.view.reveal_spots()

    def print_paper(self) -> None:
        """Issue and print, or say what is missing and offer a draft."""
        if self._case is None or self.shown_paper is None:
            return
        if self._missing:
            self._offer_draft(self._case, self.shown_paper)
        else:
            self.output.print_issued(self.shown_paper, self._case)

    def save_paper(self) -> None:
        """Issue and save as a file; a draft where something is missing."""
        if self._case is None or self.shown_paper is None:
            return
        if self._missing:
            self.output.save_draft(self.shown_paper, self._case, self.live.pdf)
        else:
            self.output.save_issued(self.shown_paper, self._case)

    def _offer_draft(self, case: Case, paper: CasePaper) -> None:
        pdf = self.live.pdf
        listed = "、".join(spoken(each.sentence) for each in self._missing)
        text = self.tr("《{form}》还不能出具，缺少：{missing}").format(
            form=term(paper.kind.title), missing=listed
        )
        action = self.tr("打印草稿")
        self.message.emit(
            Message(
                text,
                Tone.WARNING,
                action,
                lambda: self.output.print_draft(paper, case, pdf),
                TOPIC,
            )
        )

    def _offer(self, papers: tuple[CasePaper, ...]) -> None:
        if papers == self._papers:
            return
        # A paper that has just come into being is the one people work on.
        known = set(map(_identity, self._papers))
        added = [each for each in papers if _identity(each) not in known] if known else []
        shown = self.shown_paper
        kept = [each for each in papers if shown and _identity(each) == _identity(shown)]
        wanted = (added or kept or [_most_advanced(papers)])[0]
        self._papers = papers
        self.form_box.blockSignals(True)
        self.form_box.clear()
        for each in papers:
            self.form_box.addItem(paper_title(each))
        self.form_box.setCurrentIndex(papers.index(wanted))
        self.form_box.blockSignals(False)
        if shown is None or _identity(wanted) != _identity(shown):
            self._set_print(wanted)

    def _set_print(self, paper: CasePaper) -> None:
        """Offer large print where it is a choice, as it is usual for the paper."""
        self.large_box.blockSignals(True)
        self.large_box.setChecked(paper.about.is_large)
        self.large_box.setEnabled(paper.kind not in WITHOUT_A_CHOICE_OF_PRINT)
        self.large_box.blockSignals(False)

    def _on_chosen(self) -> None:
        self._set_print(self._papers[self.form_box.currentIndex()])
        self._draw()

    def _draw(self) -> None:
        if self._case is not None and self.shown_paper is not None:
            self.live.draw(self.shown_paper, self._case, self._committee)

    def _wanted_view(self) -> View:
        return View(self.view.visible_pages(), self.view.pixels_a_point)

    def _on_drawn(self, drawn: Drawn) -> None:
        self._missing = drawn.missing
        self._words = printed_words(drawn.case)
        was_empty = not self.view.page_count
        self.view.show_sheets(drawn.sheets)
        self.missing_line.show_missing(drawn.missing)
        self._show_position()
        self.shown.emit(drawn.case)
        if was_empty:
            self.live.picture()

    def _on_read(self, text: PaperText) -> None:
        self._text = text
        self._mark()

    def _mark(self) -> None:
        spots = spots_of_place(self._words, self._text, self._focused_place)
        self.view.mark_spots(spots)

    def _on_clicked(self, page: int, x: float, y: float) -> None:
        index = self._text.index_at(page, x, y)
        place = place_at(self._words, self._text, index) if index is not None else ""
        if place:
            self.place_chosen.emit(place)

    def _on_failed(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))

    def _on_view_changed(self) -> None:
        self._show_position()
        self.live.picture()

    def _show_position(self) -> None:
        count = self.view.page_count
        page = self.view.current_page + 1 if count else 0
        self.page_label.setText(f"{page} / {count}")
        percent = round(self.view.scale / PIXELS_A_POINT_AT_100 * 100)
        self.zoom_label.setText(f"{percent} %")

    def _connect(self) -> None:
        self.live.drawn.connect(self._on_drawn)
        self.live.pictured.connect(self.view.add_images)
        self.live.read.connect(self._on_read)
        self.live.failed.connect(self._on_failed)
        self.view.clicked_at.connect(self._on_clicked)
        self.view.view_changed.connect(self._on_view_changed)
        self.missing_line.place_chosen.connect(self.place_chosen)
        self.form_box.activated.connect(lambda _: self._on_chosen())
        self.large_box.toggled.connect(lambda _: self._draw())
        self.output.message.connect(self.message)

    def _lay_out(self) -> None:
        self.form_box.setAccessibleName(self.tr("文书"))
        self.form_box.setMinimumContentsLength(_FEWEST_CHARACTERS)
        self.large_box.setToolTip(self.tr("正文不小于18磅，给老年人和视力弱的当事人"))
        self.form_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        printing = button(
            self.tr("打印"), self.print_paper, icon="printer", hint=self.tr("打印 Ctrl+P")
        )
        saving = icon_button("download", self.tr("另存为 PDF Ctrl+Shift+S"), self.save_paper)
        head = frame("bar")
        head.setLayout(row(self.form_box, self.large_box, printing, saving, margins=(12, 6, 8, 6)))
        lacks = QWidget()
        lacks.setLayout(column(self.missing_line, margins=(12, 4, 12, 4)))
        foot = frame("foot")
        smaller = icon_button("minus", self.tr("缩小"), lambda: self.view.zoom_by(-1))
        larger = icon_button("plus", self.tr("放大"), lambda: self.view.zoom_by(1))
        fitting = button(self.tr("适合宽度"), self.view.fit_width, kind="quiet")
        foot.setLayout(
            row(
                self.page_label,
                None,
                smaller,
                self.zoom_label,
                larger,
                fitting,
                spacing=4,
                margins=(12, 2, 8, 2),
            )
        )
        self.setLayout(column(head, lacks, self.view, foot, spacing=0))


def paper_title(paper: CasePaper) -> str:
    """Return what a paper is called, with whom it is for or the day it is about."""
    title = term(paper.kind.title)
    return f"{title}（{paper.label}）" if paper.label else title


def _identity(paper: CasePaper) -> tuple[FormKind, str]:
    return paper.kind, replace(paper.about, is_large=False).key


def _most_advanced(papers: tuple[CasePaper, ...]) -> CasePaper:
    """Return the paper that people work on: the agreement, or what ends the case without one."""
    for kind in _MOST_ADVANCED:
        for paper in papers:
            if paper.kind is kind:
                return paper
    return papers[-1]
